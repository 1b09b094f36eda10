CREATE TYPE "public"."transfer_notice_occasion" AS ENUM('decision', 'review', 'review-decision', 'appeal', 'appeal-ended');--> statement-breakpoint
CREATE TYPE "public"."transfer_notice_way" AS ENUM('letter', 'by-hand', 'email', 'at-the-land');--> statement-breakpoint
CREATE TYPE "public"."transfer_owner_capacity" AS ENUM('owner', 'tenant', 'occupier', 'nobody-else');--> statement-breakpoint
CREATE TABLE "asset_transfer_notice_mails" (
	"notice_id" uuid NOT NULL,
	"comment_id" uuid NOT NULL,
	"queued_at" timestamp with time zone NOT NULL,
	CONSTRAINT "asset_transfer_notice_mails_notice_id_comment_id_pk" PRIMARY KEY("notice_id","comment_id")
);
--> statement-breakpoint
CREATE TABLE "asset_transfer_notices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"transfer_id" uuid NOT NULL,
	"occasion" "transfer_notice_occasion" NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	CONSTRAINT "asset_transfer_notices_key" UNIQUE("transfer_id","occasion")
);
--> statement-breakpoint
CREATE TABLE "asset_transfer_owner_notices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"transfer_id" uuid NOT NULL,
	"capacity" "transfer_owner_capacity" NOT NULL,
	"way" "transfer_notice_way" NOT NULL,
	"given_on" date NOT NULL,
	"noted_by" uuid NOT NULL,
	"noted_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "asset_transfer_notice_mails" ADD CONSTRAINT "asset_transfer_notice_mails_notice_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."asset_transfer_notices"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_notice_mails" ADD CONSTRAINT "asset_transfer_notice_mails_comment_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."asset_transfer_comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_notices" ADD CONSTRAINT "asset_transfer_notices_transfer_id_asset_transfers_id_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."asset_transfers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_owner_notices" ADD CONSTRAINT "asset_transfer_owner_notices_transfer_id_asset_transfers_id_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."asset_transfers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_owner_notices" ADD CONSTRAINT "asset_transfer_owner_notices_noted_by_people_id_fk" FOREIGN KEY ("noted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "asset_transfer_owner_notices_idx" ON "asset_transfer_owner_notices" USING btree ("transfer_id","given_on");--> statement-breakpoint
do $$
declare
  v_table text;
begin
  foreach v_table in array array['asset_transfer_notices', 'asset_transfer_notice_mails', 'asset_transfer_owner_notices'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', v_table || '_append_only', v_table);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', v_table || '_no_truncate', v_table);
    execute format('revoke update, delete on %I from folkmoot_web', v_table);
  end loop;
end $$;
