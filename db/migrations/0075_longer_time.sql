CREATE TYPE "public"."transfer_time_answer" AS ENUM('accepted', 'declined', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."transfer_time_side" AS ENUM('council', 'organisation');--> statement-breakpoint
CREATE TABLE "asset_transfer_time_answers" (
	"proposal_id" uuid PRIMARY KEY NOT NULL,
	"answer" "transfer_time_answer" NOT NULL,
	"side" "transfer_time_side" NOT NULL,
	"letter" text DEFAULT '' NOT NULL,
	"noted_by" uuid,
	"answered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "asset_transfer_time_answers_letter_check" CHECK ((trim("asset_transfer_time_answers"."letter") <> '') = ("asset_transfer_time_answers"."noted_by" is not null) and ("asset_transfer_time_answers"."noted_by" is null or "asset_transfer_time_answers"."side" = 'organisation'))
);
--> statement-breakpoint
CREATE TABLE "asset_transfer_time_proposals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"transfer_id" uuid NOT NULL,
	"side" "transfer_time_side" NOT NULL,
	"until" date NOT NULL,
	"why" text NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "asset_transfer_time_proposals_why_check" CHECK (trim("asset_transfer_time_proposals"."why") <> '')
);
--> statement-breakpoint
ALTER TABLE "asset_transfer_time_answers" ADD CONSTRAINT "asset_transfer_time_answers_noted_by_people_id_fk" FOREIGN KEY ("noted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_time_answers" ADD CONSTRAINT "asset_transfer_time_answers_proposal_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."asset_transfer_time_proposals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_time_proposals" ADD CONSTRAINT "asset_transfer_time_proposals_transfer_id_asset_transfers_id_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."asset_transfers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "asset_transfer_time_proposals_idx" ON "asset_transfer_time_proposals" USING btree ("transfer_id","proposed_at");--> statement-breakpoint
do $$
declare
  v_table text;
begin
  foreach v_table in array array['asset_transfer_time_proposals', 'asset_transfer_time_answers'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', v_table || '_append_only', v_table);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', v_table || '_no_truncate', v_table);
    execute format('revoke update, delete on %I from folkmoot_web', v_table);
  end loop;
end $$;--> statement-breakpoint
-- The last day for a decision: agreed on, else six months after a Scottish request was complete, else none.
create function transfer_decided_by(p_transfer uuid) returns date language sql stable as $$
  select coalesce(
    (select max(p.until) from asset_transfer_time_proposals p join asset_transfer_time_answers a on a.proposal_id = p.id where p.transfer_id = p_transfer and a.answer = 'accepted'),
    (select (s.reached_on + interval '6 months')::date from asset_transfer_stages s join asset_transfers t on t.id = s.transfer_id where t.id = p_transfer and t.regime = 'scottish-request' and s.stage = 'validated'))
$$;--> statement-breakpoint
-- One proposal waits at a time, for a day later than the last; none about what is decided.
create function check_time_proposal() returns trigger language plpgsql as $$
begin
  perform from asset_transfers where id = new.transfer_id for update;
  if exists (select from asset_transfer_time_proposals p where p.transfer_id = new.transfer_id and not exists (select from asset_transfer_time_answers a where a.proposal_id = p.id)) then
    raise exception 'a proposal for a longer time for % waits for an answer', new.transfer_id using errcode = 'restrict_violation';
  end if;
  if new.until <= transfer_decided_by(new.transfer_id) then
    raise exception '% is no later than the last day for %', new.until, new.transfer_id using errcode = 'restrict_violation';
  end if;
  if exists (select from asset_transfer_decisions where transfer_id = new.transfer_id) or exists (select from asset_transfer_reviews where transfer_id = new.transfer_id) then
    raise exception '% is decided, or a review was asked for', new.transfer_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger asset_transfer_time_proposals_checked before insert on asset_transfer_time_proposals for each row execute function check_time_proposal();--> statement-breakpoint
-- The other side answers; whoever proposed takes it back. In Scotland it is agreed before the time that runs is over.
create function check_time_answer() returns trigger language plpgsql as $$
declare
  v_proposal asset_transfer_time_proposals;
  v_regime transfer_regime;
begin
  select * into v_proposal from asset_transfer_time_proposals where id = new.proposal_id;
  select regime into v_regime from asset_transfers where id = v_proposal.transfer_id for update;
  if (new.answer = 'withdrawn') <> (new.side = v_proposal.side) then
    raise exception 'the other side answers a proposal for a longer time' using errcode = 'restrict_violation';
  end if;
  if new.answer = 'accepted' and v_regime = 'scottish-request' and (new.answered_at at time zone 'Europe/London')::date > transfer_decided_by(v_proposal.transfer_id) then
    raise exception 'the time to decide on % is over', v_proposal.transfer_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger asset_transfer_time_answers_checked before insert on asset_transfer_time_answers for each row execute function check_time_answer();
