CREATE TYPE "public"."response_correction_state" AS ENUM('waiting', 'stands', 'declined');--> statement-breakpoint
CREATE TABLE "response_corrections" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"response_id" uuid NOT NULL,
	"council_id" uuid NOT NULL,
	"turn" integer,
	"state" "response_correction_state" NOT NULL,
	"reason" text NOT NULL,
	"after" jsonb NOT NULL,
	"before" jsonb,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"decided_in" "xid8",
	CONSTRAINT "response_corrections_turn_key" UNIQUE("response_id","turn"),
	CONSTRAINT "response_corrections_reason_check" CHECK ("response_corrections"."reason" <> ''),
	CONSTRAINT "response_corrections_decided_check" CHECK (("response_corrections"."state" = 'waiting') = ("response_corrections"."decided_by" is null) and ("response_corrections"."decided_by" is null) = ("response_corrections"."decided_at" is null)),
	CONSTRAINT "response_corrections_stands_check" CHECK (("response_corrections"."state" = 'stands') = ("response_corrections"."turn" is not null) and ("response_corrections"."turn" is null) = ("response_corrections"."before" is null) and ("response_corrections"."turn" is null) = ("response_corrections"."decided_in" is null))
);
--> statement-breakpoint
ALTER TABLE "publication_steps" DROP CONSTRAINT "publication_steps_answer_fk";
--> statement-breakpoint
ALTER TABLE "answer_readings" DROP CONSTRAINT "answer_readings_response_id_question_code_reader_id_pk";--> statement-breakpoint
ALTER TABLE "response_readings" DROP CONSTRAINT "response_readings_response_id_reader_id_pk";--> statement-breakpoint
ALTER TABLE "answer_readings" ADD COLUMN "correction" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "response_readings" ADD COLUMN "correction" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "answer_readings" ADD CONSTRAINT "answer_readings_pk" PRIMARY KEY("response_id","question_code","reader_id","correction");--> statement-breakpoint
ALTER TABLE "response_readings" ADD CONSTRAINT "response_readings_pk" PRIMARY KEY("response_id","reader_id","correction");--> statement-breakpoint
ALTER TABLE "response_answers" ADD COLUMN "correction" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "corrections" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "response_corrections" ADD CONSTRAINT "response_corrections_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_corrections" ADD CONSTRAINT "response_corrections_proposed_by_people_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_corrections" ADD CONSTRAINT "response_corrections_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "response_corrections_waiting_key" ON "response_corrections" USING btree ("response_id") WHERE "response_corrections"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "response_corrections_council_idx" ON "response_corrections" USING btree ("council_id");--> statement-breakpoint
ALTER TABLE "publication_steps" ADD CONSTRAINT "publication_steps_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
-- Whether two people wrote in the paper a response came from: then one alone does not correct it.
create function is_keyed_twice(p_response responses) returns boolean language sql stable as $$
  select exists (select from response_batches b join paper_keyings k on k.batch_id = b.id and k.turn >= 2
    where b.consultation_id = p_response.consultation_id and b.twice and p_response.paper_number = b.name || '-' || k.paper)
$$;--> statement-breakpoint
-- A document of a response without full postcodes, which are forgotten some time after the close.
create function without_postcodes(p_document jsonb) returns jsonb language sql immutable as $$
  select jsonb_set(p_document, '{answers}', coalesce((select jsonb_object_agg(key, value - 'postcode') from jsonb_each(p_document -> 'answers')), '{}'))
$$;--> statement-breakpoint

-- What stood before a correction is copied here from what stands, so it can be nothing else; once decided it stays.
create function keep_response_corrections() returns trigger language plpgsql as $$
declare
  v_response responses;
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - '{before,after}'::text[] = to_jsonb(old) - '{before,after}'::text[]
      and without_postcodes(new.after) = without_postcodes(old.after) and new.after <@ old.after
      and without_postcodes(new.before) is not distinct from without_postcodes(old.before) and (new.before is null or new.before <@ old.before) then return new; end if;
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
    'organisationName', v_response.organisation_name, 'language', v_response.language, 'publishConsent', v_response.publish_consent,
    'answers', coalesce((select jsonb_object_agg(question_code, value) from response_answers where response_id = new.response_id), '{}'));
  return new;
