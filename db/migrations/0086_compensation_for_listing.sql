CREATE TYPE "public"."listing_claim_part" AS ENUM('delay', 'legal-costs', 'other');--> statement-breakpoint
CREATE TYPE "public"."listing_claim_round" AS ENUM('first', 'review');--> statement-breakpoint
CREATE TABLE "asset_listing_claim_appeals" (
	"claim_id" uuid PRIMARY KEY NOT NULL,
	"appealed_on" date NOT NULL,
	"reference" text DEFAULT '' NOT NULL,
	"outcome" "appeal_outcome",
	"amount_pence" bigint,
	"ended_on" date,
	"noted_by" uuid NOT NULL,
	CONSTRAINT "asset_listing_claim_appeals_check" CHECK (("asset_listing_claim_appeals"."outcome" is null) = ("asset_listing_claim_appeals"."ended_on" is null) and ("asset_listing_claim_appeals"."amount_pence" is null or ("asset_listing_claim_appeals"."outcome" is not null and "asset_listing_claim_appeals"."amount_pence" >= 0)) and "asset_listing_claim_appeals"."ended_on" >= "asset_listing_claim_appeals"."appealed_on")
);
--> statement-breakpoint
CREATE TABLE "asset_listing_claim_decisions" (
	"claim_id" uuid NOT NULL,
	"round" "listing_claim_round" NOT NULL,
	"amount_pence" bigint NOT NULL,
	"decided_on" date NOT NULL,
	"decided_by" uuid NOT NULL,
	"post" text NOT NULL,
	"reasons" text NOT NULL,
	"heard_on" date,
	CONSTRAINT "asset_listing_claim_decisions_claim_id_round_pk" PRIMARY KEY("claim_id","round"),
	CONSTRAINT "asset_listing_claim_decisions_another_key" UNIQUE("claim_id","decided_by"),
	CONSTRAINT "asset_listing_claim_decisions_check" CHECK ("asset_listing_claim_decisions"."amount_pence" >= 0 and trim("asset_listing_claim_decisions"."post") <> '' and trim("asset_listing_claim_decisions"."reasons") <> '' and ("asset_listing_claim_decisions"."heard_on" is null or "asset_listing_claim_decisions"."round" = 'review'))
);
--> statement-breakpoint
CREATE TABLE "asset_listing_claim_officers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"claim_id" uuid NOT NULL,
	"round" "listing_claim_round" NOT NULL,
	"person_id" uuid NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "asset_listing_claim_parts" (
	"claim_id" uuid NOT NULL,
	"part" "listing_claim_part" NOT NULL,
	"amount_pence" bigint NOT NULL,
	"ended_on" date NOT NULL,
	"what" text NOT NULL,
	CONSTRAINT "asset_listing_claim_parts_claim_id_part_pk" PRIMARY KEY("claim_id","part"),
	CONSTRAINT "asset_listing_claim_parts_check" CHECK ("asset_listing_claim_parts"."amount_pence" > 0 and trim("asset_listing_claim_parts"."what") <> '')
);
--> statement-breakpoint
CREATE TABLE "asset_listing_claim_reviews" (
	"claim_id" uuid PRIMARY KEY NOT NULL,
	"asked_on" date NOT NULL,
	"reasons" text NOT NULL,
	"hearing" boolean NOT NULL,
	"letter" text DEFAULT '' NOT NULL,
	"entered_by" uuid,
	CONSTRAINT "asset_listing_claim_reviews_check" CHECK (trim("asset_listing_claim_reviews"."reasons") <> '' and (trim("asset_listing_claim_reviews"."letter") <> '') = ("asset_listing_claim_reviews"."entered_by" is not null))
);
--> statement-breakpoint
CREATE TABLE "asset_listing_claims" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"transfer_id" uuid NOT NULL,
	"person_id" uuid,
	"claimed_on" date NOT NULL,
	"letter" text DEFAULT '' NOT NULL,
	"entered_by" uuid,
	"sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "asset_listing_claims_letter_check" CHECK ((trim("asset_listing_claims"."letter") <> '') = ("asset_listing_claims"."entered_by" is not null))
);
--> statement-breakpoint
CREATE TABLE "asset_listing_evidence" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"claim_id" uuid NOT NULL,
	"part" "listing_claim_part" NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"byte_length" integer NOT NULL,
	"content" "bytea" NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"scan" "scan_state" DEFAULT 'waiting' NOT NULL,
	"scanned_at" timestamp with time zone,
	"scan_tries" integer DEFAULT 0 NOT NULL,
	"scan_after" timestamp with time zone,
	CONSTRAINT "asset_listing_evidence_refused_check" CHECK ("asset_listing_evidence"."scan" <> 'refused' or length("asset_listing_evidence"."content") = 0),
	CONSTRAINT "asset_listing_evidence_size_check" CHECK ("asset_listing_evidence"."byte_length" between 1 and 10485760)
);
--> statement-breakpoint
ALTER TABLE "asset_listing_claim_appeals" ADD CONSTRAINT "asset_listing_claim_appeals_claim_id_asset_listing_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."asset_listing_claims"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_listing_claim_appeals" ADD CONSTRAINT "asset_listing_claim_appeals_noted_by_people_id_fk" FOREIGN KEY ("noted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_listing_claim_decisions" ADD CONSTRAINT "asset_listing_claim_decisions_claim_id_asset_listing_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."asset_listing_claims"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_listing_claim_decisions" ADD CONSTRAINT "asset_listing_claim_decisions_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_listing_claim_officers" ADD CONSTRAINT "asset_listing_claim_officers_claim_id_asset_listing_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."asset_listing_claims"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_listing_claim_officers" ADD CONSTRAINT "asset_listing_claim_officers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_listing_claim_officers" ADD CONSTRAINT "asset_listing_claim_officers_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_listing_claim_parts" ADD CONSTRAINT "asset_listing_claim_parts_claim_id_asset_listing_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."asset_listing_claims"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_listing_claim_reviews" ADD CONSTRAINT "asset_listing_claim_reviews_claim_id_asset_listing_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."asset_listing_claims"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_listing_claim_reviews" ADD CONSTRAINT "asset_listing_claim_reviews_entered_by_people_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_listing_claims" ADD CONSTRAINT "asset_listing_claims_transfer_id_asset_transfers_id_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."asset_transfers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_listing_claims" ADD CONSTRAINT "asset_listing_claims_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_listing_claims" ADD CONSTRAINT "asset_listing_claims_entered_by_people_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_listing_evidence" ADD CONSTRAINT "asset_listing_evidence_part_fk" FOREIGN KEY ("claim_id","part") REFERENCES "public"."asset_listing_claim_parts"("claim_id","part") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "asset_listing_claim_officers_idx" ON "asset_listing_claim_officers" USING btree ("claim_id","round","asked_at");--> statement-breakpoint
CREATE INDEX "asset_listing_claim_officers_person_idx" ON "asset_listing_claim_officers" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "asset_listing_claims_idx" ON "asset_listing_claims" USING btree ("transfer_id","claimed_on");--> statement-breakpoint
CREATE INDEX "asset_listing_claims_person_idx" ON "asset_listing_claims" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "asset_listing_evidence_idx" ON "asset_listing_evidence" USING btree ("claim_id");--> statement-breakpoint
CREATE INDEX "asset_listing_evidence_waiting_idx" ON "asset_listing_evidence" USING btree ("sent_at") WHERE "asset_listing_evidence"."scan" = 'waiting';--> statement-breakpoint
do $$
declare
  v_table text;
begin
  foreach v_table in array array['asset_listing_claim_parts', 'asset_listing_claim_officers', 'asset_listing_claim_decisions', 'asset_listing_claim_reviews'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', v_table || '_append_only', v_table);
    execute format('revoke update, delete on %I from folkmoot_web', v_table);
  end loop;
  foreach v_table in array array['asset_listing_claims', 'asset_listing_claim_parts', 'asset_listing_evidence', 'asset_listing_claim_officers', 'asset_listing_claim_decisions', 'asset_listing_claim_reviews', 'asset_listing_claim_appeals'] loop
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', v_table || '_no_truncate', v_table);
  end loop;
  revoke delete on asset_listing_claims, asset_listing_claim_appeals from folkmoot_web;
  revoke update, delete on asset_listing_evidence from folkmoot_web;
  grant update (scan, scanned_at, scan_tries, scan_after, content) on asset_listing_evidence to folkmoot_web;
end $$;--> statement-breakpoint
create trigger asset_listing_evidence_append_only before update or delete on asset_listing_evidence for each row execute function keep_scanned_document();--> statement-breakpoint
-- A claim stays as it was sent; with an account goes the person. An appeal ends once.
create function keep_listing_claim() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.person_id is null and to_jsonb(new) - 'person_id' = to_jsonb(old) - 'person_id' then return new; end if;
  raise exception 'a claim for compensation stays as it was sent' using errcode = 'restrict_violation';
end $$;--> statement-breakpoint
create trigger asset_listing_claims_kept before update or delete on asset_listing_claims for each row execute function keep_listing_claim();--> statement-breakpoint
create function keep_claim_appeal() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.outcome is null and new.outcome is not null
    and to_jsonb(new) - 'outcome' - 'amount_pence' - 'ended_on' = to_jsonb(old) - 'outcome' - 'amount_pence' - 'ended_on' then return new; end if;
  raise exception 'an appeal about compensation stays as it was noted' using errcode = 'restrict_violation';
end $$;--> statement-breakpoint
create trigger asset_listing_claim_appeals_kept before update or delete on asset_listing_claim_appeals for each row execute function keep_claim_appeal();--> statement-breakpoint
-- A loss while the land was listed, claimed in 13 weeks after it ended.
create function check_claim_part() returns trigger language plpgsql as $$
begin
  if not exists (
    select from asset_listing_claims c
    join asset_transfer_stages s on s.transfer_id = c.transfer_id and s.stage = 'listed'
    where c.id = new.claim_id and new.ended_on between s.reached_on and c.claimed_on and c.claimed_on <= new.ended_on + 91
  ) then
    raise exception 'a loss is claimed in 13 weeks after it ended, while the land was listed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger asset_listing_claim_parts_checked before insert on asset_listing_claim_parts for each row execute function check_claim_part();--> statement-breakpoint
-- Decided by whoever was asked last, who does not own the land; no more than was claimed; on review after that was asked for, and after the hearing.
create function check_claim_decision() returns trigger language plpgsql as $$
declare
  v_asked uuid := (select person_id from asset_listing_claim_officers where claim_id = new.claim_id and round = new.round order by asked_at desc, id desc limit 1);
begin
  if v_asked is distinct from new.decided_by
    or exists (select from asset_listing_claims c left join asset_listing_owners o on o.transfer_id = c.transfer_id where c.id = new.claim_id and new.decided_by in (c.person_id, o.person_id)) then
    raise exception '% was not asked to decide on the claim %', new.decided_by, new.claim_id using errcode = 'restrict_violation';
  end if;
  if new.amount_pence > (select coalesce(sum(amount_pence), 0) from asset_listing_claim_parts where claim_id = new.claim_id) then
    raise exception 'no more is paid than was claimed' using errcode = 'restrict_violation';
  end if;
  if new.round = 'review' and not exists (select from asset_listing_claim_reviews r where r.claim_id = new.claim_id and r.asked_on <= new.decided_on and (not r.hearing or new.heard_on between r.asked_on and new.decided_on)) then
    raise exception 'a review of % was not asked for, or not heard', new.claim_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger asset_listing_claim_decisions_checked before insert on asset_listing_claim_decisions for each row execute function check_claim_decision();--> statement-breakpoint
-- In eight weeks that begin with the decision, or with the letter that allowed more time.
create function check_claim_review() returns trigger language plpgsql as $$
begin
  if exists (select from asset_listing_claim_decisions d where d.claim_id = new.claim_id and d.round = 'first' and new.asked_on >= d.decided_on and (new.asked_on <= d.decided_on + 55 or new.letter <> '')) then return new; end if;
  raise exception 'the time to ask for a review of % is over, or it is not decided', new.claim_id using errcode = 'restrict_violation';
end $$;--> statement-breakpoint
create trigger asset_listing_claim_reviews_checked before insert on asset_listing_claim_reviews for each row execute function check_claim_review();
