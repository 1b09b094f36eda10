-- Whether a change of a file is the scanner's: of one that waits, what it says and when; the bytes only where it refuses them.
create function is_scan_of(p_old jsonb, p_new jsonb) returns boolean language sql immutable as $$
  select p_old ->> 'scan' = 'waiting'
    and p_new - '{scan,scanned_at,scan_tries,scan_after,content}'::text[] = p_old - '{scan,scanned_at,scan_tries,scan_after,content}'::text[]
    and (p_new -> 'content' = p_old -> 'content' or p_new ->> 'scan' = 'refused')
$$;--> statement-breakpoint
ALTER TABLE "asset_transfer_documents" ADD COLUMN "scan" "scan_state" DEFAULT 'waiting' NOT NULL;--> statement-breakpoint
ALTER TABLE "asset_transfer_documents" ADD COLUMN "scanned_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "asset_transfer_documents" ADD COLUMN "scan_tries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "asset_transfer_documents" ADD COLUMN "scan_after" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "response_files" ADD COLUMN "scan_tries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "response_files" ADD COLUMN "scan_after" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "asset_transfer_documents_waiting_idx" ON "asset_transfer_documents" USING btree ("sent_at") WHERE "asset_transfer_documents"."scan" = 'waiting';--> statement-breakpoint
ALTER TABLE "asset_transfer_documents" ADD CONSTRAINT "asset_transfer_documents_refused_check" CHECK ("asset_transfer_documents"."scan" <> 'refused' or length("asset_transfer_documents"."content") = 0);--> statement-breakpoint
-- Of a file that was sent only what the scanner says may change: how often it gave no answer, and once what it found; what it refuses loses its bytes; of an answer its full postcode may go.
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
    if tg_table_name = 'response_answers' and v_channel <> 'web' and v_corrections > 0 and is_being_corrected(v_response) then
      if tg_op = 'DELETE' then return old; end if;
      new.correction := v_corrections;
      return new;
    end if;
    raise exception 'response % was sent and is kept', v_response using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;--> statement-breakpoint
create function keep_scanned_document() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and is_scan_of(to_jsonb(old), to_jsonb(new)) then return new; end if;
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;--> statement-breakpoint
drop trigger asset_transfer_documents_append_only on asset_transfer_documents;--> statement-breakpoint
create trigger asset_transfer_documents_append_only before update or delete on asset_transfer_documents for each row execute function keep_scanned_document();--> statement-breakpoint
grant update (scan, scanned_at, scan_tries, scan_after, content) on asset_transfer_documents to folkmoot_web;
