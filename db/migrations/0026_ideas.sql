-- Likeness of titles by their trigrams. Comes with PostgreSQL; an owner of a database may add it.
create extension if not exists pg_trgm;--> statement-breakpoint
CREATE TYPE "public"."idea_sight" AS ENUM('waiting', 'shown', 'held', 'removed');--> statement-breakpoint
CREATE TYPE "public"."idea_state" AS ENUM('collected', 'proposal', 'feasible', 'not-feasible', 'shortlisted', 'not-shortlisted', 'on-ballot', 'declined', 'merged', 'split', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."idea_lineage_kind" AS ENUM('merged', 'split', 'copied');--> statement-breakpoint
CREATE TYPE "public"."idea_moderation_act" AS ENUM('reported', 'shown', 'held', 'removed', 'report-dismissed', 'appealed', 'appeal-upheld', 'appeal-refused');--> statement-breakpoint
CREATE TABLE "idea_calls" (
	"programme_id" uuid PRIMARY KEY NOT NULL,
	"council_id" uuid NOT NULL,
	"intro_en" text DEFAULT '' NOT NULL,
	"intro_cy" text DEFAULT '' NOT NULL,
	"policy_en" text DEFAULT '' NOT NULL,
	"policy_cy" text DEFAULT '' NOT NULL,
	"form" jsonb NOT NULL,
	"most_per_person" integer DEFAULT 3 NOT NULL,
	"seen_first" boolean DEFAULT false NOT NULL,
	"supports_taken" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"opened_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	CONSTRAINT "idea_calls_most_check" CHECK ("idea_calls"."most_per_person" between 1 and 50),
	CONSTRAINT "idea_calls_times_check" CHECK ("idea_calls"."closed_at" is null or "idea_calls"."opened_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "idea_co_authors" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"idea_id" uuid NOT NULL,
	"email" text NOT NULL,
	"person_id" uuid,
	"name" text DEFAULT '' NOT NULL,
	"invited_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	CONSTRAINT "idea_co_authors_confirmed_check" CHECK (("idea_co_authors"."confirmed_at" is null) = ("idea_co_authors"."person_id" is null))
);
--> statement-breakpoint
CREATE TABLE "idea_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "idea_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"council_id" uuid NOT NULL,
	"idea_id" uuid NOT NULL,
	"event" text NOT NULL,
	"reason_en" text DEFAULT '' NOT NULL,
	"reason_cy" text DEFAULT '' NOT NULL,
	"other_id" uuid,
	"happened_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idea_lineage" (
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"council_id" uuid NOT NULL,
	"kind" "idea_lineage_kind" NOT NULL,
	"reason_en" text DEFAULT '' NOT NULL,
	"reason_cy" text DEFAULT '' NOT NULL,
	"made_by" uuid,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "idea_lineage_from_id_to_id_kind_pk" PRIMARY KEY("from_id","to_id","kind"),
	CONSTRAINT "idea_lineage_self_check" CHECK ("idea_lineage"."from_id" <> "idea_lineage"."to_id")
);
--> statement-breakpoint
CREATE TABLE "idea_moderation" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"idea_id" uuid NOT NULL,
	"act" "idea_moderation_act" NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"person_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"answers" uuid,
	CONSTRAINT "idea_moderation_reason_check" CHECK ("idea_moderation"."act" <> 'removed' or ("idea_moderation"."reason" <> '' and "idea_moderation"."person_id" is not null)),
	CONSTRAINT "idea_moderation_appeal_check" CHECK ("idea_moderation"."act" not in ('appealed', 'appeal-upheld', 'appeal-refused') or ("idea_moderation"."answers" is not null and "idea_moderation"."person_id" is not null and trim("idea_moderation"."note") <> ''))
);
--> statement-breakpoint
CREATE TABLE "idea_supports" (
	"idea_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"council_id" uuid NOT NULL,
	"supported_at" timestamp with time zone NOT NULL,
	"came_with" uuid,
	CONSTRAINT "idea_supports_idea_id_person_id_pk" PRIMARY KEY("idea_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "idea_versions" (
	"idea_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"council_id" uuid NOT NULL,
	"content" jsonb NOT NULL,
	"written_by" uuid,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "idea_versions_idea_id_version_pk" PRIMARY KEY("idea_id","version")
);
--> statement-breakpoint
CREATE TABLE "ideas" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"programme_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"state" "idea_state" DEFAULT 'collected' NOT NULL,
	"sight" "idea_sight" DEFAULT 'shown' NOT NULL,
	"author_id" uuid,
	"author_name" text DEFAULT '' NOT NULL,
	"written_in" text NOT NULL,
	"title_en" text DEFAULT '' NOT NULL,
	"title_cy" text DEFAULT '' NOT NULL,
	"text_en" text DEFAULT '' NOT NULL,
	"text_cy" text DEFAULT '' NOT NULL,
	"category" text DEFAULT '' NOT NULL,
	"area_id" uuid,
	"place" text DEFAULT '' NOT NULL,
	"longitude" double precision,
	"latitude" double precision,
	"cost_pence" bigint,
	"photo_id" uuid,
	"answers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"supports" integer DEFAULT 0 NOT NULL,
	"merged_into" uuid,
	"project_id" uuid,
	"reason_en" text DEFAULT '' NOT NULL,
	"reason_cy" text DEFAULT '' NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"words" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('english', title_en), 'A') || setweight(to_tsvector('simple', title_cy), 'A') || setweight(to_tsvector('english', text_en), 'B') || setweight(to_tsvector('simple', text_cy || ' ' || place), 'C')) STORED,
	CONSTRAINT "ideas_number_key" UNIQUE("programme_id","number"),
	CONSTRAINT "ideas_project_key" UNIQUE("project_id"),
	CONSTRAINT "ideas_photo_key" UNIQUE("photo_id"),
	CONSTRAINT "ideas_title_check" CHECK (case "ideas"."written_in" when 'en' then trim("ideas"."title_en") else trim("ideas"."title_cy") end <> ''),
	CONSTRAINT "ideas_cost_check" CHECK ("ideas"."cost_pence" > 0),
	CONSTRAINT "ideas_point_check" CHECK (("ideas"."longitude" is null) = ("ideas"."latitude" is null) and "ideas"."longitude" between -180 and 180 and "ideas"."latitude" between -90 and 90),
	CONSTRAINT "ideas_supports_check" CHECK ("ideas"."supports" >= 0 and "ideas"."version" >= 1),
	CONSTRAINT "ideas_merged_check" CHECK (("ideas"."state" = 'merged') = ("ideas"."merged_into" is not null) and "ideas"."merged_into" is distinct from "ideas"."id"),
	CONSTRAINT "ideas_ballot_check" CHECK (("ideas"."state" = 'on-ballot') = ("ideas"."project_id" is not null)),
	CONSTRAINT "ideas_reason_check" CHECK ("ideas"."state" not in ('not-feasible', 'not-shortlisted', 'declined') or trim("ideas"."reason_en" || "ideas"."reason_cy") <> '')
);
--> statement-breakpoint
ALTER TABLE "idea_calls" ADD CONSTRAINT "idea_calls_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_co_authors" ADD CONSTRAINT "idea_co_authors_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_co_authors" ADD CONSTRAINT "idea_co_authors_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_events" ADD CONSTRAINT "idea_events_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_events" ADD CONSTRAINT "idea_events_other_id_ideas_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_lineage" ADD CONSTRAINT "idea_lineage_from_id_ideas_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_lineage" ADD CONSTRAINT "idea_lineage_to_id_ideas_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_moderation" ADD CONSTRAINT "idea_moderation_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_moderation" ADD CONSTRAINT "idea_moderation_answers_idea_moderation_id_fk" FOREIGN KEY ("answers") REFERENCES "public"."idea_moderation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_supports" ADD CONSTRAINT "idea_supports_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_supports" ADD CONSTRAINT "idea_supports_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_supports" ADD CONSTRAINT "idea_supports_came_with_ideas_id_fk" FOREIGN KEY ("came_with") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_versions" ADD CONSTRAINT "idea_versions_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_photo_id_photos_id_fk" FOREIGN KEY ("photo_id") REFERENCES "public"."photos"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_merged_into_ideas_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "idea_co_authors_email_key" ON "idea_co_authors" USING btree ("idea_id",lower("email"));--> statement-breakpoint
CREATE INDEX "idea_co_authors_person_idx" ON "idea_co_authors" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "idea_events_idea_idx" ON "idea_events" USING btree ("idea_id","id");--> statement-breakpoint
CREATE INDEX "idea_lineage_to_idx" ON "idea_lineage" USING btree ("to_id");--> statement-breakpoint
CREATE INDEX "idea_moderation_idea_idx" ON "idea_moderation" USING btree ("idea_id","at");--> statement-breakpoint
CREATE INDEX "idea_moderation_log_idx" ON "idea_moderation" USING btree ("council_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "idea_moderation_answers_key" ON "idea_moderation" USING btree ("answers");--> statement-breakpoint
CREATE INDEX "idea_supports_person_idx" ON "idea_supports" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "ideas_newest_idx" ON "ideas" USING btree ("programme_id","sight","sent_at");--> statement-breakpoint
CREATE INDEX "ideas_supports_idx" ON "ideas" USING btree ("programme_id","sight","supports");--> statement-breakpoint
CREATE INDEX "ideas_state_idx" ON "ideas" USING btree ("programme_id","state");--> statement-breakpoint
CREATE INDEX "ideas_author_idx" ON "ideas" USING btree ("programme_id","author_id");--> statement-breakpoint
CREATE INDEX "ideas_merged_idx" ON "ideas" USING btree ("merged_into");--> statement-breakpoint
CREATE INDEX "ideas_words_idx" ON "ideas" USING gin ("words");--> statement-breakpoint
CREATE INDEX "ideas_trigrams_idx" ON "ideas" USING gin (("title_en" || ' ' || "title_cy") gin_trgm_ops);--> statement-breakpoint
-- How many support an idea, whoever adds or takes away.
create function count_idea_supports() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    update ideas set supports = supports + 1 where id = new.idea_id;
  else
    update ideas set supports = supports - 1 where id = old.idea_id;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger idea_supports_counted after insert or delete on idea_supports for each row execute function count_idea_supports();
--> statement-breakpoint

-- What is merged, split or withdrawn stays so, and an idea lives on only in one that is not merged itself.
create function keep_idea_order() returns trigger language plpgsql as $$
begin
  if old.state in ('merged', 'split', 'withdrawn') and new.state <> old.state then
    raise exception 'idea % is % and stays so', old.id, old.state using errcode = 'restrict_violation';
  end if;
  if new.merged_into is not null and exists (select 1 from ideas where id = new.merged_into and (merged_into is not null or state in ('split', 'withdrawn'))) then
    raise exception 'idea % does not stand any more', new.merged_into using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger ideas_in_order before update of state, merged_into on ideas for each row execute function keep_idea_order();
--> statement-breakpoint

-- Those that had been merged into an idea go with it.
create function follow_merged_idea() returns trigger language plpgsql as $$
begin
  update ideas set merged_into = new.merged_into where merged_into = new.id;
  return null;
end $$;
--> statement-breakpoint
create trigger ideas_followed after update of merged_into on ideas for each row when (old.merged_into is null and new.merged_into is not null) execute function follow_merged_idea();
--> statement-breakpoint

-- An appeal is answered by somebody else than who removed the idea.
create function refuse_own_appeal() returns trigger language plpgsql as $$
begin
  if exists (select 1 from idea_moderation appeal join idea_moderation removal on removal.id = appeal.answers where appeal.id = new.answers and removal.person_id = new.person_id) then
    raise exception 'an appeal is answered by another person' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger idea_moderation_other_person before insert on idea_moderation for each row when (new.act in ('appeal-upheld', 'appeal-refused')) execute function refuse_own_appeal();
--> statement-breakpoint

-- A project taken off its draft ballot is a shortlisted idea again.
create function take_idea_off_ballot() returns trigger language plpgsql as $$
begin
  with moved as (update ideas set state = 'shortlisted', project_id = null where project_id = old.id returning id, council_id)
  insert into idea_events (council_id, idea_id, event, happened_at) select council_id, id, 'take-off-ballot', now() from moved;
  return old;
end $$;
--> statement-breakpoint
create trigger projects_of_ideas before delete on projects for each row execute function take_idea_off_ballot();
--> statement-breakpoint

create trigger idea_lineage_append_only before update or delete on idea_lineage for each row execute function refuse_change();--> statement-breakpoint
create trigger idea_events_append_only before update or delete on idea_events for each row execute function refuse_change();--> statement-breakpoint
create trigger idea_versions_append_only before update or delete on idea_versions for each row execute function refuse_change();--> statement-breakpoint
create trigger idea_moderation_append_only before update or delete on idea_moderation for each row execute function refuse_change();--> statement-breakpoint
revoke update, delete on idea_lineage, idea_events, idea_versions, idea_moderation from folkmoot_web;
