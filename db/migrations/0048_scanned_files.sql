ALTER TABLE "response_files" ADD COLUMN "scanned_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "response_files_waiting_idx" ON "response_files" USING btree ("sent_at") WHERE "response_files"."scan" = 'waiting';--> statement-breakpoint
ALTER TABLE "response_files" ADD CONSTRAINT "response_files_refused_check" CHECK ("response_files"."scan" <> 'refused' or length("response_files"."content") = 0);
--> statement-breakpoint
-- Of a file that was sent only what the scanner says may change, once, and what it refuses may lose its bytes.
create or replace function keep_response_parts() returns trigger language plpgsql as $$
declare
  v_response uuid := case when tg_op = 'DELETE' then old.response_id else new.response_id end;
  v_state response_state;
begin
  select state into v_state from responses where id = v_response for share;
  if v_state = 'submitted' then
    if tg_op = 'UPDATE' and tg_table_name = 'response_answers' and to_jsonb(new) = to_jsonb(old) #- '{value,postcode}' then return new; end if;
    if tg_op = 'UPDATE' and tg_table_name = 'response_files' then
      if old.scan = 'waiting' and to_jsonb(new) - '{scan,scanned_at,content}'::text[] = to_jsonb(old) - '{scan,scanned_at,content}'::text[]
        and (new.content = old.content or new.scan = 'refused') then return new; end if;
    end if;
    raise exception 'response % was sent and is kept', v_response using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
