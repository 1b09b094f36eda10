CREATE TABLE "what_if_runs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"engagement_id" uuid NOT NULL,
	"once" uuid NOT NULL,
	"asked" jsonb NOT NULL,
	"file" "bytea",
	"state" "count_run_state" DEFAULT 'waiting' NOT NULL,
	"stop_asked" boolean DEFAULT false NOT NULL,
	"rules_done" integer DEFAULT 0 NOT NULL,
	"rule" text DEFAULT '' NOT NULL,
	"steps" integer DEFAULT 0 NOT NULL,
	"answer" jsonb,
	"refusal" text DEFAULT '' NOT NULL,
	"faults" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "what_if_runs_once_key" UNIQUE("council_id","once")
);
--> statement-breakpoint
CREATE INDEX "what_if_runs_engagement_idx" ON "what_if_runs" USING btree ("council_id","engagement_id");