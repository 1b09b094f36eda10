CREATE TABLE "asset_transfer_return_looks" (
	"transfer_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"version" integer NOT NULL,
	"act" "transfer_sight" NOT NULL,
	"why" text DEFAULT '' NOT NULL,
	"looked_by" uuid,
	"looked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "asset_transfer_return_looks_transfer_id_year_version_pk" PRIMARY KEY("transfer_id","year","version"),
	CONSTRAINT "asset_transfer_return_looks_act_check" CHECK ("asset_transfer_return_looks"."act" <> 'waiting' and ("asset_transfer_return_looks"."act" = 'sent-back') = (trim("asset_transfer_return_looks"."why") <> ''))
);
--> statement-breakpoint
ALTER TABLE "asset_transfer_returns" DROP CONSTRAINT "asset_transfer_returns_transfer_id_year_pk";--> statement-breakpoint
ALTER TABLE "asset_transfer_returns" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "asset_transfer_returns" ADD CONSTRAINT "asset_transfer_returns_transfer_id_year_version_pk" PRIMARY KEY("transfer_id","year","version");--> statement-breakpoint
ALTER TABLE "asset_transfer_return_looks" ADD CONSTRAINT "asset_transfer_return_looks_looked_by_people_id_fk" FOREIGN KEY ("looked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_return_looks" ADD CONSTRAINT "asset_transfer_return_looks_return_fk" FOREIGN KEY ("transfer_id","year","version") REFERENCES "public"."asset_transfer_returns"("transfer_id","year","version") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_returns" ADD CONSTRAINT "asset_transfer_returns_version_check" CHECK ("asset_transfer_returns"."version" > 0);--> statement-breakpoint
-- What stood in public before there was a look stays there.
insert into asset_transfer_return_looks (transfer_id, year, version, act, looked_at) select transfer_id, year, version, 'shown', sent_at from asset_transfer_returns;--> statement-breakpoint
create trigger asset_transfer_return_looks_append_only before update or delete on asset_transfer_return_looks for each row execute function refuse_change();--> statement-breakpoint
create trigger asset_transfer_return_looks_no_truncate before truncate on asset_transfer_return_looks for each statement execute function refuse_change();--> statement-breakpoint
revoke update, delete on asset_transfer_return_looks from folkmoot_web;--> statement-breakpoint
-- A further version follows one that was sent back.
create function check_transfer_return() returns trigger language plpgsql as $$
begin
  if new.version > 1 and not exists (select from asset_transfer_return_looks where transfer_id = new.transfer_id and year = new.year and version = new.version - 1 and act = 'sent-back') then
    raise exception 'the return of % for % was not sent back', new.transfer_id, new.year using errcode = 'restrict_violation';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger asset_transfer_returns_checked before insert on asset_transfer_returns for each row execute function check_transfer_return();
