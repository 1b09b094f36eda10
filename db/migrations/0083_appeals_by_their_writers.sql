-- An appeal is answered by somebody else than whoever wrote what was taken down, and than whoever took it down: of ideas,
create or replace function refuse_own_appeal() returns trigger language plpgsql as $$
begin
  if exists (select 1 from idea_moderation appeal join idea_moderation removal on removal.id = appeal.answers where appeal.id = new.answers and removal.person_id = new.person_id)
    or exists (select 1 from ideas where id = new.idea_id and author_id = new.person_id) then
    raise exception 'an appeal is answered by another person' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;--> statement-breakpoint
-- and of comments on asset transfers.
create or replace function check_comment_appeal() returns trigger language plpgsql as $$
declare
  v_answered asset_transfer_comment_looks;
  v_removed_by uuid;
  v_written_by uuid;
begin
  if new.answers is null then return new; end if;
  select * into v_answered from asset_transfer_comment_looks where id = new.answers and comment_id = new.comment_id;
  select person_id into v_written_by from asset_transfer_comments where id = new.comment_id;
  if new.act::text = 'appealed' then
    if v_answered.act::text is distinct from 'removed' or v_written_by is distinct from new.person_id then
      raise exception 'whoever wrote % asks for another look at its removal', new.comment_id using errcode = 'restrict_violation';
    end if;
    return new;
  end if;
  select person_id into v_removed_by from asset_transfer_comment_looks where id = v_answered.answers;
  if v_answered.act::text is distinct from 'appealed' or new.person_id in (v_removed_by, v_written_by) then
    raise exception 'another person answers the appeal about %', new.comment_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
