ALTER TYPE "public"."count_run_state" ADD VALUE 'opening' BEFORE 'reading';--> statement-breakpoint
ALTER TYPE "public"."count_run_state" ADD VALUE 'needs-shares' BEFORE 'reading';--> statement-breakpoint
-- How far the ordered leaves of each log are written.
alter table box.logs add column ordered integer not null default 0;
--> statement-breakpoint
/*
 * Writes leaves at the end of a poll's log, in the order given, with the checkpoint over them: all or nothing, in one statement.
 * A leaf of kind ballot is taken out of the waiting ones. False: the log or the box is not as the caller saw it; look again.
 * With p_close the box is closed for good: refused before the poll is over and while a ballot would be left behind.
 */
create or replace function box.append_leaves(
  p_poll uuid, p_from bigint, p_kinds text[], p_hashes bytea[], p_bytes bytea[], p_keys bytea[], p_versions smallint[], p_orders uuid[],
  p_frontier bytea, p_root bytea, p_note text, p_levels smallint[], p_indexes bigint[], p_roots bytea[], p_close boolean
) returns boolean language plpgsql as $$
declare
  v_poll record;
  v_size bigint := p_from + cardinality(p_kinds);
  v_ballots bigint := (select count(*) from unnest(p_kinds) as k where k = 'ballot');
  v_moved bigint;
begin
  perform pg_advisory_xact_lock(box.lock_of(p_poll));
  if p_from = 0 then
    insert into box.logs (poll_id, size, frontier) values (p_poll, 0, ''::bytea) on conflict do nothing;
  end if;
  select l.size, l.closed, p.state, clock_timestamp() >= p.closes_at as over into v_poll
    from box.logs l join public.polls p on p.id = l.poll_id where l.poll_id = p_poll;
  if not found or v_poll.size <> p_from or (v_poll.closed and (p_close or v_ballots > 0)) then return false; end if;
  if p_close and v_poll.state = 'ready' and not v_poll.over then return false; end if;
  with given as (
    select g.*, p_from + place - 1 as index
    from unnest(p_kinds, p_hashes, p_bytes, p_keys, p_versions, p_orders) with ordinality as g (kind, hash, bytes, voter_key, version, order_id, place)
  ), taken as (
    delete from box.waiting w using given g
    where w.poll_id = p_poll and g.kind = 'ballot' and w.voter_key = g.voter_key and w.version = g.version and w.leaf_hash = g.hash
    returning w.voter_key, w.version, w.leaf_hash, w.leaf, w.content
  ), sealed as (
    insert into box.sealed (poll_id, voter_key, version, leaf_hash, index, content)
    select p_poll, t.voter_key, t.version, t.leaf_hash, g.index, t.content from given g join taken t using (voter_key, version) order by g.index
    returning 1
  ), written as (
    insert into log.leaves (poll_id, index, kind, hash, bytes, voter_key, version, order_id)
    select p_poll, g.index, g.kind, g.hash, coalesce(t.leaf, g.bytes), g.voter_key, g.version, g.order_id
    from given g left join taken t using (voter_key, version) order by g.index
    returning 1
  ), signed as (
    insert into log.checkpoints (poll_id, size, root, note) values (p_poll, v_size, p_root, p_note)
  ), rooted as (
    insert into log.subtrees (poll_id, level, index, hash) select p_poll, * from unnest(p_levels, p_indexes, p_roots)
  ), moved as (
    update box.logs set size = v_size, frontier = p_frontier, closed = closed or p_close,
      ordered = greatest(ordered, coalesce((select max(o.position) from public.log_orders o where o.id = any (p_orders)), 0))
    where poll_id = p_poll
  )
  select (select count(*) from sealed) into v_moved;
  if v_moved <> v_ballots then raise exception 'a ballot to be sealed is not waiting' using errcode = 'serialization_failure'; end if;
  if p_close and exists (select from box.waiting where poll_id = p_poll) then
    raise exception 'a ballot would be left behind' using errcode = 'serialization_failure';
  end if;
  return true;
end $$;
--> statement-breakpoint

-- Two papers may say the same, and then their leaves are the same; a ballot has a key of its own.
alter table log.leaves drop constraint leaves_poll_id_hash_key;
--> statement-breakpoint
create unique index leaves_ballot_hash_key on log.leaves (poll_id, hash) where kind = 'ballot';
--> statement-breakpoint

-- What was opened stands in the log even where it does not count.
do $$
declare v_check text;
begin
  for v_check in select conname from pg_constraint where conrelid = 'log.openings'::regclass and contype = 'c' loop
    execute format('alter table log.openings drop constraint %I', v_check);
  end loop;
end $$;
--> statement-breakpoint
alter table log.openings add constraint openings_check check (invalid is not null or (salt is not null and ballot is not null));
--> statement-breakpoint

-- Shares that went astray may be made anew, as long as no manifest names their key.
create function counter.keep_named_key() returns trigger language plpgsql as $$
begin
  if exists (select from public.poll_manifests where poll_id = old.poll_id) then
    raise exception 'the count key of poll % stands in its manifest', old.poll_id using errcode = 'restrict_violation';
  end if;
  return old;
end $$;
--> statement-breakpoint
create trigger count_keys_named before update or delete on counter.count_keys for each row execute function counter.keep_named_key();
--> statement-breakpoint
grant delete on counter.count_keys to folkmoot_counter;
--> statement-breakpoint

-- One signature for one voter: a browser that holds the key of whoever voted before in it must make a new one.
create unique index roll_marks_blinded_key on roll_marks (poll_id, blinded_hash);
--> statement-breakpoint
/*
 * Marks the roll for one voter in one statement, or says why not.
 *   issued           the roll had no mark: it is made, with the hash of what will be signed
 *   repeated         the mark was made for the very same blinded value: the same signature is to be given again
 *   already-issued   the mark was made for another value, or by another way
 *   used-by-another  another voter's mark was made for this value: the key it hides is theirs
 * Two at once meet at the roll's primary key. The pass is held meanwhile, so that a move to another area waits for the mark.
 */
create or replace function issue_ballot(p_pass bytea, p_poll uuid, p_style text, p_blinded_hash bytea, p_channel channel) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_poll record;
  v_pass record;
  v_mark record;
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
  return case when v_mark.style = p_style and v_mark.blinded_hash = p_blinded_hash then 'repeated' else 'already-issued' end;
end $$;
