CREATE TABLE "told_of_void" (
	"thing_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"told_at" timestamp with time zone NOT NULL,
	CONSTRAINT "told_of_void_thing_id_version_person_id_pk" PRIMARY KEY("thing_id","version","person_id")
);
--> statement-breakpoint
-- Nobody is told twice, and nobody can be made to be.
revoke update, delete on told_of_void from folkmoot_web;
