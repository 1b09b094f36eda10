CREATE TYPE "public"."cooperation_state" AS ENUM('sent', 'acknowledged', 'agreed', 'agreed-with-changes', 'declined');--> statement-breakpoint
CREATE TYPE "public"."partner_kind" AS ENUM('district-council', 'fire-and-rescue', 'police', 'national-park', 'transport', 'waste', 'youth-offending', 'probation', 'health', 'employment-and-skills', 'housing-and-regeneration', 'environment', 'health-and-safety', 'culture-and-heritage', 'council', 'education', 'business', 'voluntary', 'community', 'government');--> statement-breakpoint
CREATE TYPE "public"."partnership_group_kind" AS ENUM('board', 'thematic-group');--> statement-breakpoint
CREATE TYPE "public"."partnership_seat_role" AS ENUM('chair', 'deputy-chair', 'theme-lead', 'member', 'third-sector', 'resident', 'adviser');--> statement-breakpoint
CREATE TYPE "public"."agreement_state" AS ENUM('draft', 'approved', 'closed');--> statement-breakpoint
CREATE TYPE "public"."approval_step" AS ENUM('public-consultation', 'partner-consultation', 'partners-agreed', 'councils-signed', 'board-approval', 'council-approval', 'submission', 'government-approval');--> statement-breakpoint
CREATE TYPE "public"."framework_code" AS ENUM('local-area-agreement-2008', 'council-plan', 'combined-authority-plan', 'local-outcomes-improvement-plan', 'well-being-plan');--> statement-breakpoint
CREATE TYPE "public"."assessment_kind" AS ENUM('comprehensive-area-assessment', 'peer-challenge', 'self-assessment');--> statement-breakpoint
CREATE TYPE "public"."flag_colour" AS ENUM('green', 'red');--> statement-breakpoint
CREATE TYPE "public"."target_change_kind" AS ENUM('designation', 'revocation', 'revision', 'amendment', 'removal', 'addition');--> statement-breakpoint
CREATE TYPE "public"."target_change_state" AS ENUM('proposed', 'in-effect', 'refused', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."target_kind" AS ENUM('designated', 'statutory', 'local');--> statement-breakpoint
CREATE TYPE "public"."target_polarity" AS ENUM('higher', 'lower');--> statement-breakpoint
CREATE TABLE "cooperation_requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"partner_id" uuid NOT NULL,
	"target_id" uuid,
	"asked_en" text DEFAULT '' NOT NULL,
	"asked_cy" text DEFAULT '' NOT NULL,
	"sent_on" date NOT NULL,
	"state" "cooperation_state" DEFAULT 'sent' NOT NULL,
	"acknowledged_on" date,
	"answered_on" date,
	"answer_en" text DEFAULT '' NOT NULL,
	"answer_cy" text DEFAULT '' NOT NULL,
	CONSTRAINT "cooperation_requests_number_key" UNIQUE("council_id","number"),
	CONSTRAINT "cooperation_requests_state_check" CHECK (("cooperation_requests"."state" = 'sent') = ("cooperation_requests"."acknowledged_on" is null) and ("cooperation_requests"."state" in ('sent', 'acknowledged')) = ("cooperation_requests"."answered_on" is null)),
	CONSTRAINT "cooperation_requests_reason_check" CHECK ("cooperation_requests"."state" not in ('declined', 'agreed-with-changes') or "cooperation_requests"."answer_en" || "cooperation_requests"."answer_cy" <> ''),
	CONSTRAINT "cooperation_requests_days_check" CHECK ("cooperation_requests"."acknowledged_on" >= "cooperation_requests"."sent_on" and "cooperation_requests"."answered_on" >= "cooperation_requests"."acknowledged_on")
);
--> statement-breakpoint
CREATE TABLE "partner_officers" (
	"partner_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"council_id" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "partner_officers_partner_id_person_id_pk" PRIMARY KEY("partner_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "partners" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"name_cy" text DEFAULT '' NOT NULL,
	"kind" "partner_kind" NOT NULL,
	"under_duty" boolean DEFAULT false NOT NULL,
	"contact_email" text DEFAULT '' NOT NULL,
	"left_on" date,
	CONSTRAINT "partners_slug_key" UNIQUE("council_id","slug"),
	CONSTRAINT "partners_duty_check" CHECK (not "partners"."under_duty" or "partners"."kind" not in ('council', 'education', 'business', 'voluntary', 'community', 'government'))
);
--> statement-breakpoint
CREATE TABLE "partnership_actions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"what_en" text DEFAULT '' NOT NULL,
	"what_cy" text DEFAULT '' NOT NULL,
	"partner_id" uuid,
	"due_on" date NOT NULL,
	"done_on" date,
	"outcome_en" text DEFAULT '' NOT NULL,
	"outcome_cy" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "partnership_groups" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"kind" "partnership_group_kind" NOT NULL,
	"board_id" uuid,
	"name_en" text DEFAULT '' NOT NULL,
	"name_cy" text DEFAULT '' NOT NULL,
	"purpose_en" text DEFAULT '' NOT NULL,
	"purpose_cy" text DEFAULT '' NOT NULL,
	CONSTRAINT "partnership_groups_slug_key" UNIQUE("council_id","slug"),
	CONSTRAINT "partnership_groups_board_check" CHECK ("partnership_groups"."kind" = 'thematic-group' or "partnership_groups"."board_id" is null)
);
--> statement-breakpoint
CREATE TABLE "partnership_meetings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"held_on" date NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"agenda_en" text DEFAULT '' NOT NULL,
	"agenda_cy" text DEFAULT '' NOT NULL,
	"minutes_en" text DEFAULT '' NOT NULL,
	"minutes_cy" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "partnership_seats" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"partner_id" uuid,
	"role" "partnership_seat_role" NOT NULL,
	"holder" text DEFAULT '' NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	CONSTRAINT "partnership_seats_days_check" CHECK ("partnership_seats"."to_on" is null or "partnership_seats"."to_on" >= "partnership_seats"."from_on")
);
--> statement-breakpoint
CREATE TABLE "agreement_councils" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"agreement_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"area_en" text DEFAULT '' NOT NULL,
	"area_cy" text DEFAULT '' NOT NULL,
	"signed_on" date,
	"signed_by" uuid,
	"signed_as" text DEFAULT '' NOT NULL,
	CONSTRAINT "agreement_councils_member_key" UNIQUE("agreement_id","member_id"),
	CONSTRAINT "agreement_councils_signed_check" CHECK (("agreement_councils"."signed_on" is null) = ("agreement_councils"."signed_as" = ''))
);
--> statement-breakpoint
CREATE TABLE "agreement_reviews" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"agreement_id" uuid NOT NULL,
	"opened_on" date NOT NULL,
	"closed_on" date,
	"findings_en" text DEFAULT '' NOT NULL,
	"findings_cy" text DEFAULT '' NOT NULL,
	"refresh" boolean DEFAULT false NOT NULL,
	CONSTRAINT "agreement_reviews_findings_check" CHECK (("agreement_reviews"."closed_on" is null) or ("agreement_reviews"."closed_on" >= "agreement_reviews"."opened_on" and "agreement_reviews"."findings_en" || "agreement_reviews"."findings_cy" <> ''))
);
--> statement-breakpoint
CREATE TABLE "agreement_steps" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"agreement_id" uuid NOT NULL,
	"step" "approval_step" NOT NULL,
	"on_day" date NOT NULL,
	"reference" text NOT NULL,
	"words_en" text DEFAULT '' NOT NULL,
	"words_cy" text DEFAULT '' NOT NULL,
	"recorded_by" uuid,
	CONSTRAINT "agreement_steps_step_key" UNIQUE("agreement_id","step"),
	CONSTRAINT "agreement_steps_reference_check" CHECK (trim("agreement_steps"."reference") <> '')
);
--> statement-breakpoint
CREATE TABLE "agreements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"framework_id" uuid NOT NULL,
	"strategy_id" uuid,
	"slug" text NOT NULL,
	"title_en" text DEFAULT '' NOT NULL,
	"title_cy" text DEFAULT '' NOT NULL,
	"area_en" text DEFAULT '' NOT NULL,
	"area_cy" text DEFAULT '' NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"state" "agreement_state" DEFAULT 'draft' NOT NULL,
	"approved_on" date,
	"closed_on" date,
	CONSTRAINT "agreements_slug_key" UNIQUE("council_id","slug"),
	CONSTRAINT "agreements_days_check" CHECK ("agreements"."ends_on" > "agreements"."starts_on"),
	CONSTRAINT "agreements_approved_check" CHECK (("agreements"."state" = 'draft') = ("agreements"."approved_on" is null) and ("agreements"."state" = 'closed') = ("agreements"."closed_on" is not null))
);
--> statement-breakpoint
CREATE TABLE "draft_consents" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"agreement_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"on_day" date NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"recorded_by" uuid,
	CONSTRAINT "draft_consents_partner_key" UNIQUE("agreement_id","partner_id")
);
--> statement-breakpoint
CREATE TABLE "frameworks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"code" "framework_code" NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"name_cy" text DEFAULT '' NOT NULL,
	"law" text NOT NULL,
	"most_designated" integer,
	"most_statutory" integer,
	"designate_within_months" integer,
	"lock_months" integer NOT NULL,
	"designated_by_revision" boolean NOT NULL,
	"local_needs_consent" boolean NOT NULL,
	"return_days" integer NOT NULL,
	"rules" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "negotiation_entries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"agreement_id" uuid NOT NULL,
	"on_day" date NOT NULL,
	"between_whom" text NOT NULL,
	"words_en" text DEFAULT '' NOT NULL,
	"words_cy" text DEFAULT '' NOT NULL,
	"recorded_by" uuid,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "strategies" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"title_en" text DEFAULT '' NOT NULL,
	"title_cy" text DEFAULT '' NOT NULL,
	"story_en" text DEFAULT '' NOT NULL,
	"story_cy" text DEFAULT '' NOT NULL,
	"from_year" integer NOT NULL,
	"to_year" integer NOT NULL,
	CONSTRAINT "strategies_slug_key" UNIQUE("council_id","slug"),
	CONSTRAINT "strategies_years_check" CHECK ("strategies"."to_year" >= "strategies"."from_year")
);
--> statement-breakpoint
CREATE TABLE "strategy_outcomes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"theme_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"title_en" text DEFAULT '' NOT NULL,
	"title_cy" text DEFAULT '' NOT NULL,
	CONSTRAINT "strategy_outcomes_position_key" UNIQUE("theme_id","position")
);
--> statement-breakpoint
CREATE TABLE "strategy_themes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"strategy_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"title_en" text DEFAULT '' NOT NULL,
	"title_cy" text DEFAULT '' NOT NULL,
	"lead_en" text DEFAULT '' NOT NULL,
	"lead_cy" text DEFAULT '' NOT NULL,
	CONSTRAINT "strategy_themes_position_key" UNIQUE("strategy_id","position")
);
--> statement-breakpoint
CREATE TABLE "assessment_flags" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"colour" "flag_colour" NOT NULL,
	"title_en" text DEFAULT '' NOT NULL,
	"title_cy" text DEFAULT '' NOT NULL,
	"evidence_en" text DEFAULT '' NOT NULL,
	"evidence_cy" text DEFAULT '' NOT NULL,
	"action_en" text DEFAULT '' NOT NULL,
	"action_cy" text DEFAULT '' NOT NULL,
	"action_by" text DEFAULT '' NOT NULL,
	"due_on" date,
	"cleared_on" date,
	"target_id" uuid,
	CONSTRAINT "assessment_flags_evidence_check" CHECK ("assessment_flags"."evidence_en" || "assessment_flags"."evidence_cy" <> ''),
	CONSTRAINT "assessment_flags_action_check" CHECK ("assessment_flags"."colour" = 'green' or ("assessment_flags"."action_en" || "assessment_flags"."action_cy" <> '' and "assessment_flags"."action_by" <> '' and "assessment_flags"."due_on" is not null))
);
--> statement-breakpoint
CREATE TABLE "assessments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"kind" "assessment_kind" NOT NULL,
	"year" integer NOT NULL,
	"title_en" text DEFAULT '' NOT NULL,
	"title_cy" text DEFAULT '' NOT NULL,
	"narrative_en" text DEFAULT '' NOT NULL,
	"narrative_cy" text DEFAULT '' NOT NULL,
	"published_at" timestamp with time zone,
	CONSTRAINT "assessments_slug_key" UNIQUE("council_id","slug")
);
--> statement-breakpoint
CREATE TABLE "change_consents" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"change_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"answer" text NOT NULL,
	"on_day" date NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"recorded_by" uuid,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "change_consents_partner_key" UNIQUE("change_id","partner_id"),
	CONSTRAINT "change_consents_answer_check" CHECK ("change_consents"."answer" = 'consents' or ("change_consents"."answer" = 'refuses' and "change_consents"."words" <> ''))
);
--> statement-breakpoint
CREATE TABLE "memoranda" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"agreement_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"made_on" date NOT NULL,
	"content" jsonb NOT NULL,
	"sha256" text NOT NULL,
	"made_by" uuid,
	CONSTRAINT "memoranda_number_key" UNIQUE("agreement_id","number")
);
--> statement-breakpoint
CREATE TABLE "target_changes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"agreement_id" uuid NOT NULL,
	"target_id" uuid NOT NULL,
	"kind" "target_change_kind" NOT NULL,
	"proposed" jsonb,
	"reason_en" text DEFAULT '' NOT NULL,
	"reason_cy" text DEFAULT '' NOT NULL,
	"consulted" text DEFAULT '' NOT NULL,
	"concerned" uuid[] NOT NULL,
	"proposed_on" date NOT NULL,
	"proposed_by" uuid,
	"state" "target_change_state" DEFAULT 'proposed' NOT NULL,
	"decided_on" date,
	"decided_by" uuid,
	"reference" text DEFAULT '' NOT NULL,
	"memorandum_id" uuid,
	"decided_in" "xid8",
	CONSTRAINT "target_changes_decided_check" CHECK (("target_changes"."state" = 'proposed') = ("target_changes"."decided_on" is null)),
	CONSTRAINT "target_changes_memorandum_check" CHECK (("target_changes"."state" = 'in-effect') = ("target_changes"."memorandum_id" is not null)),
	CONSTRAINT "target_changes_reason_check" CHECK ("target_changes"."reason_en" || "target_changes"."reason_cy" <> ''),
	CONSTRAINT "target_changes_proposed_check" CHECK (("target_changes"."kind" in ('revision', 'amendment', 'addition')) = ("target_changes"."proposed" is not null))
);
--> statement-breakpoint
CREATE TABLE "national_indicators" (
	"number" integer PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"status" text NOT NULL,
	"annex" text DEFAULT '' NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"source_url" text DEFAULT '' NOT NULL,
	"imported_at" timestamp with time zone NOT NULL,
	CONSTRAINT "national_indicators_number_check" CHECK ("national_indicators"."number" between 1 and 999 and "national_indicators"."code" = 'NI ' || "national_indicators"."number")
);
--> statement-breakpoint
CREATE TABLE "quarter_reopenings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"agreement_id" uuid NOT NULL,
	"quarter" date NOT NULL,
	"until" date NOT NULL,
	"because_en" text DEFAULT '' NOT NULL,
	"because_cy" text DEFAULT '' NOT NULL,
	"opened_by" uuid,
	"opened_at" timestamp with time zone NOT NULL,
	CONSTRAINT "quarter_reopenings_reason_check" CHECK ("quarter_reopenings"."because_en" || "quarter_reopenings"."because_cy" <> '')
);
--> statement-breakpoint
CREATE TABLE "target_areas" (
	"target_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	"council_id" uuid NOT NULL,
	CONSTRAINT "target_areas_target_id_area_id_pk" PRIMARY KEY("target_id","area_id")
);
--> statement-breakpoint
CREATE TABLE "target_partners" (
	"target_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"council_id" uuid NOT NULL,
	"part" text NOT NULL,
	"promise_en" text DEFAULT '' NOT NULL,
	"promise_cy" text DEFAULT '' NOT NULL,
	CONSTRAINT "target_partners_target_id_partner_id_pk" PRIMARY KEY("target_id","partner_id"),
	CONSTRAINT "target_partners_part_check" CHECK ("target_partners"."part" in ('lead', 'co-operates'))
);
--> statement-breakpoint
CREATE TABLE "target_returns" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"target_id" uuid NOT NULL,
	"quarter" date NOT NULL,
	"version" integer NOT NULL,
	"value" double precision,
	"status" "target_status",
	"expected" double precision,
	"narrative_en" text DEFAULT '' NOT NULL,
	"narrative_cy" text DEFAULT '' NOT NULL,
	"evidence" text DEFAULT '' NOT NULL,
	"partner_id" uuid,
	"given_by" uuid,
	"given_at" timestamp with time zone NOT NULL,
	CONSTRAINT "target_returns_version_key" UNIQUE("target_id","quarter","version"),
	CONSTRAINT "target_returns_quarter_check" CHECK (extract(day from "target_returns"."quarter") = 1 and extract(month from "target_returns"."quarter") in (1, 4, 7, 10)),
	CONSTRAINT "target_returns_value_check" CHECK ("target_returns"."value" is not null or "target_returns"."narrative_en" || "target_returns"."narrative_cy" <> '')
);
--> statement-breakpoint
ALTER TABLE "priority_targets" ADD COLUMN "agreement_id" uuid;--> statement-breakpoint
ALTER TABLE "priority_targets" ADD COLUMN "outcome_id" uuid;--> statement-breakpoint
ALTER TABLE "priority_targets" ADD COLUMN "kind" "target_kind" DEFAULT 'local' NOT NULL;--> statement-breakpoint
ALTER TABLE "priority_targets" ADD COLUMN "indicator_number" integer;--> statement-breakpoint
ALTER TABLE "priority_targets" ADD COLUMN "polarity" "target_polarity" DEFAULT 'higher' NOT NULL;--> statement-breakpoint
ALTER TABLE "priority_targets" ADD COLUMN "baseline_on" date;--> statement-breakpoint
ALTER TABLE "priority_targets" ADD COLUMN "baseline_deferred_until" date;--> statement-breakpoint
ALTER TABLE "priority_targets" ADD COLUMN "year_one" double precision;--> statement-breakpoint
ALTER TABLE "priority_targets" ADD COLUMN "year_two" double precision;--> statement-breakpoint
ALTER TABLE "priority_targets" ADD COLUMN "year_three" double precision;--> statement-breakpoint
ALTER TABLE "priority_targets" ADD COLUMN "approved_on" date;--> statement-breakpoint
ALTER TABLE "priority_targets" ADD COLUMN "designated_on" date;--> statement-breakpoint
ALTER TABLE "priority_targets" ADD COLUMN "removed_on" date;--> statement-breakpoint
ALTER TABLE "cooperation_requests" ADD CONSTRAINT "cooperation_requests_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cooperation_requests" ADD CONSTRAINT "cooperation_requests_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_officers" ADD CONSTRAINT "partner_officers_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_officers" ADD CONSTRAINT "partner_officers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partners" ADD CONSTRAINT "partners_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partnership_actions" ADD CONSTRAINT "partnership_actions_meeting_id_partnership_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."partnership_meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partnership_actions" ADD CONSTRAINT "partnership_actions_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partnership_groups" ADD CONSTRAINT "partnership_groups_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partnership_groups" ADD CONSTRAINT "partnership_groups_board_id_partnership_groups_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."partnership_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partnership_meetings" ADD CONSTRAINT "partnership_meetings_group_id_partnership_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."partnership_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partnership_seats" ADD CONSTRAINT "partnership_seats_group_id_partnership_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."partnership_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partnership_seats" ADD CONSTRAINT "partnership_seats_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_councils" ADD CONSTRAINT "agreement_councils_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_councils" ADD CONSTRAINT "agreement_councils_member_id_councils_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."councils"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_councils" ADD CONSTRAINT "agreement_councils_signed_by_people_id_fk" FOREIGN KEY ("signed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_reviews" ADD CONSTRAINT "agreement_reviews_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_steps" ADD CONSTRAINT "agreement_steps_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_steps" ADD CONSTRAINT "agreement_steps_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_framework_id_frameworks_id_fk" FOREIGN KEY ("framework_id") REFERENCES "public"."frameworks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_strategy_id_strategies_id_fk" FOREIGN KEY ("strategy_id") REFERENCES "public"."strategies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_consents" ADD CONSTRAINT "draft_consents_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_consents" ADD CONSTRAINT "draft_consents_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_consents" ADD CONSTRAINT "draft_consents_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "frameworks" ADD CONSTRAINT "frameworks_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_entries" ADD CONSTRAINT "negotiation_entries_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_entries" ADD CONSTRAINT "negotiation_entries_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategies" ADD CONSTRAINT "strategies_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_outcomes" ADD CONSTRAINT "strategy_outcomes_theme_id_strategy_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."strategy_themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_themes" ADD CONSTRAINT "strategy_themes_strategy_id_strategies_id_fk" FOREIGN KEY ("strategy_id") REFERENCES "public"."strategies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_flags" ADD CONSTRAINT "assessment_flags_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_flags" ADD CONSTRAINT "assessment_flags_target_id_priority_targets_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."priority_targets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_consents" ADD CONSTRAINT "change_consents_change_id_target_changes_id_fk" FOREIGN KEY ("change_id") REFERENCES "public"."target_changes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_consents" ADD CONSTRAINT "change_consents_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_consents" ADD CONSTRAINT "change_consents_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memoranda" ADD CONSTRAINT "memoranda_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memoranda" ADD CONSTRAINT "memoranda_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_changes" ADD CONSTRAINT "target_changes_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_changes" ADD CONSTRAINT "target_changes_proposed_by_people_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_changes" ADD CONSTRAINT "target_changes_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_changes" ADD CONSTRAINT "target_changes_memorandum_id_memoranda_id_fk" FOREIGN KEY ("memorandum_id") REFERENCES "public"."memoranda"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quarter_reopenings" ADD CONSTRAINT "quarter_reopenings_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quarter_reopenings" ADD CONSTRAINT "quarter_reopenings_opened_by_people_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_areas" ADD CONSTRAINT "target_areas_target_id_priority_targets_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."priority_targets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_areas" ADD CONSTRAINT "target_areas_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_partners" ADD CONSTRAINT "target_partners_target_id_priority_targets_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."priority_targets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_partners" ADD CONSTRAINT "target_partners_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_returns" ADD CONSTRAINT "target_returns_target_id_priority_targets_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."priority_targets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_returns" ADD CONSTRAINT "target_returns_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_returns" ADD CONSTRAINT "target_returns_given_by_people_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cooperation_requests_partner_idx" ON "cooperation_requests" USING btree ("partner_id");--> statement-breakpoint
CREATE INDEX "partner_officers_person_idx" ON "partner_officers" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "partnership_actions_meeting_idx" ON "partnership_actions" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "partnership_meetings_group_idx" ON "partnership_meetings" USING btree ("group_id","held_on");--> statement-breakpoint
CREATE INDEX "partnership_seats_group_idx" ON "partnership_seats" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "agreement_councils_member_idx" ON "agreement_councils" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "agreement_reviews_agreement_idx" ON "agreement_reviews" USING btree ("agreement_id");--> statement-breakpoint
CREATE INDEX "negotiation_entries_agreement_idx" ON "negotiation_entries" USING btree ("agreement_id","on_day");--> statement-breakpoint
CREATE INDEX "assessment_flags_assessment_idx" ON "assessment_flags" USING btree ("assessment_id");--> statement-breakpoint
CREATE INDEX "target_changes_agreement_idx" ON "target_changes" USING btree ("agreement_id");--> statement-breakpoint
CREATE INDEX "target_changes_target_idx" ON "target_changes" USING btree ("target_id");--> statement-breakpoint
CREATE INDEX "quarter_reopenings_idx" ON "quarter_reopenings" USING btree ("agreement_id","quarter");--> statement-breakpoint
CREATE INDEX "target_partners_partner_idx" ON "target_partners" USING btree ("partner_id");--> statement-breakpoint
ALTER TABLE "priority_targets" ADD CONSTRAINT "priority_targets_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "priority_targets" ADD CONSTRAINT "priority_targets_outcome_id_strategy_outcomes_id_fk" FOREIGN KEY ("outcome_id") REFERENCES "public"."strategy_outcomes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "priority_targets" ADD CONSTRAINT "priority_targets_indicator_number_national_indicators_number_fk" FOREIGN KEY ("indicator_number") REFERENCES "public"."national_indicators"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "priority_targets_agreement_idx" ON "priority_targets" USING btree ("agreement_id");--> statement-breakpoint
ALTER TABLE "priority_targets" ADD CONSTRAINT "priority_targets_designated_check" CHECK ("priority_targets"."designated_on" is null or ("priority_targets"."kind" = 'designated' and "priority_targets"."agreement_id" is not null));--> statement-breakpoint
ALTER TABLE "priority_targets" ADD CONSTRAINT "priority_targets_kind_check" CHECK ("priority_targets"."kind" = 'local' or "priority_targets"."agreement_id" is not null);--> statement-breakpoint
ALTER TABLE "priority_targets" ADD CONSTRAINT "priority_targets_indicator_check" CHECK ("priority_targets"."kind" <> 'designated' or "priority_targets"."indicator_number" is not null);--> statement-breakpoint
ALTER TABLE "priority_targets" ADD CONSTRAINT "priority_targets_removed_check" CHECK ("priority_targets"."removed_on" is null or "priority_targets"."agreement_id" is not null);--> statement-breakpoint
ALTER TABLE "cooperation_requests" ADD CONSTRAINT "cooperation_requests_target_fk" FOREIGN KEY ("target_id") REFERENCES "public"."priority_targets"("id");--> statement-breakpoint
-- What was agreed, given, minuted and published grows only.
create trigger frameworks_fixed before update on frameworks for each row execute function refuse_change();--> statement-breakpoint
create trigger agreement_steps_append_only before update or delete on agreement_steps for each row execute function refuse_change();--> statement-breakpoint
create trigger agreement_steps_no_truncate before truncate on agreement_steps for each statement execute function refuse_change();--> statement-breakpoint
create trigger draft_consents_append_only before update or delete on draft_consents for each row execute function refuse_change();--> statement-breakpoint
create trigger negotiation_entries_append_only before update or delete on negotiation_entries for each row execute function refuse_change();--> statement-breakpoint
create trigger memoranda_append_only before update or delete on memoranda for each row execute function refuse_change();--> statement-breakpoint
create trigger memoranda_no_truncate before truncate on memoranda for each statement execute function refuse_change();--> statement-breakpoint
create trigger change_consents_append_only before update or delete on change_consents for each row execute function refuse_change();--> statement-breakpoint
create trigger target_returns_append_only before update or delete on target_returns for each row execute function refuse_change();--> statement-breakpoint
create trigger target_returns_no_truncate before truncate on target_returns for each statement execute function refuse_change();--> statement-breakpoint
create trigger quarter_reopenings_append_only before update or delete on quarter_reopenings for each row execute function refuse_change();--> statement-breakpoint
revoke update, delete on agreement_steps, draft_consents, negotiation_entries, memoranda, change_consents, target_returns, quarter_reopenings from folkmoot_web;--> statement-breakpoint
revoke update on frameworks from folkmoot_web;--> statement-breakpoint
-- A plan is approved when every approval of its framework was given, once, and keeps its days and framework from then on.
create function keep_agreement() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'A plan is never taken away' using errcode = 'restrict_violation';
  end if;
  if old.state <> 'draft' and (new.framework_id, new.starts_on, new.ends_on, new.approved_on) is distinct from (old.framework_id, old.starts_on, old.ends_on, old.approved_on) then
    raise exception 'An approved plan keeps its framework and its days' using errcode = 'restrict_violation';
  end if;
  if (old.state, new.state) not in (('draft', 'draft'), ('draft', 'approved'), ('approved', 'approved'), ('approved', 'closed'), ('closed', 'closed')) then
    raise exception 'A plan goes from draft to approved to closed' using errcode = 'restrict_violation';
  end if;
  if old.state = 'draft' and new.state = 'approved' and exists (
    select from frameworks f, jsonb_array_elements_text(f.rules -> 'approvals') as wanted
    where f.id = new.framework_id and not exists (select from agreement_steps s where s.agreement_id = new.id and s.step::text = wanted)
  ) then
    raise exception 'An approval of the plan is missing' using errcode = 'check_violation', constraint = 'agreements_approvals_check';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger agreements_kept before update or delete on agreements for each row execute function keep_agreement();--> statement-breakpoint
-- No more designated or statutory targets than the framework knows, even when two officers add one at once: the plan's row is held.
-- What a target of an approved plan promises changes only in the transaction that puts a change into effect.
create function keep_target() returns trigger language plpgsql as $$
declare
  v_plan record;
  v_count integer;
begin
  if tg_op = 'UPDATE' and old.agreement_id is not null and new.agreement_id is distinct from old.agreement_id then
    raise exception 'A target stays in its plan' using errcode = 'restrict_violation';
  end if;
  if new.agreement_id is null then return new; end if;
  select a.state, a.council_id, f.most_designated, f.most_statutory into v_plan
    from agreements a join frameworks f on f.id = a.framework_id where a.id = new.agreement_id for update of a;
  if v_plan.council_id is distinct from new.council_id then
    raise exception 'The plan is of another council' using errcode = 'foreign_key_violation';
  end if;
  if tg_op = 'UPDATE' and v_plan.state <> 'draft' and
    (new.title_en, new.title_cy, new.indicator_en, new.indicator_cy, new.kind, new.indicator_number, new.polarity, new.baseline, new.baseline_on, new.baseline_deferred_until,
     new.year_one, new.year_two, new.year_three, new.target, new.approved_on, new.designated_on, new.removed_on)
    is not distinct from
    (old.title_en, old.title_cy, old.indicator_en, old.indicator_cy, old.kind, old.indicator_number, old.polarity, old.baseline, old.baseline_on, old.baseline_deferred_until,
     old.year_one, old.year_two, old.year_three, old.target, old.approved_on, old.designated_on, old.removed_on)
  then return new; end if;
  if v_plan.state <> 'draft' and not exists (
    select from target_changes c where c.target_id = new.id and c.agreement_id = new.agreement_id and c.state = 'in-effect' and c.decided_in = pg_current_xact_id()
  ) then
    raise exception 'A target of an approved plan changes only by a change that takes effect' using errcode = 'restrict_violation', constraint = 'priority_targets_change_check';
  end if;
  if new.removed_on is null and new.kind <> 'local' then
    select count(*) into v_count from priority_targets t where t.agreement_id = new.agreement_id and t.kind = new.kind and t.removed_on is null and t.id <> new.id;
    if v_count >= coalesce(case new.kind when 'designated' then v_plan.most_designated else v_plan.most_statutory end, 0) then
      raise exception 'The plan has as many % targets as its framework allows', new.kind using errcode = 'check_violation', constraint = 'priority_targets_limit_check';
    end if;
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger priority_targets_kept before insert or update on priority_targets for each row execute function keep_target();--> statement-breakpoint
create function keep_target_there() returns trigger language plpgsql as $$
begin
  if old.agreement_id is not null and exists (select from agreements a where a.id = old.agreement_id and a.state <> 'draft') then
    raise exception 'A target of an approved plan is removed by a change, and stays to be read' using errcode = 'restrict_violation';
  end if;
  return old;
end $$;--> statement-breakpoint
create trigger priority_targets_there before delete on priority_targets for each row execute function keep_target_there();--> statement-breakpoint
create function keep_target_parts() returns trigger language plpgsql as $$
declare
  v_target uuid := case tg_op when 'DELETE' then old.target_id else new.target_id end;
begin
  if exists (select from priority_targets t join agreements a on a.id = t.agreement_id where t.id = v_target and a.state <> 'draft')
    and not exists (select from target_changes c where c.target_id = v_target and c.state = 'in-effect' and c.decided_in = pg_current_xact_id())
  then
    raise exception 'Whom a target of an approved plan relates to changes only by a change that takes effect' using errcode = 'restrict_violation', constraint = 'priority_targets_change_check';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;--> statement-breakpoint
create trigger target_partners_kept before insert or update or delete on target_partners for each row execute function keep_target_parts();--> statement-breakpoint
create trigger target_areas_kept before insert or update or delete on target_areas for each row execute function keep_target_parts();--> statement-breakpoint
-- A change is decided once. It takes effect by the rules of its framework: consents of everybody concerned, the month of rest, the month of designation.
create function keep_target_change() returns trigger language plpgsql as $$
declare
  v_plan record;
  v_target record;
  v_approved date;
begin
  if tg_op = 'DELETE' then
    raise exception 'A change is never taken away' using errcode = 'restrict_violation';
  end if;
  if tg_op = 'UPDATE' and old.state <> 'proposed' then
    raise exception 'The change was decided already' using errcode = 'restrict_violation', constraint = 'target_changes_once_check';
  end if;
  if new.state <> 'in-effect' then
    new.decided_in := null;
    return new;
  end if;
  new.decided_in := pg_current_xact_id();
  select a.state, a.approved_on, f.designate_within_months, f.lock_months, f.designated_by_revision, f.local_needs_consent into v_plan
    from agreements a join frameworks f on f.id = a.framework_id where a.id = new.agreement_id for update of a;
  if v_plan.state is distinct from 'approved' then
    raise exception 'Targets change by the rules while their plan is approved' using errcode = 'restrict_violation';
  end if;
  select * into v_target from priority_targets where id = new.target_id;
  v_approved := coalesce(v_target.approved_on, v_plan.approved_on);
  if new.kind in ('amendment', 'removal') and v_target.designated_on is not null and v_plan.designated_by_revision then
    raise exception 'A designated target changes by a revision proposal only' using errcode = 'check_violation', constraint = 'target_changes_revision_check';
  end if;
  if new.kind = 'revision' and v_target.designated_on is null then
    raise exception 'A revision proposal is for designated targets' using errcode = 'check_violation', constraint = 'target_changes_revision_check';
  end if;
  if new.kind = 'designation' and (v_plan.designate_within_months is null or new.decided_on < v_approved or new.decided_on > (v_approved + make_interval(months => v_plan.designate_within_months))::date) then
    raise exception 'A target is designated within its month after approval' using errcode = 'check_violation', constraint = 'target_changes_designation_check';
  end if;
  if new.kind in ('amendment', 'removal') and v_plan.lock_months > 0 and new.decided_on <= (v_approved + make_interval(months => v_plan.lock_months))::date then
    raise exception 'No local target changes in the month after approval' using errcode = 'check_violation', constraint = 'target_changes_lock_check';
  end if;
  if new.kind in ('amendment', 'removal', 'addition') and v_plan.local_needs_consent and (
    exists (select from target_partners p where p.target_id = new.target_id and p.partner_id <> all (new.concerned))
    or exists (select from unnest(new.concerned) as partner where not exists (select from change_consents c where c.change_id = new.id and c.partner_id = partner and c.answer = 'consents'))
  ) then
    raise exception 'A partner concerned has not consented' using errcode = 'check_violation', constraint = 'target_changes_consent_check';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger target_changes_kept before insert or update or delete on target_changes for each row execute function keep_target_change();--> statement-breakpoint
-- A return is of a quarter that is over and not closed, or was opened again.
create function keep_return_in_time() returns trigger language plpgsql as $$
declare
  v_day date := (new.given_at at time zone 'Europe/London')::date;
  v_end date := (new.quarter + interval '3 months')::date - 1;
  v_plan record;
begin
  select a.id, a.starts_on, a.ends_on, f.return_days into v_plan
    from priority_targets t join agreements a on a.id = t.agreement_id join frameworks f on f.id = a.framework_id where t.id = new.target_id;
  if v_plan.id is null then
    raise exception 'Returns are given for targets of a plan' using errcode = 'check_violation', constraint = 'target_returns_quarter_check';
  end if;
  if v_end < v_plan.starts_on or new.quarter > v_plan.ends_on or v_day <= v_end
    or (v_day > v_end + v_plan.return_days and not exists (select from quarter_reopenings r where r.agreement_id = v_plan.id and r.quarter = new.quarter and r.until >= v_day and r.opened_at <= new.given_at))
  then
    raise exception 'The quarter takes no returns' using errcode = 'check_violation', constraint = 'target_returns_closed_check';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger target_returns_in_time before insert on target_returns for each row execute function keep_return_in_time();--> statement-breakpoint
-- A change names its memorandum before the memorandum, which shows what the change made, can be written.
alter table target_changes alter constraint target_changes_memorandum_id_memoranda_id_fk deferrable initially deferred;
