ALTER TABLE "project_updates" ADD COLUMN "photo_id" uuid;--> statement-breakpoint
ALTER TABLE "project_updates" ADD CONSTRAINT "project_updates_photo_id_photos_id_fk" FOREIGN KEY ("photo_id") REFERENCES "public"."photos"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_updates" ADD CONSTRAINT "project_updates_photo_key" UNIQUE("photo_id");