CREATE TYPE "public"."delivery_end" AS ENUM('finished', 'stopped');--> statement-breakpoint
CREATE TYPE "public"."money_kind" AS ENUM('committed', 'paid');--> statement-breakpoint
CREATE TABLE "pot_returns" (
	"project_id" uuid PRIMARY KEY NOT NULL,
	"council_id" uuid NOT NULL,
	"to_pot_id" uuid NOT NULL,
	"amount_pence" bigint NOT NULL,
	"returned_at" timestamp with time zone NOT NULL,
	CONSTRAINT "pot_returns_amount_check" CHECK ("pot_returns"."amount_pence" > 0)
);
--> statement-breakpoint
CREATE TABLE "project_deliveries" (
	"project_id" uuid PRIMARY KEY NOT NULL,
	"council_id" uuid NOT NULL,
	"done_by" text DEFAULT '' NOT NULL,
	"contractor" text DEFAULT '' NOT NULL,
	"contact_email" text DEFAULT '' NOT NULL,
	"place_en" text DEFAULT '' NOT NULL,
	"place_cy" text DEFAULT '' NOT NULL,
	"ended" "delivery_end",
	"ended_on" date,
	"reason_en" text DEFAULT '' NOT NULL,
	"reason_cy" text DEFAULT '' NOT NULL,
	CONSTRAINT "project_deliveries_end_check" CHECK (("project_deliveries"."ended" is null) = ("project_deliveries"."ended_on" is null)),
	CONSTRAINT "project_deliveries_stopped_check" CHECK ("project_deliveries"."ended" is distinct from 'stopped' or "project_deliveries"."reason_en" <> '')
);
--> statement-breakpoint
CREATE TABLE "project_milestones" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"title_en" text DEFAULT '' NOT NULL,
	"title_cy" text DEFAULT '' NOT NULL,
	"note_en" text DEFAULT '' NOT NULL,
	"note_cy" text DEFAULT '' NOT NULL,
	"planned_for" date NOT NULL,
	"first_planned_for" date NOT NULL,
	"done_on" date
);
--> statement-breakpoint
CREATE TABLE "project_money" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"kind" "money_kind" NOT NULL,
	"what_en" text DEFAULT '' NOT NULL,
	"what_cy" text DEFAULT '' NOT NULL,
	"paid_to" text NOT NULL,
	"on_day" date NOT NULL,
	"amount_pence" bigint NOT NULL,
	"because_en" text DEFAULT '' NOT NULL,
	"because_cy" text DEFAULT '' NOT NULL,
	"takes_back" uuid,
	CONSTRAINT "project_money_takes_back_key" UNIQUE("takes_back"),
	CONSTRAINT "project_money_amount_check" CHECK (case when "project_money"."takes_back" is null then "project_money"."amount_pence" > 0 else "project_money"."amount_pence" < 0 and "project_money"."because_en" <> '' end)
);
--> statement-breakpoint
CREATE TABLE "project_updates" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"title_en" text DEFAULT '' NOT NULL,
	"title_cy" text DEFAULT '' NOT NULL,
	"text_en" text DEFAULT '' NOT NULL,
	"text_cy" text DEFAULT '' NOT NULL,
	"written_by" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "pot_returns" ADD CONSTRAINT "pot_returns_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pot_returns" ADD CONSTRAINT "pot_returns_to_pot_id_pots_id_fk" FOREIGN KEY ("to_pot_id") REFERENCES "public"."pots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_deliveries" ADD CONSTRAINT "project_deliveries_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_milestones" ADD CONSTRAINT "project_milestones_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_money" ADD CONSTRAINT "project_money_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_money" ADD CONSTRAINT "project_money_takes_back_project_money_id_fk" FOREIGN KEY ("takes_back") REFERENCES "public"."project_money"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_updates" ADD CONSTRAINT "project_updates_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pot_returns_pot_idx" ON "pot_returns" USING btree ("to_pot_id");--> statement-breakpoint
CREATE INDEX "project_milestones_project_idx" ON "project_milestones" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "project_money_project_idx" ON "project_money" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "project_updates_project_idx" ON "project_updates" USING btree ("project_id");--> statement-breakpoint
-- What was entered of money and told in updates stays.
create trigger project_money_append_only before update or delete on project_money for each row execute function refuse_change();--> statement-breakpoint
create trigger project_updates_append_only before update or delete on project_updates for each row execute function refuse_change();--> statement-breakpoint
create trigger pot_returns_append_only before update or delete on pot_returns for each row execute function refuse_change();--> statement-breakpoint
revoke update, delete on project_money, project_updates, pot_returns from folkmoot_web;
