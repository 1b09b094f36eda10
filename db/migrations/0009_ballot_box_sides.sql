CREATE TYPE "public"."key_holding" AS ENUM('store', 'shares');--> statement-breakpoint
CREATE TYPE "public"."ordered_leaf" AS ENUM('amendment', 'paper-batch', 'paper-ballot', 'counts', 'reissue', 'seed', 'result');--> statement-breakpoint
CREATE TABLE "log_orders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"poll_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" "ordered_leaf" NOT NULL,
	"body" jsonb NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "log_orders_position_key" UNIQUE("poll_id","position")
);
--> statement-breakpoint
CREATE TABLE "poll_manifests" (
	"poll_id" uuid PRIMARY KEY NOT NULL,
	"leaf" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "roll_marks" ALTER COLUMN "channel" SET DATA TYPE text;--> statement-breakpoint
ALTER TABLE "voter_passes" ALTER COLUMN "channel" SET DATA TYPE text;--> statement-breakpoint
ALTER TABLE "voter_passes" ALTER COLUMN "channel" DROP DEFAULT;--> statement-breakpoint
DROP TYPE "public"."channel";--> statement-breakpoint
CREATE TYPE "public"."channel" AS ENUM('online', 'assisted', 'paper', 'telephone');--> statement-breakpoint
ALTER TABLE "roll_marks" ALTER COLUMN "channel" SET DATA TYPE "public"."channel" USING (case "channel" when 'code' then 'online' when 'in-person' then 'assisted' else "channel" end)::"public"."channel";--> statement-breakpoint
ALTER TABLE "voter_passes" ALTER COLUMN "channel" SET DATA TYPE "public"."channel" USING (case "channel" when 'code' then 'online' when 'in-person' then 'assisted' else "channel" end)::"public"."channel";--> statement-breakpoint
ALTER TABLE "roll_marks" ADD COLUMN "style" text DEFAULT '1' NOT NULL;--> statement-breakpoint
ALTER TABLE "roll_marks" ADD COLUMN "blinded_hash" "bytea";--> statement-breakpoint
ALTER TABLE "polls" ADD COLUMN "key_held" "key_holding" DEFAULT 'store' NOT NULL;--> statement-breakpoint
ALTER TABLE "voter_passes" ALTER COLUMN "channel" SET DEFAULT 'online';
