CREATE TABLE "shortlists" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"programme_id" uuid NOT NULL,
	"fewest_supports" integer NOT NULL,
	"most" integer NOT NULL,
	"balanced" boolean NOT NULL,
	"most_pence" bigint,
	"departed" uuid[] DEFAULT '{}' NOT NULL,
	"departure_en" text DEFAULT '' NOT NULL,
	"departure_cy" text DEFAULT '' NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	"decided_by" uuid NOT NULL,
	CONSTRAINT "shortlists_criteria_check" CHECK ("shortlists"."fewest_supports" >= 0 and "shortlists"."most" > 0 and "shortlists"."most_pence" > 0),
	CONSTRAINT "shortlists_departure_check" CHECK (cardinality("shortlists"."departed") = 0 or trim("shortlists"."departure_en") <> '' or trim("shortlists"."departure_cy") <> '')
);
--> statement-breakpoint
ALTER TABLE "idea_reviews" ADD COLUMN "ballot_grade" "review_grade";--> statement-breakpoint
ALTER TABLE "shortlists" ADD CONSTRAINT "shortlists_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shortlists" ADD CONSTRAINT "shortlists_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "shortlists_programme_idx" ON "shortlists" USING btree ("council_id","programme_id","decided_at");--> statement-breakpoint
ALTER TABLE "idea_reviews" ADD CONSTRAINT "idea_reviews_ballot_grade_fk" FOREIGN KEY ("idea_id","ballot_grade") REFERENCES "public"."idea_review_versions"("idea_id","grade") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- By what a ballot was filled stays as it was said.
create trigger shortlists_append_only before update or delete on shortlists for each row execute function refuse_change();--> statement-breakpoint
create trigger shortlists_kept before truncate on shortlists for each statement execute function refuse_change();--> statement-breakpoint
revoke update, delete on shortlists from folkmoot_web;--> statement-breakpoint
-- Ideas that everybody may read can be followed too.
create or replace view followable_things as
select id as council_id, 'council'::followable_kind as kind, id, name_en as title_en, name_cy as title_cy, '' as address from councils
union all
select council_id, 'area', id, name_en, name_cy, 'search?area=' || id from areas
union all
select council_id, 'engagement', id, title_en, title_cy, case when consultation_id is null then 'votes/' else 'consultations/' end || slug from engagements where state not in ('draft', 'in-review', 'approved')
union all
select e.council_id, 'project', p.id, p.title_en, p.title_cy, 'votes/' || e.slug || '/projects/' || t.slug || '/' || p.slug
from engagements e join pots t on t.programme_id = e.programme_id join projects p on p.pot_id = t.id
where e.state not in ('draft', 'in-review', 'approved') and p.state <> 'draft'
union all
select e.council_id, 'idea', i.id, i.title_en, i.title_cy, 'votes/' || e.slug || '/ideas/' || i.number
from engagements e join ideas i on i.programme_id = e.programme_id
join idea_calls c on c.programme_id = i.programme_id and c.opened_at is not null
where i.sight = 'shown' and (e.state not in ('draft', 'in-review', 'approved') or e.announced_at is not null);
