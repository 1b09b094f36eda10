CREATE TABLE "asset_transfer_hearings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"transfer_id" uuid NOT NULL,
	"kind" "review_procedure" NOT NULL,
	"held_on" date NOT NULL,
	"place" text NOT NULL,
	"who" text NOT NULL,
	"note_en" text DEFAULT '' NOT NULL,
	"note_cy" text DEFAULT '' NOT NULL,
	"noted_by" uuid NOT NULL,
	"noted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "asset_transfer_hearings_words_check" CHECK ("asset_transfer_hearings"."kind" in ('hearing', 'site-visit') and trim("asset_transfer_hearings"."place") <> '' and trim("asset_transfer_hearings"."who") <> '')
);
--> statement-breakpoint
ALTER TABLE "asset_transfer_hearings" ADD CONSTRAINT "asset_transfer_hearings_noted_by_people_id_fk" FOREIGN KEY ("noted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_hearings" ADD CONSTRAINT "asset_transfer_hearings_review_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."asset_transfer_reviews"("transfer_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "asset_transfer_hearings_idx" ON "asset_transfer_hearings" USING btree ("transfer_id","held_on");--> statement-breakpoint
create trigger asset_transfer_hearings_append_only before update or delete on asset_transfer_hearings for each row execute function refuse_change();--> statement-breakpoint
create trigger asset_transfer_hearings_no_truncate before truncate on asset_transfer_hearings for each statement execute function refuse_change();--> statement-breakpoint
revoke update, delete on asset_transfer_hearings from folkmoot_web;--> statement-breakpoint
-- A hearing is held between the day a review was asked for and its decision.
create function check_transfer_hearing() returns trigger language plpgsql as $$
begin
  if not exists (select from asset_transfer_reviews where transfer_id = new.transfer_id and asked_on <= new.held_on)
    or exists (select from asset_transfer_review_decisions where transfer_id = new.transfer_id and decided_on < new.held_on) then
    raise exception 'a hearing about % is held within its review', new.transfer_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger asset_transfer_hearings_checked before insert on asset_transfer_hearings for each row execute function check_transfer_hearing();
