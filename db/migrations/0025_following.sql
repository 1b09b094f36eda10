CREATE TYPE "public"."follow_locale" AS ENUM('en', 'cy');--> statement-breakpoint
CREATE TYPE "public"."follow_rhythm" AS ENUM('at-once', 'weekly');--> statement-breakpoint
CREATE TYPE "public"."followable_kind" AS ENUM('council', 'area', 'engagement', 'project', 'idea');--> statement-breakpoint
CREATE TABLE "follow_deliveries" (
	"message_id" uuid NOT NULL,
	"follower_id" uuid NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "follow_deliveries_message_id_follower_id_pk" PRIMARY KEY("message_id","follower_id")
);
--> statement-breakpoint
CREATE TABLE "follow_messages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"event" text NOT NULL,
	"audience" jsonb NOT NULL,
	"title_en" text DEFAULT '' NOT NULL,
	"title_cy" text DEFAULT '' NOT NULL,
	"body_en" text DEFAULT '' NOT NULL,
	"body_cy" text DEFAULT '' NOT NULL,
	"address" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"reached" uuid,
	"done" boolean DEFAULT false NOT NULL,
	CONSTRAINT "follow_messages_event_key" UNIQUE("council_id","event")
);
--> statement-breakpoint
CREATE TABLE "followers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"email" text NOT NULL,
	"locale" "follow_locale" NOT NULL,
	"rhythm" "follow_rhythm" NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "followers_email_key" UNIQUE("council_id","email")
);
--> statement-breakpoint
CREATE TABLE "follows" (
	"follower_id" uuid NOT NULL,
	"kind" "followable_kind" NOT NULL,
	"thing_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "follows_follower_id_kind_thing_id_pk" PRIMARY KEY("follower_id","kind","thing_id")
);
--> statement-breakpoint
ALTER TABLE "mail_messages" ADD COLUMN "unsubscribe" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "follow_deliveries" ADD CONSTRAINT "follow_deliveries_message_id_follow_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."follow_messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_deliveries" ADD CONSTRAINT "follow_deliveries_follower_id_followers_id_fk" FOREIGN KEY ("follower_id") REFERENCES "public"."followers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_messages" ADD CONSTRAINT "follow_messages_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "followers" ADD CONSTRAINT "followers_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_follower_id_followers_id_fk" FOREIGN KEY ("follower_id") REFERENCES "public"."followers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "follow_deliveries_follower_idx" ON "follow_deliveries" USING btree ("follower_id");--> statement-breakpoint
CREATE INDEX "follow_deliveries_waiting_idx" ON "follow_deliveries" USING btree ("follower_id") WHERE "follow_deliveries"."sent_at" is null;--> statement-breakpoint
CREATE INDEX "follows_thing_idx" ON "follows" USING btree ("kind","thing_id","follower_id");--> statement-breakpoint
CREATE INDEX "mail_messages_news_idx" ON "mail_messages" USING btree ("recipient") WHERE "mail_messages"."unsubscribe" <> '';
--> statement-breakpoint
-- What may be followed and is public: over all contexts, as whoever follows does not care which one a thing belongs to.
create view followable_things as
select id as council_id, 'council'::followable_kind as kind, id, name_en as title_en, name_cy as title_cy, '' as address from councils
union all
select council_id, 'area', id, name_en, name_cy, 'search?area=' || id from areas
union all
select council_id, 'engagement', id, title_en, title_cy, case when consultation_id is null then 'votes/' else 'consultations/' end || slug from engagements where state not in ('draft', 'in-review', 'approved')
union all
select e.council_id, 'project', p.id, p.title_en, p.title_cy, 'votes/' || e.slug || '/projects/' || t.slug || '/' || p.slug
from engagements e join pots t on t.programme_id = e.programme_id join projects p on p.pot_id = t.id
where e.state not in ('draft', 'in-review', 'approved') and p.state <> 'draft';
