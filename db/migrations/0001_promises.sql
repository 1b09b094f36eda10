-- What the database defends even where the code is wrong: records that only grow, rules that freeze,
-- the chained audit trail, and the cast as one statement.

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create trigger ballots_append_only before update or delete on ballots for each row execute function refuse_change();
--> statement-breakpoint
create trigger ballots_no_truncate before truncate on ballots for each statement execute function refuse_change();
--> statement-breakpoint
create trigger roll_marks_append_only before update or delete on roll_marks for each row execute function refuse_change();
--> statement-breakpoint
create trigger roll_marks_no_truncate before truncate on roll_marks for each statement execute function refuse_change();
--> statement-breakpoint
create trigger audit_trail_append_only before update or delete on audit_trail for each row execute function refuse_change();
--> statement-breakpoint
create trigger audit_trail_no_truncate before truncate on audit_trail for each statement execute function refuse_change();
--> statement-breakpoint

-- Rules are locked once a poll is ready: nobody changes the question while people answer it.
create function keep_poll_rules() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' and (
    (new.ballot_kind, new.min_choices, new.max_choices, new.budget_pence, new.rule, new.rule_parameters, new.electorate_id,
     new.opens_at, new.closes_at, new.fingerprint, new.seed, new.question_en, new.question_cy, new.council_id)
    is distinct from
    (old.ballot_kind, old.min_choices, old.max_choices, old.budget_pence, old.rule, old.rule_parameters, old.electorate_id,
     old.opens_at, old.closes_at, old.fingerprint, old.seed, old.question_en, old.question_cy, old.council_id)
  ) then
    raise exception 'the rules of poll % are locked', old.id using errcode = 'restrict_violation';
  end if;
  if array_position(enum_range(null::poll_state), new.state) < array_position(enum_range(null::poll_state), old.state) then
    raise exception 'poll % cannot go back from % to %', old.id, old.state, new.state using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger polls_locked before update on polls for each row execute function keep_poll_rules();
--> statement-breakpoint
create function keep_poll_options() returns trigger language plpgsql as $$
begin
  if exists (select 1 from polls where id = coalesce(new.poll_id, old.poll_id) and state <> 'draft') then
    raise exception 'the ballot paper of poll % is locked', coalesce(new.poll_id, old.poll_id) using errcode = 'restrict_violation';
  end if;
  return coalesce(new, old);
end $$;
--> statement-breakpoint
create trigger poll_options_locked before insert or update or delete on poll_options for each row execute function keep_poll_options();
--> statement-breakpoint

-- One act, chained to the one before it in the same council.
create function record_act(
  p_council uuid, p_at timestamptz, p_actor uuid, p_actor_name text, p_act text, p_kind text, p_thing text, p_detail text
) returns bigint language plpgsql as $$
declare
  v_position bigint;
  v_previous bytea;
begin
  perform pg_advisory_xact_lock(hashtextextended('audit:' || p_council::text, 0));
  select position, hash into v_position, v_previous from audit_trail where council_id = p_council order by position desc limit 1;
  v_position := coalesce(v_position, 0) + 1;
  v_previous := coalesce(v_previous, sha256(''::bytea));
  insert into audit_trail (council_id, position, at, actor_id, actor_name, act, thing_kind, thing_id, detail, previous_hash, hash)
  values (p_council, v_position, p_at, p_actor, p_actor_name, p_act, p_kind, p_thing, p_detail::jsonb, v_previous,
    audit_hash(v_previous, p_council, v_position, p_at, p_actor, p_actor_name, p_act, p_kind, p_thing, p_detail::jsonb));
  return v_position;
end $$;
--> statement-breakpoint
create function audit_hash(
  p_previous bytea, p_council uuid, p_position bigint, p_at timestamptz, p_actor uuid, p_actor_name text,
  p_act text, p_kind text, p_thing text, p_detail jsonb
) returns bytea language sql immutable as $$
  select sha256(p_previous || convert_to(jsonb_build_array(p_council, p_position, extract(epoch from p_at)::text, p_actor,
    p_actor_name, p_act, p_kind, p_thing, p_detail)::text, 'UTF8'))
$$;
--> statement-breakpoint

/*
 * Casts, repeats or changes one ballot in one statement.
 *   casting   the pass is good and the roll has no mark: mark and ballot are written together
 *   changing  the key already has a ballot: the next version is written; no pass is asked, the key is the proof
 *   repeated  the key's last ballot has the same choices: the same answer as the first time
 * p_tracking holds the tracking code of each version the key may have (1 to 20).
 * Two casts of one voter at the same moment meet at the roll's primary key; the second is told already-voted.
 */
create function cast_ballot(
  p_pass bytea, p_poll uuid, p_key bytea, p_choices integer[], p_points integer[], p_tracking text[]
) returns table (outcome text, ballot_version integer, tracking_code text, first_cast boolean) language sql as $$
  with poll as (
    select * from polls where id = p_poll
  ), pass as (
    select * from voter_passes where token_hash = p_pass and poll_id = p_poll and expires_at > now()
  ), held as (
    select version, choices, points, tracking from ballots where poll_id = p_poll and key_hash = p_key order by version desc limit 1
  ), chosen as (
    select count(*) as options, coalesce(sum(cost_pence), 0) as cost from poll_options where poll_id = p_poll and number = any (p_choices)
  ), verdict as (
    select case
      when poll.id is null then 'unknown-poll'
      when poll.state = 'draft' or now() < poll.opens_at then 'not-open'
      when held.version is not null and held.choices = p_choices and held.points is not distinct from p_points then 'repeated'
      when poll.state <> 'ready' or now() >= poll.closes_at then 'closed'
      when chosen.options <> cardinality(p_choices) then 'unknown-option'
      when cardinality(p_choices) < poll.min_choices then 'too-few'
      when cardinality(p_choices) > poll.max_choices then 'too-many'
      when poll.ballot_kind = 'knapsack' and chosen.cost > poll.budget_pence then 'costs-too-much'
      when held.version >= cardinality(p_tracking) then 'too-many-changes'
      when held.version is not null then 'changing'
      when pass.poll_id is null then 'no-pass'
      else 'casting' end as outcome
    from (select 1) one left join poll on true left join pass on true left join held on true cross join chosen
  ), mark as (
    insert into roll_marks (council_id, poll_id, voter_hash, area_id, age_band, channel, marked_on)
    select pass.council_id, p_poll, pass.voter_hash, pass.area_id, pass.age_band, pass.channel, (now() at time zone 'Europe/London')::date
    from pass, verdict where verdict.outcome = 'casting'
    on conflict do nothing
    returning 1
  ), entry as (
    insert into ballots (poll_id, key_hash, version, choices, points, tracking)
    select p_poll, p_key, coalesce(held.version, 0) + 1, p_choices, p_points, p_tracking[coalesce(held.version, 0) + 1]
    from verdict left join held on true
    where verdict.outcome = 'changing' or (verdict.outcome = 'casting' and exists (select 1 from mark))
    returning version, tracking
  )
  select
    case when verdict.outcome = 'casting' and not exists (select 1 from mark) then 'already-voted' else verdict.outcome end,
    coalesce((select version from entry), held.version)::integer,
    coalesce((select tracking from entry), held.tracking),
    verdict.outcome = 'casting' and exists (select 1 from entry)
  from verdict left join held on true
$$;
