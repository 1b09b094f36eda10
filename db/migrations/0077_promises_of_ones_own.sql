CREATE TABLE "offered_promises" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"election_id" uuid NOT NULL,
	"nomination_id" uuid NOT NULL,
	"written_in" text NOT NULL,
	"text_en" text DEFAULT '' NOT NULL,
	"text_cy" text DEFAULT '' NOT NULL,
	"offered_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "offered_promises_text_check" CHECK (case "offered_promises"."written_in" when 'en' then trim("offered_promises"."text_en") else trim("offered_promises"."text_cy") end <> ''),
	CONSTRAINT "offered_promises_decided_check" CHECK (("offered_promises"."decided_at" is null) = ("offered_promises"."decided_by" is null) and ("offered_promises"."decided_at" is not null or "offered_promises"."reason" = ''))
);
--> statement-breakpoint
ALTER TABLE "offered_promises" ADD CONSTRAINT "offered_promises_election_id_elections_id_fk" FOREIGN KEY ("election_id") REFERENCES "public"."elections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offered_promises" ADD CONSTRAINT "offered_promises_nomination_id_nominations_id_fk" FOREIGN KEY ("nomination_id") REFERENCES "public"."nominations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offered_promises" ADD CONSTRAINT "offered_promises_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "offered_promises_election_idx" ON "offered_promises" USING btree ("election_id");--> statement-breakpoint
CREATE INDEX "offered_promises_nomination_idx" ON "offered_promises" USING btree ("nomination_id");--> statement-breakpoint
-- As before, and the language that was missing may be added, once: what was said in the other stays.
create or replace function keep_promise() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (new.council_id, new.election_id, new.nomination_id, new.number, new.written_in)
      is distinct from (old.council_id, old.election_id, old.nomination_id, old.number, old.written_in)
      or (new.text_en <> old.text_en and (old.text_en <> '' or old.written_in = 'en'))
      or (new.text_cy <> old.text_cy and (old.text_cy <> '' or old.written_in = 'cy'))
      or (old.idea_id is not null and new.idea_id is distinct from old.idea_id) then
    raise exception 'A promise that is written down is not changed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;--> statement-breakpoint
-- With an account goes what its person offered and nobody took.
create function forget_offers() returns trigger language plpgsql as $$
begin
  delete from offered_promises o using nominations n where n.id = o.nomination_id and n.person_id = old.id and not exists (select 1 from elected_promises p where p.id = o.id);
  return old;
end $$;--> statement-breakpoint
revoke execute on function forget_offers() from public;--> statement-breakpoint
create trigger people_offers_forgotten before delete on people for each row execute function forget_offers();
