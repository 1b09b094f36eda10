ALTER TYPE "public"."transfer_time_side" ADD VALUE 'owner';--> statement-breakpoint
ALTER TYPE "public"."review_ground" ADD VALUE 'listed';--> statement-breakpoint
CREATE TABLE "asset_listing_notices" (
	"transfer_id" uuid PRIMARY KEY NOT NULL,
	"given_on" date NOT NULL,
	"way" "transfer_notice_way" NOT NULL,
	"noted_by" uuid NOT NULL,
	"noted_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "asset_listing_owners" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"transfer_id" uuid NOT NULL,
	"person_id" uuid,
	"since" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "asset_listing_times" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"transfer_id" uuid NOT NULL,
	"until" date NOT NULL,
	"why" text NOT NULL,
	"allowed_by" uuid NOT NULL,
	"allowed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "asset_listing_times_why_check" CHECK (trim("asset_listing_times"."why") <> '')
);
--> statement-breakpoint
ALTER TABLE "asset_transfer_time_answers" DROP CONSTRAINT "asset_transfer_time_answers_letter_check";--> statement-breakpoint
ALTER TABLE "asset_transfer_stages" ADD COLUMN "recorded_by" uuid;--> statement-breakpoint
ALTER TABLE "asset_listing_notices" ADD CONSTRAINT "asset_listing_notices_transfer_id_asset_transfers_id_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."asset_transfers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_listing_notices" ADD CONSTRAINT "asset_listing_notices_noted_by_people_id_fk" FOREIGN KEY ("noted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_listing_owners" ADD CONSTRAINT "asset_listing_owners_transfer_id_asset_transfers_id_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."asset_transfers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_listing_owners" ADD CONSTRAINT "asset_listing_owners_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_listing_times" ADD CONSTRAINT "asset_listing_times_transfer_id_asset_transfers_id_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."asset_transfers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_listing_times" ADD CONSTRAINT "asset_listing_times_allowed_by_people_id_fk" FOREIGN KEY ("allowed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "asset_listing_owners_one_key" ON "asset_listing_owners" USING btree ("transfer_id") WHERE "asset_listing_owners"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "asset_listing_owners_person_idx" ON "asset_listing_owners" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "asset_listing_times_idx" ON "asset_listing_times" USING btree ("transfer_id","until");--> statement-breakpoint
ALTER TABLE "asset_transfer_stages" ADD CONSTRAINT "asset_transfer_stages_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_time_answers" ADD CONSTRAINT "asset_transfer_time_answers_letter_check" CHECK ((trim("asset_transfer_time_answers"."letter") <> '') = ("asset_transfer_time_answers"."noted_by" is not null) and ("asset_transfer_time_answers"."noted_by" is null or "asset_transfer_time_answers"."side"::text in ('organisation', 'owner')));--> statement-breakpoint
do $$
declare
  v_table text;
