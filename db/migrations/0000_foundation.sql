CREATE TYPE "public"."transfer_stage" AS ENUM('expression-of-interest', 'full-application', 'assessment', 'decision', 'completion', 'monitoring', 'declined', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."programme_phase" AS ENUM('informing', 'collecting-ideas', 'developing-proposals', 'feasibility', 'shortlisting', 'publishing-costs', 'voting', 'checking-the-count', 'results', 'delivery');--> statement-breakpoint
CREATE TYPE "public"."project_state" AS ENUM('draft', 'on-ballot', 'funded', 'not-this-time', 'delivered');--> statement-breakpoint
CREATE TYPE "public"."area_kind" AS ENUM('council', 'ward', 'neighbourhood');--> statement-breakpoint
CREATE TYPE "public"."import_kind" AS ENUM('areas', 'postcodes', 'budget-vote');--> statement-breakpoint
CREATE TYPE "public"."import_state" AS ENUM('waiting', 'running', 'done', 'refused', 'failed');--> statement-breakpoint
CREATE TYPE "public"."council_role" AS ENUM('engagement-officer', 'approver', 'returning-officer', 'moderator', 'council-admin', 'auditor');--> statement-breakpoint
CREATE TYPE "public"."thread_kind" AS ENUM('engagement', 'project', 'target', 'asset-transfer');--> statement-breakpoint
CREATE TYPE "public"."engagement_state" AS ENUM('draft', 'in-review', 'approved', 'published', 'closed', 'analysed', 'decided', 'fed-back', 'archived');--> statement-breakpoint
CREATE TYPE "public"."involvement_level" AS ENUM('inform', 'consult', 'involve', 'collaborate', 'empower');--> statement-breakpoint
CREATE TYPE "public"."readiness_item" AS ENUM('formative-stage', 'sufficient-reasons', 'alternatives-rejected', 'cannot-change', 'adequate-time', 'equality-impact', 'both-languages', 'pre-election-period');--> statement-breakpoint
CREATE TYPE "public"."engagement_topic" AS ENUM('budget-and-spending', 'children-and-young-people', 'community-safety', 'culture-and-leisure', 'environment-and-parks', 'health-and-care', 'housing-and-planning', 'transport-and-streets');--> statement-breakpoint
CREATE TYPE "public"."target_status" AS ENUM('on-track', 'at-risk', 'off-track', 'met');--> statement-breakpoint
CREATE TYPE "public"."channel" AS ENUM('online', 'code', 'paper', 'telephone', 'in-person');--> statement-breakpoint
CREATE TYPE "public"."ballot_kind" AS ENUM('single-choice', 'first-and-second', 'ranked', 'approval', 'knapsack', 'cumulative', 'score');--> statement-breakpoint
CREATE TYPE "public"."poll_state" AS ENUM('draft', 'ready', 'closed', 'counted', 'declared');--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"locale" text DEFAULT 'en' NOT NULL,
	"operator" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "authenticator_apps" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"sealed_secret" "bytea" NOT NULL,
	"confirmed_at" timestamp with time zone,
	"last_step" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "passkey_challenges" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"challenge" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "passkeys" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"credential_id" text NOT NULL,
	"public_key" "bytea" NOT NULL,
	"counter" bigint DEFAULT 0 NOT NULL,
	"transports" text[] DEFAULT '{}' NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone,
	CONSTRAINT "passkeys_credential_id_unique" UNIQUE("credential_id")
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"person_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "recovery_codes_person_id_code_hash_pk" PRIMARY KEY("person_id","code_hash")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"second_factor_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "verification_tokens" (
	"identifier" text NOT NULL,
	"token_hash" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "verification_tokens_identifier_token_hash_pk" PRIMARY KEY("identifier","token_hash")
);
--> statement-breakpoint
CREATE TABLE "asset_transfer_stages" (
	"transfer_id" uuid NOT NULL,
	"stage" "transfer_stage" NOT NULL,
	"reached_on" date NOT NULL,
	"note_en" text DEFAULT '' NOT NULL,
	"note_cy" text DEFAULT '' NOT NULL,
	CONSTRAINT "asset_transfer_stages_transfer_id_stage_pk" PRIMARY KEY("transfer_id","stage")
);
--> statement-breakpoint
CREATE TABLE "asset_transfers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"reference" text NOT NULL,
	"title_en" text DEFAULT '' NOT NULL,
	"title_cy" text DEFAULT '' NOT NULL,
	"summary_en" text DEFAULT '' NOT NULL,
	"summary_cy" text DEFAULT '' NOT NULL,
	"organisation" text NOT NULL,
	"area_id" uuid,
	"stage" "transfer_stage" NOT NULL,
	CONSTRAINT "asset_transfers_slug_key" UNIQUE("council_id","slug")
);
--> statement-breakpoint
CREATE TABLE "pots" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"programme_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"name_cy" text DEFAULT '' NOT NULL,
	"area_id" uuid,
	"amount_pence" bigint NOT NULL,
	"poll_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "pots_slug_key" UNIQUE("programme_id","slug"),
	CONSTRAINT "pots_poll_key" UNIQUE("poll_id"),
	CONSTRAINT "pots_amount_check" CHECK ("pots"."amount_pence" > 0)
);
--> statement-breakpoint
CREATE TABLE "programme_phases" (
	"programme_id" uuid NOT NULL,
	"phase" "programme_phase" NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	CONSTRAINT "programme_phases_programme_id_phase_pk" PRIMARY KEY("programme_id","phase"),
	CONSTRAINT "programme_phases_dates_check" CHECK ("programme_phases"."ends_on" >= "programme_phases"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "programmes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "projects" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"pot_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"slug" text NOT NULL,
	"reference" text NOT NULL,
	"title_en" text DEFAULT '' NOT NULL,
	"title_cy" text DEFAULT '' NOT NULL,
	"summary_en" text DEFAULT '' NOT NULL,
	"summary_cy" text DEFAULT '' NOT NULL,
	"description_en" text DEFAULT '' NOT NULL,
	"description_cy" text DEFAULT '' NOT NULL,
	"proposer" text DEFAULT '' NOT NULL,
	"category" text DEFAULT '' NOT NULL,
	"tile" text DEFAULT 'ring' NOT NULL,
	"cost_pence" bigint NOT NULL,
	"longitude" double precision,
	"latitude" double precision,
	"state" "project_state" DEFAULT 'draft' NOT NULL,
	CONSTRAINT "projects_number_key" UNIQUE("pot_id","number"),
	CONSTRAINT "projects_slug_key" UNIQUE("pot_id","slug"),
	CONSTRAINT "projects_cost_check" CHECK ("projects"."cost_pence" > 0)
);
--> statement-breakpoint
CREATE TABLE "areas" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"parent_id" uuid,
	"kind" "area_kind" NOT NULL,
	"code" text NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"name_cy" text DEFAULT '' NOT NULL,
	"population" integer,
	"boundary" jsonb,
	CONSTRAINT "areas_code_key" UNIQUE("council_id","code"),
	CONSTRAINT "areas_council_id_key" UNIQUE("council_id","id"),
	CONSTRAINT "areas_population_check" CHECK ("areas"."population" >= 0)
);
--> statement-breakpoint
CREATE TABLE "postcodes" (
	"council_id" uuid NOT NULL,
	"postcode" text NOT NULL,
	"area_id" uuid NOT NULL,
	CONSTRAINT "postcodes_council_id_postcode_pk" PRIMARY KEY("council_id","postcode")
);
--> statement-breakpoint
CREATE TABLE "councils" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"name_cy" text DEFAULT '' NOT NULL,
	"contact_email" text DEFAULT '' NOT NULL,
	"contact_phone" text DEFAULT '' NOT NULL,
	"privacy_en" text DEFAULT '' NOT NULL,
	"privacy_cy" text DEFAULT '' NOT NULL,
	"brand_given" text DEFAULT '#5e1f58' NOT NULL,
	"brand" jsonb DEFAULT '{"brand":"#5e1f58","deep":"#3a113a","tint":"#f5e9f3","line":"#d8b9d3","onBrand":"#ffffff","onDeepSoft":"#f5e9f3"}'::jsonb NOT NULL,
	"logo_file_id" uuid,
	"welsh" boolean DEFAULT true NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "councils_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "file_imports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"kind" "import_kind" NOT NULL,
	"state" "import_state" DEFAULT 'waiting' NOT NULL,
	"file_id" uuid,
	"file_name" text NOT NULL,
	"rows_done" bigint DEFAULT 0 NOT NULL,
	"rows_kept" bigint DEFAULT 0 NOT NULL,
	"rows_elsewhere" bigint DEFAULT 0 NOT NULL,
	"rows_refused" bigint DEFAULT 0 NOT NULL,
	"byte_offset" bigint DEFAULT 0 NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "file_imports_rows_check" CHECK ("file_imports"."rows_done" >= 0 and "file_imports"."rows_kept" >= 0 and "file_imports"."rows_refused" >= 0)
);
--> statement-breakpoint
CREATE TABLE "import_faults" (
	"import_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"line" integer NOT NULL,
	"column_name" text DEFAULT '' NOT NULL,
	"code" text NOT NULL,
	"found" text DEFAULT '' NOT NULL,
	CONSTRAINT "import_faults_import_id_position_pk" PRIMARY KEY("import_id","position")
);
--> statement-breakpoint
CREATE TABLE "stored_file_pieces" (
	"file_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "stored_file_pieces_file_id_position_pk" PRIMARY KEY("file_id","position")
);
--> statement-breakpoint
CREATE TABLE "stored_files" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"name" text NOT NULL,
	"content_type" text NOT NULL,
	"byte_length" bigint DEFAULT 0 NOT NULL,
	"sha256" "bytea",
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"council_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" "council_role" NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "memberships_council_id_person_id_role_pk" PRIMARY KEY("council_id","person_id","role")
);
--> statement-breakpoint
CREATE TABLE "electorates" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"min_age" integer,
	"max_age" integer,
	"area_ids" uuid[] DEFAULT '{}' NOT NULL,
	"identity_level" integer DEFAULT 2 NOT NULL,
	CONSTRAINT "electorates_ages_check" CHECK ("electorates"."min_age" between 0 and 120 and ("electorates"."max_age" is null or "electorates"."max_age" >= coalesce("electorates"."min_age", 0))),
	CONSTRAINT "electorates_level_check" CHECK ("electorates"."identity_level" between 0 and 4)
);
--> statement-breakpoint
CREATE TABLE "thread_links" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"from_kind" "thread_kind" NOT NULL,
	"from_id" text NOT NULL,
	"to_kind" "thread_kind" NOT NULL,
	"to_id" text NOT NULL,
	"how_en" text DEFAULT '' NOT NULL,
	"how_cy" text DEFAULT '' NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "thread_links_ends_key" UNIQUE("council_id","from_kind","from_id","to_kind","to_id")
);
--> statement-breakpoint
CREATE TABLE "engagement_areas" (
	"engagement_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	CONSTRAINT "engagement_areas_engagement_id_area_id_pk" PRIMARY KEY("engagement_id","area_id")
);
--> statement-breakpoint
CREATE TABLE "engagement_changes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"engagement_id" uuid NOT NULL,
	"what_en" text DEFAULT '' NOT NULL,
	"what_cy" text DEFAULT '' NOT NULL,
	"reason_en" text DEFAULT '' NOT NULL,
	"reason_cy" text DEFAULT '' NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "engagement_feedback" (
	"engagement_id" uuid PRIMARY KEY NOT NULL,
	"asked_en" text DEFAULT '' NOT NULL,
	"asked_cy" text DEFAULT '' NOT NULL,
	"said_en" text DEFAULT '' NOT NULL,
	"said_cy" text DEFAULT '' NOT NULL,
	"did_en" text DEFAULT '' NOT NULL,
	"did_cy" text DEFAULT '' NOT NULL,
	"published_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "engagements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"title_en" text DEFAULT '' NOT NULL,
	"title_cy" text DEFAULT '' NOT NULL,
	"summary_en" text DEFAULT '' NOT NULL,
	"summary_cy" text DEFAULT '' NOT NULL,
	"decision_en" text DEFAULT '' NOT NULL,
	"decision_cy" text DEFAULT '' NOT NULL,
	"decided_by_en" text DEFAULT '' NOT NULL,
	"decided_by_cy" text DEFAULT '' NOT NULL,
	"affected_en" text DEFAULT '' NOT NULL,
	"affected_cy" text DEFAULT '' NOT NULL,
	"level" "involvement_level" DEFAULT 'empower' NOT NULL,
	"topic" "engagement_topic" NOT NULL,
	"statutory_basis" text DEFAULT '' NOT NULL,
	"state" "engagement_state" DEFAULT 'draft' NOT NULL,
	"opens_at" timestamp with time zone,
	"closes_at" timestamp with time zone,
	"results_at" timestamp with time zone,
	"programme_id" uuid,
	"author_id" uuid NOT NULL,
	"approver_id" uuid,
	"published_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "engagements_slug_key" UNIQUE("council_id","slug"),
	CONSTRAINT "engagements_times_check" CHECK ("engagements"."closes_at" > "engagements"."opens_at"),
	CONSTRAINT "engagements_own_work_check" CHECK ("engagements"."approver_id" is null or "engagements"."approver_id" <> "engagements"."author_id"),
	CONSTRAINT "engagements_approved_check" CHECK ("engagements"."state" in ('draft', 'in-review') or "engagements"."approver_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "readiness_signatures" (
	"engagement_id" uuid NOT NULL,
	"item" "readiness_item" NOT NULL,
	"evidence" text NOT NULL,
	"signed_by" uuid NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "readiness_signatures_engagement_id_item_pk" PRIMARY KEY("engagement_id","item")
);
--> statement-breakpoint
CREATE TABLE "audit_trail" (
	"council_id" uuid NOT NULL,
	"position" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"actor_name" text NOT NULL,
	"act" text NOT NULL,
	"thing_kind" text NOT NULL,
	"thing_id" text NOT NULL,
	"detail" jsonb NOT NULL,
	"previous_hash" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "audit_trail_council_id_position_pk" PRIMARY KEY("council_id","position")
);
--> statement-breakpoint
CREATE TABLE "mail_messages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"last_fault" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"council_id" uuid,
	"event" text NOT NULL,
	"payload" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"carried_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"used" integer NOT NULL,
	CONSTRAINT "rate_limits_key_window_start_pk" PRIMARY KEY("key","window_start")
);
--> statement-breakpoint
CREATE TABLE "priority_targets" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"theme" text DEFAULT '' NOT NULL,
	"title_en" text DEFAULT '' NOT NULL,
	"title_cy" text DEFAULT '' NOT NULL,
	"narrative_en" text DEFAULT '' NOT NULL,
	"narrative_cy" text DEFAULT '' NOT NULL,
	"indicator_en" text DEFAULT '' NOT NULL,
	"indicator_cy" text DEFAULT '' NOT NULL,
	"baseline" double precision,
	"latest" double precision,
	"target" double precision,
	"lead" text DEFAULT '' NOT NULL,
	"status" "target_status" NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "priority_targets_slug_key" UNIQUE("council_id","slug")
);
--> statement-breakpoint
CREATE TABLE "ballots" (
	"poll_id" uuid NOT NULL,
	"key_hash" "bytea" NOT NULL,
	"version" smallint NOT NULL,
	"choices" integer[] NOT NULL,
	"points" integer[],
	"tracking" text NOT NULL,
	CONSTRAINT "ballots_poll_id_key_hash_version_pk" PRIMARY KEY("poll_id","key_hash","version"),
	CONSTRAINT "ballots_tracking_key" UNIQUE("poll_id","tracking"),
	CONSTRAINT "ballots_version_check" CHECK ("ballots"."version" between 1 and 20),
	CONSTRAINT "ballots_points_check" CHECK ("ballots"."points" is null or cardinality("ballots"."points") = cardinality("ballots"."choices")),
	CONSTRAINT "ballots_key_check" CHECK (octet_length("ballots"."key_hash") = 32)
);
--> statement-breakpoint
CREATE TABLE "roll_marks" (
	"council_id" uuid NOT NULL,
	"poll_id" uuid NOT NULL,
	"voter_hash" "bytea" NOT NULL,
	"area_id" uuid,
	"age_band" text DEFAULT '' NOT NULL,
	"channel" "channel" NOT NULL,
	"marked_on" date NOT NULL,
	CONSTRAINT "roll_marks_poll_id_voter_hash_pk" PRIMARY KEY("poll_id","voter_hash")
);
--> statement-breakpoint
CREATE TABLE "voter_passes" (
	"token_hash" "bytea" NOT NULL,
	"poll_id" uuid NOT NULL,
	"council_id" uuid NOT NULL,
	"voter_hash" "bytea" NOT NULL,
	"area_id" uuid,
	"age_band" text DEFAULT '' NOT NULL,
	"channel" "channel" DEFAULT 'online' NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "voter_passes_token_hash_poll_id_pk" PRIMARY KEY("token_hash","poll_id")
);
--> statement-breakpoint
CREATE TABLE "poll_options" (
	"poll_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"subject_id" uuid NOT NULL,
	"title_en" text DEFAULT '' NOT NULL,
	"title_cy" text DEFAULT '' NOT NULL,
	"cost_pence" bigint,
	"reference" text NOT NULL,
	CONSTRAINT "poll_options_poll_id_number_pk" PRIMARY KEY("poll_id","number"),
	CONSTRAINT "poll_options_cost_check" CHECK ("poll_options"."cost_pence" >= 0)
);
--> statement-breakpoint
CREATE TABLE "polls" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"question_en" text DEFAULT '' NOT NULL,
	"question_cy" text DEFAULT '' NOT NULL,
	"ballot_kind" "ballot_kind" NOT NULL,
	"min_choices" integer DEFAULT 0 NOT NULL,
	"max_choices" integer,
	"budget_pence" bigint,
	"rule" text NOT NULL,
	"rule_parameters" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"electorate_id" uuid NOT NULL,
	"opens_at" timestamp with time zone,
	"closes_at" timestamp with time zone,
	"state" "poll_state" DEFAULT 'draft' NOT NULL,
	"fingerprint" "bytea",
	"seed" text,
	CONSTRAINT "polls_times_check" CHECK ("polls"."closes_at" > "polls"."opens_at"),
	CONSTRAINT "polls_budget_check" CHECK ("polls"."budget_pence" > 0),
	CONSTRAINT "polls_choices_check" CHECK ("polls"."min_choices" >= 0 and ("polls"."max_choices" is null or "polls"."max_choices" >= greatest("polls"."min_choices", 1))),
	CONSTRAINT "polls_ready_check" CHECK ("polls"."state" = 'draft' or ("polls"."opens_at" is not null and "polls"."closes_at" is not null and "polls"."fingerprint" is not null and "polls"."seed" is not null))
);
--> statement-breakpoint
CREATE TABLE "poll_counts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"poll_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"rule_parameters" jsonb NOT NULL,
	"ballots_counted" integer NOT NULL,
	"winners" integer[] NOT NULL,
	"spent_pence" bigint NOT NULL,
	"sheet" jsonb NOT NULL,
	"digest" "bytea" NOT NULL,
	"official" boolean NOT NULL,
	"counted_at" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "poll_lots" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"poll_id" uuid NOT NULL,
	"lot_order" integer[] NOT NULL,
	"witness" text NOT NULL,
	"drawn_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "authenticator_apps" ADD CONSTRAINT "authenticator_apps_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkey_challenges" ADD CONSTRAINT "passkey_challenges_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_stages" ADD CONSTRAINT "asset_transfer_stages_transfer_id_asset_transfers_id_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."asset_transfers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfers" ADD CONSTRAINT "asset_transfers_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfers" ADD CONSTRAINT "asset_transfers_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pots" ADD CONSTRAINT "pots_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pots" ADD CONSTRAINT "pots_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pots" ADD CONSTRAINT "pots_poll_id_polls_id_fk" FOREIGN KEY ("poll_id") REFERENCES "public"."polls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_phases" ADD CONSTRAINT "programme_phases_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_pot_id_pots_id_fk" FOREIGN KEY ("pot_id") REFERENCES "public"."pots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "areas" ADD CONSTRAINT "areas_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postcodes" ADD CONSTRAINT "postcodes_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file_imports" ADD CONSTRAINT "file_imports_file_id_stored_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."stored_files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_faults" ADD CONSTRAINT "import_faults_import_id_file_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."file_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stored_file_pieces" ADD CONSTRAINT "stored_file_pieces_file_id_stored_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."stored_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagement_areas" ADD CONSTRAINT "engagement_areas_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagement_areas" ADD CONSTRAINT "engagement_areas_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagement_changes" ADD CONSTRAINT "engagement_changes_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagement_feedback" ADD CONSTRAINT "engagement_feedback_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagements" ADD CONSTRAINT "engagements_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagements" ADD CONSTRAINT "engagements_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagements" ADD CONSTRAINT "engagements_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagements" ADD CONSTRAINT "engagements_approver_id_people_id_fk" FOREIGN KEY ("approver_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readiness_signatures" ADD CONSTRAINT "readiness_signatures_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readiness_signatures" ADD CONSTRAINT "readiness_signatures_signed_by_people_id_fk" FOREIGN KEY ("signed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "priority_targets" ADD CONSTRAINT "priority_targets_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_options" ADD CONSTRAINT "poll_options_poll_id_polls_id_fk" FOREIGN KEY ("poll_id") REFERENCES "public"."polls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "people_email_key" ON "people" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "passkeys_person_idx" ON "passkeys" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_person_idx" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "pots_council_idx" ON "pots" USING btree ("council_id");--> statement-breakpoint
CREATE INDEX "projects_council_idx" ON "projects" USING btree ("council_id");--> statement-breakpoint
CREATE INDEX "file_imports_council_idx" ON "file_imports" USING btree ("council_id","created_at");--> statement-breakpoint
CREATE INDEX "thread_links_to_idx" ON "thread_links" USING btree ("council_id","to_kind","to_id");--> statement-breakpoint
CREATE INDEX "engagement_changes_idx" ON "engagement_changes" USING btree ("engagement_id","changed_at");--> statement-breakpoint
CREATE INDEX "engagements_hub_idx" ON "engagements" USING btree ("council_id","state","closes_at");--> statement-breakpoint
CREATE INDEX "mail_messages_created_idx" ON "mail_messages" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "outbox_waiting_idx" ON "outbox" USING btree ("id");--> statement-breakpoint
CREATE INDEX "roll_marks_turnout_idx" ON "roll_marks" USING btree ("poll_id","area_id","channel");--> statement-breakpoint
CREATE INDEX "poll_counts_poll_idx" ON "poll_counts" USING btree ("poll_id");