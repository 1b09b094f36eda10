CREATE TYPE "public"."code_batch_kind" AS ENUM('post', 'class', 'person');--> statement-breakpoint
CREATE TYPE "public"."code_batch_state" AS ENUM('waiting', 'making', 'made', 'failed', 'revoked');--> statement-breakpoint
CREATE TABLE "access_codes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"vote_id" uuid NOT NULL,
	"batch_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"look_up" text NOT NULL,
	"salt" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	"poll_ids" uuid[] NOT NULL,
	"area_id" uuid,
	"age_band" text DEFAULT '' NOT NULL,
	"elector_id" uuid,
	"reissue_of" uuid,
	"voter_id" uuid NOT NULL,
	"printed_at" timestamp with time zone,
	"used_on" date,
	"revoked_at" timestamp with time zone,
	"revoked_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "access_codes_look_up_key" UNIQUE("vote_id","look_up"),
	CONSTRAINT "access_codes_number_key" UNIQUE("batch_id","number"),
	CONSTRAINT "access_codes_reissue_key" UNIQUE("reissue_of"),
	CONSTRAINT "access_codes_look_up_check" CHECK ("access_codes"."look_up" ~ '^[0-9A-HJKMNP-TV-Z]{4}$'),
	CONSTRAINT "access_codes_polls_check" CHECK (cardinality("access_codes"."poll_ids") > 0),
	CONSTRAINT "access_codes_hash_check" CHECK (octet_length("access_codes"."salt") = 16 and octet_length("access_codes"."hash") = 32)
);
--> statement-breakpoint
CREATE TABLE "check_ins" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"vote_id" uuid NOT NULL,
	"poll_ids" uuid[] NOT NULL,
	"place" text NOT NULL,
	"voter_key" "bytea" NOT NULL,
	"document" text NOT NULL,
	"outcome" text NOT NULL,
	"area_id" uuid,
	"age_band" text DEFAULT '' NOT NULL,
	"officer_id" uuid NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "check_ins_voter_key" UNIQUE("vote_id","voter_key")
);
--> statement-breakpoint
CREATE TABLE "code_alarms" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"vote_id" uuid NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"tries" integer NOT NULL,
	"wrong" integer NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by" uuid,
	"finding" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "code_batches" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"vote_id" uuid NOT NULL,
	"kind" "code_batch_kind" NOT NULL,
	"label" text NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"state" "code_batch_state" DEFAULT 'waiting' NOT NULL,
	"codes_wanted" integer NOT NULL,
	"codes_made" integer DEFAULT 0 NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"made_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"revoked_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "code_batches_count_check" CHECK ("code_batches"."codes_wanted" > 0 and "code_batches"."codes_made" between 0 and "code_batches"."codes_wanted"),
	CONSTRAINT "code_batches_revoked_check" CHECK (("code_batches"."state" = 'revoked') = ("code_batches"."revoked_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "code_slips" (
	"batch_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"poll_ids" uuid[] NOT NULL,
	"area_id" uuid,
	"age_band" text DEFAULT '' NOT NULL,
	"elector_id" uuid,
	"reissue_of" uuid,
	"code_id" uuid,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "code_slips_batch_id_number_pk" PRIMARY KEY("batch_id","number")
);
--> statement-breakpoint
CREATE TABLE "code_tries" (
	"vote_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"wrong" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "code_tries_vote_id_since_pk" PRIMARY KEY("vote_id","since")
);
--> statement-breakpoint
CREATE TABLE "hand_over_codes" (
	"code_hash" "bytea" PRIMARY KEY NOT NULL,
	"council_id" uuid NOT NULL,
	"vote_id" uuid NOT NULL,
	"check_in_id" uuid NOT NULL,
	"identity" "bytea" NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "access_codes" ADD CONSTRAINT "access_codes_batch_id_code_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."code_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "code_slips" ADD CONSTRAINT "code_slips_batch_id_code_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."code_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_over_codes" ADD CONSTRAINT "hand_over_codes_check_in_id_check_ins_id_fk" FOREIGN KEY ("check_in_id") REFERENCES "public"."check_ins"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "check_ins_place_idx" ON "check_ins" USING btree ("vote_id","place");--> statement-breakpoint
CREATE INDEX "code_alarms_vote_idx" ON "code_alarms" USING btree ("vote_id","raised_at");--> statement-breakpoint
CREATE INDEX "code_batches_vote_idx" ON "code_batches" USING btree ("council_id","vote_id","asked_at");--> statement-breakpoint
CREATE INDEX "hand_over_codes_expiry_idx" ON "hand_over_codes" USING btree ("expires_at");--> statement-breakpoint
-- A code is used once and made void once; what it is and whom it is for never change.
CREATE FUNCTION keep_code() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if (new.id, new.council_id, new.vote_id, new.batch_id, new.number, new.look_up, new.salt, new.hash, new.poll_ids, new.area_id, new.age_band, new.elector_id, new.voter_id, new.reissue_of)
     is distinct from
     (old.id, old.council_id, old.vote_id, old.batch_id, old.number, old.look_up, old.salt, old.hash, old.poll_ids, old.area_id, old.age_band, old.elector_id, old.voter_id, old.reissue_of)
     or (old.used_on is not null and new.used_on is distinct from old.used_on)
     or (old.revoked_at is not null and (new.revoked_at, new.revoked_reason) is distinct from (old.revoked_at, old.revoked_reason))
     or (new.used_on is not null and old.used_on is null and old.revoked_at is not null) then
    raise exception 'code % is used and made void once, and does not change otherwise', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
CREATE TRIGGER access_codes_kept BEFORE UPDATE ON "access_codes" FOR EACH ROW EXECUTE FUNCTION keep_code();
