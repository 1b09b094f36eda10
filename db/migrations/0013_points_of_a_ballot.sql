ALTER TABLE "polls" ADD COLUMN "points_total" integer;--> statement-breakpoint
ALTER TABLE "polls" ADD COLUMN "points_most" integer;--> statement-breakpoint
ALTER TABLE "polls" ADD CONSTRAINT "polls_points_check" CHECK ("polls"."points_total" > 0 and "polls"."points_most" > 0);
--> statement-breakpoint
-- The points are rules like the others: locked once the poll is ready.
create or replace function keep_poll_rules() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' and (
    (new.ballot_kind, new.min_choices, new.max_choices, new.budget_pence, new.points_total, new.points_most, new.rule, new.rule_parameters, new.electorate_id,
     new.opens_at, new.closes_at, new.fingerprint, new.seed, new.question_en, new.question_cy, new.council_id, new.key_held)
    is distinct from
    (old.ballot_kind, old.min_choices, old.max_choices, old.budget_pence, old.points_total, old.points_most, old.rule, old.rule_parameters, old.electorate_id,
     old.opens_at, old.closes_at, old.fingerprint, old.seed, old.question_en, old.question_cy, old.council_id, old.key_held)
  ) then
    raise exception 'the rules of poll % are locked', old.id using errcode = 'restrict_violation';
  end if;
  if array_position(enum_range(null::poll_state), new.state) < array_position(enum_range(null::poll_state), old.state) then
    raise exception 'poll % cannot go back from % to %', old.id, old.state, new.state using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
