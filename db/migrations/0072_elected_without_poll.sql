CREATE TYPE "public"."without_poll" AS ENUM('elected', 'vacant');--> statement-breakpoint
CREATE TABLE "contests_without_poll" (
	"contest_id" uuid PRIMARY KEY NOT NULL,
	"council_id" uuid NOT NULL,
	"outcome" "without_poll" NOT NULL,
	"declared_at" timestamp with time zone NOT NULL,
	"declared_by" uuid NOT NULL,
	"signed" text NOT NULL,
	CONSTRAINT "contests_without_poll_check" CHECK ("contests_without_poll"."signed" <> '')
);
--> statement-breakpoint
CREATE TABLE "elected_without_poll" (
	"nomination_id" uuid PRIMARY KEY NOT NULL,
	"contest_id" uuid NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"name_cy" text DEFAULT '' NOT NULL,
	CONSTRAINT "elected_without_poll_name_check" CHECK ("elected_without_poll"."name_en" <> '' and "elected_without_poll"."name_cy" <> '')
);
--> statement-breakpoint
ALTER TABLE "contests_without_poll" ADD CONSTRAINT "contests_without_poll_declared_by_people_id_fk" FOREIGN KEY ("declared_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contests_without_poll" ADD CONSTRAINT "contests_without_poll_contest_id_council_id_contests_id_council_id_fk" FOREIGN KEY ("contest_id","council_id") REFERENCES "public"."contests"("id","council_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "elected_without_poll" ADD CONSTRAINT "elected_without_poll_contest_id_contests_without_poll_contest_id_fk" FOREIGN KEY ("contest_id") REFERENCES "public"."contests_without_poll"("contest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "elected_without_poll" ADD CONSTRAINT "elected_without_poll_nomination_id_contest_id_nominations_id_contest_id_fk" FOREIGN KEY ("nomination_id","contest_id") REFERENCES "public"."nominations"("id","contest_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "elected_without_poll_contest_idx" ON "elected_without_poll" USING btree ("contest_id");--> statement-breakpoint
-- What is declared without a poll is what follows from the nominations, judged when the transaction ends: nobody undecided, everybody who stands named and
-- nobody else, no more of them than places, and more than one only where all places are alike. A poll that was made ready is never passed over.
create function check_without_poll() returns trigger language plpgsql as $$
declare
  v_standing integer;
  v_named integer;
  v_places integer;
  v_offices integer;
begin
  select count(*) filter (where n.state = 'accepted'), count(w.nomination_id) into v_standing, v_named
    from nominations n left join elected_without_poll w on w.nomination_id = n.id and w.contest_id = n.contest_id where n.contest_id = new.contest_id;
  select coalesce(sum(o.places), 0), count(*) into v_places, v_offices from contests k join election_offices o on o.election_id = k.election_id where k.id = new.contest_id;
  if exists (select 1 from nominations where contest_id = new.contest_id and state = 'sent')
      or exists (select 1 from contests k join polls p on p.id = k.poll_id where k.id = new.contest_id and p.state <> 'draft')
      or v_named <> v_standing or (new.outcome = 'vacant') <> (v_standing = 0) or v_standing > v_places or (v_standing > 1 and v_offices > 1) then
    raise exception 'contest % does not end without a poll', new.contest_id using errcode = 'check_violation';
  end if;
  return null;
end $$;--> statement-breakpoint
revoke execute on function check_without_poll() from public;--> statement-breakpoint
create constraint trigger contests_without_poll_checked after insert on contests_without_poll deferrable initially deferred for each row execute function check_without_poll();--> statement-breakpoint
create function check_elected_without_poll() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from nominations where id = new.nomination_id and state = 'accepted') then
    raise exception 'nomination % is not elected without a poll', new.nomination_id using errcode = 'check_violation';
  end if;
  return new;
end $$;--> statement-breakpoint
revoke execute on function check_elected_without_poll() from public;--> statement-breakpoint
create trigger elected_without_poll_checked before insert on elected_without_poll for each row execute function check_elected_without_poll();--> statement-breakpoint
-- Afterwards nobody is added to the contest or taken from it, and its poll is never opened.
create function keep_without_poll() returns trigger language plpgsql as $$
begin
  if exists (select 1 from contests_without_poll where contest_id = new.contest_id) then
    raise exception 'contest % ended without a poll', new.contest_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;--> statement-breakpoint
revoke execute on function keep_without_poll() from public;--> statement-breakpoint
create trigger nominations_without_poll_in before insert on nominations for each row execute function keep_without_poll();--> statement-breakpoint
create trigger nominations_without_poll_kept before update of state on nominations for each row
  when (old.state is distinct from new.state and not (old.state = 'draft' and new.state = 'withdrawn')) execute function keep_without_poll();--> statement-breakpoint
create function keep_poll_closed() returns trigger language plpgsql as $$
begin
  if exists (select 1 from contests k join contests_without_poll w on w.contest_id = k.id where k.poll_id = new.id) then
    raise exception 'the contest of poll % ended without a poll', new.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;--> statement-breakpoint
revoke execute on function keep_poll_closed() from public;--> statement-breakpoint
create trigger polls_without_poll_kept before update of state on polls for each row when (old.state = 'draft' and new.state <> 'draft') execute function keep_poll_closed();--> statement-breakpoint
create trigger contests_without_poll_append_only before update or delete on contests_without_poll for each row execute function refuse_change();--> statement-breakpoint
create trigger contests_without_poll_no_truncate before truncate on contests_without_poll for each statement execute function refuse_change();--> statement-breakpoint
create trigger elected_without_poll_append_only before update or delete on elected_without_poll for each row execute function refuse_change();--> statement-breakpoint
create trigger elected_without_poll_no_truncate before truncate on elected_without_poll for each statement execute function refuse_change();
