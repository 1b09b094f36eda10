-- Of a file that was sent only what the scanner says may change: how often it gave no answer, and once what it found; what it refuses loses its bytes; of an answer its full postcode may go.
-- Officers put the scan of a letter beside what they wrote in of it, and take it away again.
create or replace function keep_response_parts() returns trigger language plpgsql as $$
declare
  v_response uuid := case when tg_op = 'DELETE' then old.response_id else new.response_id end;
  v_state response_state;
  v_channel response_channel;
  v_corrections integer;
begin
  select state, channel, corrections into v_state, v_channel, v_corrections from responses where id = v_response for share;
  if v_state = 'submitted' then
    if tg_op = 'UPDATE' and tg_table_name = 'response_answers' and to_jsonb(new) - 'closed' = (to_jsonb(old) #- '{value,postcode}') - 'closed' then return new; end if;
    if tg_op = 'UPDATE' and tg_table_name = 'response_files' then
      if is_scan_of(to_jsonb(old), to_jsonb(new)) then return new; end if;
    end if;
    if tg_op <> 'UPDATE' and tg_table_name = 'response_files' and v_channel <> 'web' then
      if tg_op = 'INSERT' then
        if new.question_code = '_scan' then return new; end if;
      elsif old.question_code = '_scan' then return old;
      end if;
    end if;
    if tg_table_name = 'response_answers' and v_channel <> 'web' and v_corrections > 0 and is_being_corrected(v_response) then
      if tg_op = 'DELETE' then return old; end if;
      new.correction := v_corrections;
      return new;
    end if;
    raise exception 'response % was sent and is kept', v_response using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
