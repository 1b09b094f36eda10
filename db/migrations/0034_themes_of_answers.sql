CREATE TABLE "answer_readings" (
	"response_id" uuid NOT NULL,
	"question_code" text NOT NULL,
	"reader_id" uuid NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	CONSTRAINT "answer_readings_response_id_question_code_reader_id_pk" PRIMARY KEY("response_id","question_code","reader_id")
);
--> statement-breakpoint
CREATE TABLE "answer_themes" (
	"response_id" uuid NOT NULL,
	"theme_id" uuid NOT NULL,
	"reader_id" uuid NOT NULL,
	CONSTRAINT "answer_themes_response_id_theme_id_reader_id_pk" PRIMARY KEY("response_id","theme_id","reader_id")
);
--> statement-breakpoint
CREATE TABLE "themes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"consultation_id" uuid NOT NULL,
	"question_code" text NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"name_cy" text DEFAULT '' NOT NULL,
	"main" boolean DEFAULT true NOT NULL,
	"answer_en" text DEFAULT '' NOT NULL,
	"answer_cy" text DEFAULT '' NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "themes_name_key" UNIQUE("consultation_id","question_code","name_en"),
	CONSTRAINT "themes_name_check" CHECK ("themes"."name_en" <> '')
);
--> statement-breakpoint
ALTER TABLE "answer_readings" ADD CONSTRAINT "answer_readings_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_readings" ADD CONSTRAINT "answer_readings_reader_id_people_id_fk" FOREIGN KEY ("reader_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_themes" ADD CONSTRAINT "answer_themes_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_themes" ADD CONSTRAINT "answer_themes_theme_id_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."themes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_themes" ADD CONSTRAINT "answer_themes_reader_id_people_id_fk" FOREIGN KEY ("reader_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "themes" ADD CONSTRAINT "themes_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "themes" ADD CONSTRAINT "themes_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answer_themes_theme_idx" ON "answer_themes" USING btree ("theme_id");--> statement-breakpoint
CREATE INDEX "themes_council_idx" ON "themes" USING btree ("council_id");--> statement-breakpoint
-- That somebody read an answer stays true.
create trigger answer_readings_kept before update on answer_readings for each row execute function refuse_change();--> statement-breakpoint
revoke update on answer_readings from folkmoot_web;
