CREATE TYPE "public"."claim_answer_way" AS ENUM('write', 'call', 'visit');--> statement-breakpoint
CREATE TYPE "public"."claim_proposal" AS ENUM('refuse', 'void');--> statement-breakpoint
CREATE TYPE "public"."claim_state" AS ENUM('passed', 'held', 'refused', 'voided', 'appealed', 'upheld');--> statement-breakpoint
CREATE TYPE "public"."claim_way" AS ENUM('email', 'roll', 'code');--> statement-breakpoint
CREATE TABLE "claim_alarms" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"exercise_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"seen" integer NOT NULL,
	"expected_tenths" integer NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"seen_by" uuid,
	"seen_at" timestamp with time zone,
	CONSTRAINT "claim_alarms_seen_check" CHECK (("claim_alarms"."seen_by" is null) = ("claim_alarms"."seen_at" is null))
);
--> statement-breakpoint
CREATE TABLE "claim_limits" (
	"council_id" uuid PRIMARY KEY NOT NULL,
	"per_device" integer DEFAULT 3 NOT NULL,
	"per_household" integer DEFAULT 6 NOT NULL,
	"per_postcode" integer DEFAULT 12 NOT NULL,
	"per_network" integer DEFAULT 30 NOT NULL,
	"wrong_codes" integer DEFAULT 5 NOT NULL,
	"per_day" integer DEFAULT 300 NOT NULL,
	"shared_places" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "claim_limits_check" CHECK (least("claim_limits"."per_device", "claim_limits"."per_household", "claim_limits"."per_postcode", "claim_limits"."per_network", "claim_limits"."wrong_codes", "claim_limits"."per_day") >= 1)
);
--> statement-breakpoint
CREATE TABLE "claim_minutes" (
	"exercise_id" uuid NOT NULL,
	"minute" timestamp with time zone NOT NULL,
	"council_id" uuid NOT NULL,
	"asked" integer DEFAULT 0 NOT NULL,
	"held" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "claim_minutes_exercise_id_minute_pk" PRIMARY KEY("exercise_id","minute")
);
--> statement-breakpoint
CREATE TABLE "claim_misuses" (
	"council_id" uuid NOT NULL,
	"source_hash" "bytea" NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "claim_misuses_council_id_source_hash_hour_pk" PRIMARY KEY("council_id","source_hash","hour")
);
--> statement-breakpoint
CREATE TABLE "claim_voters" (
	"claim_id" uuid NOT NULL,
	"poll_id" uuid NOT NULL,
	"voter_hash" "bytea" NOT NULL,
	CONSTRAINT "claim_voters_claim_id_poll_id_pk" PRIMARY KEY("claim_id","poll_id")
);
--> statement-breakpoint
CREATE TABLE "claims" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"exercise_id" uuid NOT NULL,
	"reference" text NOT NULL,
	"claimant_hash" "bytea" NOT NULL,
	"way" "claim_way" NOT NULL,
	"state" "claim_state" NOT NULL,
	"locale" text NOT NULL,
	"asked_hour" timestamp with time zone NOT NULL,
	"area_id" uuid,
	"device_hash" "bytea",
	"network_hash" "bytea",
	"household_hash" "bytea",
	"postcode_hash" "bytea",
	"sealed_email" "bytea",
	"signals" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"held_at" timestamp with time zone,
	"due_at" timestamp with time zone,
	"answer_way" "claim_answer_way",
	"answer" text DEFAULT '' NOT NULL,
	"answer_phone" text DEFAULT '' NOT NULL,
	"answered_at" timestamp with time zone,
	"proposal" "claim_proposal",
	"proposed_by" uuid,
	"proposed_at" timestamp with time zone,
	"reason" text DEFAULT '' NOT NULL,
	"decided_by" uuid,
	"decided_against" "claim_proposal",
	"decided_at" timestamp with time zone,
	"appeal" text DEFAULT '' NOT NULL,
	"appealed_at" timestamp with time zone,
	"appeal_decided_by" uuid,
	"appeal_reason" text DEFAULT '' NOT NULL,
	"appeal_decided_at" timestamp with time zone,
	"forget_at" timestamp with time zone NOT NULL,
	"forgotten_at" timestamp with time zone,
	CONSTRAINT "claims_claimant_key" UNIQUE("exercise_id","claimant_hash"),
	CONSTRAINT "claims_reference_key" UNIQUE("reference"),
	CONSTRAINT "claims_hour_check" CHECK ("claims"."asked_hour" = date_trunc('hour', "claims"."asked_hour" at time zone 'UTC') at time zone 'UTC'),
	CONSTRAINT "claims_held_check" CHECK ("claims"."state" <> 'held' or ("claims"."held_at" is not null and "claims"."due_at" is not null)),
	CONSTRAINT "claims_two_people_check" CHECK ("claims"."state" in ('passed', 'held') or ("claims"."proposed_by" is not null and "claims"."decided_by" is not null and "claims"."proposed_by" <> "claims"."decided_by" and length(trim("claims"."reason")) > 0)),
	CONSTRAINT "claims_proposal_check" CHECK ("claims"."proposal" is null or ("claims"."proposed_by" is not null and "claims"."proposed_at" is not null and length(trim("claims"."reason")) > 0)),
	CONSTRAINT "claims_appeal_check" CHECK ("claims"."appeal_decided_by" is null or ("claims"."proposed_by" is not null and "claims"."decided_by" is not null and "claims"."appeal_decided_by" <> "claims"."proposed_by" and "claims"."appeal_decided_by" <> "claims"."decided_by")),
	CONSTRAINT "claims_against_check" CHECK ("claims"."state" in ('passed', 'held') or "claims"."decided_against" is not null),
	CONSTRAINT "claims_upheld_check" CHECK ("claims"."state" <> 'upheld' or ("claims"."appeal_decided_by" is not null and length(trim("claims"."appeal_reason")) > 0)),
	CONSTRAINT "claims_forgotten_check" CHECK ("claims"."forgotten_at" is null or ("claims"."device_hash" is null and "claims"."network_hash" is null and "claims"."household_hash" is null and "claims"."postcode_hash" is null and "claims"."sealed_email" is null and "claims"."answer" = '' and "claims"."answer_phone" = '' and "claims"."appeal" = ''))
);
--> statement-breakpoint
ALTER TABLE "claim_voters" ADD CONSTRAINT "claim_voters_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "claim_alarms_open_idx" ON "claim_alarms" USING btree ("council_id","exercise_id","raised_at");--> statement-breakpoint
CREATE INDEX "claim_voters_voter_idx" ON "claim_voters" USING btree ("poll_id","voter_hash");--> statement-breakpoint
CREATE INDEX "claims_queue_idx" ON "claims" USING btree ("council_id","exercise_id","state");--> statement-breakpoint
CREATE INDEX "claims_device_idx" ON "claims" USING btree ("exercise_id","device_hash");--> statement-breakpoint
CREATE INDEX "claims_household_idx" ON "claims" USING btree ("exercise_id","household_hash");--> statement-breakpoint
CREATE INDEX "claims_postcode_idx" ON "claims" USING btree ("exercise_id","postcode_hash","asked_hour");--> statement-breakpoint
CREATE INDEX "claims_network_idx" ON "claims" USING btree ("exercise_id","network_hash","asked_hour");--> statement-breakpoint

