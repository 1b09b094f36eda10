CREATE TYPE "public"."asset_condition" AS ENUM('good', 'satisfactory', 'poor', 'bad', 'not-surveyed');--> statement-breakpoint
CREATE TYPE "public"."asset_tenure" AS ENUM('freehold', 'leasehold', 'private');--> statement-breakpoint
CREATE TYPE "public"."transfer_regime" AS ENUM('community-transfer', 'right-to-bid', 'scottish-request');--> statement-breakpoint
CREATE TYPE "public"."identity_way" AS ENUM('documents-seen', 'one-login-p2');--> statement-breakpoint
CREATE TYPE "public"."transfer_outcome" AS ENUM('agreed', 'refused');--> statement-breakpoint
CREATE TYPE "public"."body_kind" AS ENUM('unincorporated', 'parish-council', 'charity', 'charitable-incorporated-organisation', 'company-limited-by-guarantee', 'community-interest-company', 'community-benefit-society');--> statement-breakpoint
CREATE TYPE "public"."transfer_document_kind" AS ENUM('constitution', 'accounts', 'business-plan', 'cash-flow', 'insurance', 'safeguarding', 'boundary', 'use', 'condition-survey', 'equality-assessment', 'valuation', 'lease-terms');--> statement-breakpoint
CREATE TYPE "public"."transfer_interest" AS ENUM('ownership', 'lease', 'rights', 'nomination', 'bid');--> statement-breakpoint
ALTER TYPE "public"."transfer_stage" ADD VALUE 'nomination' BEFORE 'expression-of-interest';--> statement-breakpoint
ALTER TYPE "public"."transfer_stage" ADD VALUE 'listed' BEFORE 'expression-of-interest';--> statement-breakpoint
ALTER TYPE "public"."transfer_stage" ADD VALUE 'sale-notified' BEFORE 'expression-of-interest';--> statement-breakpoint
ALTER TYPE "public"."transfer_stage" ADD VALUE 'bid-requested' BEFORE 'expression-of-interest';--> statement-breakpoint
ALTER TYPE "public"."transfer_stage" ADD VALUE 'moratorium-over' BEFORE 'expression-of-interest';--> statement-breakpoint
ALTER TYPE "public"."transfer_stage" ADD VALUE 'request' BEFORE 'assessment';--> statement-breakpoint
ALTER TYPE "public"."transfer_stage" ADD VALUE 'validated' BEFORE 'assessment';--> statement-breakpoint
ALTER TYPE "public"."transfer_stage" ADD VALUE 'views' BEFORE 'decision';--> statement-breakpoint
ALTER TYPE "public"."transfer_stage" ADD VALUE 'heads-of-terms' BEFORE 'completion';--> statement-breakpoint
CREATE TABLE "assets" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"reference" text NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"name_cy" text DEFAULT '' NOT NULL,
	"description_en" text DEFAULT '' NOT NULL,
	"description_cy" text DEFAULT '' NOT NULL,
	"address" text NOT NULL,
	"uprn" text DEFAULT '' NOT NULL,
	"area_id" uuid,
	"regime" "transfer_regime" NOT NULL,
	"tenure" "asset_tenure" NOT NULL,
	"condition" "asset_condition" NOT NULL,
	"floor_square_metres" integer,
	"running_cost_pence" bigint,
	"valuation_pence" bigint,
	"valued_on" date,
	"open_space" boolean DEFAULT false NOT NULL,
	"own_consent" boolean DEFAULT false NOT NULL,
	"covenants_en" text DEFAULT '' NOT NULL,
	"covenants_cy" text DEFAULT '' NOT NULL,
	"barred_by" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "assets_slug_key" UNIQUE("council_id","slug"),
	CONSTRAINT "assets_reference_key" UNIQUE("council_id","reference"),
	CONSTRAINT "assets_money_check" CHECK ("assets"."running_cost_pence" >= 0 and "assets"."valuation_pence" >= 0 and "assets"."floor_square_metres" > 0),
	CONSTRAINT "assets_valued_check" CHECK (("assets"."valuation_pence" is null) = ("assets"."valued_on" is null)),
	CONSTRAINT "assets_barred_check" CHECK (jsonb_typeof("assets"."barred_by") = 'array')
);
--> statement-breakpoint
CREATE TABLE "asset_transfer_agreements" (
	"transfer_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"signed_as" text NOT NULL,
	"agreed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "asset_transfer_agreements_transfer_id_version_pk" PRIMARY KEY("transfer_id","version")
);
--> statement-breakpoint
CREATE TABLE "asset_transfer_checks" (
	"transfer_id" uuid PRIMARY KEY NOT NULL,
	"way" "identity_way" NOT NULL,
	"checked_by" uuid NOT NULL,
	"checked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "asset_transfer_decisions" (
	"transfer_id" uuid PRIMARY KEY NOT NULL,
	"outcome" "transfer_outcome" NOT NULL,
	"decided_on" date NOT NULL,
	"decided_by" uuid NOT NULL,
	"reasons_en" text DEFAULT '' NOT NULL,
	"reasons_cy" text DEFAULT '' NOT NULL,
	"undervalue_rule" boolean NOT NULL,
	"own_consent" boolean NOT NULL,
	"unrestricted_pence" bigint,
	"price_pence" bigint,
	"lease_years" integer,
	"consent_reference" text DEFAULT '' NOT NULL,
	CONSTRAINT "asset_transfer_decisions_reasons_check" CHECK (length(trim("asset_transfer_decisions"."reasons_en" || "asset_transfer_decisions"."reasons_cy")) > 0),
	CONSTRAINT "asset_transfer_decisions_money_check" CHECK ("asset_transfer_decisions"."unrestricted_pence" >= 0 and "asset_transfer_decisions"."price_pence" >= 0 and "asset_transfer_decisions"."lease_years" > 0),
	CONSTRAINT "asset_transfer_decisions_undervalue_check" CHECK ("asset_transfer_decisions"."outcome" = 'refused' or not "asset_transfer_decisions"."undervalue_rule" or ("asset_transfer_decisions"."unrestricted_pence" is not null and "asset_transfer_decisions"."price_pence" is not null and (trim("asset_transfer_decisions"."consent_reference") <> ''
        or (not "asset_transfer_decisions"."own_consent" and ("asset_transfer_decisions"."unrestricted_pence" - "asset_transfer_decisions"."price_pence" <= 200000000 or coalesce("asset_transfer_decisions"."lease_years" <= 7, false))))))
);
--> statement-breakpoint
CREATE TABLE "asset_transfer_moderations" (
	"transfer_id" uuid PRIMARY KEY NOT NULL,
	"moderator_id" uuid NOT NULL,
	"scores" jsonb NOT NULL,
	"why_en" text DEFAULT '' NOT NULL,
	"why_cy" text DEFAULT '' NOT NULL,
	"moderated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "asset_transfer_returns" (
	"transfer_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"story" text NOT NULL,
	"reached" jsonb NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "asset_transfer_returns_transfer_id_year_pk" PRIMARY KEY("transfer_id","year")
);
--> statement-breakpoint
CREATE TABLE "asset_transfer_sheets" (
	"transfer_id" uuid NOT NULL,
	"seat" integer NOT NULL,
	"scorer_id" uuid NOT NULL,
	"scores" jsonb NOT NULL,
	"why" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "asset_transfer_sheets_transfer_id_seat_pk" PRIMARY KEY("transfer_id","seat"),
	CONSTRAINT "asset_transfer_sheets_scorer_key" UNIQUE("transfer_id","scorer_id"),
	CONSTRAINT "asset_transfer_sheets_seat_check" CHECK ("asset_transfer_sheets"."seat" in (1, 2))
);
--> statement-breakpoint
CREATE TABLE "asset_transfer_terms" (
	"transfer_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"text_en" text DEFAULT '' NOT NULL,
	"text_cy" text DEFAULT '' NOT NULL,
	"benefits" jsonb NOT NULL,
	"put_at" timestamp with time zone NOT NULL,
	CONSTRAINT "asset_transfer_terms_transfer_id_version_pk" PRIMARY KEY("transfer_id","version"),
	CONSTRAINT "asset_transfer_terms_version_check" CHECK ("asset_transfer_terms"."version" > 0)
);
--> statement-breakpoint
CREATE TABLE "asset_transfer_answers" (
	"question_id" uuid PRIMARY KEY NOT NULL,
	"transfer_id" uuid NOT NULL,
	"text" text NOT NULL,
	"answered_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "asset_transfer_documents" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"transfer_id" uuid NOT NULL,
	"kind" "transfer_document_kind" NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"byte_length" integer NOT NULL,
	"sha256" "bytea" NOT NULL,
	"content" "bytea" NOT NULL,
	"by_officer" boolean NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "asset_transfer_documents_once_key" UNIQUE("transfer_id","kind","sha256"),
	CONSTRAINT "asset_transfer_documents_size_check" CHECK ("asset_transfer_documents"."byte_length" between 1 and 10485760)
);
--> statement-breakpoint
CREATE TABLE "asset_transfer_drafts" (
	"person_id" uuid NOT NULL,
	"asset_id" uuid NOT NULL,
	"council_id" uuid NOT NULL,
	"values" jsonb NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "asset_transfer_drafts_person_id_asset_id_pk" PRIMARY KEY("person_id","asset_id"),
	CONSTRAINT "asset_transfer_drafts_values_check" CHECK (jsonb_typeof("asset_transfer_drafts"."values") = 'object')
);
--> statement-breakpoint
CREATE TABLE "asset_transfer_questions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"transfer_id" uuid NOT NULL,
	"text" text NOT NULL,
	"asked_by" uuid,
	"asked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "asset_transfer_questions_key" UNIQUE("id","transfer_id")
);
--> statement-breakpoint
CREATE TABLE "open_space_notices" (
	"transfer_id" uuid PRIMARY KEY NOT NULL,
	"newspaper" text NOT NULL,
	"first_on" date NOT NULL,
	"second_on" date NOT NULL,
	CONSTRAINT "open_space_notices_weeks_check" CHECK (date_trunc('week', "open_space_notices"."second_on"::timestamp) - date_trunc('week', "open_space_notices"."first_on"::timestamp) = interval '7 days')
);
--> statement-breakpoint
ALTER TABLE "asset_transfer_stages" ADD COLUMN "recorded_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "asset_transfers" ADD COLUMN "asset_id" uuid;--> statement-breakpoint
ALTER TABLE "asset_transfers" ADD COLUMN "regime" "transfer_regime" DEFAULT 'community-transfer' NOT NULL;--> statement-breakpoint
ALTER TABLE "asset_transfers" ADD COLUMN "interest" "transfer_interest" DEFAULT 'lease' NOT NULL;--> statement-breakpoint
ALTER TABLE "asset_transfers" ADD COLUMN "lease_years" integer;--> statement-breakpoint
ALTER TABLE "asset_transfers" ADD COLUMN "body_kind" "body_kind";--> statement-breakpoint
ALTER TABLE "asset_transfers" ADD COLUMN "members" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "asset_transfers" ADD COLUMN "body_number" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "asset_transfers" ADD COLUMN "gains" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "asset_transfers" ADD COLUMN "funding" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "asset_transfers" ADD COLUMN "offered_pence" bigint;--> statement-breakpoint
ALTER TABLE "asset_transfers" ADD COLUMN "written_in" text DEFAULT 'en' NOT NULL;--> statement-breakpoint
ALTER TABLE "asset_transfers" ADD COLUMN "applicant_id" uuid;--> statement-breakpoint
ALTER TABLE "asset_transfers" ADD COLUMN "declaration" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "asset_transfers" ADD COLUMN "declared_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "assets" ADD CONSTRAINT "assets_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assets" ADD CONSTRAINT "assets_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_agreements" ADD CONSTRAINT "asset_transfer_agreements_terms_fk" FOREIGN KEY ("transfer_id","version") REFERENCES "public"."asset_transfer_terms"("transfer_id","version") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_checks" ADD CONSTRAINT "asset_transfer_checks_transfer_id_asset_transfers_id_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."asset_transfers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_checks" ADD CONSTRAINT "asset_transfer_checks_checked_by_people_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_decisions" ADD CONSTRAINT "asset_transfer_decisions_transfer_id_asset_transfers_id_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."asset_transfers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_decisions" ADD CONSTRAINT "asset_transfer_decisions_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_moderations" ADD CONSTRAINT "asset_transfer_moderations_transfer_id_asset_transfers_id_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."asset_transfers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_moderations" ADD CONSTRAINT "asset_transfer_moderations_moderator_id_people_id_fk" FOREIGN KEY ("moderator_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_returns" ADD CONSTRAINT "asset_transfer_returns_transfer_id_asset_transfers_id_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."asset_transfers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_sheets" ADD CONSTRAINT "asset_transfer_sheets_transfer_id_asset_transfers_id_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."asset_transfers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_sheets" ADD CONSTRAINT "asset_transfer_sheets_scorer_id_people_id_fk" FOREIGN KEY ("scorer_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_terms" ADD CONSTRAINT "asset_transfer_terms_transfer_id_asset_transfers_id_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."asset_transfers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_answers" ADD CONSTRAINT "asset_transfer_answers_question_fk" FOREIGN KEY ("question_id","transfer_id") REFERENCES "public"."asset_transfer_questions"("id","transfer_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_documents" ADD CONSTRAINT "asset_transfer_documents_transfer_id_asset_transfers_id_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."asset_transfers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_drafts" ADD CONSTRAINT "asset_transfer_drafts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_drafts" ADD CONSTRAINT "asset_transfer_drafts_asset_id_assets_id_fk" FOREIGN KEY ("asset_id") REFERENCES "public"."assets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_questions" ADD CONSTRAINT "asset_transfer_questions_transfer_id_asset_transfers_id_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."asset_transfers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_questions" ADD CONSTRAINT "asset_transfer_questions_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_space_notices" ADD CONSTRAINT "open_space_notices_transfer_id_asset_transfers_id_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."asset_transfers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assets_area_idx" ON "assets" USING btree ("area_id");--> statement-breakpoint
CREATE INDEX "asset_transfer_questions_idx" ON "asset_transfer_questions" USING btree ("transfer_id","asked_at");--> statement-breakpoint
ALTER TABLE "asset_transfers" ADD CONSTRAINT "asset_transfers_asset_id_assets_id_fk" FOREIGN KEY ("asset_id") REFERENCES "public"."assets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfers" ADD CONSTRAINT "asset_transfers_applicant_id_people_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "asset_transfers_asset_idx" ON "asset_transfers" USING btree ("asset_id");--> statement-breakpoint
CREATE INDEX "asset_transfers_applicant_idx" ON "asset_transfers" USING btree ("applicant_id");--> statement-breakpoint
ALTER TABLE "asset_transfers" ADD CONSTRAINT "asset_transfers_lease_check" CHECK ("asset_transfers"."lease_years" between 1 and 999);--> statement-breakpoint
ALTER TABLE "asset_transfers" ADD CONSTRAINT "asset_transfers_numbers_check" CHECK ("asset_transfers"."members" >= 0 and "asset_transfers"."offered_pence" >= 0);--> statement-breakpoint
-- What was reached, sent, said, scored, decided and agreed stays as it was.
do $$
declare
  v_table text;
begin
  foreach v_table in array array['asset_transfer_stages', 'asset_transfer_documents', 'asset_transfer_questions', 'asset_transfer_answers', 'open_space_notices',
    'asset_transfer_checks', 'asset_transfer_sheets', 'asset_transfer_moderations', 'asset_transfer_decisions', 'asset_transfer_terms', 'asset_transfer_agreements',
    'asset_transfer_returns'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', v_table || '_append_only', v_table);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', v_table || '_no_truncate', v_table);
    execute format('revoke update, delete on %I from folkmoot_web', v_table);
  end loop;
end $$;
--> statement-breakpoint
-- A third person settles what two gave.
create function check_moderation() returns trigger language plpgsql as $$
begin
  if (select count(*) from asset_transfer_sheets where transfer_id = new.transfer_id) <> 2
    or exists (select from asset_transfer_sheets where transfer_id = new.transfer_id and scorer_id = new.moderator_id) then
    raise exception 'the scores of % are settled by a third person, when both are in', new.transfer_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger asset_transfer_moderations_by_a_third before insert on asset_transfer_moderations for each row execute function check_moderation();
