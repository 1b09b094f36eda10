-- The new kinds are used in this same transaction, in which a value added to a type cannot be used; so the type is made anew.
drop view thread_strands;--> statement-breakpoint
drop view thread_stops;--> statement-breakpoint
create type thread_kind_anew as enum ('engagement', 'theme', 'answer', 'opinion', 'comment-theme', 'project', 'target', 'asset-transfer', 'policy-ask', 'decision');--> statement-breakpoint
alter table thread_links alter column from_kind type thread_kind_anew using from_kind::text::thread_kind_anew, alter column to_kind type thread_kind_anew using to_kind::text::thread_kind_anew;--> statement-breakpoint
drop type thread_kind;--> statement-breakpoint
alter type thread_kind_anew rename to thread_kind;--> statement-breakpoint
CREATE TYPE "public"."ask_standing" AS ENUM('raised', 'with-department', 'changed', 'not-changed');--> statement-breakpoint
CREATE TYPE "public"."duty_subject" AS ENUM('function', 'decision');--> statement-breakpoint
CREATE TYPE "public"."statute_nation" AS ENUM('england', 'wales', 'england-and-wales');--> statement-breakpoint
CREATE TABLE "noted_stops" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"kind" "thread_kind" NOT NULL,
	"slug" text NOT NULL,
	"title_en" text DEFAULT '' NOT NULL,
	"title_cy" text DEFAULT '' NOT NULL,
	"words_en" text DEFAULT '' NOT NULL,
	"words_cy" text DEFAULT '' NOT NULL,
	"engagement_id" uuid,
	"people" integer,
	"by_en" text DEFAULT '' NOT NULL,
	"by_cy" text DEFAULT '' NOT NULL,
	"standing" "ask_standing",
	"on_day" date NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"area_id" uuid,
	"written_by" uuid NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "noted_stops_slug_key" UNIQUE("council_id","slug"),
	CONSTRAINT "noted_stops_kind_check" CHECK ("noted_stops"."kind"::text in ('answer', 'opinion', 'comment-theme', 'policy-ask', 'decision')),
	CONSTRAINT "noted_stops_said_check" CHECK ("noted_stops"."kind"::text <> 'answer' or "noted_stops"."engagement_id" is not null),
	CONSTRAINT "noted_stops_standing_check" CHECK (("noted_stops"."kind"::text = 'policy-ask') = ("noted_stops"."standing" is not null)),
	CONSTRAINT "noted_stops_people_check" CHECK ("noted_stops"."people" > 0),
	CONSTRAINT "noted_stops_title_check" CHECK ("noted_stops"."title_en" <> ''),
	CONSTRAINT "noted_stops_source_check" CHECK ("noted_stops"."source" = '' or "noted_stops"."source" ~ '^https://')
);
--> statement-breakpoint
CREATE TABLE "duty_record_areas" (
	"record_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"area_id" uuid NOT NULL,
	CONSTRAINT "duty_record_areas_record_id_version_area_id_pk" PRIMARY KEY("record_id","version","area_id")
);
--> statement-breakpoint
CREATE TABLE "duty_record_engagements" (
	"record_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"engagement_id" uuid NOT NULL,
	CONSTRAINT "duty_record_engagements_record_id_version_engagement_id_pk" PRIMARY KEY("record_id","version","engagement_id")
);
--> statement-breakpoint
CREATE TABLE "duty_record_versions" (
	"record_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"subject" "duty_subject" NOT NULL,
	"title_en" text DEFAULT '' NOT NULL,
	"title_cy" text DEFAULT '' NOT NULL,
	"service_en" text DEFAULT '' NOT NULL,
	"service_cy" text DEFAULT '' NOT NULL,
	"affected_en" text DEFAULT '' NOT NULL,
	"affected_cy" text DEFAULT '' NOT NULL,
	"groups" text[] NOT NULL,
	"level" "involvement_level",
	"reason_en" text DEFAULT '' NOT NULL,
	"reason_cy" text DEFAULT '' NOT NULL,
	"statute" text DEFAULT '' NOT NULL,
	"statutory_basis" text DEFAULT '' NOT NULL,
	"decided_by_en" text DEFAULT '' NOT NULL,
	"decided_by_cy" text DEFAULT '' NOT NULL,
	"decides_on" date,
	"signed_by" uuid NOT NULL,
	"signed_name" text NOT NULL,
	"signed_post" text NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	"changed_because" text DEFAULT '' NOT NULL,
	CONSTRAINT "duty_record_versions_record_id_version_pk" PRIMARY KEY("record_id","version"),
	CONSTRAINT "duty_record_versions_version_check" CHECK ("duty_record_versions"."version" > 0),
	CONSTRAINT "duty_record_versions_change_check" CHECK (("duty_record_versions"."version" = 1) = ("duty_record_versions"."changed_because" = '')),
	CONSTRAINT "duty_record_versions_words_check" CHECK ("duty_record_versions"."title_en" <> '' and "duty_record_versions"."service_en" <> '' and "duty_record_versions"."affected_en" <> '' and "duty_record_versions"."reason_en" <> ''),
	CONSTRAINT "duty_record_versions_groups_check" CHECK (cardinality("duty_record_versions"."groups") > 0),
	CONSTRAINT "duty_record_versions_signed_check" CHECK ("duty_record_versions"."signed_name" <> '' and "duty_record_versions"."signed_post" <> ''),
	CONSTRAINT "duty_record_versions_decision_check" CHECK ("duty_record_versions"."subject" = 'function' or "duty_record_versions"."decided_by_en" <> '')
);
--> statement-breakpoint
CREATE TABLE "duty_records" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"number" integer NOT NULL,
	CONSTRAINT "duty_records_number_key" UNIQUE("council_id","number"),
	CONSTRAINT "duty_records_number_check" CHECK ("duty_records"."number" > 0)
);
--> statement-breakpoint
CREATE TABLE "duty_statements" (
	"council_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"version" integer NOT NULL,
	"foreword_en" text DEFAULT '' NOT NULL,
	"foreword_cy" text DEFAULT '' NOT NULL,
	"shortfall_en" text DEFAULT '' NOT NULL,
	"shortfall_cy" text DEFAULT '' NOT NULL,
	"leader_name" text NOT NULL,
	"leader_post_en" text DEFAULT '' NOT NULL,
	"leader_post_cy" text DEFAULT '' NOT NULL,
	"officer_name" text NOT NULL,
	"officer_post_en" text DEFAULT '' NOT NULL,
	"officer_post_cy" text DEFAULT '' NOT NULL,
	"signed_by" uuid NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "duty_statements_council_id_year_version_pk" PRIMARY KEY("council_id","year","version"),
	CONSTRAINT "duty_statements_year_check" CHECK ("duty_statements"."year" between 1999 and 2200 and "duty_statements"."version" > 0),
	CONSTRAINT "duty_statements_signed_check" CHECK ("duty_statements"."leader_name" <> '' and "duty_statements"."officer_name" <> '' and "duty_statements"."foreword_en" <> '')
);
--> statement-breakpoint
CREATE TABLE "statutory_consultations" (
	"council_id" uuid NOT NULL,
	"code" text NOT NULL,
	"nation" "statute_nation" NOT NULL,
	"title_en" text DEFAULT '' NOT NULL,
	"title_cy" text DEFAULT '' NOT NULL,
	"statute_en" text DEFAULT '' NOT NULL,
	"statute_cy" text DEFAULT '' NOT NULL,
	"minimum_days" integer,
	"consultees_en" text DEFAULT '' NOT NULL,
	"consultees_cy" text DEFAULT '' NOT NULL,
	"source" text NOT NULL,
	"withdrawn" boolean DEFAULT false NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "statutory_consultations_council_id_code_pk" PRIMARY KEY("council_id","code"),
	CONSTRAINT "statutory_consultations_code_check" CHECK ("statutory_consultations"."code" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "statutory_consultations_days_check" CHECK ("statutory_consultations"."minimum_days" between 1 and 365),
	CONSTRAINT "statutory_consultations_source_check" CHECK ("statutory_consultations"."source" ~ '^https://')
);
--> statement-breakpoint
ALTER TABLE "thread_links" DROP CONSTRAINT "thread_links_ends_key";--> statement-breakpoint
ALTER TABLE "thread_links" ADD COLUMN "made_by" uuid;--> statement-breakpoint
ALTER TABLE "thread_links" ADD COLUMN "taken_back_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "thread_links" ADD COLUMN "taken_back_by" uuid;--> statement-breakpoint
ALTER TABLE "thread_links" ADD COLUMN "taken_back_because" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "engagements" ADD COLUMN "statute" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "noted_stops" ADD CONSTRAINT "noted_stops_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "noted_stops" ADD CONSTRAINT "noted_stops_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "noted_stops" ADD CONSTRAINT "noted_stops_written_by_people_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_record_areas" ADD CONSTRAINT "duty_record_areas_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_record_areas" ADD CONSTRAINT "duty_record_areas_version_fk" FOREIGN KEY ("record_id","version") REFERENCES "public"."duty_record_versions"("record_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_record_engagements" ADD CONSTRAINT "duty_record_engagements_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_record_engagements" ADD CONSTRAINT "duty_record_engagements_version_fk" FOREIGN KEY ("record_id","version") REFERENCES "public"."duty_record_versions"("record_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_record_versions" ADD CONSTRAINT "duty_record_versions_record_id_duty_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."duty_records"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_record_versions" ADD CONSTRAINT "duty_record_versions_signed_by_people_id_fk" FOREIGN KEY ("signed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_records" ADD CONSTRAINT "duty_records_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_statements" ADD CONSTRAINT "duty_statements_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_statements" ADD CONSTRAINT "duty_statements_signed_by_people_id_fk" FOREIGN KEY ("signed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statutory_consultations" ADD CONSTRAINT "statutory_consultations_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statutory_consultations" ADD CONSTRAINT "statutory_consultations_changed_by_people_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "noted_stops_engagement_idx" ON "noted_stops" USING btree ("engagement_id");--> statement-breakpoint
CREATE INDEX "duty_record_engagements_engagement_idx" ON "duty_record_engagements" USING btree ("engagement_id");--> statement-breakpoint
ALTER TABLE "thread_links" ADD CONSTRAINT "thread_links_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_links" ADD CONSTRAINT "thread_links_taken_back_by_people_id_fk" FOREIGN KEY ("taken_back_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "thread_links_ends_key" ON "thread_links" USING btree ("council_id","from_kind","from_id","to_kind","to_id") WHERE "thread_links"."taken_back_at" is null;--> statement-breakpoint
ALTER TABLE "thread_links" ADD CONSTRAINT "thread_links_taken_back_check" CHECK (("thread_links"."taken_back_at" is null) = ("thread_links"."taken_back_because" = ''));--> statement-breakpoint
-- What a strand says stays; it can be taken back once, with a reason, and nothing else of it changes.
create function keep_thread_link() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.taken_back_at is null and new.taken_back_at is not null
    and (new.id, new.council_id, new.from_kind, new.from_id, new.to_kind, new.to_id, new.how_en, new.how_cy, new.made_at, new.made_by)
      is not distinct from (old.id, old.council_id, old.from_kind, old.from_id, old.to_kind, old.to_id, old.how_en, old.how_cy, old.made_at, old.made_by)
  then return new; end if;
  raise exception 'thread_links is append-only' using errcode = 'restrict_violation';
end $$;--> statement-breakpoint
create trigger thread_links_kept before update or delete on thread_links for each row execute function keep_thread_link();--> statement-breakpoint
create trigger thread_links_no_truncate before truncate on thread_links for each statement execute function refuse_change();--> statement-breakpoint
revoke delete on thread_links from folkmoot_web;--> statement-breakpoint
alter table noted_stops add constraint noted_stops_engagement_fk foreign key (engagement_id) references engagements (id);--> statement-breakpoint
revoke delete on noted_stops from folkmoot_web;--> statement-breakpoint
-- A signed record is never rewritten: what changes is a new version.
create trigger duty_records_append_only before update or delete on duty_records for each row execute function refuse_change();--> statement-breakpoint
create trigger duty_record_versions_append_only before update or delete on duty_record_versions for each row execute function refuse_change();--> statement-breakpoint
create trigger duty_record_versions_no_truncate before truncate on duty_record_versions for each statement execute function refuse_change();--> statement-breakpoint
create trigger duty_record_areas_append_only before update or delete on duty_record_areas for each row execute function refuse_change();--> statement-breakpoint
create trigger duty_record_engagements_append_only before update or delete on duty_record_engagements for each row execute function refuse_change();--> statement-breakpoint
create trigger duty_statements_append_only before update or delete on duty_statements for each row execute function refuse_change();--> statement-breakpoint
create trigger duty_statements_no_truncate before truncate on duty_statements for each statement execute function refuse_change();--> statement-breakpoint
revoke update, delete on duty_records, duty_record_versions, duty_record_areas, duty_record_engagements, duty_statements from folkmoot_web;--> statement-breakpoint
revoke delete on statutory_consultations from folkmoot_web;--> statement-breakpoint
-- The things a golden thread passes through, as one list: what each is called, how it stands, where its page is, where in the council it lies, of which day it is.
create view thread_stops as
  with placed as (
    select e.*, array(
        select ea.area_id::text from engagement_areas ea where ea.engagement_id = e.id
        union
        select p.area_id::text from pots p where p.programme_id = e.programme_id and p.area_id is not null
      ) as area_ids,
      (coalesce(e.closes_at, e.opens_at, e.created_at) at time zone 'Europe/London')::date as on_day
    from engagements e
  )
  select e.council_id, 'engagement'::thread_kind as kind, e.id::text as id, array[e.title_en, e.title_cy] as title,
    e.state::text as state, case when e.consultation_id is null then 'votes/' else 'consultations/' end || e.slug as address,
    e.state not in ('draft', 'in-review', 'approved') as public, e.area_ids, e.on_day
  from placed e
  union all
  select e.council_id, 'theme'::thread_kind, t.id::text, array[t.name_en, t.name_cy], case when t.answer_en = '' then 'heard' else 'answered' end,
    'consultations/' || e.slug || '/results#theme-' || t.id, e.state in ('analysed', 'decided', 'fed-back', 'archived'), e.area_ids, e.on_day
  from themes t join placed e on e.consultation_id = t.consultation_id
  union all
  select n.council_id, n.kind, n.id::text, array[n.title_en, n.title_cy], coalesce(n.standing::text, ''), 'thread/noted/' || n.slug, true,
    case when n.area_id is null then coalesce(e.area_ids, '{}') else array[n.area_id::text] end, n.on_day
  from noted_stops n left join placed e on e.id = n.engagement_id
  union all
  select p.council_id, 'project'::thread_kind, p.id::text, array[p.title_en, p.title_cy], p.state::text,
    'votes/' || e.slug || '/projects/' || t.slug || '/' || p.slug, p.state in ('funded', 'delivered'),
    case when t.area_id is null then '{}'::text[] else array[t.area_id::text] end, e.on_day
  from projects p join pots t on t.id = p.pot_id join placed e on e.programme_id = t.programme_id
  union all
  select council_id, 'target'::thread_kind, id::text, array[title_en, title_cy], status::text, 'priorities/' || slug, true, '{}'::text[], null::date from priority_targets
  union all
  select council_id, 'asset-transfer'::thread_kind, id::text, array[title_en, title_cy], stage::text, 'asset-transfers/' || slug, true,
    case when area_id is null then '{}'::text[] else array[area_id::text] end, null::date
  from asset_transfers;--> statement-breakpoint
-- Every strand of a golden thread: those officers tied and have not taken back; those a count makes by itself (a vote to each project it funded);
-- and those from an engagement to what was said in it, once that has moved something.
create view thread_strands as
  select council_id, from_kind, from_id, to_kind, to_id, how_en, how_cy, made_at from thread_links where taken_back_at is null
  union all
  select p.council_id, 'engagement'::thread_kind, e.id::text, 'project'::thread_kind, p.id::text, '', '', coalesce(e.results_at, e.closes_at, e.created_at)
  from projects p join pots t on t.id = p.pot_id join engagements e on e.programme_id = t.programme_id
  where p.state in ('funded', 'delivered')
    and not exists (
      select 1 from thread_links l
      where l.council_id = p.council_id and l.taken_back_at is null and l.from_kind = 'engagement' and l.from_id = e.id::text and l.to_kind = 'project' and l.to_id = p.id::text
    )
  union all
  select t.council_id, 'engagement'::thread_kind, e.id::text, 'theme'::thread_kind, t.id::text, '', '', t.created_at
  from themes t join engagements e on e.consultation_id = t.consultation_id
  where exists (select 1 from thread_links l where l.council_id = t.council_id and l.taken_back_at is null and l.from_kind = 'theme' and l.from_id = t.id::text)
  union all
  select n.council_id, 'engagement'::thread_kind, n.engagement_id::text, n.kind, n.id::text, '', '', n.written_at
  from noted_stops n
  where n.engagement_id is not null and n.kind in ('answer', 'opinion', 'comment-theme')
    and exists (select 1 from thread_links l where l.council_id = n.council_id and l.taken_back_at is null and l.from_kind = n.kind and l.from_id = n.id::text);
