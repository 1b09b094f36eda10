CREATE TYPE "public"."amendment_state" AS ENUM('proposed', 'made', 'declined', 'withdrawn');--> statement-breakpoint
CREATE TABLE "amendments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"poll_ids" uuid[] NOT NULL,
	"words_en" text DEFAULT '' NOT NULL,
	"words_cy" text DEFAULT '' NOT NULL,
	"reason_en" text DEFAULT '' NOT NULL,
	"reason_cy" text DEFAULT '' NOT NULL,
	"closes_at" timestamp with time zone,
	"state" "amendment_state" DEFAULT 'proposed' NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "amendments_two_people_check" CHECK ("amendments"."state" <> 'made' or ("amendments"."decided_by" is not null and "amendments"."decided_at" is not null and "amendments"."decided_by" <> "amendments"."proposed_by")),
	CONSTRAINT "amendments_decided_check" CHECK (("amendments"."state" = 'proposed') = ("amendments"."decided_by" is null)),
	CONSTRAINT "amendments_words_check" CHECK (length(trim("amendments"."words_en")) > 0 and length(trim("amendments"."reason_en")) > 0)
);
--> statement-breakpoint
CREATE TABLE "key_circles" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"named_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "key_holders" (
	"circle_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"role" text NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	CONSTRAINT "key_holders_circle_id_number_pk" PRIMARY KEY("circle_id","number"),
	CONSTRAINT "key_holders_email_key" UNIQUE("circle_id","email"),
	CONSTRAINT "key_holders_number_check" CHECK ("key_holders"."number" between 1 and 3)
);
--> statement-breakpoint
ALTER TABLE "polls" ADD COLUMN "key_circle" uuid;--> statement-breakpoint
ALTER TABLE "key_holders" ADD CONSTRAINT "key_holders_circle_id_key_circles_id_fk" FOREIGN KEY ("circle_id") REFERENCES "public"."key_circles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "amendments_subject_idx" ON "amendments" USING btree ("council_id","subject_id","proposed_at");--> statement-breakpoint
CREATE INDEX "key_circles_subject_idx" ON "key_circles" USING btree ("council_id","subject_id");--> statement-breakpoint
ALTER TABLE "polls" ADD CONSTRAINT "polls_key_check" CHECK (("polls"."key_held" = 'shares') = ("polls"."key_circle" is not null));
--> statement-breakpoint
-- The counter's side. Of a holder it keeps the public half of their code; shares are sealed to it, and whole the key is nowhere.
drop table counter.drills;
--> statement-breakpoint
create table counter.key_holders (
  circle_id uuid not null,
  holder smallint not null check (holder between 1 and 3),
  public_key bytea not null check (octet_length(public_key) = 32),
  -- Typed back, so that it was written down.
  confirmed boolean not null default false,
  primary key (circle_id, holder)
);
--> statement-breakpoint
-- Circles of which two people have opened a test key.
create table counter.circle_drills (circle_id uuid primary key);
--> statement-breakpoint
alter table counter.count_keys add column circle_id uuid;
--> statement-breakpoint
alter table counter.count_keys add constraint count_keys_circle_check check ((held = 'shares') = (circle_id is not null));
--> statement-breakpoint
create table counter.key_shares (
  poll_id uuid not null references counter.count_keys (poll_id) on delete cascade,
  holder smallint not null check (holder between 1 and 3),
  sealed bytea not null,
  primary key (poll_id, holder)
);
--> statement-breakpoint
-- Nobody is given another code once theirs is confirmed: what was sealed to it would be lost.
create function counter.keep_holder() returns trigger language plpgsql as $$
begin
  if old.confirmed then
    raise exception 'holder % of circle % has confirmed a code', old.holder, old.circle_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger key_holders_kept before update or delete on counter.key_holders for each row execute function counter.keep_holder();
--> statement-breakpoint
-- A drill stands for three confirmed codes.
create function counter.require_holders() returns trigger language plpgsql as $$
begin
  if (select count(*) from counter.key_holders where circle_id = new.circle_id and confirmed) < 3 then
    raise exception 'circle % has not three confirmed codes', new.circle_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger circle_drills_whole before insert on counter.circle_drills for each row execute function counter.require_holders();
--> statement-breakpoint
-- No vote is sealed to a key of people before they have shown that they can open it.
create function counter.require_drill() returns trigger language plpgsql as $$
begin
  if new.circle_id is not null and not exists (select from counter.circle_drills where circle_id = new.circle_id) then
    raise exception 'circle % has not opened a test key', new.circle_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger count_keys_drilled before insert on counter.count_keys for each row execute function counter.require_drill();
--> statement-breakpoint
grant select, insert, update on counter.key_holders to folkmoot_counter;
--> statement-breakpoint
grant select, insert on counter.circle_drills, counter.key_shares to folkmoot_counter;
--> statement-breakpoint
create or replace function keep_poll_rules() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' and (
    (new.ballot_kind, new.min_choices, new.max_choices, new.budget_pence, new.points_total, new.points_most, new.rule, new.rule_parameters, new.electorate_id,
     new.opens_at, new.fingerprint, new.seed, new.question_en, new.question_cy, new.council_id, new.key_held, new.key_circle)
    is distinct from
    (old.ballot_kind, old.min_choices, old.max_choices, old.budget_pence, old.points_total, old.points_most, old.rule, old.rule_parameters, old.electorate_id,
     old.opens_at, old.fingerprint, old.seed, old.question_en, old.question_cy, old.council_id, old.key_held, old.key_circle)
  ) then
    raise exception 'the rules of poll % are locked', old.id using errcode = 'restrict_violation';
  end if;
  -- Closing later is the one thing that two people may change, in public; by anybody else, and by anything else, it is refused.
  if old.state <> 'draft' and new.closes_at is distinct from old.closes_at and not (
    old.state = 'ready' and new.closes_at > old.closes_at and clock_timestamp() < old.closes_at
    and exists (select from amendments a where new.id = any (a.poll_ids) and a.closes_at = new.closes_at and a.state = 'made')
  ) then
    raise exception 'the closing time of poll % is locked', old.id using errcode = 'restrict_violation';
  end if;
  if array_position(enum_range(null::poll_state), new.state) < array_position(enum_range(null::poll_state), old.state) then
    raise exception 'poll % cannot go back from % to %', old.id, old.state, new.state using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
-- What was proposed stays as it was proposed, and is answered once.
create function keep_amendment() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state <> 'proposed'
    or (new.id, new.council_id, new.subject_id, new.poll_ids, new.words_en, new.words_cy, new.reason_en, new.reason_cy, new.closes_at, new.proposed_by, new.proposed_at)
      is distinct from
      (old.id, old.council_id, old.subject_id, old.poll_ids, old.words_en, old.words_cy, old.reason_en, old.reason_cy, old.closes_at, old.proposed_by, old.proposed_at) then
    raise exception 'amendment % is kept as it was proposed and answered', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger amendments_kept before update or delete on amendments for each row execute function keep_amendment();
