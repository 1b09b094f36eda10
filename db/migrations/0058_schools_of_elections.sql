CREATE TYPE "public"."missing_slip_outcome" AS ENUM('replaced', 'voted');--> statement-breakpoint
CREATE TYPE "public"."pack_short_reason" AS ENUM('misprinted', 'mispacked', 'lost', 'taken', 'not-known');--> statement-breakpoint
CREATE TABLE "code_packs" (
	"batch_id" uuid PRIMARY KEY NOT NULL,
	"council_id" uuid NOT NULL,
	"election_school_id" uuid NOT NULL,
	"year_group" integer NOT NULL,
	"class_name" text NOT NULL,
	"slips" integer NOT NULL,
	CONSTRAINT "code_packs_check" CHECK ("code_packs"."slips" between 1 and 500 and "code_packs"."class_name" <> '')
);
--> statement-breakpoint
CREATE TABLE "election_schools" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"election_id" uuid NOT NULL,
	"school_id" uuid NOT NULL,
	"place_id" uuid,
	"joined_at" timestamp with time zone NOT NULL,
	"joined_by" uuid NOT NULL,
	CONSTRAINT "election_schools_school_key" UNIQUE("election_id","school_id"),
	CONSTRAINT "election_schools_council_key" UNIQUE("id","council_id")
);
--> statement-breakpoint
CREATE TABLE "missing_slips" (
	"batch_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"council_id" uuid NOT NULL,
	"count_id" uuid NOT NULL,
	"outcome" "missing_slip_outcome" NOT NULL,
	"replaced_as" integer,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "missing_slips_batch_id_number_pk" PRIMARY KEY("batch_id","number"),
	CONSTRAINT "missing_slips_check" CHECK (("missing_slips"."outcome" = 'replaced') = ("missing_slips"."replaced_as" is not null))
);
--> statement-breakpoint
CREATE TABLE "pack_accounts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"batch_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"slips" integer NOT NULL,
	"used" integer NOT NULL,
	"handed_out" integer NOT NULL,
	"unused" integer NOT NULL,
	"spoilt" integer NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"reported_by" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "pack_accounts_number_key" UNIQUE("batch_id","number"),
	CONSTRAINT "pack_accounts_check" CHECK ("pack_accounts"."handed_out" >= 0 and "pack_accounts"."unused" >= 0 and "pack_accounts"."spoilt" >= 0 and "pack_accounts"."slips" >= 0 and "pack_accounts"."used" >= 0 and "pack_accounts"."reported_by" <> ''),
	CONSTRAINT "pack_accounts_meet_check" CHECK ("pack_accounts"."reason" <> '' or ("pack_accounts"."handed_out" + "pack_accounts"."unused" + "pack_accounts"."spoilt" = "pack_accounts"."slips" and "pack_accounts"."used" <= "pack_accounts"."handed_out"))
);
--> statement-breakpoint
CREATE TABLE "pack_counts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"batch_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"sent" integer NOT NULL,
	"counted" integer NOT NULL,
	"missing" integer[] NOT NULL,
	"reason" "pack_short_reason",
	"note" text DEFAULT '' NOT NULL,
	"reported_by" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "pack_counts_number_key" UNIQUE("batch_id","number"),
	CONSTRAINT "pack_counts_check" CHECK ("pack_counts"."counted" between 0 and "pack_counts"."sent" and cardinality("pack_counts"."missing") = "pack_counts"."sent" - "pack_counts"."counted"),
	CONSTRAINT "pack_counts_reason_check" CHECK (("pack_counts"."sent" = "pack_counts"."counted") = ("pack_counts"."reason" is null) and "pack_counts"."reported_by" <> '')
);
--> statement-breakpoint
CREATE TABLE "school_years" (
	"election_school_id" uuid NOT NULL,
	"year_group" integer NOT NULL,
	"pupils" integer NOT NULL,
	CONSTRAINT "school_years_election_school_id_year_group_pk" PRIMARY KEY("election_school_id","year_group"),
	CONSTRAINT "school_years_check" CHECK ("school_years"."year_group" between 1 and 14 and "school_years"."pupils" between 1 and 5000)
);
--> statement-breakpoint
CREATE TABLE "schools" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"name_cy" text DEFAULT '' NOT NULL,
	CONSTRAINT "schools_council_key" UNIQUE("id","council_id"),
	CONSTRAINT "schools_name_check" CHECK ("schools"."name_en" <> '')
);
--> statement-breakpoint
ALTER TABLE "code_packs" ADD CONSTRAINT "code_packs_batch_id_code_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."code_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "code_packs" ADD CONSTRAINT "code_packs_election_school_id_council_id_election_schools_id_council_id_fk" FOREIGN KEY ("election_school_id","council_id") REFERENCES "public"."election_schools"("id","council_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "code_packs" ADD CONSTRAINT "code_packs_election_school_id_year_group_school_years_election_school_id_year_group_fk" FOREIGN KEY ("election_school_id","year_group") REFERENCES "public"."school_years"("election_school_id","year_group") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "election_schools" ADD CONSTRAINT "election_schools_joined_by_people_id_fk" FOREIGN KEY ("joined_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "election_schools" ADD CONSTRAINT "election_schools_election_id_council_id_elections_id_council_id_fk" FOREIGN KEY ("election_id","council_id") REFERENCES "public"."elections"("id","council_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "election_schools" ADD CONSTRAINT "election_schools_school_id_council_id_schools_id_council_id_fk" FOREIGN KEY ("school_id","council_id") REFERENCES "public"."schools"("id","council_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "election_schools" ADD CONSTRAINT "election_schools_place_id_council_id_polling_places_id_council_id_fk" FOREIGN KEY ("place_id","council_id") REFERENCES "public"."polling_places"("id","council_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "missing_slips" ADD CONSTRAINT "missing_slips_batch_id_code_packs_batch_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."code_packs"("batch_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "missing_slips" ADD CONSTRAINT "missing_slips_count_id_pack_counts_id_fk" FOREIGN KEY ("count_id") REFERENCES "public"."pack_counts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pack_accounts" ADD CONSTRAINT "pack_accounts_batch_id_code_packs_batch_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."code_packs"("batch_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pack_counts" ADD CONSTRAINT "pack_counts_batch_id_code_packs_batch_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."code_packs"("batch_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "school_years" ADD CONSTRAINT "school_years_election_school_id_election_schools_id_fk" FOREIGN KEY ("election_school_id") REFERENCES "public"."election_schools"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "code_packs_school_idx" ON "code_packs" USING btree ("election_school_id");--> statement-breakpoint
CREATE UNIQUE INDEX "schools_name_key" ON "schools" USING btree ("council_id",lower(regexp_replace(btrim("name_en"), '\s+', ' ', 'g')));--> statement-breakpoint
-- The packs of a year group hold no more slips than it has pupils, and no class has two that are good. Whoever makes packs of one year group takes
-- turns, so that two at once are not both found to fit.
create function check_code_pack() returns trigger language plpgsql as $$
declare
  v_pupils integer;
begin
  select pupils into v_pupils from school_years where election_school_id = new.election_school_id and year_group = new.year_group for update;
  if (select coalesce(sum(p.slips), 0) from code_packs p join code_batches b on b.id = p.batch_id
      where p.election_school_id = new.election_school_id and p.year_group = new.year_group and b.state <> 'revoked' and p.batch_id <> new.batch_id) + new.slips > v_pupils then
    raise exception 'year group % has fewer pupils than slips', new.year_group using errcode = 'check_violation', constraint = 'code_packs_pupils_check';
  end if;
  if exists (select 1 from code_packs p join code_batches b on b.id = p.batch_id
      where p.election_school_id = new.election_school_id and p.year_group = new.year_group and b.state <> 'revoked' and p.batch_id <> new.batch_id
        and lower(regexp_replace(btrim(p.class_name), '\s+', ' ', 'g')) = lower(regexp_replace(btrim(new.class_name), '\s+', ' ', 'g'))) then
    raise exception 'class % has a pack already', new.class_name using errcode = 'unique_violation', constraint = 'code_packs_class_key';
  end if;
  return new;
end $$;--> statement-breakpoint
revoke execute on function check_code_pack() from public;--> statement-breakpoint
create trigger code_packs_checked before insert or update on code_packs for each row execute function check_code_pack();--> statement-breakpoint
create function check_school_year() returns trigger language plpgsql as $$
begin
  if (select coalesce(sum(p.slips), 0) from code_packs p join code_batches b on b.id = p.batch_id
      where p.election_school_id = new.election_school_id and p.year_group = new.year_group and b.state <> 'revoked') > new.pupils then
    raise exception 'year group % has fewer pupils than slips', new.year_group using errcode = 'check_violation', constraint = 'code_packs_pupils_check';
  end if;
  return new;
end $$;--> statement-breakpoint
revoke execute on function check_school_year() from public;--> statement-breakpoint
create trigger school_years_checked before update on school_years for each row execute function check_school_year();--> statement-breakpoint
create trigger pack_counts_append_only before update or delete on pack_counts for each row execute function refuse_change();--> statement-breakpoint
create trigger pack_counts_no_truncate before truncate on pack_counts for each statement execute function refuse_change();--> statement-breakpoint
create trigger missing_slips_append_only before update or delete on missing_slips for each row execute function refuse_change();--> statement-breakpoint
create trigger missing_slips_no_truncate before truncate on missing_slips for each statement execute function refuse_change();--> statement-breakpoint
create trigger pack_accounts_append_only before update or delete on pack_accounts for each row execute function refuse_change();--> statement-breakpoint
create trigger pack_accounts_no_truncate before truncate on pack_accounts for each statement execute function refuse_change();
