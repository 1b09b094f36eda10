-- The things a golden thread passes through, as one list: what each is called, how it stands, where its page is.
create view thread_stops as
  select e.council_id, 'engagement'::thread_kind as kind, e.id::text as id, array[e.title_en, e.title_cy] as title,
    e.state::text as state, 'votes/' || e.slug as address, e.state not in ('draft', 'in-review', 'approved') as public
  from engagements e
  union all
  select p.council_id, 'project'::thread_kind, p.id::text, array[p.title_en, p.title_cy], p.state::text,
    'votes/' || e.slug || '/projects/' || t.slug || '/' || p.slug, p.state in ('funded', 'delivered')
  from projects p join pots t on t.id = p.pot_id join engagements e on e.programme_id = t.programme_id
  union all
  select council_id, 'target'::thread_kind, id::text, array[title_en, title_cy], status::text, 'priorities/' || slug, true from priority_targets
  union all
  select council_id, 'asset-transfer'::thread_kind, id::text, array[title_en, title_cy], stage::text, 'asset-transfers/' || slug, true from asset_transfers;
