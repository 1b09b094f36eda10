CREATE TYPE "public"."count_run_state" AS ENUM('waiting', 'reading', 'counting', 'lots-required', 'done', 'stopped', 'failed');--> statement-breakpoint
CREATE TABLE "poll_count_runs" (
	"poll_id" uuid PRIMARY KEY NOT NULL,
	"council_id" uuid NOT NULL,
	"state" "count_run_state" NOT NULL,
	"stop_asked" boolean DEFAULT false NOT NULL,
	"ballots_expected" integer DEFAULT 0 NOT NULL,
	"ballots_read" integer DEFAULT 0 NOT NULL,
	"rule" text DEFAULT '' NOT NULL,
	"steps" integer DEFAULT 0 NOT NULL,
	"tied" integer[] DEFAULT '{}' NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "poll_downloads" (
	"poll_id" uuid NOT NULL,
	"name" text NOT NULL,
	"council_id" uuid NOT NULL,
	"content_type" text NOT NULL,
	"content" "bytea" NOT NULL,
	"sha256" "bytea" NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "poll_downloads_poll_id_name_pk" PRIMARY KEY("poll_id","name")
);
--> statement-breakpoint
ALTER TABLE "poll_counts" ADD COLUMN "published_by" text DEFAULT '' NOT NULL;