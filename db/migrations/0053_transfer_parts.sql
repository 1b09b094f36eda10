CREATE TYPE "public"."transfer_part" AS ENUM('case', 'score', 'settle', 'decide');--> statement-breakpoint
CREATE TABLE "asset_transfer_interests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"transfer_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"interested" boolean NOT NULL,
	"what" text DEFAULT '' NOT NULL,
	"declared_at" timestamp with time zone NOT NULL,
	CONSTRAINT "asset_transfer_interests_what_check" CHECK ("asset_transfer_interests"."interested" = (trim("asset_transfer_interests"."what") <> ''))
);
--> statement-breakpoint
CREATE TABLE "asset_transfer_parts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"transfer_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"part" "transfer_part" NOT NULL,
	"given_by" uuid,
	"given_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "asset_transfer_interests" ADD CONSTRAINT "asset_transfer_interests_transfer_id_asset_transfers_id_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."asset_transfers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_interests" ADD CONSTRAINT "asset_transfer_interests_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_parts" ADD CONSTRAINT "asset_transfer_parts_transfer_id_asset_transfers_id_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."asset_transfers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_parts" ADD CONSTRAINT "asset_transfer_parts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_parts" ADD CONSTRAINT "asset_transfer_parts_given_by_people_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "asset_transfer_interests_idx" ON "asset_transfer_interests" USING btree ("transfer_id","person_id","declared_at");--> statement-breakpoint
CREATE UNIQUE INDEX "asset_transfer_parts_key" ON "asset_transfer_parts" USING btree ("transfer_id","person_id","part") WHERE "asset_transfer_parts"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "asset_transfer_parts_one_judging_key" ON "asset_transfer_parts" USING btree ("transfer_id","person_id") WHERE "asset_transfer_parts"."ended_at" is null and "asset_transfer_parts"."part" <> 'case';--> statement-breakpoint
CREATE INDEX "asset_transfer_parts_person_idx" ON "asset_transfer_parts" USING btree ("person_id");--> statement-breakpoint
-- A part is asked for and ended once; who had it and since when stays. What was declared stays as it was said.
create function keep_transfer_part() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.ended_at is null and new.ended_at is not null and to_jsonb(new) - 'ended_at' = to_jsonb(old) - 'ended_at' then return new; end if;
  raise exception 'a part of an asset transfer is ended once and stays' using errcode = 'restrict_violation';
end $$;--> statement-breakpoint
create trigger asset_transfer_parts_kept before update or delete on asset_transfer_parts for each row execute function keep_transfer_part();--> statement-breakpoint
create trigger asset_transfer_parts_no_truncate before truncate on asset_transfer_parts for each statement execute function refuse_change();--> statement-breakpoint
create trigger asset_transfer_interests_append_only before update or delete on asset_transfer_interests for each row execute function refuse_change();--> statement-breakpoint
create trigger asset_transfer_interests_no_truncate before truncate on asset_transfer_interests for each statement execute function refuse_change();--> statement-breakpoint
revoke delete on asset_transfer_parts from folkmoot_web;--> statement-breakpoint
revoke update, delete on asset_transfer_interests from folkmoot_web;--> statement-breakpoint
-- Whoever scores, settles or decides was asked to, has said that they have no interest, does not apply, and does only one of the three.
create function check_transfer_judge() returns trigger language plpgsql as $$
declare
  v_person uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
  v_part transfer_part := tg_argv[1]::transfer_part;
begin
  if exists (
    select from (
      select 'score'::transfer_part as part, scorer_id as person from asset_transfer_sheets where transfer_id = new.transfer_id
      union all select 'settle', moderator_id from asset_transfer_moderations where transfer_id = new.transfer_id
      union all select 'decide', decided_by from asset_transfer_decisions where transfer_id = new.transfer_id
    ) as done where person = v_person and part <> v_part
  ) then
    raise exception 'whoever scores, settles or decides % does only one of the three', new.transfer_id using errcode = 'restrict_violation';
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
create trigger asset_transfer_sheets_judge before insert on asset_transfer_sheets for each row execute function check_transfer_judge('scorer_id', 'score');--> statement-breakpoint
create trigger asset_transfer_moderations_judge before insert on asset_transfer_moderations for each row execute function check_transfer_judge('moderator_id', 'settle');--> statement-breakpoint
create trigger asset_transfer_decisions_judge before insert on asset_transfer_decisions for each row execute function check_transfer_judge('decided_by', 'decide');
