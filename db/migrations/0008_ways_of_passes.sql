CREATE TYPE "public"."pass_way" AS ENUM('email', 'code', 'roll', 'officer');--> statement-breakpoint
-- Every pass so far was had with a confirmed address.
ALTER TABLE "voter_passes" ADD COLUMN "way" "pass_way" DEFAULT 'email' NOT NULL;--> statement-breakpoint
ALTER TABLE "voter_passes" ALTER COLUMN "way" DROP DEFAULT;
