CREATE TYPE "public"."roll_enquiry_state" AS ENUM('waiting', 'matched', 'refused');--> statement-breakpoint
ALTER TYPE "public"."import_kind" ADD VALUE 'roll';--> statement-breakpoint
CREATE TABLE "electorate_rolls" (
	"electorate_id" uuid NOT NULL,
	"roll_id" uuid NOT NULL,
	CONSTRAINT "electorate_rolls_electorate_id_roll_id_pk" PRIMARY KEY("electorate_id","roll_id")
);
--> statement-breakpoint
CREATE TABLE "roll_enquiries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"roll_id" uuid NOT NULL,
	"asker_hash" "bytea" NOT NULL,
	"sealed_email" "bytea" NOT NULL,
	"sealed_details" "bytea" NOT NULL,
	"locale" text NOT NULL,
	"vote_slug" text NOT NULL,
	"state" "roll_enquiry_state" DEFAULT 'waiting' NOT NULL,
	"entry_id" uuid,
	"reason" text DEFAULT '' NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	CONSTRAINT "roll_enquiries_asker_key" UNIQUE("roll_id","asker_hash"),
	CONSTRAINT "roll_enquiries_answer_check" CHECK (("roll_enquiries"."state" = 'waiting') = ("roll_enquiries"."answered_by" is null) and ("roll_enquiries"."state" = 'matched') = ("roll_enquiries"."entry_id" is not null) and ("roll_enquiries"."state" <> 'refused' or length(trim("roll_enquiries"."reason")) > 0))
);
--> statement-breakpoint
CREATE TABLE "roll_entries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"roll_id" uuid NOT NULL,
	"reference" text NOT NULL,
	"given_names" text DEFAULT '' NOT NULL,
	"family_name" text DEFAULT '' NOT NULL,
	"birth_date" date,
	"birth_year" integer,
	"address" text DEFAULT '' NOT NULL,
	"postcode" text DEFAULT '' NOT NULL,
	"school" text DEFAULT '' NOT NULL,
	"year_group" text DEFAULT '' NOT NULL,
	"area_id" uuid,
	"reference_key" text NOT NULL,
	"given_key" text NOT NULL,
	"family_key" text NOT NULL,
	"removed_at" timestamp with time zone,
	"removed_reason" text DEFAULT '' NOT NULL,
	"corrected" boolean DEFAULT false NOT NULL,
	CONSTRAINT "roll_entries_reference_key" UNIQUE("roll_id","reference_key"),
	CONSTRAINT "roll_entries_birth_check" CHECK ("roll_entries"."birth_year" is null or ("roll_entries"."birth_year" between 1880 and 2200 and "roll_entries"."birth_date" is null)),
	CONSTRAINT "roll_entries_removed_check" CHECK ("roll_entries"."removed_at" is null or length(trim("roll_entries"."removed_reason")) > 0)
);
--> statement-breakpoint
CREATE TABLE "roll_import_rows" (
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"reference" text NOT NULL,
	"given_names" text DEFAULT '' NOT NULL,
	"family_name" text DEFAULT '' NOT NULL,
	"birth_date" date,
	"birth_year" integer,
	"address" text DEFAULT '' NOT NULL,
	"postcode" text DEFAULT '' NOT NULL,
	"school" text DEFAULT '' NOT NULL,
	"year_group" text DEFAULT '' NOT NULL,
	"area_id" uuid,
	"reference_key" text NOT NULL,
	"given_key" text NOT NULL,
	"family_key" text NOT NULL,
	CONSTRAINT "roll_import_rows_import_id_reference_key_pk" PRIMARY KEY("import_id","reference_key")
);
--> statement-breakpoint
CREATE TABLE "rolls" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "electorates" ADD COLUMN "rules" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "electorate_rolls" ADD CONSTRAINT "electorate_rolls_electorate_id_electorates_id_fk" FOREIGN KEY ("electorate_id") REFERENCES "public"."electorates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "electorate_rolls" ADD CONSTRAINT "electorate_rolls_roll_id_rolls_id_fk" FOREIGN KEY ("roll_id") REFERENCES "public"."rolls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_enquiries" ADD CONSTRAINT "roll_enquiries_roll_id_rolls_id_fk" FOREIGN KEY ("roll_id") REFERENCES "public"."rolls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_enquiries" ADD CONSTRAINT "roll_enquiries_entry_id_roll_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."roll_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_entries" ADD CONSTRAINT "roll_entries_roll_id_rolls_id_fk" FOREIGN KEY ("roll_id") REFERENCES "public"."rolls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_import_rows" ADD CONSTRAINT "roll_import_rows_import_id_file_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."file_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "roll_enquiries_waiting_idx" ON "roll_enquiries" USING btree ("council_id","state","asked_at");--> statement-breakpoint
CREATE INDEX "roll_entries_postcode_idx" ON "roll_entries" USING btree ("roll_id","postcode");--> statement-breakpoint
CREATE INDEX "roll_entries_name_idx" ON "roll_entries" USING btree ("roll_id","family_key","given_key");--> statement-breakpoint
CREATE INDEX "roll_entries_birth_idx" ON "roll_entries" USING btree ("roll_id","birth_date");--> statement-breakpoint
CREATE INDEX "roll_import_rows_person_idx" ON "roll_import_rows" USING btree ("import_id","family_key","given_key","postcode","birth_date");--> statement-breakpoint
CREATE UNIQUE INDEX "rolls_name_key" ON "rolls" USING btree ("council_id",lower("name"));--> statement-breakpoint
ALTER TABLE "electorates" ADD CONSTRAINT "electorates_rules_check" CHECK (jsonb_typeof("electorates"."rules") = 'array');