create function voter_lock(p_poll uuid, p_voter bytea) returns bigint language sql immutable as $$
  select hashtextextended('voter:' || p_poll::text || encode(p_voter, 'hex'), 0)
$$;
--> statement-breakpoint
/*
 * Withdraws what a request has led to: every pass of its voters. False, and nothing done, when one of them is marked on the roll:
 * a ballot that was issued cannot be found again. Takes the voters' locks, which whoever writes a pass or a mark shares.
 */
create function withdraw_passes(p_claim uuid) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(voter_lock(poll_id, voter_hash)) from (select poll_id, voter_hash from claim_voters where claim_id = p_claim order by 1, 2) voters;
  if exists (select 1 from claim_voters v join roll_marks m on m.poll_id = v.poll_id and m.voter_hash = v.voter_hash where v.claim_id = p_claim) then
    return false;
  end if;
  delete from voter_passes p using claim_voters v where v.claim_id = p_claim and p.poll_id = v.poll_id and p.voter_hash = v.voter_hash;
  return true;
end $$;
--> statement-breakpoint

-- No pass while the request it answers is held, refused or voided. An officer who has seen the person decides for themselves.
create function refuse_stopped_pass() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- Whoever never asked has no lock to take: many marks may come in one statement.
  if not exists (select 1 from claim_voters v where v.poll_id = new.poll_id and v.voter_hash = new.voter_hash) then
    return new;
  end if;
  perform pg_advisory_xact_lock_shared(voter_lock(new.poll_id, new.voter_hash));
  if coalesce(to_jsonb(new) ->> 'way', '') <> 'officer' and exists (
    select 1 from claim_voters v join claims c on c.id = v.claim_id where v.poll_id = new.poll_id and v.voter_hash = new.voter_hash and c.state <> 'passed'
  ) then
    raise exception 'the request of this voter is not passed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger voter_passes_not_stopped before insert on voter_passes for each row execute function refuse_stopped_pass();
--> statement-breakpoint

-- No mark on the roll for a pass that was voided while the mark was being made.
create function refuse_voided_mark() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- Whoever never asked has no lock to take: many marks may come in one statement.
  if not exists (select 1 from claim_voters v where v.poll_id = new.poll_id and v.voter_hash = new.voter_hash) then
    return new;
  end if;
  perform pg_advisory_xact_lock_shared(voter_lock(new.poll_id, new.voter_hash));
  if new.channel::text in ('online', 'assisted') and exists (
    select 1 from claim_voters v join claims c on c.id = v.claim_id
    where v.poll_id = new.poll_id and v.voter_hash = new.voter_hash and c.state in ('voided', 'appealed', 'upheld')
  ) and not exists (select 1 from voter_passes p where p.poll_id = new.poll_id and p.voter_hash = new.voter_hash) then
    raise exception 'the pass of this voter was voided' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger roll_marks_not_voided before insert on roll_marks for each row execute function refuse_voided_mark();
--> statement-breakpoint
revoke execute on function withdraw_passes(uuid) from public;
--> statement-breakpoint
grant execute on function withdraw_passes(uuid) to folkmoot_web;
--> statement-breakpoint
revoke delete on claims from folkmoot_web;
