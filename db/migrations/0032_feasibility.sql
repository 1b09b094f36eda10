CREATE TYPE "public"."review_grade" AS ENUM('good', 'better', 'best');--> statement-breakpoint
ALTER TYPE "public"."council_role" ADD VALUE 'service-reviewer' BEFORE 'council-admin';--> statement-breakpoint
CREATE TABLE "idea_exclusions" (
	"idea_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"council_id" uuid NOT NULL,
	"reason_en" text DEFAULT '' NOT NULL,
	"reason_cy" text DEFAULT '' NOT NULL,
	CONSTRAINT "idea_exclusions_idea_id_other_id_pk" PRIMARY KEY("idea_id","other_id"),
	CONSTRAINT "idea_exclusions_order_check" CHECK ("idea_exclusions"."idea_id" < "idea_exclusions"."other_id")
);
--> statement-breakpoint
CREATE TABLE "idea_reviews" (
	"idea_id" uuid PRIMARY KEY NOT NULL,
	"council_id" uuid NOT NULL,
	"checks" jsonb NOT NULL,
	"low_pence" bigint,
	"high_pence" bigint,
	"running_pence" bigint,
	"cost_note_en" text DEFAULT '' NOT NULL,
	"cost_note_cy" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" uuid,
	CONSTRAINT "idea_reviews_cost_check" CHECK ("idea_reviews"."low_pence" > 0 and "idea_reviews"."high_pence" >= "idea_reviews"."low_pence" and "idea_reviews"."running_pence" >= 0),
	CONSTRAINT "idea_reviews_range_check" CHECK (("idea_reviews"."low_pence" is null) = ("idea_reviews"."high_pence" is null))
);
--> statement-breakpoint
CREATE TABLE "idea_review_assignments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"idea_id" uuid NOT NULL,
	"service" text NOT NULL,
	"reviewer_id" uuid,
	"due_on" date,
	"assigned_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone,
	"reminded_at" timestamp with time zone,
	CONSTRAINT "idea_review_assignments_service_key" UNIQUE("idea_id","service"),
	CONSTRAINT "idea_review_assignments_service_check" CHECK (trim("idea_review_assignments"."service") <> '')
);
--> statement-breakpoint
CREATE TABLE "idea_review_notes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"idea_id" uuid NOT NULL,
	"text" text NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idea_review_versions" (
	"idea_id" uuid NOT NULL,
	"grade" "review_grade" NOT NULL,
	"council_id" uuid NOT NULL,
	"what_en" text DEFAULT '' NOT NULL,
	"what_cy" text DEFAULT '' NOT NULL,
	"cost_pence" bigint NOT NULL,
	"running_pence" bigint,
	CONSTRAINT "idea_review_versions_idea_id_grade_pk" PRIMARY KEY("idea_id","grade"),
	CONSTRAINT "idea_review_versions_cost_check" CHECK ("idea_review_versions"."cost_pence" > 0 and "idea_review_versions"."running_pence" >= 0)
);
--> statement-breakpoint
ALTER TABLE "idea_exclusions" ADD CONSTRAINT "idea_exclusions_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_exclusions" ADD CONSTRAINT "idea_exclusions_other_id_ideas_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."ideas"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_reviews" ADD CONSTRAINT "idea_reviews_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_reviews" ADD CONSTRAINT "idea_reviews_changed_by_people_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_review_assignments" ADD CONSTRAINT "idea_review_assignments_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_review_assignments" ADD CONSTRAINT "idea_review_assignments_reviewer_id_people_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_review_notes" ADD CONSTRAINT "idea_review_notes_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_review_notes" ADD CONSTRAINT "idea_review_notes_written_by_people_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_review_versions" ADD CONSTRAINT "idea_review_versions_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idea_exclusions_other_idx" ON "idea_exclusions" USING btree ("other_id");--> statement-breakpoint
CREATE INDEX "idea_reviews_council_idx" ON "idea_reviews" USING btree ("council_id");--> statement-breakpoint
CREATE INDEX "idea_review_assignments_reviewer_idx" ON "idea_review_assignments" USING btree ("reviewer_id");--> statement-breakpoint
CREATE INDEX "idea_review_assignments_due_idx" ON "idea_review_assignments" USING btree ("due_on");--> statement-breakpoint
CREATE INDEX "idea_review_notes_idx" ON "idea_review_notes" USING btree ("idea_id","written_at");--> statement-breakpoint
-- What officers told one another stays as it was written; it goes with its idea.
create trigger idea_review_notes_append_only before update on idea_review_notes for each row execute function refuse_change();--> statement-breakpoint
revoke update on idea_review_notes from folkmoot_web;
