CREATE TYPE "public"."photo_format" AS ENUM('webp', 'jpeg');--> statement-breakpoint
CREATE TABLE "photo_sizes" (
	"photo_id" uuid NOT NULL,
	"width" integer NOT NULL,
	"format" "photo_format" NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "photo_sizes_photo_id_width_format_pk" PRIMARY KEY("photo_id","width","format")
);
--> statement-breakpoint
CREATE TABLE "photos" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"alt_en" text DEFAULT '' NOT NULL,
	"alt_cy" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"kept_at" timestamp with time zone,
	"held_back_at" timestamp with time zone,
	CONSTRAINT "photos_size_check" CHECK ("photos"."width" > 0 and "photos"."height" > 0),
	CONSTRAINT "photos_alt_check" CHECK ("photos"."kept_at" is null or trim("photos"."alt_en") <> '' or trim("photos"."alt_cy") <> '')
);
--> statement-breakpoint
ALTER TABLE "photo_sizes" ADD CONSTRAINT "photo_sizes_photo_id_photos_id_fk" FOREIGN KEY ("photo_id") REFERENCES "public"."photos"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "photos_loose_idx" ON "photos" USING btree ("created_at") WHERE "photos"."kept_at" is null;