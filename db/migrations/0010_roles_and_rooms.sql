-- The four roles of the ballot box and the rooms each may enter. Roles belong to the whole cluster, and several databases may
-- be migrated in it at the same moment: whoever comes second finds them made.
do $$
declare
  v_role text;
  v_may text := case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end;
begin
  foreach v_role in array array['folkmoot_web', 'folkmoot_issuer', 'folkmoot_box', 'folkmoot_counter'] loop
    begin
      if not exists (select from pg_roles where rolname = v_role) then
        execute format('create role %I nologin', v_role);
      end if;
    exception
      when duplicate_object or unique_violation then null;
      when insufficient_privilege then
        raise exception 'Folkmoot keeps voters and ballots apart by database roles, and the user % may not make them. Let an administrator run: create role folkmoot_web; create role folkmoot_issuer; create role folkmoot_box; create role folkmoot_counter; grant folkmoot_web, folkmoot_issuer, folkmoot_box, folkmoot_counter to %;', current_user, current_user;
    end;
    for v_try in 1..20 loop
      begin
        if not pg_has_role(current_user, v_role, v_may) then execute format('grant %I to current_user', v_role); end if;
        exit;
      exception
        when insufficient_privilege then
          raise exception 'The user % is no member of the role %. Let an administrator run: grant folkmoot_web, folkmoot_issuer, folkmoot_box, folkmoot_counter to %;', current_user, v_role, current_user;
        when internal_error or unique_violation then
          -- Another database of the cluster granted it at this moment.
          perform pg_sleep(0.05);
      end;
    end loop;
  end loop;
end $$;
--> statement-breakpoint

-- The roll's side: the web and worker programs. What later migrations add to it is theirs too.
grant usage on schema public to folkmoot_web, folkmoot_issuer, folkmoot_box, folkmoot_counter;
--> statement-breakpoint
grant select, insert, update, delete on all tables in schema public to folkmoot_web;
--> statement-breakpoint
grant usage, select on all sequences in schema public to folkmoot_web;
--> statement-breakpoint
alter default privileges in schema public grant select, insert, update, delete on tables to folkmoot_web;
--> statement-breakpoint
alter default privileges in schema public grant usage, select on sequences to folkmoot_web;
--> statement-breakpoint
revoke update, delete on roll_marks, audit_trail, poll_manifests, log_orders from folkmoot_web;
--> statement-breakpoint
create trigger poll_manifests_append_only before update or delete on poll_manifests for each row execute function refuse_change();
--> statement-breakpoint
create trigger poll_manifests_no_truncate before truncate on poll_manifests for each statement execute function refuse_change();
--> statement-breakpoint
create trigger log_orders_append_only before update or delete on log_orders for each row execute function refuse_change();
--> statement-breakpoint
create trigger log_orders_no_truncate before truncate on log_orders for each statement execute function refuse_change();
--> statement-breakpoint

-- What is public of a poll, for everybody.
grant select on polls, poll_options, poll_manifests, log_orders to folkmoot_issuer, folkmoot_box, folkmoot_counter;
--> statement-breakpoint

-- The issuer: its signing keys, and of the roll what one function does.
create schema issuer;
--> statement-breakpoint
grant usage on schema issuer to folkmoot_issuer;
--> statement-breakpoint
create table issuer.signing_keys (
  poll_id uuid not null,
  style text not null,
  -- SubjectPublicKeyInfo, DER.
  public_key bytea not null,
  -- PKCS #8, sealed with the issuer's own secret.
  sealed_key bytea not null,
  primary key (poll_id, style)
);
--> statement-breakpoint
grant select, insert on issuer.signing_keys to folkmoot_issuer;
--> statement-breakpoint

/*
 * Marks the roll for one voter in one statement, or says why not.
 *   issued          the roll had no mark: it is made, with the hash of what will be signed
 *   repeated        the mark was made for the very same blinded value: the same signature is to be given again
 *   already-issued  the mark was made for another value, or by another way
 * Two at once meet at the roll's primary key. The pass is held meanwhile, so that a move to another area waits for the mark.
 */
