CREATE TYPE "public"."transfer_sight" AS ENUM('waiting', 'shown', 'sent-back');--> statement-breakpoint
CREATE TABLE "asset_transfer_looks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"transfer_id" uuid NOT NULL,
	"act" "transfer_sight" NOT NULL,
	"why" text DEFAULT '' NOT NULL,
	"looked_by" uuid NOT NULL,
	"looked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "asset_transfer_looks_act_check" CHECK ("asset_transfer_looks"."act" <> 'waiting' and ("asset_transfer_looks"."act" = 'sent-back') = (trim("asset_transfer_looks"."why") <> ''))
);
--> statement-breakpoint
ALTER TABLE "asset_transfers" ADD COLUMN "sight" "transfer_sight" DEFAULT 'waiting' NOT NULL;--> statement-breakpoint
ALTER TABLE "asset_transfer_looks" ADD CONSTRAINT "asset_transfer_looks_transfer_id_asset_transfers_id_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."asset_transfers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_looks" ADD CONSTRAINT "asset_transfer_looks_looked_by_people_id_fk" FOREIGN KEY ("looked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "asset_transfer_looks_idx" ON "asset_transfer_looks" USING btree ("transfer_id","looked_at");--> statement-breakpoint
-- What stood in public before there was a look stays there; who lets it stand is not known.
update asset_transfers set sight = 'shown';--> statement-breakpoint
create trigger asset_transfer_looks_append_only before update or delete on asset_transfer_looks for each row execute function refuse_change();--> statement-breakpoint
create trigger asset_transfer_looks_no_truncate before truncate on asset_transfer_looks for each statement execute function refuse_change();--> statement-breakpoint
revoke update, delete on asset_transfer_looks from folkmoot_web;--> statement-breakpoint
-- What an organisation wrote is shown once somebody has looked at it, and is what they looked at.
create function check_transfer_sight() returns trigger language plpgsql as $$
begin
  if new.sight = 'shown' and (tg_op = 'INSERT' or old.sight <> 'shown')
    and coalesce((select act from asset_transfer_looks where transfer_id = new.id order by looked_at desc, id desc limit 1), 'waiting') <> 'shown' then
    raise exception 'nobody has looked at what was written for %', new.id using errcode = 'restrict_violation';
  end if;
  if tg_op = 'UPDATE' and old.sight = 'shown'
    and (new.organisation, new.summary_en, new.summary_cy, new.gains, new.funding, new.declaration) is distinct from (old.organisation, old.summary_en, old.summary_cy, old.gains, old.funding, old.declaration) then
    raise exception 'what was written for % was looked at and stays as it reads', new.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger asset_transfers_looked_at before insert or update on asset_transfers for each row execute function check_transfer_sight();
