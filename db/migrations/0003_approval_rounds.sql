CREATE TYPE "public"."submission_answer" AS ENUM('approved', 'sent-back');--> statement-breakpoint
CREATE TABLE "engagement_submissions" (
	"engagement_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"content" jsonb NOT NULL,
	"sent_by" uuid NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"answer" "submission_answer",
	"reason" text DEFAULT '' NOT NULL,
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	CONSTRAINT "engagement_submissions_engagement_id_round_pk" PRIMARY KEY("engagement_id","round"),
	CONSTRAINT "engagement_submissions_own_work_check" CHECK ("engagement_submissions"."answer" is distinct from 'approved' or "engagement_submissions"."answered_by" <> "engagement_submissions"."sent_by"),
	CONSTRAINT "engagement_submissions_reason_check" CHECK ("engagement_submissions"."answer" is distinct from 'sent-back' or "engagement_submissions"."reason" <> '')
);
--> statement-breakpoint
ALTER TABLE "pots" ADD COLUMN "min_project_pence" bigint;--> statement-breakpoint
ALTER TABLE "pots" ADD COLUMN "max_project_pence" bigint;--> statement-breakpoint
ALTER TABLE "engagement_submissions" ADD CONSTRAINT "engagement_submissions_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagement_submissions" ADD CONSTRAINT "engagement_submissions_sent_by_people_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagement_submissions" ADD CONSTRAINT "engagement_submissions_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pots" ADD CONSTRAINT "pots_project_limits_check" CHECK ("pots"."min_project_pence" > 0 and "pots"."max_project_pence" <= "pots"."amount_pence" and "pots"."max_project_pence" >= coalesce("pots"."min_project_pence", 1));