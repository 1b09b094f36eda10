CREATE TYPE "public"."transfer_comment_act" AS ENUM('shown', 'removed', 'reported');--> statement-breakpoint
CREATE TYPE "public"."transfer_comment_sight" AS ENUM('waiting', 'shown', 'removed');--> statement-breakpoint
CREATE TYPE "public"."transfer_comment_view" AS ENUM('for', 'against', 'neither');--> statement-breakpoint
CREATE TABLE "asset_transfer_comment_looks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"comment_id" uuid NOT NULL,
	"act" "transfer_comment_act" NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"person_id" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "asset_transfer_comment_looks_reason_check" CHECK (("asset_transfer_comment_looks"."act" = 'shown') = ("asset_transfer_comment_looks"."reason" = '') and ("asset_transfer_comment_looks"."act" = 'reported' or "asset_transfer_comment_looks"."person_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "asset_transfer_comment_periods" (
	"transfer_id" uuid PRIMARY KEY NOT NULL,
	"opens_on" date NOT NULL,
	"closes_on" date NOT NULL,
	"opened_by" uuid NOT NULL,
	CONSTRAINT "asset_transfer_comment_periods_check" CHECK ("asset_transfer_comment_periods"."closes_on" >= "asset_transfer_comment_periods"."opens_on")
);
--> statement-breakpoint
CREATE TABLE "asset_transfer_comments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"transfer_id" uuid NOT NULL,
	"person_id" uuid,
	"name" text NOT NULL,
	"organisation" text DEFAULT '' NOT NULL,
	"view" "transfer_comment_view" NOT NULL,
	"text" text NOT NULL,
	"written_in" text NOT NULL,
	"sent_on" date NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"entered_by" uuid,
	"sight" "transfer_comment_sight" DEFAULT 'waiting' NOT NULL,
	CONSTRAINT "asset_transfer_comments_text_check" CHECK (trim("asset_transfer_comments"."text") <> '')
);
--> statement-breakpoint
ALTER TABLE "asset_transfer_comment_looks" ADD CONSTRAINT "asset_transfer_comment_looks_comment_id_asset_transfer_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."asset_transfer_comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_comment_periods" ADD CONSTRAINT "asset_transfer_comment_periods_transfer_id_asset_transfers_id_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."asset_transfers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_comment_periods" ADD CONSTRAINT "asset_transfer_comment_periods_opened_by_people_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_comments" ADD CONSTRAINT "asset_transfer_comments_transfer_id_asset_transfers_id_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."asset_transfers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_comments" ADD CONSTRAINT "asset_transfer_comments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_comments" ADD CONSTRAINT "asset_transfer_comments_entered_by_people_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "asset_transfer_comment_looks_idx" ON "asset_transfer_comment_looks" USING btree ("comment_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "asset_transfer_comments_person_key" ON "asset_transfer_comments" USING btree ("transfer_id","person_id");--> statement-breakpoint
CREATE INDEX "asset_transfer_comments_idx" ON "asset_transfer_comments" USING btree ("transfer_id","sight","sent_at");--> statement-breakpoint
do $$
declare
  v_table text;
begin
  foreach v_table in array array['asset_transfer_comment_periods', 'asset_transfer_comment_looks'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', v_table || '_append_only', v_table);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', v_table || '_no_truncate', v_table);
    execute format('revoke update, delete on %I from folkmoot_web', v_table);
  end loop;
end $$;--> statement-breakpoint
-- A comment comes in while comments are taken and stays as it was sent; it is shown or taken down when somebody has looked. With an account goes the name.
create function keep_transfer_comment() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.sight = 'waiting' and exists (select from asset_transfer_comment_periods where transfer_id = new.transfer_id and new.sent_on between opens_on and closes_on) then return new; end if;
    raise exception 'comments on % are not taken on %', new.transfer_id, new.sent_on using errcode = 'restrict_violation';
  end if;
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - 'sight' = to_jsonb(old) - 'sight'
      and new.sight::text = (select act::text from asset_transfer_comment_looks where comment_id = new.id and act <> 'reported' order by at desc, id desc limit 1) then return new; end if;
    if to_jsonb(new) - '{name,person_id}'::text[] = to_jsonb(old) - '{name,person_id}'::text[] and new.name in ('', old.name) and (new.person_id is null or new.person_id = old.person_id) then return new; end if;
  end if;
  raise exception 'a comment stays as it was sent' using errcode = 'restrict_violation';
end $$;--> statement-breakpoint
create trigger asset_transfer_comments_kept before insert or update or delete on asset_transfer_comments for each row execute function keep_transfer_comment();--> statement-breakpoint
create trigger asset_transfer_comments_no_truncate before truncate on asset_transfer_comments for each statement execute function refuse_change();--> statement-breakpoint
revoke delete on asset_transfer_comments from folkmoot_web;--> statement-breakpoint
create function forget_commenter() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update asset_transfer_comments set name = '' where person_id = old.id;
  return old;
end $$;--> statement-breakpoint
revoke execute on function forget_commenter() from public;--> statement-breakpoint
create trigger people_comments_forgotten before delete on people for each row execute function forget_commenter();
