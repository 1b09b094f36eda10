-- With an account goes what its person wrote to stand for election, their parent's name and who nominated them: but for a candidate who was
-- accepted, whose name everybody has read and whose page goes on the day the election named. A nomination that waits is withdrawn.
create function forget_candidate() returns trigger language plpgsql as $$
declare
  v_photos uuid[] := array(select photo_id from nominations where person_id = old.id and state <> 'accepted' and not withdrawn_after_print and photo_id is not null);
begin
  delete from nominators where nomination_id in (select id from nominations where person_id = old.id and state <> 'accepted' and not withdrawn_after_print);
  delete from nominations where person_id = old.id and state = 'draft';
  update nominations set
    state = case when state = 'sent' then 'withdrawn' else state end,
    withdrawn_at = case when state = 'sent' then now() else withdrawn_at end,
    person_id = null, given_name = '', surname = '', shows_surname = false, school = '', year_group = null, born = null,
    tell_apart_en = '', tell_apart_cy = '', statement_en = '', statement_cy = '', promises_en = '', promises_cy = '', photo_id = null,
    video_url = '', video_captioned = false, consent_needed = false, consent_at = null, consent_by = '', consent_how = '',
    consent_code_hash = null, consent_asked_at = null, parent_name = '', parent_email = ''
  where person_id = old.id and state <> 'accepted' and not withdrawn_after_print;
  delete from photos where id = any(v_photos);
  return old;
end $$;--> statement-breakpoint
revoke execute on function forget_candidate() from public;--> statement-breakpoint
create trigger people_candidates_forgotten before delete on people for each row execute function forget_candidate();
