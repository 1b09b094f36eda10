CREATE TYPE "public"."publication_verdict" AS ENUM('undecided', 'published', 'withheld');--> statement-breakpoint
CREATE TYPE "public"."response_sign_kind" AS ENUM('duplicate', 'burst', 'campaign');--> statement-breakpoint
CREATE TYPE "public"."response_sign_verdict" AS ENUM('undecided', 'stands', 'apart');--> statement-breakpoint
CREATE TYPE "public"."publish_consent" AS ENUM('not-asked', 'no', 'yes');--> statement-breakpoint
CREATE TABLE "publication_steps" (
	"response_id" uuid NOT NULL,
	"question_code" text NOT NULL,
	"step" integer NOT NULL,
	"verdict" "publication_verdict" NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"cuts" jsonb NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "publication_steps_response_id_question_code_step_pk" PRIMARY KEY("response_id","question_code","step"),
	CONSTRAINT "publication_steps_reason_check" CHECK ("publication_steps"."verdict" <> 'withheld' or "publication_steps"."reason" <> '')
);
--> statement-breakpoint
CREATE TABLE "published_answers" (
	"response_id" uuid NOT NULL,
	"consultation_id" uuid NOT NULL,
	"question_code" text NOT NULL,
	"parts" jsonb,
	"words" text NOT NULL,
	CONSTRAINT "published_answers_response_id_question_code_pk" PRIMARY KEY("response_id","question_code")
);
--> statement-breakpoint
CREATE TABLE "published_responses" (
	"response_id" uuid PRIMARY KEY NOT NULL,
	"council_id" uuid NOT NULL,
	"consultation_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "published_responses_number_key" UNIQUE("consultation_id","number")
);
--> statement-breakpoint
CREATE TABLE "paper_keyings" (
	"batch_id" uuid NOT NULL,
	"paper" integer NOT NULL,
	"turn" smallint NOT NULL,
	"keyer_id" uuid NOT NULL,
	"keyed_at" timestamp with time zone NOT NULL,
	"document" jsonb NOT NULL,
	CONSTRAINT "paper_keyings_batch_id_paper_turn_pk" PRIMARY KEY("batch_id","paper","turn"),
	CONSTRAINT "paper_keyings_turn_check" CHECK ("paper_keyings"."turn" between 1 and 3),
	CONSTRAINT "paper_keyings_paper_check" CHECK ("paper_keyings"."paper" >= 1)
);
--> statement-breakpoint
CREATE TABLE "response_batches" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"consultation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"papers" integer NOT NULL,
	"received_on" date NOT NULL,
	"twice" boolean NOT NULL,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	CONSTRAINT "response_batches_name_key" UNIQUE("consultation_id","name"),
	CONSTRAINT "response_batches_papers_check" CHECK ("response_batches"."papers" between 1 and 500)
);
--> statement-breakpoint
CREATE TABLE "response_contacts" (
	"response_id" uuid PRIMARY KEY NOT NULL,
	"council_id" uuid NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"tell_results" boolean DEFAULT false NOT NULL,
	CONSTRAINT "response_contacts_check" CHECK ("response_contacts"."name" <> '' or "response_contacts"."email" <> '' or "response_contacts"."address" <> '')
);
--> statement-breakpoint
CREATE TABLE "response_letters" (
	"response_id" uuid NOT NULL,
	"occasion" text NOT NULL,
	"way" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"sent_by" uuid,
	CONSTRAINT "response_letters_response_id_occasion_pk" PRIMARY KEY("response_id","occasion"),
	CONSTRAINT "response_letters_occasion_check" CHECK ("response_letters"."occasion" in ('received', 'results')),
	CONSTRAINT "response_letters_way_check" CHECK ("response_letters"."way" in ('mail', 'post'))
);
--> statement-breakpoint
CREATE TABLE "response_openings" (
	"response_id" uuid NOT NULL,
	"officer_id" uuid NOT NULL,
	"day" date NOT NULL,
	CONSTRAINT "response_openings_response_id_officer_id_day_pk" PRIMARY KEY("response_id","officer_id","day")
);
--> statement-breakpoint
CREATE TABLE "response_readings" (
	"response_id" uuid NOT NULL,
	"reader_id" uuid NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	CONSTRAINT "response_readings_response_id_reader_id_pk" PRIMARY KEY("response_id","reader_id")
);
--> statement-breakpoint
CREATE TABLE "response_signs" (
	"response_id" uuid NOT NULL,
	"council_id" uuid NOT NULL,
	"consultation_id" uuid NOT NULL,
	"kind" "response_sign_kind" NOT NULL,
	"group_key" text NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	"verdict" "response_sign_verdict" DEFAULT 'undecided' NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "response_signs_response_id_kind_group_key_pk" PRIMARY KEY("response_id","kind","group_key"),
	CONSTRAINT "response_signs_decided_check" CHECK (("response_signs"."verdict" = 'undecided') = ("response_signs"."decided_by" is null) and ("response_signs"."decided_by" is null) = ("response_signs"."decided_at" is null)),
	CONSTRAINT "response_signs_reason_check" CHECK ("response_signs"."verdict" <> 'apart' or "response_signs"."reason" <> '')
);
--> statement-breakpoint
CREATE TABLE "saved_reminders" (
	"response_id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_searches" (
	"consultation_id" uuid PRIMARY KEY NOT NULL,
	"council_id" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"asked_by" uuid NOT NULL,
	"finished_at" timestamp with time zone,
	"responses" integer
);
--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "publish_consent" "publish_consent" DEFAULT 'not-asked' NOT NULL;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "entered_by" uuid;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "paper_number" text;--> statement-breakpoint
ALTER TABLE "publication_steps" ADD CONSTRAINT "publication_steps_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_steps" ADD CONSTRAINT "publication_steps_answer_fk" FOREIGN KEY ("response_id","question_code") REFERENCES "public"."response_answers"("response_id","question_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_answers" ADD CONSTRAINT "published_answers_response_id_published_responses_response_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."published_responses"("response_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_answers" ADD CONSTRAINT "published_answers_answer_fk" FOREIGN KEY ("response_id","question_code") REFERENCES "public"."response_answers"("response_id","question_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_responses" ADD CONSTRAINT "published_responses_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_keyings" ADD CONSTRAINT "paper_keyings_batch_id_response_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."response_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_keyings" ADD CONSTRAINT "paper_keyings_keyer_id_people_id_fk" FOREIGN KEY ("keyer_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_batches" ADD CONSTRAINT "response_batches_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_batches" ADD CONSTRAINT "response_batches_opened_by_people_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_contacts" ADD CONSTRAINT "response_contacts_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_letters" ADD CONSTRAINT "response_letters_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_letters" ADD CONSTRAINT "response_letters_sent_by_people_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_openings" ADD CONSTRAINT "response_openings_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_openings" ADD CONSTRAINT "response_openings_officer_id_people_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_readings" ADD CONSTRAINT "response_readings_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_readings" ADD CONSTRAINT "response_readings_reader_id_people_id_fk" FOREIGN KEY ("reader_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_signs" ADD CONSTRAINT "response_signs_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_signs" ADD CONSTRAINT "response_signs_response_fk" FOREIGN KEY ("response_id","consultation_id") REFERENCES "public"."responses"("id","consultation_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_reminders" ADD CONSTRAINT "saved_reminders_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_searches" ADD CONSTRAINT "sign_searches_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_searches" ADD CONSTRAINT "sign_searches_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "published_answers_consultation_idx" ON "published_answers" USING btree ("consultation_id");--> statement-breakpoint
CREATE INDEX "published_answers_words_idx" ON "published_answers" USING gin (search_words("words", ''));--> statement-breakpoint
CREATE INDEX "response_contacts_council_idx" ON "response_contacts" USING btree ("council_id");--> statement-breakpoint
CREATE INDEX "response_signs_group_idx" ON "response_signs" USING btree ("consultation_id","kind","group_key");--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_entered_by_people_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_paper_number_key" UNIQUE("consultation_id","paper_number");--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_entered_check" CHECK ("responses"."channel" <> 'web' or ("responses"."entered_by" is null and "responses"."paper_number" is null));--> statement-breakpoint
-- What was sent stays as it was sent. Only leave to publish may still be taken back.
create or replace function keep_responses() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.state = 'submitted' then
      raise exception 'response % was sent and is kept', old.id using errcode = 'restrict_violation';
    end if;
    return old;
  end if;
  if tg_op = 'UPDATE' and old.state = 'submitted' and (
    (new.state, new.council_id, new.consultation_id, new.version, new.channel, new.language, new.reference, new.started_at, new.entered_by, new.paper_number)
    is distinct from (old.state, old.council_id, old.consultation_id, old.version, old.channel, old.language, old.reference, old.started_at, old.entered_by, old.paper_number)
    or (new.publish_consent is distinct from old.publish_consent and new.publish_consent <> 'no')) then
    raise exception 'response % was sent and is kept', old.id using errcode = 'restrict_violation';
  end if;
  if new.state = 'submitted' and new.channel = 'web' and (tg_op = 'INSERT' or old.state = 'in-progress') and not exists (
    select from consultations where id = new.consultation_id and opens_at <= new.received_at and new.received_at < closes_at) then
    raise exception 'consultation % is not open', new.consultation_id using errcode = 'restrict_violation';
  end if;
  if tg_op = 'UPDATE' and old.publish_consent = 'yes' and new.publish_consent = 'no' then
    delete from published_answers where response_id = new.id;
  end if;
  return new;
end $$;--> statement-breakpoint

-- Nobody is published who did not agree.
create function publish_with_leave() returns trigger language plpgsql as $$
begin
  if not exists (select from responses r where r.id = new.response_id and r.consultation_id = new.consultation_id and r.state = 'submitted' and r.publish_consent = 'yes' for share) then
    raise exception 'response % may not be published', new.response_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger published_answers_with_leave before insert or update on published_answers for each row execute function publish_with_leave();--> statement-breakpoint
create trigger published_responses_with_leave before insert or update on published_responses for each row execute function publish_with_leave();--> statement-breakpoint

-- The two who write in a paper are two.
create unique index paper_keyings_two_people_key on paper_keyings (batch_id, paper, keyer_id) where turn < 3;--> statement-breakpoint

-- Decisions, readings, letters and what was keyed stay true.
create trigger publication_steps_append_only before update or delete on publication_steps for each row execute function refuse_change();--> statement-breakpoint
create trigger publication_steps_no_truncate before truncate on publication_steps for each statement execute function refuse_change();--> statement-breakpoint
create trigger paper_keyings_append_only before update or delete on paper_keyings for each row execute function refuse_change();--> statement-breakpoint
create trigger paper_keyings_no_truncate before truncate on paper_keyings for each statement execute function refuse_change();--> statement-breakpoint
create trigger response_readings_kept before update on response_readings for each row execute function refuse_change();--> statement-breakpoint
create trigger response_letters_kept before update on response_letters for each row execute function refuse_change();--> statement-breakpoint
revoke update, delete on publication_steps, paper_keyings, response_readings, response_letters, response_openings from folkmoot_web;
