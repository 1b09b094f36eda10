CREATE TYPE "public"."entry_pass" AS ENUM('first', 'second');--> statement-breakpoint
CREATE TYPE "public"."paper_finding" AS ENUM('nothing', 'blank', 'too-many', 'costs-too-much', 'unclear', 'identifies', 'no-mark');--> statement-breakpoint
ALTER TYPE "public"."council_role" ADD VALUE 'presiding-officer' BEFORE 'moderator';--> statement-breakpoint
ALTER TYPE "public"."council_role" ADD VALUE 'count-officer' BEFORE 'moderator';--> statement-breakpoint
CREATE TABLE "assisted_votes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"poll_id" uuid NOT NULL,
	"officer_id" uuid NOT NULL,
	"way" text NOT NULL,
	"begun_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"outcome" text DEFAULT 'under-way' NOT NULL,
	CONSTRAINT "assisted_votes_way_check" CHECK ("assisted_votes"."way" in ('telephone', 'in-person')),
	CONSTRAINT "assisted_votes_outcome_check" CHECK (("assisted_votes"."outcome" = 'under-way') = ("assisted_votes"."ended_at" is null) and "assisted_votes"."outcome" in ('under-way', 'cast', 'not-cast'))
);
--> statement-breakpoint
CREATE TABLE "entry_passes" (
	"batch_id" uuid NOT NULL,
	"pass" "entry_pass" NOT NULL,
	"officer_id" uuid NOT NULL,
	"begun_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone,
	CONSTRAINT "entry_passes_batch_id_pass_pk" PRIMARY KEY("batch_id","pass"),
	CONSTRAINT "entry_passes_one_each_key" UNIQUE("batch_id","officer_id"),
	CONSTRAINT "entry_passes_officer_key" UNIQUE("batch_id","pass","officer_id")
);
--> statement-breakpoint
CREATE TABLE "paper_ballots" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"poll_id" uuid NOT NULL,
	"batch_id" uuid NOT NULL,
	"choices" integer[] NOT NULL,
	"points" integer[],
	CONSTRAINT "paper_ballots_points_check" CHECK ("paper_ballots"."points" is null or cardinality("paper_ballots"."points") = cardinality("paper_ballots"."choices"))
);
--> statement-breakpoint
CREATE TABLE "paper_batches" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"poll_id" uuid NOT NULL,
	"place_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"printed" integer NOT NULL,
	"seed" text NOT NULL,
	"printed_by" uuid NOT NULL,
	"printed_at" timestamp with time zone NOT NULL,
	"marked" integer DEFAULT 0 NOT NULL,
	"issued" integer,
	"unused" integer,
	"damaged" integer,
	"returned" integer,
	"spoilt" integer,
	"not_returned" integer,
	"account_by" uuid,
	"account_at" timestamp with time zone,
	"accepted" integer,
	"rejected" integer,
	"blank" integer,
	"grounds" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"signed_by" uuid,
	"signed_at" timestamp with time zone,
	"countersigned_by" uuid,
	"sealed_at" timestamp with time zone,
	CONSTRAINT "paper_batches_number_key" UNIQUE("poll_id","place_id","number"),
	CONSTRAINT "paper_batches_poll_key" UNIQUE("id","poll_id"),
	CONSTRAINT "paper_batches_printed_check" CHECK ("paper_batches"."printed" between 1 and 500 and "paper_batches"."number" between 1 and 999),
	CONSTRAINT "paper_batches_marked_check" CHECK ("paper_batches"."marked" between 0 and "paper_batches"."printed"),
	CONSTRAINT "paper_batches_counts_check" CHECK (least("paper_batches"."issued", "paper_batches"."unused", "paper_batches"."damaged", "paper_batches"."returned", "paper_batches"."spoilt", "paper_batches"."not_returned", "paper_batches"."accepted", "paper_batches"."rejected") >= 0),
	CONSTRAINT "paper_batches_account_check" CHECK (num_nulls("paper_batches"."issued", "paper_batches"."unused", "paper_batches"."damaged", "paper_batches"."returned", "paper_batches"."spoilt", "paper_batches"."not_returned", "paper_batches"."account_by", "paper_batches"."account_at") in (0, 8)),
	CONSTRAINT "paper_batches_names_check" CHECK ("paper_batches"."countersigned_by" is null or "paper_batches"."countersigned_by" is distinct from "paper_batches"."signed_by"),
	CONSTRAINT "paper_batches_sealed_check" CHECK ("paper_batches"."sealed_at" is null or (
        "paper_batches"."account_at" is not null and "paper_batches"."accepted" is not null and "paper_batches"."rejected" is not null and "paper_batches"."signed_by" is not null and (
          ("paper_batches"."printed" = "paper_batches"."issued" + "paper_batches"."unused" + "paper_batches"."damaged" and "paper_batches"."issued" = "paper_batches"."returned" + "paper_batches"."spoilt" + "paper_batches"."not_returned"
            and "paper_batches"."returned" = "paper_batches"."accepted" + "paper_batches"."rejected" and "paper_batches"."issued" - "paper_batches"."spoilt" = "paper_batches"."marked")
          or ("paper_batches"."reason" <> '' and "paper_batches"."countersigned_by" is not null))))
);
--> statement-breakpoint
CREATE TABLE "paper_decisions" (
	"batch_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"decided_by" uuid NOT NULL,
	"left_out" boolean DEFAULT false NOT NULL,
	"finding" "paper_finding" NOT NULL,
	"options" integer[] NOT NULL,
	"values" integer[] NOT NULL,
	"reason" text NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "paper_decisions_batch_id_number_pk" PRIMARY KEY("batch_id","number"),
	CONSTRAINT "paper_decisions_marks_check" CHECK (cardinality("paper_decisions"."options") = cardinality("paper_decisions"."values")),
	CONSTRAINT "paper_decisions_reason_check" CHECK ("paper_decisions"."reason" <> '')
);
--> statement-breakpoint
CREATE TABLE "paper_readings" (
	"batch_id" uuid NOT NULL,
	"pass" "entry_pass" NOT NULL,
	"number" integer NOT NULL,
	"officer_id" uuid NOT NULL,
	"finding" "paper_finding" NOT NULL,
	"options" integer[] NOT NULL,
	"values" integer[] NOT NULL,
	"set_aside" boolean DEFAULT false NOT NULL,
	CONSTRAINT "paper_readings_batch_id_pass_number_pk" PRIMARY KEY("batch_id","pass","number"),
	CONSTRAINT "paper_readings_marks_check" CHECK (cardinality("paper_readings"."options") = cardinality("paper_readings"."values"))
);
--> statement-breakpoint
CREATE TABLE "papers" (
	"poll_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"batch_id" uuid NOT NULL,
	"cancelled" boolean DEFAULT false NOT NULL,
	CONSTRAINT "papers_poll_id_number_pk" PRIMARY KEY("poll_id","number"),
	CONSTRAINT "papers_batch_key" UNIQUE("batch_id","number"),
	CONSTRAINT "papers_number_check" CHECK ("papers"."number" between 10001 and 99999)
);
--> statement-breakpoint
CREATE TABLE "polling_places" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"letters" text NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"name_cy" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"access_en" text DEFAULT '' NOT NULL,
	"access_cy" text DEFAULT '' NOT NULL,
	"hours_en" text DEFAULT '' NOT NULL,
	"hours_cy" text DEFAULT '' NOT NULL,
	"closed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "polling_places_letters_key" UNIQUE("council_id","letters"),
	CONSTRAINT "polling_places_council_key" UNIQUE("id","council_id"),
	CONSTRAINT "polling_places_letters_check" CHECK ("polling_places"."letters" ~ '^[A-Z]{2,4}$'),
	CONSTRAINT "polling_places_name_check" CHECK ("polling_places"."name_en" <> '')
);
--> statement-breakpoint
CREATE TABLE "presiding_officers" (
	"place_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "presiding_officers_place_id_person_id_pk" PRIMARY KEY("place_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "shared_devices" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"council_id" uuid NOT NULL,
	"place_id" uuid NOT NULL,
	"vote_slug" text NOT NULL,
	"started_by" uuid NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"idle_minutes" integer NOT NULL,
	"wipes" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "shared_devices_idle_check" CHECK ("shared_devices"."idle_minutes" between 1 and 60),
	CONSTRAINT "shared_devices_token_check" CHECK (octet_length("shared_devices"."token_hash") = 32)
);
--> statement-breakpoint
ALTER TABLE "assisted_votes" ADD CONSTRAINT "assisted_votes_poll_id_polls_id_fk" FOREIGN KEY ("poll_id") REFERENCES "public"."polls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_passes" ADD CONSTRAINT "entry_passes_batch_id_paper_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."paper_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_ballots" ADD CONSTRAINT "paper_ballots_batch_id_poll_id_paper_batches_id_poll_id_fk" FOREIGN KEY ("batch_id","poll_id") REFERENCES "public"."paper_batches"("id","poll_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_batches" ADD CONSTRAINT "paper_batches_poll_id_polls_id_fk" FOREIGN KEY ("poll_id") REFERENCES "public"."polls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_batches" ADD CONSTRAINT "paper_batches_place_id_council_id_polling_places_id_council_id_fk" FOREIGN KEY ("place_id","council_id") REFERENCES "public"."polling_places"("id","council_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_decisions" ADD CONSTRAINT "paper_decisions_batch_id_number_papers_batch_id_number_fk" FOREIGN KEY ("batch_id","number") REFERENCES "public"."papers"("batch_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_readings" ADD CONSTRAINT "paper_readings_batch_id_pass_officer_id_entry_passes_batch_id_pass_officer_id_fk" FOREIGN KEY ("batch_id","pass","officer_id") REFERENCES "public"."entry_passes"("batch_id","pass","officer_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_readings" ADD CONSTRAINT "paper_readings_batch_id_number_papers_batch_id_number_fk" FOREIGN KEY ("batch_id","number") REFERENCES "public"."papers"("batch_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_batch_id_poll_id_paper_batches_id_poll_id_fk" FOREIGN KEY ("batch_id","poll_id") REFERENCES "public"."paper_batches"("id","poll_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presiding_officers" ADD CONSTRAINT "presiding_officers_place_id_polling_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."polling_places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presiding_officers" ADD CONSTRAINT "presiding_officers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shared_devices" ADD CONSTRAINT "shared_devices_place_id_council_id_polling_places_id_council_id_fk" FOREIGN KEY ("place_id","council_id") REFERENCES "public"."polling_places"("id","council_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assisted_votes_poll_idx" ON "assisted_votes" USING btree ("poll_id");--> statement-breakpoint
CREATE INDEX "paper_ballots_poll_idx" ON "paper_ballots" USING btree ("poll_id");--> statement-breakpoint
-- Papers that count only grow, go in with their batch, and never while people still vote.
create function keep_paper_ballots() returns trigger language plpgsql as $$
begin
  if exists (select 1 from paper_batches where id = new.batch_id and sealed_at is not null) then
    raise exception 'batch % is sealed', new.batch_id using errcode = 'restrict_violation';
  end if;
  if (select state from polls where id = new.poll_id) <> 'closed' then
    raise exception 'paper ballots of poll % are taken in between its close and its count', new.poll_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger paper_ballots_in_time before insert on paper_ballots for each row execute function keep_paper_ballots();
--> statement-breakpoint
create trigger paper_ballots_append_only before update or delete on paper_ballots for each row execute function refuse_change();
--> statement-breakpoint
create trigger paper_ballots_no_truncate before truncate on paper_ballots for each statement execute function refuse_change();
--> statement-breakpoint

-- A sealed batch is as it was sealed; no batch becomes another one, and none is printed after the close or taken away.
create function keep_paper_batches() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if (select state from polls where id = new.poll_id) <> 'ready' then
      raise exception 'papers of poll % cannot be printed now', new.poll_id using errcode = 'restrict_violation';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' then
    raise exception 'a batch of papers stays in the account' using errcode = 'restrict_violation';
  end if;
  if old.sealed_at is not null then
    raise exception 'batch % is sealed', old.id using errcode = 'restrict_violation';
  end if;
  if (new.id, new.council_id, new.poll_id, new.place_id, new.number, new.printed, new.seed, new.printed_by, new.printed_at) is distinct from
     (old.id, old.council_id, old.poll_id, old.place_id, old.number, old.printed, old.seed, old.printed_by, old.printed_at) then
    raise exception 'what was printed of batch % does not change', old.id using errcode = 'restrict_violation';
  end if;
  if new.marked < old.marked then
    raise exception 'papers handed out are not taken back' using errcode = 'restrict_violation';
  end if;
  if new.sealed_at is not null and new.accepted <> (select count(*) from paper_ballots where batch_id = new.id) then
    raise exception 'batch % has other ballots than it says', new.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger paper_batches_kept before insert or update or delete on paper_batches for each row execute function keep_paper_batches();
--> statement-breakpoint

create function keep_papers() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (new.poll_id, new.number, new.batch_id) is distinct from (old.poll_id, old.number, old.batch_id) or (old.cancelled and not new.cancelled) then
    raise exception 'a printed paper stays what it is' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger papers_kept before update or delete on papers for each row execute function keep_papers();
--> statement-breakpoint

-- Nothing is keyed in a batch that is sealed, in a pass that is done, or of a paper that was cancelled.
create function keep_paper_readings() returns trigger language plpgsql as $$
declare
  v_batch uuid := coalesce(new.batch_id, old.batch_id);
begin
  if exists (select 1 from paper_batches where id = v_batch and sealed_at is not null) then
    raise exception 'batch % is sealed', v_batch using errcode = 'restrict_violation';
  end if;
  if exists (select 1 from entry_passes where batch_id = v_batch and pass = coalesce(new.pass, old.pass) and done_at is not null) then
    raise exception 'this pass of batch % is done', v_batch using errcode = 'restrict_violation';
  end if;
  if tg_op <> 'DELETE' and exists (select 1 from papers where batch_id = v_batch and number = new.number and cancelled) then
    raise exception 'paper % was cancelled', new.number using errcode = 'restrict_violation';
  end if;
  return coalesce(new, old);
end $$;
--> statement-breakpoint
create trigger paper_readings_kept before insert or update or delete on paper_readings for each row execute function keep_paper_readings();
--> statement-breakpoint

-- Nobody decides over their own reading, whichever came first. Both take the batch's row, so that two at once cannot slip past each other.
create function keep_third_person() returns trigger language plpgsql as $$
begin
  perform 1 from paper_batches where id = new.batch_id for update;
  if tg_table_name = 'paper_decisions' then
    if exists (select 1 from paper_batches where id = new.batch_id and sealed_at is not null) then
      raise exception 'batch % is sealed', new.batch_id using errcode = 'restrict_violation';
    end if;
    if exists (select 1 from entry_passes where batch_id = new.batch_id and officer_id = new.decided_by) then
      raise exception 'a third person decides' using errcode = 'check_violation', constraint = 'paper_decisions_third_person';
    end if;
  elsif exists (select 1 from paper_decisions where batch_id = new.batch_id and decided_by = new.officer_id) then
    raise exception 'a third person decides' using errcode = 'check_violation', constraint = 'entry_passes_third_person';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger paper_decisions_third_person before insert or update on paper_decisions for each row execute function keep_third_person();
--> statement-breakpoint
create trigger entry_passes_third_person before insert on entry_passes for each row execute function keep_third_person();
--> statement-breakpoint

-- No count while a batch of papers is open.
create function await_paper() returns trigger language plpgsql as $$
begin
  if exists (select 1 from paper_batches where poll_id = new.poll_id and sealed_at is null) then
    raise exception 'poll % has a batch of papers that is not sealed', new.poll_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger poll_counts_await_paper before insert on poll_counts for each row execute function await_paper();
--> statement-breakpoint

/*
 * Hands out one paper in one statement: the roll's mark and the batch's number of papers handed out go together.
 * Two ways of one voter at the same moment meet at the roll's primary key; the second is told already-voted.
 */
create function issue_paper(p_batch uuid, p_voter bytea, p_area uuid, p_age_band text) returns text language sql as $$
  with batch as (
    select b.id, b.council_id, b.poll_id, b.printed, b.marked, b.account_at, p.state, p.opens_at, p.closes_at
    from paper_batches b join polls p on p.id = b.poll_id where b.id = p_batch for update of b
  ), verdict as (
    select case
      when batch.id is null then 'unknown-batch'
      when batch.state = 'draft' or now() < batch.opens_at then 'not-open'
      when batch.state <> 'ready' or now() >= batch.closes_at then 'closed'
      when batch.account_at is not null then 'account-written'
      when batch.marked >= batch.printed then 'none-left'
      else 'issuing' end as outcome
    from (select 1) one left join batch on true
  ), mark as (
    insert into roll_marks (council_id, poll_id, voter_hash, area_id, age_band, channel, marked_on)
    select batch.council_id, batch.poll_id, p_voter, p_area, p_age_band, 'paper', (now() at time zone 'Europe/London')::date
    from batch, verdict where verdict.outcome = 'issuing'
    on conflict do nothing
    returning 1
  ), counted as (
    update paper_batches set marked = marked + 1 where id = p_batch and exists (select 1 from mark) returning 1
  )
  select case when verdict.outcome <> 'issuing' then verdict.outcome when exists (select 1 from counted) then 'issued' else 'already-voted' end from verdict
$$;