begin
  foreach v_table in array array['asset_listing_notices', 'asset_listing_times'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', v_table || '_append_only', v_table);
    execute format('revoke update, delete on %I from folkmoot_web', v_table);
  end loop;
  foreach v_table in array array['asset_listing_notices', 'asset_listing_times', 'asset_listing_owners'] loop
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', v_table || '_no_truncate', v_table);
  end loop;
end $$;--> statement-breakpoint
-- Of who opened the owner's page only that it ended is written later, once; with an account goes the person.
create function keep_listing_owner() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - 'ended_at' - 'person_id' = to_jsonb(old) - 'ended_at' - 'person_id'
    and (new.ended_at is not distinct from old.ended_at or old.ended_at is null)
    and (new.person_id is not distinct from old.person_id or new.person_id is null) then
    return new;
  end if;
  raise exception 'who opened the page of an owner stays as it was' using errcode = 'restrict_violation';
end $$;--> statement-breakpoint
create trigger asset_listing_owners_kept before update or delete on asset_listing_owners for each row execute function keep_listing_owner();--> statement-breakpoint
revoke delete on asset_listing_owners from folkmoot_web;--> statement-breakpoint
-- The day land came on the list of assets of community value; null where it is not on it.
create function listed_on(p_transfer uuid) returns date language sql stable as $$
  select s.reached_on from asset_transfer_stages s join asset_transfers t on t.id = s.transfer_id
  where t.id = p_transfer and t.regime = 'right-to-bid' and t.stage not in ('declined', 'withdrawn') and s.stage = 'listed'
$$;--> statement-breakpoint
-- Its owner is told when it is on the list, not before.
create function check_listing_notice() returns trigger language plpgsql as $$
begin
  if new.given_on < listed_on(new.transfer_id) or listed_on(new.transfer_id) is null then
    raise exception '% is not on the list of assets of community value on %', new.transfer_id, new.given_on using errcode = 'restrict_violation';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger asset_listing_notices_checked before insert on asset_listing_notices for each row execute function check_listing_notice();--> statement-breakpoint
-- A later day than the one that stands.
create function listing_review_until(p_transfer uuid) returns date language sql stable as $$
  select coalesce((select max(until) from asset_listing_times where transfer_id = p_transfer), (select given_on + 55 from asset_listing_notices where transfer_id = p_transfer))
$$;--> statement-breakpoint
create function check_listing_time() returns trigger language plpgsql as $$
begin
  perform from asset_transfers where id = new.transfer_id for update;
  if new.until > listing_review_until(new.transfer_id) then return new; end if;
  raise exception '% is no later than the last day to ask for a review of %', new.until, new.transfer_id using errcode = 'restrict_violation';
end $$;--> statement-breakpoint
create trigger asset_listing_times_checked before insert on asset_listing_times for each row execute function check_listing_time();--> statement-breakpoint
-- Of a listing its owner asks for a review, in eight weeks that begin with the notice, or in the time allowed; of anything else nobody does as owner.
create function check_listing_review() returns trigger language plpgsql as $$
declare
  v_listed date := listed_on(new.transfer_id);
begin
  if (new.ground::text = 'listed') <> ((select regime from asset_transfers where id = new.transfer_id) = 'right-to-bid') then
    raise exception 'the owner of listed land asks for a review of its listing' using errcode = 'restrict_violation';
  end if;
  if new.ground::text = 'listed' and (v_listed is null or new.asked_on < v_listed or new.asked_on > listing_review_until(new.transfer_id)) then
    raise exception 'the time to ask for a review of the listing of % is over, or it is not listed', new.transfer_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger asset_transfer_reviews_of_listing before insert on asset_transfer_reviews for each row execute function check_listing_review();--> statement-breakpoint
-- A listing stays or is taken off, and after the hearing that its owner asked for.
create function check_listing_review_decision() returns trigger language plpgsql as $$
begin
  if not exists (select from asset_transfers where id = new.transfer_id and regime = 'right-to-bid') then return new; end if;
  if (new.outcome = 'confirmed') <> (new.result = 'agreed') or new.outcome = 'modified' then
    raise exception 'a listing stays or is taken off' using errcode = 'restrict_violation';
  end if;
  if exists (select from asset_transfer_reviews where transfer_id = new.transfer_id and procedure = 'hearing')
    and not exists (select from asset_transfer_hearings where transfer_id = new.transfer_id and kind = 'hearing') then
    raise exception 'the owner of % asked for a hearing', new.transfer_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger asset_transfer_review_decisions_of_listing before insert on asset_transfer_review_decisions for each row execute function check_listing_review_decision();--> statement-breakpoint
-- Whoever scores, settles, decides or reviews was asked to, has said that they have no interest, neither applies nor owns it, and does only one of the four. A listing is reviewed by somebody who took no part in it.
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
  if v_part = 'review' and v_person in (select person_id from listing_deciders(new.transfer_id)) then
    raise exception '% took part in listing %', v_person, new.transfer_id using errcode = 'restrict_violation';
  end if;
  if not exists (select from asset_transfer_parts where transfer_id = new.transfer_id and person_id = v_person and part = v_part and ended_at is null)
    or exists (select from asset_transfers where id = new.transfer_id and applicant_id = v_person)
    or exists (select from asset_listing_owners where transfer_id = new.transfer_id and person_id = v_person) then
    raise exception '% was not asked to % the application %', v_person, v_part, new.transfer_id using errcode = 'restrict_violation';
  end if;
  if coalesce((select interested from asset_transfer_interests where transfer_id = new.transfer_id and person_id = v_person order by declared_at desc, id desc limit 1), true) then
    raise exception '% has not said that they have no interest in %', v_person, new.transfer_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;--> statement-breakpoint
-- Who took part in listing land: whoever noted it, and whoever was asked to do a part of the nomination before that.
create function listing_deciders(p_transfer uuid) returns table (person_id uuid) language sql stable as $$
  select s.recorded_by from asset_transfer_stages s join asset_transfers t on t.id = s.transfer_id
    where t.id = p_transfer and t.regime = 'right-to-bid' and s.stage = 'listed' and s.recorded_by is not null
  union select p.person_id from asset_transfer_parts p join asset_transfers t on t.id = p.transfer_id join asset_transfer_stages s on s.transfer_id = t.id
    where t.id = p_transfer and t.regime = 'right-to-bid' and s.stage = 'listed' and p.given_at <= s.recorded_at
$$;--> statement-breakpoint
-- The last day for a decision: agreed on; else six months after a Scottish request was complete, or eight weeks that begin with the owner's request for a review; else none.
create or replace function transfer_decided_by(p_transfer uuid) returns date language sql stable as $$
  select coalesce(
    (select max(p.until) from asset_transfer_time_proposals p join asset_transfer_time_answers a on a.proposal_id = p.id where p.transfer_id = p_transfer and a.answer = 'accepted'),
    (select (s.reached_on + interval '6 months')::date from asset_transfer_stages s join asset_transfers t on t.id = s.transfer_id where t.id = p_transfer and t.regime = 'scottish-request' and s.stage = 'validated'),
    (select r.asked_on + 55 from asset_transfer_reviews r join asset_transfers t on t.id = r.transfer_id where t.id = p_transfer and t.regime = 'right-to-bid'))
$$;--> statement-breakpoint
-- One proposal waits at a time, for a day later than the last; none about what is decided. Of listed land only the owner's review can take longer, with the owner.
create or replace function check_time_proposal() returns trigger language plpgsql as $$
declare
  v_regime transfer_regime;
begin
  select regime into v_regime from asset_transfers where id = new.transfer_id for update;
  if exists (select from asset_transfer_time_proposals p where p.transfer_id = new.transfer_id and not exists (select from asset_transfer_time_answers a where a.proposal_id = p.id)) then
    raise exception 'a proposal for a longer time for % waits for an answer', new.transfer_id using errcode = 'restrict_violation';
  end if;
  if new.until <= transfer_decided_by(new.transfer_id) then
    raise exception '% is no later than the last day for %', new.until, new.transfer_id using errcode = 'restrict_violation';
  end if;
  if (v_regime = 'right-to-bid' and new.side::text = 'organisation') or (v_regime <> 'right-to-bid' and new.side::text = 'owner') then
    raise exception 'a longer time for % is agreed with somebody else', new.transfer_id using errcode = 'restrict_violation';
  end if;
  if v_regime = 'right-to-bid' then
    if not exists (select from asset_transfer_reviews where transfer_id = new.transfer_id) or exists (select from asset_transfer_review_decisions where transfer_id = new.transfer_id) then
      raise exception 'no review of the listing of % waits for its decision', new.transfer_id using errcode = 'restrict_violation';
    end if;
  elsif exists (select from asset_transfer_decisions where transfer_id = new.transfer_id) or exists (select from asset_transfer_reviews where transfer_id = new.transfer_id) then
    raise exception '% is decided, or a review was asked for', new.transfer_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;--> statement-breakpoint
-- The other side answers; whoever proposed takes it back. Where the law sets a time it is agreed before that is over.
create or replace function check_time_answer() returns trigger language plpgsql as $$
declare
  v_proposal asset_transfer_time_proposals;
  v_regime transfer_regime;
begin
  select * into v_proposal from asset_transfer_time_proposals where id = new.proposal_id;
  select regime into v_regime from asset_transfers where id = v_proposal.transfer_id for update;
  if (new.answer = 'withdrawn') <> (new.side = v_proposal.side) or (v_regime = 'right-to-bid' and new.side::text = 'organisation') or (v_regime <> 'right-to-bid' and new.side::text = 'owner') then
    raise exception 'the other side answers a proposal for a longer time' using errcode = 'restrict_violation';
  end if;
  if new.answer = 'accepted' and v_regime <> 'community-transfer' and (new.answered_at at time zone 'Europe/London')::date > transfer_decided_by(v_proposal.transfer_id) then
    raise exception 'the time to decide on % is over', v_proposal.transfer_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
