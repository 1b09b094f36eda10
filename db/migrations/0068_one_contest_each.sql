ALTER TABLE "nominations" DROP CONSTRAINT "nominations_reason_check";--> statement-breakpoint
ALTER TABLE "contests" ADD CONSTRAINT "contests_election_key" UNIQUE("id","election_id");--> statement-breakpoint
ALTER TABLE "nominations" ADD COLUMN "election_id" uuid;--> statement-breakpoint
ALTER TABLE "nominations" DISABLE TRIGGER USER;--> statement-breakpoint
UPDATE "nominations" n SET "election_id" = c."election_id" FROM "contests" c WHERE c."id" = n."contest_id";--> statement-breakpoint
-- Whoever began in two wards before this was refused keeps the first that was begun. A draft of another goes; one that was sent stands, for the returning officer to decide, and is theirs no more.
DELETE FROM "nominations" n WHERE n."state" = 'draft' AND EXISTS (SELECT FROM "nominations" o WHERE o."election_id" = n."election_id" AND o."person_id" = n."person_id" AND o."id" <> n."id" AND o."state" NOT IN ('withdrawn', 'rejected') AND (o."state" <> 'draft' OR (o."changed_at", o."id") < (n."changed_at", n."id")));--> statement-breakpoint
UPDATE "nominations" n SET "person_id" = null WHERE n."state" NOT IN ('withdrawn', 'rejected') AND EXISTS (SELECT FROM "nominations" o WHERE o."election_id" = n."election_id" AND o."person_id" = n."person_id" AND o."state" NOT IN ('withdrawn', 'rejected') AND (o."changed_at", o."id") < (n."changed_at", n."id"));--> statement-breakpoint
ALTER TABLE "nominations" ENABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE "nominations" ALTER COLUMN "election_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "nominations" ADD CONSTRAINT "nominations_contest_id_election_id_contests_id_election_id_fk" FOREIGN KEY ("contest_id","election_id") REFERENCES "public"."contests"("id","election_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "nominations_election_person_key" ON "nominations" USING btree ("election_id","person_id") WHERE "nominations"."state" not in ('withdrawn', 'rejected');--> statement-breakpoint
ALTER TABLE "nominations" ADD CONSTRAINT "nominations_reason_check" CHECK ("nominations"."state" <> 'rejected' or "nominations"."given_name" = '' or "nominations"."reason_en" || "nominations"."reason_cy" <> '');
--> statement-breakpoint
-- As before, and with the person goes the reason of a rejection, which spoke of them.
create or replace function forget_candidate() returns trigger language plpgsql as $$
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
    consent_code_hash = null, consent_asked_at = null, parent_name = '', parent_email = '', reason_en = '', reason_cy = ''
  where person_id = old.id and state <> 'accepted' and not withdrawn_after_print;
  delete from photos where id = any(v_photos);
  return old;
end $$;--> statement-breakpoint
update nominations set reason_en = '', reason_cy = '' where given_name = '';
