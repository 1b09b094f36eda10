CREATE TABLE "reserve_offers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"pot_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"amount_pence" bigint NOT NULL,
	"part" boolean NOT NULL,
	"offered_at" timestamp with time zone NOT NULL,
	"answer" text,
	"answered_at" timestamp with time zone,
	"reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "reserve_offers_project_key" UNIQUE("project_id"),
	CONSTRAINT "reserve_offers_amount_check" CHECK ("reserve_offers"."amount_pence" > 0),
	CONSTRAINT "reserve_offers_answer_check" CHECK ("reserve_offers"."answer" in ('accepted', 'declined') and ("reserve_offers"."answer" is null) = ("reserve_offers"."answered_at" is null))
);
--> statement-breakpoint
CREATE TABLE "area_figures" (
	"council_id" uuid NOT NULL,
	"engagement_id" uuid NOT NULL,
	"question" text NOT NULL,
	"answer" text NOT NULL,
	"people" integer NOT NULL,
	CONSTRAINT "area_figures_engagement_id_question_answer_pk" PRIMARY KEY("engagement_id","question","answer"),
	CONSTRAINT "area_figures_people_check" CHECK ("area_figures"."people" >= 0)
);
--> statement-breakpoint
CREATE TABLE "equality_forms" (
	"council_id" uuid NOT NULL,
	"engagement_id" uuid NOT NULL,
	"browser_hash" "bytea" NOT NULL,
	CONSTRAINT "equality_forms_engagement_id_browser_hash_pk" PRIMARY KEY("engagement_id","browser_hash")
);
--> statement-breakpoint
CREATE TABLE "equality_tallies" (
	"council_id" uuid NOT NULL,
	"engagement_id" uuid NOT NULL,
	"question" text NOT NULL,
	"answer" text NOT NULL,
	"people" integer NOT NULL,
	CONSTRAINT "equality_tallies_engagement_id_question_answer_pk" PRIMARY KEY("engagement_id","question","answer"),
	CONSTRAINT "equality_tallies_people_check" CHECK ("equality_tallies"."people" >= 0)
);
--> statement-breakpoint
CREATE TABLE "evaluations" (
	"engagement_id" uuid PRIMARY KEY NOT NULL,
	"council_id" uuid NOT NULL,
	"worked_en" text DEFAULT '' NOT NULL,
	"worked_cy" text DEFAULT '' NOT NULL,
	"change_en" text DEFAULT '' NOT NULL,
	"change_cy" text DEFAULT '' NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"published_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "letter_rounds" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"occasion" text NOT NULL,
	"engagement_id" uuid NOT NULL,
	"subject_en" text DEFAULT '' NOT NULL,
	"subject_cy" text DEFAULT '' NOT NULL,
	"body_en" text DEFAULT '' NOT NULL,
	"body_cy" text DEFAULT '' NOT NULL,
	"begun_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "letter_rounds_occasion_key" UNIQUE("council_id","occasion")
);
--> statement-breakpoint
CREATE TABLE "letters" (
	"round_id" uuid NOT NULL,
	"council_id" uuid NOT NULL,
	"address_hash" "bytea" NOT NULL,
	"email" text,
	"locale" text NOT NULL,
	"because" text NOT NULL,
	"queued_at" timestamp with time zone,
	CONSTRAINT "letters_round_id_address_hash_pk" PRIMARY KEY("round_id","address_hash"),
	CONSTRAINT "letters_because_check" CHECK ("letters"."because" in ('asked', 'proposer')),
	CONSTRAINT "letters_address_check" CHECK (("letters"."email" is null) = ("letters"."queued_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "mailing_lists" (
	"council_id" uuid NOT NULL,
	"engagement_id" uuid NOT NULL,
	"address_hash" "bytea" NOT NULL,
	"email" text NOT NULL,
	"locale" text NOT NULL,
	"delivery" boolean NOT NULL,
	"confirmed_on" date NOT NULL,
	CONSTRAINT "mailing_lists_engagement_id_address_hash_pk" PRIMARY KEY("engagement_id","address_hash"),
	CONSTRAINT "mailing_lists_locale_check" CHECK ("mailing_lists"."locale" in ('en', 'cy'))
);
--> statement-breakpoint
ALTER TABLE "reserve_offers" ADD CONSTRAINT "reserve_offers_pot_id_pots_id_fk" FOREIGN KEY ("pot_id") REFERENCES "public"."pots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reserve_offers" ADD CONSTRAINT "reserve_offers_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_round_id_letter_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."letter_rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reserve_offers_pot_idx" ON "reserve_offers" USING btree ("pot_id");--> statement-breakpoint
CREATE INDEX "letters_waiting_idx" ON "letters" USING btree ("round_id") WHERE "letters"."queued_at" is null;--> statement-breakpoint
-- An offer stays as it was made; only its answer is written, once.
create function keep_reserve_offer() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.answer is not null or (new.id, new.council_id, new.pot_id, new.project_id, new.amount_pence, new.part, new.offered_at)
      is distinct from (old.id, old.council_id, old.pot_id, old.project_id, old.amount_pence, old.part, old.offered_at) then
    raise exception 'an offer from a reserve list stays as it was made and is answered once';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger reserve_offers_kept before update or delete on reserve_offers for each row execute function keep_reserve_offer();--> statement-breakpoint
create trigger equality_forms_append_only before update or delete on equality_forms for each row execute function refuse_change();--> statement-breakpoint
revoke update, delete on equality_forms from folkmoot_web;--> statement-breakpoint
revoke delete on reserve_offers, letters, letter_rounds, equality_tallies from folkmoot_web;
