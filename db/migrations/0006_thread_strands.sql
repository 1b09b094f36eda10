-- Every strand of a golden thread: those officers tie, and the ones a count makes by itself (a vote to each project it funded).
create view thread_strands as
  select council_id, from_kind, from_id, to_kind, to_id, how_en, how_cy, made_at from thread_links
  union all
  select p.council_id, 'engagement'::thread_kind, e.id::text, 'project'::thread_kind, p.id::text, '', '', coalesce(e.results_at, e.closes_at, e.created_at)
  from projects p join pots t on t.id = p.pot_id join engagements e on e.programme_id = t.programme_id
  where p.state in ('funded', 'delivered')
    and not exists (
      select 1 from thread_links l
      where l.council_id = p.council_id and l.from_kind = 'engagement' and l.from_id = e.id::text and l.to_kind = 'project' and l.to_id = p.id::text
    );
