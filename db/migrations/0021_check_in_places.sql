DROP INDEX "check_ins_place_idx";--> statement-breakpoint
ALTER TABLE "check_ins" ADD COLUMN "place_id" uuid NOT NULL;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_place_id_polling_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."polling_places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "check_ins_place_idx" ON "check_ins" USING btree ("vote_id","place_id");--> statement-breakpoint
ALTER TABLE "check_ins" DROP COLUMN "place";