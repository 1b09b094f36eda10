CREATE TABLE "local_authorities" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"official_name" text NOT NULL,
	"nation" text NOT NULL,
	"kind" text NOT NULL,
	"source" text NOT NULL,
	"imported_at" timestamp with time zone NOT NULL,
	CONSTRAINT "local_authorities_code_check" CHECK ("local_authorities"."code" ~ '^[EWSN][0-9]{8}$')
);
--> statement-breakpoint
ALTER TABLE "partners" ADD COLUMN "authority_code" text;--> statement-breakpoint
ALTER TABLE "partners" ADD CONSTRAINT "partners_authority_code_local_authorities_code_fk" FOREIGN KEY ("authority_code") REFERENCES "public"."local_authorities"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partners" ADD CONSTRAINT "partners_authority_check" CHECK ("partners"."authority_code" is null or "partners"."kind" in ('council', 'district-council'));--> statement-breakpoint
-- Reference data is read in by the operator, as the owner.
revoke insert, update, delete on local_authorities from folkmoot_web;
