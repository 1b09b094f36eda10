CREATE TYPE "public"."recruitment_source" AS ENUM('resident', 'panel', 'outside-area', 'not-known');--> statement-breakpoint
CREATE TYPE "public"."respondent_kind" AS ENUM('person', 'organisation');--> statement-breakpoint
CREATE TYPE "public"."response_channel" AS ENUM('web', 'paper', 'e-mail', 'letter', 'meeting-note');--> statement-breakpoint
CREATE TYPE "public"."response_language" AS ENUM('en', 'cy');--> statement-breakpoint
CREATE TYPE "public"."response_state" AS ENUM('in-progress', 'submitted');--> statement-breakpoint
CREATE TYPE "public"."scan_state" AS ENUM('waiting', 'clean', 'refused');--> statement-breakpoint
CREATE TABLE "consultations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"draft" jsonb NOT NULL,
	"version" integer,
	"opens_at" timestamp with time zone,
	"closes_at" timestamp with time zone,
	CONSTRAINT "consultations_times_check" CHECK ("consultations"."closes_at" > "consultations"."opens_at"),
	CONSTRAINT "consultations_published_check" CHECK ("consultations"."version" is null or ("consultations"."opens_at" is not null and "consultations"."closes_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "survey_templates" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"name" text NOT NULL,
	"document" jsonb NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey_versions" (
	"consultation_id" uuid NOT NULL,
	"council_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"document" jsonb NOT NULL,
	"reason_en" text DEFAULT '' NOT NULL,
	"reason_cy" text DEFAULT '' NOT NULL,
	"published_by" uuid NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "survey_versions_consultation_id_version_pk" PRIMARY KEY("consultation_id","version"),
	CONSTRAINT "survey_versions_version_check" CHECK ("survey_versions"."version" >= 1),
	CONSTRAINT "survey_versions_reason_check" CHECK ("survey_versions"."version" = 1 or "survey_versions"."reason_en" <> '')
);
--> statement-breakpoint
CREATE TABLE "equality_records" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"consultation_id" uuid NOT NULL,
	"answers" jsonb NOT NULL,
	"alongside" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "response_answers" (
	"response_id" uuid NOT NULL,
	"consultation_id" uuid NOT NULL,
	"question_code" text NOT NULL,
	"value" jsonb NOT NULL,
	CONSTRAINT "response_answers_response_id_question_code_pk" PRIMARY KEY("response_id","question_code"),
	CONSTRAINT "response_answers_value_check" CHECK (jsonb_typeof("response_answers"."value") = 'object')
);
--> statement-breakpoint
CREATE TABLE "response_files" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"response_id" uuid NOT NULL,
	"question_code" text NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"sha256" "bytea" NOT NULL,
	"content" "bytea" NOT NULL,
	"scan" "scan_state" DEFAULT 'waiting' NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "response_files_once_key" UNIQUE("response_id","question_code","sha256")
);
--> statement-breakpoint
CREATE TABLE "responses" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"consultation_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"state" "response_state" DEFAULT 'in-progress' NOT NULL,
	"channel" "response_channel" NOT NULL,
	"respondent" "respondent_kind" DEFAULT 'person' NOT NULL,
	"organisation_name" text DEFAULT '' NOT NULL,
	"recruitment_source" "recruitment_source" DEFAULT 'not-known' NOT NULL,
	"language" "response_language" DEFAULT 'en' NOT NULL,
	"easy_read" boolean DEFAULT false NOT NULL,
	"received_at" timestamp with time zone,
	"started_at" timestamp with time zone NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"reference" text,
	"key_hash" "bytea",
	"return_code_hash" "bytea",
	"equality_asked" boolean DEFAULT false NOT NULL,
	CONSTRAINT "responses_reference_key" UNIQUE("reference"),
	CONSTRAINT "responses_key_key" UNIQUE("key_hash"),
	CONSTRAINT "responses_return_code_key" UNIQUE("consultation_id","return_code_hash"),
	CONSTRAINT "responses_consultation_key" UNIQUE("id","consultation_id"),
	CONSTRAINT "responses_submitted_check" CHECK ("responses"."state" = 'in-progress' or ("responses"."received_at" is not null and "responses"."reference" is not null)),
	CONSTRAINT "responses_organisation_check" CHECK ("responses"."respondent" = 'organisation' or "responses"."organisation_name" = '')
);
--> statement-breakpoint
ALTER TABLE "engagements" ADD COLUMN "consultation_id" uuid;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_templates" ADD CONSTRAINT "survey_templates_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_templates" ADD CONSTRAINT "survey_templates_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_versions" ADD CONSTRAINT "survey_versions_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_versions" ADD CONSTRAINT "survey_versions_published_by_people_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "equality_records" ADD CONSTRAINT "equality_records_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_answers" ADD CONSTRAINT "response_answers_response_fk" FOREIGN KEY ("response_id","consultation_id") REFERENCES "public"."responses"("id","consultation_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_files" ADD CONSTRAINT "response_files_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_version_fk" FOREIGN KEY ("consultation_id","version") REFERENCES "public"."survey_versions"("consultation_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consultations_council_idx" ON "consultations" USING btree ("council_id");--> statement-breakpoint
CREATE INDEX "survey_templates_council_idx" ON "survey_templates" USING btree ("council_id");--> statement-breakpoint
CREATE INDEX "equality_records_consultation_idx" ON "equality_records" USING btree ("consultation_id");--> statement-breakpoint
CREATE INDEX "response_answers_question_idx" ON "response_answers" USING btree ("consultation_id","question_code");--> statement-breakpoint
CREATE INDEX "response_files_response_idx" ON "response_files" USING btree ("response_id","question_code");--> statement-breakpoint
CREATE INDEX "responses_register_idx" ON "responses" USING btree ("consultation_id","state","received_at");--> statement-breakpoint
CREATE INDEX "responses_council_idx" ON "responses" USING btree ("council_id");--> statement-breakpoint
ALTER TABLE "engagements" ADD CONSTRAINT "engagements_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagements" ADD CONSTRAINT "engagements_consultation_key" UNIQUE("consultation_id");--> statement-breakpoint
-- The version that is asked is one that was published.
alter table consultations add constraint consultations_version_fk foreign key (id, version) references survey_versions (consultation_id, version);--> statement-breakpoint
-- What was asked, and what was said of equality, stays as it was.
create trigger survey_versions_append_only before update or delete on survey_versions for each row execute function refuse_change();--> statement-breakpoint
create trigger survey_versions_no_truncate before truncate on survey_versions for each statement execute function refuse_change();--> statement-breakpoint
create trigger equality_records_append_only before update or delete on equality_records for each row execute function refuse_change();--> statement-breakpoint
create trigger equality_records_no_truncate before truncate on equality_records for each statement execute function refuse_change();--> statement-breakpoint
revoke update, delete on survey_versions, equality_records from folkmoot_web;--> statement-breakpoint

-- A response that was sent stays sent, and what comes by the web comes while the consultation is open.
create function keep_responses() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.state = 'submitted' then
      raise exception 'response % was sent and is kept', old.id using errcode = 'restrict_violation';
    end if;
    return old;
  end if;
  if tg_op = 'UPDATE' and old.state = 'submitted' and
    (new.state, new.council_id, new.consultation_id, new.version, new.channel, new.language, new.reference, new.started_at)
    is distinct from (old.state, old.council_id, old.consultation_id, old.version, old.channel, old.language, old.reference, old.started_at) then
    raise exception 'response % was sent and is kept', old.id using errcode = 'restrict_violation';
  end if;
  if new.state = 'submitted' and new.channel = 'web' and (tg_op = 'INSERT' or old.state = 'in-progress') and not exists (
    select from consultations where id = new.consultation_id and opens_at <= new.received_at and new.received_at < closes_at) then
    raise exception 'consultation % is not open', new.consultation_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger responses_kept before insert or update or delete on responses for each row execute function keep_responses();--> statement-breakpoint

-- Answers and files change until they are sent. After that only a full postcode may go, which the ward outlives.
create function keep_response_parts() returns trigger language plpgsql as $$
declare
  v_response uuid := case when tg_op = 'DELETE' then old.response_id else new.response_id end;
  v_state response_state;
begin
  select state into v_state from responses where id = v_response for share;
  if v_state = 'submitted' then
    if tg_op = 'UPDATE' and tg_table_name = 'response_answers' and to_jsonb(new) = to_jsonb(old) #- '{value,postcode}' then return new; end if;
    if tg_op = 'UPDATE' and tg_table_name = 'response_files' and to_jsonb(new) - 'scan' = to_jsonb(old) - 'scan' then return new; end if;
    raise exception 'response % was sent and is kept', v_response using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;--> statement-breakpoint
create trigger response_answers_kept before insert or update or delete on response_answers for each row execute function keep_response_parts();--> statement-breakpoint
create trigger response_files_kept before insert or update or delete on response_files for each row execute function keep_response_parts();
