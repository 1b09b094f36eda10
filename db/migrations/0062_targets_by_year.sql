ALTER TABLE "priority_targets" ADD COLUMN "yearly" jsonb DEFAULT '[]' NOT NULL;--> statement-breakpoint
alter table priority_targets disable trigger user;--> statement-breakpoint
update priority_targets set yearly = jsonb_build_array(year_one, year_two, year_three) where agreement_id is not null;--> statement-breakpoint
alter table priority_targets enable trigger user;--> statement-breakpoint
alter table target_changes disable trigger user;--> statement-breakpoint
update target_changes set proposed = (proposed - 'yearOne' - 'yearTwo' - 'yearThree') || jsonb_build_object('yearly', jsonb_build_array(proposed -> 'yearOne', proposed -> 'yearTwo', proposed -> 'yearThree')) where proposed is not null;--> statement-breakpoint
alter table target_changes enable trigger user;--> statement-breakpoint
-- What a draft says that people sign; a target's numbers are one for each year of its plan now.
create or replace function plan_content(p_plan uuid) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'title', bilingual_json(a.title_en, a.title_cy),
    'area', bilingual_json(a.area_en, a.area_cy),
    'startsOn', a.starts_on,
    'endsOn', a.ends_on,
    'framework', jsonb_build_object('name', bilingual_json(f.name_en, f.name_cy), 'law', f.law, 'rules', f.rules),
    'strategy', (select s.slug from strategies s where s.id = a.strategy_id),
    'councils', coalesce((select jsonb_agg(jsonb_build_object('council', c.slug, 'area', bilingual_json(m.area_en, m.area_cy)) order by c.slug)
      from agreement_councils m join councils c on c.id = m.member_id where m.agreement_id = a.id), '[]'),
    'targets', coalesce((select jsonb_agg(jsonb_build_object(
        'target', t.slug,
        'title', bilingual_json(t.title_en, t.title_cy),
        'indicator', bilingual_json(t.indicator_en, t.indicator_cy),
        'kind', t.kind,
        'indicatorNumber', t.indicator_number,
        'polarity', t.polarity,
        'baseline', t.baseline,
        'baselineOn', t.baseline_on,
        'baselineDeferredUntil', t.baseline_deferred_until,
        'yearly', t.yearly,
        'partners', coalesce((select jsonb_agg(jsonb_build_object('partner', p.slug, 'part', tp.part) order by p.slug) from target_partners tp join partners p on p.id = tp.partner_id where tp.target_id = t.id), '[]'),
        'areas', coalesce((select jsonb_agg(r.code order by r.code) from target_areas ta join areas r on r.id = ta.area_id where ta.target_id = t.id), '[]'),
        'contributions', coalesce((select jsonb_agg(jsonb_build_object('council', c.slug, 'amount', tc.amount) order by c.slug) from target_contributions tc join councils c on c.id = tc.member_id where tc.target_id = t.id), '[]')
      ) order by t.slug) from priority_targets t where t.agreement_id = a.id), '[]')
  )
  from agreements a join frameworks f on f.id = a.framework_id where a.id = p_plan
$$;--> statement-breakpoint
-- As before, with the numbers of every year: no more of them than the plan has years, and none of them changes outside a change.
create or replace function keep_target() returns trigger language plpgsql as $$
declare
  v_plan record;
  v_count integer;
  v_most integer;
begin
  if tg_op = 'UPDATE' and old.agreement_id is not null and new.agreement_id is distinct from old.agreement_id then
    raise exception 'A target stays in its plan' using errcode = 'restrict_violation';
  end if;
  if new.agreement_id is null then return new; end if;
  select a.state, a.council_id, a.starts_on, a.ends_on, f.most_designated, f.most_statutory, (f.rules ->> 'mostLocal')::integer as most_local into v_plan
    from agreements a join frameworks f on f.id = a.framework_id where a.id = new.agreement_id for update of a;
  if v_plan.council_id is distinct from new.council_id then
    raise exception 'The plan is of another council' using errcode = 'foreign_key_violation';
  end if;
  if tg_op = 'UPDATE' and v_plan.state <> 'draft' and
    (new.title_en, new.title_cy, new.indicator_en, new.indicator_cy, new.kind, new.indicator_number, new.polarity, new.baseline, new.baseline_on, new.baseline_deferred_until,
     new.yearly, new.target, new.approved_on, new.designated_on, new.removed_on)
    is not distinct from
    (old.title_en, old.title_cy, old.indicator_en, old.indicator_cy, old.kind, old.indicator_number, old.polarity, old.baseline, old.baseline_on, old.baseline_deferred_until,
     old.yearly, old.target, old.approved_on, old.designated_on, old.removed_on)
  then return new; end if;
  if v_plan.state <> 'draft' and not exists (
    select from target_changes c where c.target_id = new.id and c.agreement_id = new.agreement_id and c.state = 'in-effect' and c.decided_in = pg_current_xact_id()
  ) then
    raise exception 'A target of an approved plan changes only by a change that takes effect' using errcode = 'restrict_violation', constraint = 'priority_targets_change_check';
  end if;
  -- A year that has begun counts.
  if jsonb_array_length(new.yearly) > 1 and (v_plan.starts_on + make_interval(years => jsonb_array_length(new.yearly) - 1))::date > v_plan.ends_on then
    raise exception 'The target names numbers for years after its plan has ended' using errcode = 'check_violation', constraint = 'priority_targets_years_check';
  end if;
  v_most := case new.kind when 'designated' then coalesce(v_plan.most_designated, 0) when 'statutory' then coalesce(v_plan.most_statutory, 0) else v_plan.most_local end;
  if new.removed_on is null and v_most is not null then
    select count(*) into v_count from priority_targets t where t.agreement_id = new.agreement_id and t.kind = new.kind and t.removed_on is null and t.id <> new.id;
    if v_count >= v_most then
      raise exception 'The plan has as many % targets as its framework allows', new.kind using errcode = 'check_violation', constraint = 'priority_targets_limit_check';
    end if;
  end if;
  return new;
end $$;--> statement-breakpoint
ALTER TABLE "priority_targets" DROP COLUMN "year_one";--> statement-breakpoint
ALTER TABLE "priority_targets" DROP COLUMN "year_two";--> statement-breakpoint
ALTER TABLE "priority_targets" DROP COLUMN "year_three";--> statement-breakpoint
ALTER TABLE "priority_targets" ADD CONSTRAINT "priority_targets_yearly_check" CHECK (jsonb_typeof("priority_targets"."yearly") = 'array');