create function issue_ballot(p_pass bytea, p_poll uuid, p_style text, p_blinded_hash bytea, p_channel channel) returns text
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
  return case when v_mark.style = p_style and v_mark.blinded_hash = p_blinded_hash then 'repeated' else 'already-issued' end;
end $$;
--> statement-breakpoint
revoke execute on function issue_ballot(bytea, uuid, text, bytea, channel) from public;
--> statement-breakpoint
grant execute on function issue_ballot(bytea, uuid, text, bytea, channel) to folkmoot_issuer;
--> statement-breakpoint

-- The public log: grows, and is never changed, by anybody. It is published, so everybody may read it.
create schema log;
--> statement-breakpoint
grant usage on schema log to folkmoot_web, folkmoot_issuer, folkmoot_box, folkmoot_counter;
--> statement-breakpoint
create table log.leaves (
  poll_id uuid not null,
  index bigint not null check (index >= 0),
  kind text not null,
  hash bytea not null check (octet_length(hash) = 32),
  bytes bytea not null,
  -- Of a ballot, as in its bytes.
  voter_key bytea,
  version smallint check (version between 1 and 20),
  -- The order it was written for.
  order_id uuid unique,
  primary key (poll_id, index),
  unique (poll_id, hash),
  unique (poll_id, voter_key, version),
  check ((kind = 'ballot') = (voter_key is not null and version is not null))
);
--> statement-breakpoint
-- Roots of full subtrees of 256, 65,536, … leaves, so that a proof reads a few hundred hashes at most.
create table log.subtrees (
  poll_id uuid not null,
  level smallint not null check (level > 0 and level % 8 = 0),
  index bigint not null check (index >= 0),
  hash bytea not null check (octet_length(hash) = 32),
  primary key (poll_id, level, index)
);
--> statement-breakpoint
create table log.checkpoints (
  poll_id uuid not null,
  size bigint not null check (size > 0),
  root bytea not null check (octet_length(root) = 32),
  -- A C2SP signed note.
  note text not null,
  primary key (poll_id, size)
);
--> statement-breakpoint
create table log.openings (
  poll_id uuid not null,
  index bigint not null,
  salt bytea,
  -- The canonical ballot; null where it could not be opened or is not valid.
  ballot bytea,
  invalid text,
  primary key (poll_id, index),
  foreign key (poll_id, index) references log.leaves (poll_id, index),
  check ((invalid is null) = (ballot is not null and salt is not null))
);
--> statement-breakpoint
do $$
declare v_table text;
begin
  foreach v_table in array array['leaves', 'subtrees', 'checkpoints', 'openings'] loop
    execute format('create trigger %I before update or delete on log.%I for each row execute function refuse_change()', v_table || '_append_only', v_table);
    execute format('create trigger %I before truncate on log.%I for each statement execute function refuse_change()', v_table || '_no_truncate', v_table);
  end loop;
end $$;
--> statement-breakpoint
grant select on all tables in schema log to folkmoot_web, folkmoot_issuer, folkmoot_box, folkmoot_counter;
--> statement-breakpoint
grant insert on log.leaves, log.subtrees, log.checkpoints to folkmoot_box;
--> statement-breakpoint
grant insert on log.openings to folkmoot_counter;
--> statement-breakpoint

-- The box. No time, no counter, no order of arrival: waiting ballots lie in 64 heaps by their voter's random key.
create schema box;
--> statement-breakpoint
grant usage on schema box to folkmoot_box;
--> statement-breakpoint
create table box.log_keys (
  poll_id uuid primary key,
  public_key bytea not null check (octet_length(public_key) = 32),
  -- PKCS #8, sealed with the box's own secret.
  sealed_key bytea not null
);
--> statement-breakpoint
create table box.logs (
  poll_id uuid primary key,
  size bigint not null check (size >= 0),
  -- Roots of the full subtrees that the log consists of, largest first, 32 bytes each.
  frontier bytea not null,
  -- The last ballot is in; only ordered leaves may follow.
  closed boolean not null default false
);
--> statement-breakpoint
create table box.waiting (
  poll_id uuid not null,
  voter_key bytea not null check (octet_length(voter_key) = 32),
  version smallint not null check (version between 1 and 20),
  leaf_hash bytea not null check (octet_length(leaf_hash) = 32),
  leaf bytea not null,
  content bytea not null,
  primary key (poll_id, voter_key, version)
) partition by hash (voter_key);
--> statement-breakpoint
do $$
begin
  for v_part in 0..63 loop
    execute format('create table box.waiting_%s partition of box.waiting for values with (modulus 64, remainder %s)', v_part, v_part);
  end loop;
