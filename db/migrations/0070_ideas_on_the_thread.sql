ALTER TYPE "public"."thread_kind" ADD VALUE 'idea' BEFORE 'promise';--> statement-breakpoint
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
    e.state::text as state, case when e.consultation_id is not null then 'consultations/' when e.election_id is not null then 'elections/' else 'votes/' end || e.slug as address,
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
  from asset_transfers
  union all
  -- What somebody promised who was then elected. The kind by way of a text: a value of a type cannot be named where it is added.
  select m.council_id, 'promise'::text::thread_kind, m.id::text, array[m.text_en, m.text_cy], coalesce(m.told::text, ''),
    'elections/' || e.slug || '/promises#promise-' || m.id, true, e.area_ids, e.on_day
  from elected_promises m join placed e on e.election_id = m.election_id
  union all
  -- What a resident sent in. Where it is held or was taken down its place stays and its words do not. Who may choose among thousands asks for some of them.
  select i.council_id, 'idea'::text::thread_kind, i.id::text, case when i.sight = 'shown' then array[i.title_en, i.title_cy] else array['', ''] end,
    case when i.sight = 'shown' then i.state::text else 'taken-down' end, 'votes/' || e.slug || '/ideas/' || i.number,
    i.sight <> 'waiting' and c.opened_at is not null and (e.state not in ('draft', 'in-review', 'approved') or e.announced_at is not null),
    case when i.area_id is null then '{}'::text[] else array[i.area_id::text] end, (i.sent_at at time zone 'Europe/London')::date
  from ideas i join idea_calls c on c.programme_id = i.programme_id join placed e on e.programme_id = i.programme_id;--> statement-breakpoint
create or replace view thread_strands as
  select council_id, from_kind, from_id, to_kind, to_id, how_en, how_cy, made_at from thread_links where taken_back_at is null
  union all
  select p.council_id, 'engagement'::thread_kind, e.id::text, 'project'::thread_kind, p.id::text, '', '', coalesce(e.results_at, e.closes_at, e.created_at)
  from projects p join pots t on t.id = p.pot_id join engagements e on e.programme_id = t.programme_id
  where p.state in ('funded', 'delivered')
    and not exists (
      select 1 from thread_links l
      where l.council_id = p.council_id and l.taken_back_at is null and l.from_kind = 'engagement' and l.from_id = e.id::text and l.to_kind = 'project' and l.to_id = p.id::text
    )
    -- A project that was a resident's idea is reached by way of that idea.
    and not exists (select 1 from ideas i where i.project_id = p.id and i.sight <> 'waiting' and not exists (select 1 from elected_promises m where m.idea_id = i.id))
  union all
  select t.council_id, 'engagement'::thread_kind, e.id::text, 'theme'::thread_kind, t.id::text, '', '', t.created_at
  from themes t join engagements e on e.consultation_id = t.consultation_id
  where exists (select 1 from thread_links l where l.council_id = t.council_id and l.taken_back_at is null and l.from_kind = 'theme' and l.from_id = t.id::text)
  union all
  select n.council_id, 'engagement'::thread_kind, n.engagement_id::text, n.kind, n.id::text, '', '', n.written_at
  from noted_stops n
  where n.engagement_id is not null and n.kind in ('answer', 'opinion', 'comment-theme')
    and exists (select 1 from thread_links l where l.council_id = n.council_id and l.taken_back_at is null and l.from_kind = n.kind and l.from_id = n.id::text)
  union all
  -- From an election to a promise that somebody elected in it made, and on to the project it became, once the count has funded it.
  select m.council_id, 'engagement'::thread_kind, e.id::text, 'promise'::text::thread_kind, m.id::text, '', '', b.made_at
  from elected_promises m join mayors_budgets b on b.election_id = m.election_id join engagements e on e.election_id = m.election_id
    join ideas i on i.id = m.idea_id join ideas r on r.id = coalesce(i.merged_into, i.id) join projects p on p.id = r.project_id
  where p.state in ('funded', 'delivered')
  union all
  select m.council_id, 'promise'::text::thread_kind, m.id::text, 'project'::thread_kind, p.id::text, '', '', coalesce(v.results_at, v.closes_at, v.created_at)
  from elected_promises m join ideas i on i.id = m.idea_id join ideas r on r.id = coalesce(i.merged_into, i.id) join projects p on p.id = r.project_id
    join pots t on t.id = p.pot_id join engagements v on v.programme_id = t.programme_id
  where p.state in ('funded', 'delivered')
    and not exists (
      select 1 from thread_links l
      where l.council_id = m.council_id and l.taken_back_at is null and l.from_kind = 'promise'::text::thread_kind and l.from_id = m.id::text and l.to_kind = 'project' and l.to_id = p.id::text
    )
  union all
  -- From a vote to an idea that was sent for it, once the idea has moved something or the count has funded it.
  select i.council_id, 'engagement'::thread_kind, e.id::text, 'idea'::text::thread_kind, i.id::text, '', '', i.sent_at
  from ideas i join engagements e on e.programme_id = i.programme_id
  where i.sight <> 'waiting' and (
      exists (select 1 from thread_links l where l.council_id = i.council_id and l.taken_back_at is null and l.from_kind = 'idea'::text::thread_kind and l.from_id = i.id::text)
      or (exists (select 1 from projects p where p.id = i.project_id and p.state in ('funded', 'delivered')) and not exists (select 1 from elected_promises m where m.idea_id = i.id))
    )
  union all
  select i.council_id, 'idea'::text::thread_kind, i.id::text, 'project'::thread_kind, p.id::text, '', '', coalesce(e.results_at, e.closes_at, e.created_at)
  from ideas i join projects p on p.id = i.project_id join pots t on t.id = p.pot_id join engagements e on e.programme_id = t.programme_id
  where i.sight <> 'waiting' and p.state in ('funded', 'delivered')
    and not exists (select 1 from elected_promises m where m.idea_id = i.id)
    and not exists (
      select 1 from thread_links l
      where l.council_id = i.council_id and l.taken_back_at is null and l.from_kind = 'idea'::text::thread_kind and l.from_id = i.id::text and l.to_kind = 'project' and l.to_id = p.id::text
    );
