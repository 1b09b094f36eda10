CREATE TYPE "public"."hustings_reason" AS ENUM('names-somebody', 'unkind', 'not-for-candidates', 'asked-before', 'not-true', 'other');--> statement-breakpoint
CREATE TYPE "public"."hustings_state" AS ENUM('held', 'shown', 'refused');--> statement-breakpoint
CREATE TABLE "hustings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"election_id" uuid NOT NULL,
	"title_en" text DEFAULT '' NOT NULL,
	"title_cy" text DEFAULT '' NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"place_en" text DEFAULT '' NOT NULL,
	"place_cy" text DEFAULT '' NOT NULL,
	"access_en" text DEFAULT '' NOT NULL,
	"access_cy" text DEFAULT '' NOT NULL,
	"online_url" text DEFAULT '' NOT NULL,
	"cancelled_at" timestamp with time zone,
	"cancelled_en" text DEFAULT '' NOT NULL,
	"cancelled_cy" text DEFAULT '' NOT NULL,
	CONSTRAINT "hustings_times_check" CHECK ("hustings"."starts_at" < "hustings"."ends_at"),
	CONSTRAINT "hustings_title_check" CHECK ("hustings"."title_en" <> ''),
	CONSTRAINT "hustings_place_check" CHECK ("hustings"."place_en" || "hustings"."place_cy" || "hustings"."online_url" <> '' and ("hustings"."online_url" = '' or "hustings"."online_url" ~ '^https://')),
	CONSTRAINT "hustings_cancelled_check" CHECK ("hustings"."cancelled_at" is null or "hustings"."cancelled_en" || "hustings"."cancelled_cy" <> '')
);
--> statement-breakpoint
CREATE TABLE "hustings_answers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"question_id" uuid NOT NULL,
	"contest_id" uuid NOT NULL,
	"nomination_id" uuid NOT NULL,
	"lang" text NOT NULL,
	"text" text NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	"state" "hustings_state" DEFAULT 'held' NOT NULL,
	"reason" "hustings_reason",
	"note" text DEFAULT '' NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	CONSTRAINT "hustings_answers_once_key" UNIQUE("question_id","nomination_id"),
	CONSTRAINT "hustings_answers_text_check" CHECK ("hustings_answers"."text" <> '' and coalesce(array_length(regexp_split_to_array(nullif(btrim("hustings_answers"."text", E' \t\n\r'), ''), '\s+'), 1), 0) <= 150 and "hustings_answers"."lang" in ('en', 'cy')),
	CONSTRAINT "hustings_answers_reason_check" CHECK (("hustings_answers"."state" = 'refused') = ("hustings_answers"."reason" is not null) and ("hustings_answers"."reason" is distinct from 'other' or "hustings_answers"."note" <> '')),
	CONSTRAINT "hustings_answers_decided_check" CHECK (("hustings_answers"."state" = 'held') = ("hustings_answers"."decided_at" is null) and ("hustings_answers"."decided_at" is null) = ("hustings_answers"."decided_by" is null))
);
--> statement-breakpoint
CREATE TABLE "hustings_questions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"election_id" uuid NOT NULL,
	"contest_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"asked_by" uuid,
	"lang" text NOT NULL,
	"text" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"state" "hustings_state" DEFAULT 'held' NOT NULL,
	"reason" "hustings_reason",
	"note" text DEFAULT '' NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	CONSTRAINT "hustings_questions_number_key" UNIQUE("election_id","number"),
	CONSTRAINT "hustings_questions_contest_key" UNIQUE("id","contest_id"),
	CONSTRAINT "hustings_questions_text_check" CHECK (char_length("hustings_questions"."text") between 1 and 300 and "hustings_questions"."lang" in ('en', 'cy')),
	CONSTRAINT "hustings_questions_reason_check" CHECK (("hustings_questions"."state" = 'refused') = ("hustings_questions"."reason" is not null) and ("hustings_questions"."reason" is distinct from 'other' or "hustings_questions"."note" <> '')),
	CONSTRAINT "hustings_questions_decided_check" CHECK (("hustings_questions"."state" = 'held') = ("hustings_questions"."decided_at" is null) and ("hustings_questions"."decided_at" is null) = ("hustings_questions"."decided_by" is null)),
	CONSTRAINT "hustings_questions_own_check" CHECK ("hustings_questions"."decided_by" is null or "hustings_questions"."asked_by" is null or "hustings_questions"."decided_by" <> "hustings_questions"."asked_by")
);
--> statement-breakpoint
ALTER TABLE "hustings" ADD CONSTRAINT "hustings_election_id_council_id_elections_id_council_id_fk" FOREIGN KEY ("election_id","council_id") REFERENCES "public"."elections"("id","council_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hustings_answers" ADD CONSTRAINT "hustings_answers_question_id_contest_id_hustings_questions_id_contest_id_fk" FOREIGN KEY ("question_id","contest_id") REFERENCES "public"."hustings_questions"("id","contest_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hustings_answers" ADD CONSTRAINT "hustings_answers_nomination_id_contest_id_nominations_id_contest_id_fk" FOREIGN KEY ("nomination_id","contest_id") REFERENCES "public"."nominations"("id","contest_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hustings_questions" ADD CONSTRAINT "hustings_questions_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hustings_questions" ADD CONSTRAINT "hustings_questions_election_id_council_id_elections_id_council_id_fk" FOREIGN KEY ("election_id","council_id") REFERENCES "public"."elections"("id","council_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hustings_questions" ADD CONSTRAINT "hustings_questions_contest_id_council_id_contests_id_council_id_fk" FOREIGN KEY ("contest_id","council_id") REFERENCES "public"."contests"("id","council_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "hustings_election_idx" ON "hustings" USING btree ("election_id","starts_at");--> statement-breakpoint
CREATE INDEX "hustings_answers_nomination_idx" ON "hustings_answers" USING btree ("nomination_id");--> statement-breakpoint
CREATE INDEX "hustings_questions_state_idx" ON "hustings_questions" USING btree ("election_id","state");--> statement-breakpoint
-- With an account goes what its person asked and nobody reads; of what everybody reads it is forgotten who asked.
create function forget_questions() returns trigger language plpgsql as $$
begin
  delete from hustings_questions where asked_by = old.id and state <> 'shown';
  return old;
end $$;--> statement-breakpoint
revoke execute on function forget_questions() from public;--> statement-breakpoint
create trigger people_questions_forgotten before delete on people for each row execute function forget_questions();
