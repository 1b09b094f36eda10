-- What people take part in is of the year it opens in: one that runs over New Year is looked for where it began.
create or replace view thread_stops as
  with placed as (
    select e.*, array(
        select ea.area_id::text from engagement_areas ea where ea.engagement_id = e.id
        union
        select p.area_id::text from pots p where p.programme_id = e.programme_id and p.area_id is not null
      ) as area_ids,
      (coalesce(e.opens_at, e.created_at) at time zone 'Europe/London')::date as on_day
    from engagements e
  )
  select e.council_id, 'engagement'::thread_kind as kind, e.id::text as id, array[e.title_en, e.title_cy] as title,
    e.state::text as state, case when e.consultation_id is null then 'votes/' else 'consultations/' end || e.slug as address,
    e.state not in ('draft', 'in-review', 'approved') as public, e.area_ids, e.on_day
  from placed e
  union all
  select e.council_id, 'theme'::thread_kind, t.id::text, array[t.name_en, t.name_cy], case when t.answer_en = '' then 'heard' else 'answered' end,
    'consultations/' || e.slug || '/results#theme-' || t.id, e.state in ('analysed', 'decided', 'fed-back', 'archived'), e.area_ids, e.on_day
  from themes t join placed e on e.consultation_id = t.consultation_id
  union all
  select n.council_id, n.kind, n.id::text, array[n.title_en, n.title_cy], coalesce(n.standing::text, ''), 'thread/noted/' || n.slug, true,
    case when n.area_id is null then coalesce(e.area_ids, '{}') else array[n.area_id::text] end, n.on_day
  from noted_stops n left join placed e on e.id = n.engagement_id
  union all
  select p.council_id, 'project'::thread_kind, p.id::text, array[p.title_en, p.title_cy], p.state::text,
    'votes/' || e.slug || '/projects/' || t.slug || '/' || p.slug, p.state in ('funded', 'delivered'),
    case when t.area_id is null then '{}'::text[] else array[t.area_id::text] end, e.on_day
  from projects p join pots t on t.id = p.pot_id join placed e on e.programme_id = t.programme_id
  union all
  select council_id, 'target'::thread_kind, id::text, array[title_en, title_cy], status::text, 'priorities/' || slug, true, '{}'::text[], null::date from priority_targets
  union all
  select council_id, 'asset-transfer'::thread_kind, id::text, array[title_en, title_cy], stage::text, 'asset-transfers/' || slug, true,
    case when area_id is null then '{}'::text[] else array[area_id::text] end, null::date
  from asset_transfers;