end $$;
--> statement-breakpoint
-- Sealed contents of the ballots in the log. Superseded ones are never opened.
create table box.sealed (
  poll_id uuid not null,
  voter_key bytea not null,
  version smallint not null,
  leaf_hash bytea not null,
  index bigint not null,
  content bytea not null,
  primary key (poll_id, voter_key, version)
);
--> statement-breakpoint
grant select, insert on box.log_keys, box.sealed to folkmoot_box;
--> statement-breakpoint
grant select, insert, update on box.logs to folkmoot_box;
--> statement-breakpoint
grant select, insert, delete on box.waiting to folkmoot_box;
--> statement-breakpoint
create trigger sealed_append_only before update or delete on box.sealed for each row execute function refuse_change();
--> statement-breakpoint

create function box.lock_of(p_poll uuid) returns bigint language sql immutable as $$ select hashtextextended('folkmoot/box/' || p_poll::text, 0) $$;
--> statement-breakpoint

/*
 * Takes ballots of one poll into the box, all that may be, in one statement; says of each what became of it.
 *   cast           it is in
 *   repeated       the very same ballot was in already
 *   version-taken  another ballot has this version;  version-gap  a version before it is missing
 *   again          another statement wrote the same version at this moment: ask again
 * Holds the poll's lock with others, so that a ballot is never half way while the box seals, and looks at the clock only then.
 * The caller has checked token, signature and sizes.
 */
create function box.cast_ballots(p_poll uuid, p_keys bytea[], p_versions smallint[], p_hashes bytea[], p_leaves bytea[], p_contents bytea[])
returns table (place bigint, outcome text, last_version smallint) language plpgsql as $$
#variable_conflict use_column
declare
  v_poll record;
  v_refusal text;
begin
  perform pg_advisory_xact_lock_shared(box.lock_of(p_poll));
  select p.state, p.opens_at, p.closes_at, coalesce(l.closed, false) as closed into v_poll
    from public.polls p left join box.logs l on l.poll_id = p.id where p.id = p_poll;
  v_refusal := case
    when v_poll.state is null then 'unknown-poll'
    when v_poll.state = 'draft' or clock_timestamp() < v_poll.opens_at then 'not-open'
    when v_poll.state <> 'ready' or v_poll.closed or clock_timestamp() >= v_poll.closes_at then 'closed' end;
  return query
  with given as (
    select * from unnest(p_keys, p_versions, p_hashes, p_leaves, p_contents) with ordinality as g (voter_key, version, leaf_hash, leaf, content, place)
  ), held as (
    select given.place, max(b.version) as last_version, coalesce(bool_or(b.version = given.version and b.leaf_hash = given.leaf_hash), false) as same
    from given left join lateral (
      select w.version, w.leaf_hash from box.waiting w where w.poll_id = p_poll and w.voter_key = given.voter_key
      union all
      select s.version, s.leaf_hash from box.sealed s where s.poll_id = p_poll and s.voter_key = given.voter_key
    ) b on true
    group by given.place
  ), judged as (
    select given.*, held.last_version, case
      when held.same then 'repeated'
      when v_refusal is not null then v_refusal
      when given.version <= held.last_version then 'version-taken'
      when given.version > coalesce(held.last_version, 0) + 1 then 'version-gap'
      else 'cast' end as outcome
    from given join held using (place)
  ), entry as (
    insert into box.waiting (poll_id, voter_key, version, leaf_hash, leaf, content)
    select p_poll, j.voter_key, j.version, j.leaf_hash, j.leaf, j.content from judged j where j.outcome = 'cast'
    on conflict do nothing
    returning voter_key, version
  )
  select j.place, case when j.outcome = 'cast' and e.voter_key is null then 'again' else j.outcome end, j.last_version
  from judged j left join entry e on e.voter_key = j.voter_key and e.version = j.version;
