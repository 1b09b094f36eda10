ALTER TABLE "response_contacts" ADD COLUMN "correction" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "response_letters" ADD COLUMN "correction" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "response_letters" DROP CONSTRAINT "response_letters_response_id_occasion_pk";--> statement-breakpoint
ALTER TABLE "response_letters" ADD CONSTRAINT "response_letters_pk" PRIMARY KEY("response_id","occasion","correction");--> statement-breakpoint
-- Whom to write to about a response, as a document of it has that; null where nobody.
create function contact_of(p_response uuid) returns jsonb language sql stable as $$
  select jsonb_build_object('name', name, 'email', email, 'address', address, 'tellResults', tell_results) from response_contacts where response_id = p_response
$$;--> statement-breakpoint
-- A correction that waits changed nothing of whom to write to: its form did not ask.
alter table response_corrections disable trigger response_corrections_kept;--> statement-breakpoint
update response_corrections set after = after || jsonb_build_object('contact', contact_of(response_id)) where state = 'waiting';--> statement-breakpoint
alter table response_corrections enable trigger response_corrections_kept;--> statement-breakpoint
-- Whether a document of a response only lost what is forgotten some time after the close: full postcodes, and whom to write to.
create function only_forgets(p_new jsonb, p_old jsonb) returns boolean language sql immutable as $$
  select p_new is not distinct from p_old
    or (without_postcodes(p_new - 'contact') = without_postcodes(p_old - 'contact') and p_new <@ p_old and (not p_new ? 'contact' or p_new -> 'contact' = p_old -> 'contact'))
$$;--> statement-breakpoint

-- What stood before a correction is copied here from what stands, so it can be nothing else; once decided it stays.
create or replace function keep_response_corrections() returns trigger language plpgsql as $$
declare
  v_response responses;
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - '{before,after}'::text[] = to_jsonb(old) - '{before,after}'::text[] and only_forgets(new.after, old.after) and only_forgets(new.before, old.before) then return new; end if;
    if old.state <> 'waiting' or to_jsonb(new) - '{state,decided_by,decided_at}'::text[] <> to_jsonb(old) - '{state,decided_by,decided_at}'::text[] then
      raise exception 'correction % is kept as it was decided', old.id using errcode = 'restrict_violation';
    end if;
  end if;
  new.turn := null; new.before := null; new.decided_in := null;
  if new.state = 'declined' then return new; end if;
  select * into v_response from responses where id = new.response_id for update;
  if v_response.state <> 'submitted' or v_response.channel = 'web' or v_response.council_id <> new.council_id then
    raise exception 'response % is not one that officers wrote in', new.response_id using errcode = 'restrict_violation';
  end if;
  if new.state = 'waiting' then return new; end if;
  if new.decided_by = new.proposed_by and is_keyed_twice(v_response) then
    raise exception 'two people wrote in response %', new.response_id using errcode = 'check_violation', constraint = 'response_corrections_two_people_check';
  end if;
  new.turn := v_response.corrections + 1;
  new.decided_in := pg_current_xact_id();
  new.before := jsonb_build_object(
    'channel', v_response.channel, 'receivedOn', to_char(v_response.received_at at time zone 'Europe/London', 'YYYY-MM-DD'), 'respondent', v_response.respondent,
    'organisationName', v_response.organisation_name, 'language', v_response.language, 'publishConsent', v_response.publish_consent, 'contact', contact_of(new.response_id),
    'answers', coalesce((select jsonb_object_agg(question_code, value) from response_answers where response_id = new.response_id), '{}'));
  return new;
end $$;--> statement-breakpoint

-- Whom to write to comes with the response, changes by a correction and is forgotten three years after the close.
create function keep_response_contacts() returns trigger language plpgsql as $$
declare
  v_id uuid := case when tg_op = 'DELETE' then old.response_id else new.response_id end;
  v_response responses;
  v_written xid;
begin
  select * into v_response from responses where id = v_id for share;
  select xmin into v_written from responses where id = v_id;
  if not is_being_corrected(v_id) and not (tg_op = 'INSERT' and v_response.corrections = 0 and v_written = pg_current_xact_id()::xid)
    and not (tg_op = 'DELETE' and (v_response.id is null or exists (select from consultations where id = v_response.consultation_id and closes_at < now() - interval '3 years'))) then
    raise exception 'whom to write to about response % is kept', v_id using errcode = 'restrict_violation';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  new.correction := case when tg_op = 'UPDATE' and (new.email, new.address) = (old.email, old.address) then old.correction else v_response.corrections end;
  return new;
end $$;--> statement-breakpoint
create trigger response_contacts_kept before insert or update or delete on response_contacts for each row execute function keep_response_contacts();--> statement-breakpoint
create trigger response_contacts_no_truncate before truncate on response_contacts for each statement execute function refuse_change();--> statement-breakpoint

-- To which address a letter went.
create function note_where_a_letter_went() returns trigger language plpgsql as $$
begin
  new.correction := coalesce((select correction from response_contacts where response_id = new.response_id), 0);
  return new;
end $$;--> statement-breakpoint
create trigger response_letters_noted before insert on response_letters for each row execute function note_where_a_letter_went();
