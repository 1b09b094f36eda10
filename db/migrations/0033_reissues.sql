CREATE TYPE "public"."reissue_answer" AS ENUM('reissue', 'refuse');--> statement-breakpoint
CREATE TYPE "public"."reissue_state" AS ENUM('asked', 'made', 'refused');--> statement-breakpoint
CREATE TABLE "reissues" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"poll_id" uuid NOT NULL,
	"voter_hash" "bytea" NOT NULL,
	"story" text NOT NULL,
	"sealed_email" "bytea",
	"locale" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"state" "reissue_state" DEFAULT 'asked' NOT NULL,
	"proposal" "reissue_answer",
	"proposed_by" uuid,
	"reason" text DEFAULT '' NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"blinded_hash" "bytea",
	"used_on" date,
	CONSTRAINT "reissues_voter_key" UNIQUE("poll_id","voter_hash"),
	CONSTRAINT "reissues_blinded_key" UNIQUE("poll_id","blinded_hash"),
	CONSTRAINT "reissues_two_people_check" CHECK ("reissues"."state" = 'asked' or ("reissues"."proposed_by" is not null and "reissues"."decided_by" is not null and "reissues"."proposed_by" <> "reissues"."decided_by" and length(trim("reissues"."reason")) > 0)),
	CONSTRAINT "reissues_proposal_check" CHECK (("reissues"."proposal" is null) = ("reissues"."proposed_by" is null)),
	CONSTRAINT "reissues_state_check" CHECK ("reissues"."state" = 'asked' or ("reissues"."state" = 'made') = ("reissues"."proposal" = 'reissue')),
	CONSTRAINT "reissues_used_check" CHECK ("reissues"."blinded_hash" is null or "reissues"."state" = 'made')
);
--> statement-breakpoint
CREATE INDEX "reissues_council_idx" ON "reissues" USING btree ("council_id","poll_id","state");--> statement-breakpoint
-- What was asked stays as it was asked, and what two people decided is decided.
create function keep_reissue() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
    or (new.id, new.council_id, new.poll_id, new.voter_hash, new.story, new.asked_at) is distinct from (old.id, old.council_id, old.poll_id, old.voter_hash, old.story, old.asked_at)
    or (old.state <> 'asked' and (new.state, new.proposal, new.proposed_by, new.decided_by, new.reason) is distinct from (old.state, old.proposal, old.proposed_by, old.decided_by, old.reason))
    or (old.blinded_hash is not null and new.blinded_hash is distinct from old.blinded_hash) then
    raise exception 'reissue % is kept as it was asked and decided', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger reissues_kept before update or delete on reissues for each row execute function keep_reissue();
--> statement-breakpoint
/*
 * Marks the roll for one voter in one statement, or says why not.
 *   issued           the roll had no mark: it is made, with the hash of what will be signed; or two officers let the voter begin again
 *   repeated         the mark, or the reissue, was for the very same blinded value: the same signature is to be given again
 *   already-issued   the mark was made for another value, or by another way, or a reissue took the place of this value
 *   used-by-another  another voter's mark was made for this value: the key it hides is theirs
 * Two at once meet at the roll's primary key, and at the row of the reissue. The pass is held meanwhile, so that a move to another area
 * waits for the mark.
 */
create or replace function issue_ballot(p_pass bytea, p_poll uuid, p_style text, p_blinded_hash bytea, p_channel channel) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_poll record;
  v_pass record;
  v_mark record;
  v_again record;
begin
  select state, opens_at, closes_at into v_poll from polls where id = p_poll;
  if not found then return 'unknown-poll'; end if;
  if v_poll.state = 'draft' or clock_timestamp() < v_poll.opens_at then return 'not-open'; end if;
  if v_poll.state <> 'ready' or clock_timestamp() >= v_poll.closes_at then return 'closed'; end if;
  select council_id, voter_hash, area_id, age_band into v_pass
    from voter_passes where token_hash = p_pass and poll_id = p_poll and expires_at > now() for key share;
  if not found then return 'no-pass'; end if;
  insert into roll_marks (council_id, poll_id, voter_hash, area_id, age_band, channel, style, blinded_hash, marked_on)
    values (v_pass.council_id, p_poll, v_pass.voter_hash, v_pass.area_id, v_pass.age_band, p_channel, p_style, p_blinded_hash,
      (now() at time zone 'Europe/London')::date)
    on conflict do nothing;
  if found then return 'issued'; end if;
  select style, blinded_hash into v_mark from roll_marks where poll_id = p_poll and voter_hash = v_pass.voter_hash;
  if not found then return 'used-by-another'; end if;
  select id, blinded_hash into v_again from reissues where poll_id = p_poll and voter_hash = v_pass.voter_hash and state = 'made' for update;
  if found then
    if v_again.blinded_hash is not null then
      return case when v_again.blinded_hash = p_blinded_hash then 'repeated' else 'already-issued' end;
    end if;
    -- The lost key itself, or another voter's: neither begins again.
    if v_mark.blinded_hash = p_blinded_hash then return 'repeated'; end if;
    if exists (select from roll_marks where poll_id = p_poll and blinded_hash = p_blinded_hash) then return 'used-by-another'; end if;
    update reissues set blinded_hash = p_blinded_hash, used_on = (now() at time zone 'Europe/London')::date where id = v_again.id;
    return 'issued';
  end if;
  return case when v_mark.style = p_style and v_mark.blinded_hash = p_blinded_hash then 'repeated' else 'already-issued' end;
end $$;