end $$;
--> statement-breakpoint

/*
 * Writes leaves at the end of a poll's log, in the order given, with the checkpoint over them: all or nothing, in one statement.
 * A leaf of kind ballot is taken out of the waiting ones. False: the log or the box is not as the caller saw it; look again.
 * With p_close the box is closed for good: refused before the poll is over and while a ballot would be left behind.
 */
create function box.append_leaves(
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
    update box.logs set size = v_size, frontier = p_frontier, closed = closed or p_close where poll_id = p_poll
  )
  select (select count(*) from sealed) into v_moved;
  if v_moved <> v_ballots then raise exception 'a ballot to be sealed is not waiting' using errcode = 'serialization_failure'; end if;
  if p_close and exists (select from box.waiting where poll_id = p_poll) then
    raise exception 'a ballot would be left behind' using errcode = 'serialization_failure';
  end if;
  return true;
end $$;
--> statement-breakpoint

-- The counter: the keys that open ballots, and the last ballots of a poll whose box is closed.
create schema counter;
--> statement-breakpoint
grant usage on schema counter to folkmoot_counter;
--> statement-breakpoint
create table counter.count_keys (
  poll_id uuid primary key,
  public_key bytea not null check (octet_length(public_key) = 32),
  held key_holding not null,
  -- Sealed with the counter's own secret; null where people hold it.
  sealed_key bytea,
  check ((held = 'store') = (sealed_key is not null))
);
--> statement-breakpoint
-- A count key held by people that two of them have shown they can open a ballot with.
create table counter.drills (poll_id uuid primary key references counter.count_keys (poll_id));
--> statement-breakpoint
grant select, insert on counter.count_keys, counter.drills to folkmoot_counter;
--> statement-breakpoint
create function box.last_ballots(p_poll uuid, p_after bytea, p_most integer)
returns table (voter_key bytea, version smallint, index bigint, leaf_hash bytea, content bytea) language plpgsql stable security definer set search_path = box, pg_temp as $$
#variable_conflict use_column
begin
  if not exists (select from box.logs where poll_id = p_poll and closed) then
    raise exception 'the box of poll % is not closed', p_poll using errcode = 'insufficient_privilege';
  end if;
  return query
    select distinct on (s.voter_key) s.voter_key, s.version, s.index, s.leaf_hash, s.content
    from box.sealed s where s.poll_id = p_poll and s.voter_key > p_after
    order by s.voter_key, s.version desc limit p_most;
end $$;
--> statement-breakpoint
revoke execute on all functions in schema box from public;
--> statement-breakpoint
grant execute on all functions in schema box to folkmoot_box;
--> statement-breakpoint
grant usage on schema box to folkmoot_counter;
--> statement-breakpoint
revoke execute on function box.last_ballots(uuid, bytea, integer) from folkmoot_box;
--> statement-breakpoint
grant execute on function box.last_ballots(uuid, bytea, integer) to folkmoot_counter;
--> statement-breakpoint

create or replace function keep_poll_rules() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' and (
    (new.ballot_kind, new.min_choices, new.max_choices, new.budget_pence, new.rule, new.rule_parameters, new.electorate_id,
     new.opens_at, new.closes_at, new.fingerprint, new.seed, new.question_en, new.question_cy, new.council_id, new.key_held)
    is distinct from
    (old.ballot_kind, old.min_choices, old.max_choices, old.budget_pence, old.rule, old.rule_parameters, old.electorate_id,
     old.opens_at, old.closes_at, old.fingerprint, old.seed, old.question_en, old.question_cy, old.council_id, old.key_held)
  ) then
    raise exception 'the rules of poll % are locked', old.id using errcode = 'restrict_violation';
  end if;
  if array_position(enum_range(null::poll_state), new.state) < array_position(enum_range(null::poll_state), old.state) then
    raise exception 'poll % cannot go back from % to %', old.id, old.state, new.state using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
