CREATE TYPE "public"."appeal_outcome" AS ENUM('allowed', 'dismissed', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."review_ground" AS ENUM('refused', 'terms', 'undecided');--> statement-breakpoint
CREATE TYPE "public"."review_outcome" AS ENUM('confirmed', 'modified', 'substituted');--> statement-breakpoint
CREATE TYPE "public"."review_procedure" AS ENUM('any', 'written', 'hearing', 'site-visit');--> statement-breakpoint
ALTER TYPE "public"."transfer_part" ADD VALUE 'review';--> statement-breakpoint
CREATE TABLE "asset_transfer_appeal_outcomes" (
	"transfer_id" uuid PRIMARY KEY NOT NULL,
	"outcome" "appeal_outcome" NOT NULL,
	"decided_on" date NOT NULL,
	"summary_en" text DEFAULT '' NOT NULL,
	"summary_cy" text DEFAULT '' NOT NULL,
	"noted_by" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "asset_transfer_appeals" (
	"transfer_id" uuid PRIMARY KEY NOT NULL,
	"appealed_on" date NOT NULL,
	"reference" text DEFAULT '' NOT NULL,
	"noted_by" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "asset_transfer_review_decisions" (
	"transfer_id" uuid PRIMARY KEY NOT NULL,
	"outcome" "review_outcome" NOT NULL,
	"result" "transfer_outcome" NOT NULL,
	"decided_on" date NOT NULL,
	"body" text NOT NULL,
	"reasons_en" text DEFAULT '' NOT NULL,
	"reasons_cy" text DEFAULT '' NOT NULL,
	"noted_by" uuid NOT NULL,
	CONSTRAINT "asset_transfer_review_decisions_words_check" CHECK (trim("asset_transfer_review_decisions"."body") <> '' and trim("asset_transfer_review_decisions"."reasons_en" || "asset_transfer_review_decisions"."reasons_cy") <> '')
);
--> statement-breakpoint
CREATE TABLE "asset_transfer_reviews" (
	"transfer_id" uuid PRIMARY KEY NOT NULL,
	"ground" "review_ground" NOT NULL,
	"asked_on" date NOT NULL,
	"reasons" text NOT NULL,
	"written_in" text NOT NULL,
	"procedure" "review_procedure" NOT NULL,
	"entered_by" uuid,
	"acknowledged_at" timestamp with time zone,
	CONSTRAINT "asset_transfer_reviews_reasons_check" CHECK (trim("asset_transfer_reviews"."reasons") <> '')
);
--> statement-breakpoint
ALTER TABLE "asset_transfer_appeal_outcomes" ADD CONSTRAINT "asset_transfer_appeal_outcomes_noted_by_people_id_fk" FOREIGN KEY ("noted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_appeal_outcomes" ADD CONSTRAINT "asset_transfer_appeal_outcomes_appeal_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."asset_transfer_appeals"("transfer_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_appeals" ADD CONSTRAINT "asset_transfer_appeals_noted_by_people_id_fk" FOREIGN KEY ("noted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_appeals" ADD CONSTRAINT "asset_transfer_appeals_review_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."asset_transfer_reviews"("transfer_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_review_decisions" ADD CONSTRAINT "asset_transfer_review_decisions_noted_by_people_id_fk" FOREIGN KEY ("noted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_review_decisions" ADD CONSTRAINT "asset_transfer_review_decisions_review_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."asset_transfer_reviews"("transfer_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_reviews" ADD CONSTRAINT "asset_transfer_reviews_transfer_id_asset_transfers_id_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."asset_transfers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_reviews" ADD CONSTRAINT "asset_transfer_reviews_entered_by_people_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- Of an application for review only that it was acknowledged is written later, once.
create function keep_transfer_review() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.acknowledged_at is null and new.acknowledged_at is not null and to_jsonb(new) - 'acknowledged_at' = to_jsonb(old) - 'acknowledged_at' then return new; end if;
  raise exception 'an application for review stays as it was sent' using errcode = 'restrict_violation';
end $$;--> statement-breakpoint
create trigger asset_transfer_reviews_kept before update or delete on asset_transfer_reviews for each row execute function keep_transfer_review();--> statement-breakpoint
create trigger asset_transfer_reviews_no_truncate before truncate on asset_transfer_reviews for each statement execute function refuse_change();--> statement-breakpoint
revoke delete on asset_transfer_reviews from folkmoot_web;--> statement-breakpoint
do $$
declare
  v_table text;
begin
  foreach v_table in array array['asset_transfer_review_decisions', 'asset_transfer_appeals', 'asset_transfer_appeal_outcomes'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', v_table || '_append_only', v_table);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', v_table || '_no_truncate', v_table);
    execute format('revoke update, delete on %I from folkmoot_web', v_table);
  end loop;
end $$;--> statement-breakpoint
-- Whoever scores, settles, decides or notes the review was asked to, has said that they have no interest, does not apply, and does only one of the four.
create or replace function check_transfer_judge() returns trigger language plpgsql as $$
declare
  v_person uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
  v_part transfer_part := tg_argv[1]::transfer_part;
begin
  if exists (
    select from (
      select 'score'::transfer_part as part, scorer_id as person from asset_transfer_sheets where transfer_id = new.transfer_id
      union all select 'settle', moderator_id from asset_transfer_moderations where transfer_id = new.transfer_id
      union all select 'decide', decided_by from asset_transfer_decisions where transfer_id = new.transfer_id
      union all select 'review', noted_by from asset_transfer_review_decisions where transfer_id = new.transfer_id
    ) as done where person = v_person and part <> v_part
  ) then
    raise exception 'whoever scores, settles, decides or reviews % does only one of them', new.transfer_id using errcode = 'restrict_violation';
  end if;
  if not exists (select from asset_transfer_parts where transfer_id = new.transfer_id and person_id = v_person and part = v_part and ended_at is null)
    or exists (select from asset_transfers where id = new.transfer_id and applicant_id = v_person) then
    raise exception '% was not asked to % the application %', v_person, v_part, new.transfer_id using errcode = 'restrict_violation';
  end if;
  if coalesce((select interested from asset_transfer_interests where transfer_id = new.transfer_id and person_id = v_person order by declared_at desc, id desc limit 1), true) then
    raise exception '% has not said that they have no interest in %', v_person, new.transfer_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger asset_transfer_review_decisions_judge before insert on asset_transfer_review_decisions for each row execute function check_transfer_judge('noted_by', 'review');--> statement-breakpoint
-- Once a review was asked for, the decision that was not taken in time is councillors'.
create function refuse_decision_under_review() returns trigger language plpgsql as $$
begin
  if exists (select from asset_transfer_reviews where transfer_id = new.transfer_id) then
    raise exception 'a review of % was asked for', new.transfer_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger asset_transfer_decisions_not_under_review before insert on asset_transfer_decisions for each row execute function refuse_decision_under_review();