end $$;--> statement-breakpoint
create trigger response_corrections_kept before insert or update on response_corrections for each row execute function keep_response_corrections();--> statement-breakpoint
create function count_response_corrections() returns trigger language plpgsql as $$
begin
  if new.state = 'stands' and (tg_op = 'INSERT' or old.state = 'waiting') then update responses set corrections = new.turn where id = new.response_id; end if;
  return null;
end $$;--> statement-breakpoint
create trigger response_corrections_counted after insert or update on response_corrections for each row execute function count_response_corrections();--> statement-breakpoint
create trigger response_corrections_not_deleted before delete on response_corrections for each row execute function refuse_change();--> statement-breakpoint
create trigger response_corrections_no_truncate before truncate on response_corrections for each statement execute function refuse_change();--> statement-breakpoint
revoke delete on response_corrections from folkmoot_web;--> statement-breakpoint

-- Whether a correction of the response came to stand in this very transaction, which alone lets it change.
create function is_being_corrected(p_response uuid) returns boolean language sql stable as $$
  select exists (select from response_corrections where response_id = p_response and state = 'stands' and decided_in = pg_current_xact_id())
$$;--> statement-breakpoint

-- What was sent stays as it was sent. Leave to publish may still be taken back, and what officers wrote in be corrected.
create or replace function keep_responses() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.state = 'submitted' then
      raise exception 'response % was sent and is kept', old.id using errcode = 'restrict_violation';
    end if;
    return old;
  end if;
  if tg_op = 'UPDATE' and old.state = 'submitted' and (
    (new.state, new.council_id, new.consultation_id, new.version, new.reference, new.started_at, new.entered_by, new.paper_number)
    is distinct from (old.state, old.council_id, old.consultation_id, old.version, old.reference, old.started_at, old.entered_by, old.paper_number)
    or (new.publish_consent is distinct from old.publish_consent and new.publish_consent <> 'no')
    or ((new.channel, new.respondent, new.organisation_name, new.recruitment_source, new.language, new.received_at, new.corrections)
      is distinct from (old.channel, old.respondent, old.organisation_name, old.recruitment_source, old.language, old.received_at, old.corrections)
      and (old.channel = 'web' or new.channel = 'web' or not is_being_corrected(old.id)))) then
    raise exception 'response % was sent and is kept', old.id using errcode = 'restrict_violation';
  end if;
  if new.state = 'submitted' and new.channel = 'web' and (tg_op = 'INSERT' or old.state = 'in-progress') and not exists (
    select from consultations where id = new.consultation_id and opens_at <= new.received_at and new.received_at < closes_at) then
    raise exception 'consultation % is not open', new.consultation_id using errcode = 'restrict_violation';
  end if;
  if tg_op = 'UPDATE' and old.publish_consent = 'yes' and new.publish_consent = 'no' then
    delete from published_answers where response_id = new.id;
  end if;
  return new;
end $$;--> statement-breakpoint

-- Of a file that was sent only what the scanner says may change, once, and what it refuses may lose its bytes; of an answer its full postcode may go.
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
      if old.scan = 'waiting' and to_jsonb(new) - '{scan,scanned_at,content}'::text[] = to_jsonb(old) - '{scan,scanned_at,content}'::text[]
        and (new.content = old.content or new.scan = 'refused') then return new; end if;
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

-- By which correction a text stood when somebody read it.
create function note_what_was_read() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'answer_readings' then
    new.correction := coalesce((select correction from response_answers where response_id = new.response_id and question_code = new.question_code), 0);
  else
    new.correction := coalesce((select corrections from responses where id = new.response_id), 0);
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger answer_readings_noted before insert on answer_readings for each row execute function note_what_was_read();--> statement-breakpoint
create trigger response_readings_noted before insert on response_readings for each row execute function note_what_was_read();
