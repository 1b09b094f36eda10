CREATE TYPE "public"."election_template" AS ENUM('young-mayor', 'youth-council', 'parish-poll', 'citizens-panel');--> statement-breakpoint
CREATE TYPE "public"."office_rule" AS ENUM('supplementary_vote', 'irv', 'scottish_stv', 'fptp', 'approval');--> statement-breakpoint
CREATE TYPE "public"."hustings_question_state" AS ENUM('held', 'shown', 'refused');--> statement-breakpoint
CREATE TYPE "public"."nomination_state" AS ENUM('draft', 'sent', 'accepted', 'rejected', 'withdrawn');--> statement-breakpoint
CREATE TABLE "contests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"election_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"name_cy" text DEFAULT '' NOT NULL,
	"area_id" uuid,
	"poll_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"lot_seed" text,
	"lot_drawn_at" timestamp with time zone,
	"lot_drawn_by" uuid,
	"lot_witness" text DEFAULT '' NOT NULL,
	CONSTRAINT "contests_slug_key" UNIQUE("election_id","slug"),
	CONSTRAINT "contests_poll_key" UNIQUE("poll_id"),
	CONSTRAINT "contests_council_key" UNIQUE("id","council_id"),
	CONSTRAINT "contests_lot_check" CHECK (("contests"."lot_seed" is null) = ("contests"."lot_drawn_at" is null) and ("contests"."lot_seed" is null) = ("contests"."lot_drawn_by" is null) and ("contests"."lot_seed" is null or "contests"."lot_witness" <> ''))
);
--> statement-breakpoint
CREATE TABLE "election_offices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"election_id" uuid NOT NULL,
	"rank" integer NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"name_cy" text DEFAULT '' NOT NULL,
	"places" integer NOT NULL,
	CONSTRAINT "election_offices_rank_key" UNIQUE("election_id","rank"),
	CONSTRAINT "election_offices_places_check" CHECK ("election_offices"."places" between 1 and 40 and "election_offices"."rank" >= 1)
);
--> statement-breakpoint
CREATE TABLE "elections" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"template" "election_template" NOT NULL,
	"rule" "office_rule" NOT NULL,
	"candidate_min_age" integer,
	"candidate_max_age" integer,
	"nominators" integer NOT NULL,
	"spending_pence" bigint NOT NULL,
	"conduct_en" text DEFAULT '' NOT NULL,
	"conduct_cy" text DEFAULT '' NOT NULL,
	"notice_on" date NOT NULL,
	"nominations_open_on" date NOT NULL,
	"nominations_close_on" date NOT NULL,
	"withdraw_by_on" date NOT NULL,
	"voting_opens_on" date NOT NULL,
	"polling_day" date NOT NULL,
	"results_on" date NOT NULL,
	"removed_on" date NOT NULL,
	"removed_at" timestamp with time zone,
	"indexed" boolean DEFAULT false NOT NULL,
	"notice_given_at" timestamp with time zone,
	"notice_given_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "elections_council_key" UNIQUE("id","council_id"),
	CONSTRAINT "elections_nominators_check" CHECK ("elections"."nominators" between 0 and 100),
	CONSTRAINT "elections_spending_check" CHECK ("elections"."spending_pence" >= 0),
	CONSTRAINT "elections_ages_check" CHECK ("elections"."candidate_min_age" is null or "elections"."candidate_max_age" is null or "elections"."candidate_min_age" <= "elections"."candidate_max_age"),
	CONSTRAINT "elections_notice_check" CHECK (("elections"."notice_given_at" is null) = ("elections"."notice_given_by" is null)),
	CONSTRAINT "elections_calendar_check" CHECK ("elections"."notice_on" <= "elections"."nominations_open_on" and "elections"."nominations_open_on" < "elections"."nominations_close_on" and "elections"."nominations_close_on" <= "elections"."withdraw_by_on"
        and "elections"."withdraw_by_on" < "elections"."voting_opens_on" and "elections"."voting_opens_on" <= "elections"."polling_day" and "elections"."polling_day" <= "elections"."results_on" and "elections"."results_on" <= "elections"."removed_on")
);
--> statement-breakpoint
CREATE TABLE "hustings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"election_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"place_en" text DEFAULT '' NOT NULL,
	"place_cy" text DEFAULT '' NOT NULL,
	"about_en" text DEFAULT '' NOT NULL,
	"about_cy" text DEFAULT '' NOT NULL,
	CONSTRAINT "hustings_place_check" CHECK ("hustings"."place_en" || "hustings"."place_cy" <> '')
);
--> statement-breakpoint
CREATE TABLE "hustings_answers" (
	"question_id" uuid NOT NULL,
	"nomination_id" uuid NOT NULL,
	"text" text NOT NULL,
	"state" "hustings_question_state" DEFAULT 'held' NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "hustings_answers_question_id_nomination_id_pk" PRIMARY KEY("question_id","nomination_id"),
	CONSTRAINT "hustings_answers_reason_check" CHECK ("hustings_answers"."state" <> 'refused' or "hustings_answers"."reason" <> '')
);
--> statement-breakpoint
CREATE TABLE "hustings_questions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"election_id" uuid NOT NULL,
	"text" text NOT NULL,
	"asked_by" text DEFAULT '' NOT NULL,
	"state" "hustings_question_state" DEFAULT 'held' NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	CONSTRAINT "hustings_questions_reason_check" CHECK ("hustings_questions"."state" <> 'refused' or "hustings_questions"."reason" <> ''),
	CONSTRAINT "hustings_questions_decided_check" CHECK (("hustings_questions"."state" = 'held') = ("hustings_questions"."decided_at" is null))
);
--> statement-breakpoint
CREATE TABLE "nominations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"contest_id" uuid NOT NULL,
	"person_id" uuid,
	"number" integer NOT NULL,
	"state" "nomination_state" DEFAULT 'draft' NOT NULL,
	"given_name" text NOT NULL,
	"surname" text DEFAULT '' NOT NULL,
	"shows_surname" boolean DEFAULT false NOT NULL,
	"school" text DEFAULT '' NOT NULL,
	"year_group" integer,
	"born" date,
	"tell_apart_en" text DEFAULT '' NOT NULL,
	"tell_apart_cy" text DEFAULT '' NOT NULL,
	"statement_en" text DEFAULT '' NOT NULL,
	"statement_cy" text DEFAULT '' NOT NULL,
	"promises_en" text DEFAULT '' NOT NULL,
	"promises_cy" text DEFAULT '' NOT NULL,
	"photo_id" uuid,
	"video_url" text DEFAULT '' NOT NULL,
	"video_captioned" boolean DEFAULT false NOT NULL,
	"consent_needed" boolean NOT NULL,
	"parent_name" text DEFAULT '' NOT NULL,
	"parent_email" text DEFAULT '' NOT NULL,
	"consent_code_hash" "bytea",
	"consent_asked_at" timestamp with time zone,
	"consent_at" timestamp with time zone,
	"consent_by" text DEFAULT '' NOT NULL,
	"consent_how" text DEFAULT '' NOT NULL,
	"reason_en" text DEFAULT '' NOT NULL,
	"reason_cy" text DEFAULT '' NOT NULL,
	"sent_at" timestamp with time zone,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_after_print" boolean DEFAULT false NOT NULL,
	"place" integer,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "nominations_number_key" UNIQUE("contest_id","number"),
	CONSTRAINT "nominations_place_key" UNIQUE("contest_id","place"),
	CONSTRAINT "nominations_person_key" UNIQUE("contest_id","person_id"),
	CONSTRAINT "nominations_photo_key" UNIQUE("photo_id"),
	CONSTRAINT "nominations_contest_key" UNIQUE("id","contest_id"),
	CONSTRAINT "nominations_words_check" CHECK (coalesce(array_length(regexp_split_to_array(nullif(btrim("nominations"."statement_en", E' \t\n\r'), ''), '\s+'), 1), 0) <= 200 and coalesce(array_length(regexp_split_to_array(nullif(btrim("nominations"."statement_cy", E' \t\n\r'), ''), '\s+'), 1), 0) <= 200),
	CONSTRAINT "nominations_video_check" CHECK ("nominations"."video_url" = '' or ("nominations"."video_url" ~ '^https://' and "nominations"."video_captioned")),
	CONSTRAINT "nominations_consent_check" CHECK ("nominations"."state" <> 'accepted' or not "nominations"."consent_needed" or "nominations"."consent_at" is not null),
	CONSTRAINT "nominations_consent_by_check" CHECK ("nominations"."consent_at" is null or ("nominations"."consent_how" in ('link', 'paper') and "nominations"."consent_by" <> '')),
	CONSTRAINT "nominations_reason_check" CHECK ("nominations"."state" <> 'rejected' or "nominations"."reason_en" || "nominations"."reason_cy" <> ''),
	CONSTRAINT "nominations_decided_check" CHECK ("nominations"."state" not in ('accepted', 'rejected') or ("nominations"."decided_at" is not null and "nominations"."decided_by" is not null)),
	CONSTRAINT "nominations_withdrawn_check" CHECK (("nominations"."state" = 'withdrawn') = ("nominations"."withdrawn_at" is not null) and (not "nominations"."withdrawn_after_print" or ("nominations"."state" = 'withdrawn' and "nominations"."place" is not null))),
	CONSTRAINT "nominations_place_check" CHECK ("nominations"."place" is null or "nominations"."state" in ('accepted', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "nominators" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"nomination_id" uuid NOT NULL,
	"contest_id" uuid NOT NULL,
	"key" "bytea" NOT NULL,
	"name" text NOT NULL,
	"school" text DEFAULT '' NOT NULL,
	"how" text NOT NULL,
	"code_hash" "bytea",
	"asked_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"declined_at" timestamp with time zone,
	CONSTRAINT "nominators_asked_key" UNIQUE("nomination_id","key"),
	CONSTRAINT "nominators_code_key" UNIQUE("code_hash"),
	CONSTRAINT "nominators_how_check" CHECK ("nominators"."how" in ('code', 'paper') and ("nominators"."how" = 'code') = ("nominators"."code_hash" is not null)),
	CONSTRAINT "nominators_key_check" CHECK (octet_length("nominators"."key") = 32),
	CONSTRAINT "nominators_answer_check" CHECK ("nominators"."confirmed_at" is null or "nominators"."declined_at" is null)
);
--> statement-breakpoint
CREATE TABLE "code_packs" (
	"batch_id" uuid PRIMARY KEY NOT NULL,
	"council_id" uuid NOT NULL,
	"school_id" uuid NOT NULL,
	"year_group" integer NOT NULL,
	"class_name" text NOT NULL,
	"sent" integer NOT NULL,
	"received" integer,
	"returned" integer,
	"difference" text DEFAULT '' NOT NULL,
	"received_at" timestamp with time zone,
	"returned_at" timestamp with time zone,
	CONSTRAINT "code_packs_class_key" UNIQUE("school_id","year_group","class_name"),
	CONSTRAINT "code_packs_sent_check" CHECK ("code_packs"."sent" > 0 and "code_packs"."received" >= 0 and "code_packs"."returned" between 0 and "code_packs"."received"),
	CONSTRAINT "code_packs_difference_check" CHECK ("code_packs"."received" is null or "code_packs"."received" = "code_packs"."sent" or "code_packs"."difference" <> ''),
	CONSTRAINT "code_packs_times_check" CHECK (("code_packs"."received" is null) = ("code_packs"."received_at" is null) and ("code_packs"."returned" is null) = ("code_packs"."returned_at" is null))
);
--> statement-breakpoint
CREATE TABLE "election_schools" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"election_id" uuid NOT NULL,
	"name" text NOT NULL,
	"place_id" uuid,
	"joined_at" timestamp with time zone NOT NULL,
	CONSTRAINT "election_schools_name_key" UNIQUE("election_id","name"),
	CONSTRAINT "election_schools_council_key" UNIQUE("id","council_id"),
	CONSTRAINT "election_schools_name_check" CHECK ("election_schools"."name" <> '')
);
--> statement-breakpoint
CREATE TABLE "school_years" (
	"school_id" uuid NOT NULL,
	"year_group" integer NOT NULL,
	"pupils" integer NOT NULL,
	CONSTRAINT "school_years_school_id_year_group_pk" PRIMARY KEY("school_id","year_group"),
	CONSTRAINT "school_years_check" CHECK ("school_years"."year_group" between 1 and 14 and "school_years"."pupils" between 1 and 5000)
);
--> statement-breakpoint
ALTER TABLE "engagements" ADD COLUMN "election_id" uuid;--> statement-breakpoint
ALTER TABLE "contests" ADD CONSTRAINT "contests_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contests" ADD CONSTRAINT "contests_poll_id_polls_id_fk" FOREIGN KEY ("poll_id") REFERENCES "public"."polls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contests" ADD CONSTRAINT "contests_lot_drawn_by_people_id_fk" FOREIGN KEY ("lot_drawn_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contests" ADD CONSTRAINT "contests_election_id_council_id_elections_id_council_id_fk" FOREIGN KEY ("election_id","council_id") REFERENCES "public"."elections"("id","council_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "election_offices" ADD CONSTRAINT "election_offices_election_id_elections_id_fk" FOREIGN KEY ("election_id") REFERENCES "public"."elections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "elections" ADD CONSTRAINT "elections_notice_given_by_people_id_fk" FOREIGN KEY ("notice_given_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hustings" ADD CONSTRAINT "hustings_election_id_council_id_elections_id_council_id_fk" FOREIGN KEY ("election_id","council_id") REFERENCES "public"."elections"("id","council_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hustings_answers" ADD CONSTRAINT "hustings_answers_question_id_hustings_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."hustings_questions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hustings_answers" ADD CONSTRAINT "hustings_answers_nomination_id_nominations_id_fk" FOREIGN KEY ("nomination_id") REFERENCES "public"."nominations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hustings_questions" ADD CONSTRAINT "hustings_questions_election_id_council_id_elections_id_council_id_fk" FOREIGN KEY ("election_id","council_id") REFERENCES "public"."elections"("id","council_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nominations" ADD CONSTRAINT "nominations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nominations" ADD CONSTRAINT "nominations_photo_id_photos_id_fk" FOREIGN KEY ("photo_id") REFERENCES "public"."photos"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nominations" ADD CONSTRAINT "nominations_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nominations" ADD CONSTRAINT "nominations_contest_id_council_id_contests_id_council_id_fk" FOREIGN KEY ("contest_id","council_id") REFERENCES "public"."contests"("id","council_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nominators" ADD CONSTRAINT "nominators_nomination_id_contest_id_nominations_id_contest_id_fk" FOREIGN KEY ("nomination_id","contest_id") REFERENCES "public"."nominations"("id","contest_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "code_packs" ADD CONSTRAINT "code_packs_batch_id_code_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."code_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "code_packs" ADD CONSTRAINT "code_packs_school_id_council_id_election_schools_id_council_id_fk" FOREIGN KEY ("school_id","council_id") REFERENCES "public"."election_schools"("id","council_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "election_schools" ADD CONSTRAINT "election_schools_place_id_polling_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."polling_places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "election_schools" ADD CONSTRAINT "election_schools_election_id_council_id_elections_id_council_id_fk" FOREIGN KEY ("election_id","council_id") REFERENCES "public"."elections"("id","council_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "school_years" ADD CONSTRAINT "school_years_school_id_election_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."election_schools"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contests_council_idx" ON "contests" USING btree ("council_id");--> statement-breakpoint
CREATE INDEX "hustings_election_idx" ON "hustings" USING btree ("election_id");--> statement-breakpoint
CREATE INDEX "hustings_questions_idx" ON "hustings_questions" USING btree ("election_id","state");--> statement-breakpoint
CREATE INDEX "nominations_council_idx" ON "nominations" USING btree ("council_id");--> statement-breakpoint
CREATE UNIQUE INDEX "nominators_once_key" ON "nominators" USING btree ("contest_id","key") WHERE "nominators"."confirmed_at" is not null;--> statement-breakpoint
ALTER TABLE "engagements" ADD CONSTRAINT "engagements_election_id_elections_id_fk" FOREIGN KEY ("election_id") REFERENCES "public"."elections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagements" ADD CONSTRAINT "engagements_election_key" UNIQUE("election_id");
--> statement-breakpoint
/*
 * A nomination is accepted only with as many people behind it as the election asks for, and what was decided stays decided:
 * nobody who was rejected or withdrew comes back, and from an accepted paper the only way is to withdraw.
 */
create function keep_nomination() returns trigger language plpgsql as $$
declare
  v_needed integer;
  v_confirmed integer;
begin
  if tg_op = 'UPDATE' and old.state <> new.state then
    if old.state in ('rejected', 'withdrawn') or (old.state = 'accepted' and new.state <> 'withdrawn') then
      raise exception 'nomination % is decided', old.id using errcode = 'restrict_violation';
    end if;
  end if;
  if new.state = 'accepted' and (tg_op = 'INSERT' or old.state <> 'accepted') then
    select e.nominators into v_needed from contests c join elections e on e.id = c.election_id where c.id = new.contest_id;
    select count(*) into v_confirmed from nominators n where n.nomination_id = new.id and n.confirmed_at is not null;
    if v_confirmed < v_needed then
      raise exception 'nomination % has % of % nominators', new.id, v_confirmed, v_needed using errcode = 'check_violation';
    end if;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger nominations_kept before insert or update on nominations for each row execute function keep_nomination();
--> statement-breakpoint
/* The lot is drawn once: a paper in another order would need another seed, and nobody chooses between two. */
create function keep_lot() returns trigger language plpgsql as $$
begin
  if old.lot_seed is not null and new.lot_seed is distinct from old.lot_seed then
    raise exception 'the lot of contest % is drawn', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger contests_lot_kept before update on contests for each row execute function keep_lot();
