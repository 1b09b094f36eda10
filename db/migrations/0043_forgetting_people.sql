-- What somebody wrote stays as it read, but for being forgotten: then its content is emptied and nobody is named.
create function keep_idea_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.content = '{}' and new.written_by is null
    and (new.idea_id, new.version, new.council_id, new.written_at) = (old.idea_id, old.version, old.council_id, old.written_at) then
    return new;
  end if;
  raise exception 'idea_versions is append-only' using errcode = 'restrict_violation';
end $$;--> statement-breakpoint
drop trigger idea_versions_append_only on idea_versions;--> statement-breakpoint
create trigger idea_versions_append_only before update or delete on idea_versions for each row execute function keep_idea_version();--> statement-breakpoint
-- With an account goes the name on what its person sent and all its earlier versions; of what nobody else has read, the words too.
create function forget_person() returns trigger language plpgsql security definer set search_path = public as $$
declare
  v_photos uuid[] := array(select photo_id from ideas where author_id = old.id and sight in ('waiting', 'removed') and photo_id is not null);
begin
  update idea_versions set content = '{}', written_by = null where written_by = old.id or idea_id in (select id from ideas where author_id = old.id);
  update ideas set
    author_name = '',
    title_en = case when sight in ('waiting', 'removed') and written_in = 'en' then '–' when sight in ('waiting', 'removed') then '' else title_en end,
    title_cy = case when sight in ('waiting', 'removed') and written_in = 'cy' then '–' when sight in ('waiting', 'removed') then '' else title_cy end,
    text_en = case when sight in ('waiting', 'removed') then '' else text_en end,
    text_cy = case when sight in ('waiting', 'removed') then '' else text_cy end,
    place = case when sight in ('waiting', 'removed') then '' else place end,
    longitude = case when sight in ('waiting', 'removed') then null else longitude end,
    latitude = case when sight in ('waiting', 'removed') then null else latitude end,
    answers = case when sight in ('waiting', 'removed') then '{}' else answers end,
    photo_id = case when sight in ('waiting', 'removed') then null else photo_id end
  where author_id = old.id;
  delete from photos where id = any(v_photos);
  delete from idea_co_authors where person_id = old.id or lower(email) = lower(old.email);
  return old;
end $$;--> statement-breakpoint
create trigger people_forgotten before delete on people for each row execute function forget_person();
