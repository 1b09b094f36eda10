ALTER TYPE "public"."readiness_item" ADD VALUE 'conscientious-consideration';--> statement-breakpoint
ALTER TYPE "public"."readiness_item" ADD VALUE 'reach';--> statement-breakpoint
ALTER TYPE "public"."readiness_item" ADD VALUE 'equality-questions';--> statement-breakpoint
ALTER TYPE "public"."readiness_item" ADD VALUE 'personal-data';--> statement-breakpoint
CREATE TABLE "response_delays" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"engagement_id" uuid NOT NULL,
	"reason_en" text DEFAULT '' NOT NULL,
	"reason_cy" text DEFAULT '' NOT NULL,
	"expected_on" date NOT NULL,
	"given_by" uuid NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	CONSTRAINT "response_delays_reason_check" CHECK ("response_delays"."reason_en" <> '')
);
--> statement-breakpoint
ALTER TABLE "engagement_submissions" ADD COLUMN "checked_by" uuid;--> statement-breakpoint
ALTER TABLE "engagement_submissions" ADD COLUMN "checked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "engagement_submissions" ADD COLUMN "check_note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "engagements" ADD COLUMN "published_by" uuid;--> statement-breakpoint
ALTER TABLE "engagements" ADD COLUMN "decided_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "response_delays" ADD CONSTRAINT "response_delays_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_delays" ADD CONSTRAINT "response_delays_given_by_people_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "response_delays_idx" ON "response_delays" USING btree ("engagement_id","given_at");--> statement-breakpoint
ALTER TABLE "engagement_submissions" ADD CONSTRAINT "engagement_submissions_checked_by_people_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagements" ADD CONSTRAINT "engagements_published_by_people_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagement_submissions" ADD CONSTRAINT "engagement_submissions_checked_check" CHECK (("engagement_submissions"."checked_by" is null) = ("engagement_submissions"."checked_at" is null));--> statement-breakpoint
ALTER TABLE "engagement_submissions" ADD CONSTRAINT "engagement_submissions_own_check_check" CHECK ("engagement_submissions"."checked_by" <> "engagement_submissions"."sent_by" and ("engagement_submissions"."answer" is distinct from 'approved' or "engagement_submissions"."checked_by" <> "engagement_submissions"."answered_by"));--> statement-breakpoint
-- A reason that was given for a late answer stays given.
create trigger response_delays_append_only before update or delete on response_delays for each row execute function refuse_change();--> statement-breakpoint
create trigger response_delays_no_truncate before truncate on response_delays for each statement execute function refuse_change();--> statement-breakpoint
revoke update, delete on response_delays from folkmoot_web;--> statement-breakpoint
-- What residents are told of a consultation's times and when it takes answers is one thing: whoever moves the one moves the other.
create function carry_times_to_consultation() returns trigger language plpgsql as $$
begin
  update consultations set opens_at = new.opens_at, closes_at = new.closes_at
    where id = new.consultation_id and version is not null and (opens_at, closes_at) is distinct from (new.opens_at, new.closes_at);
  return null;
end $$;--> statement-breakpoint
create trigger engagements_carry_times after update of opens_at, closes_at on engagements for each row
  when (new.consultation_id is not null and (new.opens_at, new.closes_at) is distinct from (old.opens_at, old.closes_at))
  execute function carry_times_to_consultation();--> statement-breakpoint
-- A consultation is approved only after somebody other than its author, who sent it and who approves it has checked it.
create function need_quality_check() returns trigger language plpgsql as $$
begin
  if not exists (
    select from engagement_submissions s
    where s.engagement_id = new.id and s.round = (select max(round) from engagement_submissions where engagement_id = new.id)
      and s.checked_by is not null and s.checked_by not in (new.author_id, s.sent_by) and s.checked_by is distinct from new.approver_id) then
    raise exception 'consultation % was not checked by a third person', new.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger engagements_quality_check before update of state on engagements for each row
  when (new.consultation_id is not null and new.state = 'approved' and old.state is distinct from 'approved')
  execute function need_quality_check();
