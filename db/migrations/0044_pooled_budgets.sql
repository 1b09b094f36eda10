CREATE TYPE "public"."pool_money_kind" AS ENUM('revenue', 'capital');--> statement-breakpoint
CREATE TABLE "pool_allocations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"pool_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"kind" "pool_money_kind" NOT NULL,
	"ring_fence" text DEFAULT '' NOT NULL,
	"amount_pence" bigint NOT NULL,
	"what_en" text DEFAULT '' NOT NULL,
	"what_cy" text DEFAULT '' NOT NULL,
	"pot_id" uuid,
	"allocated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "pool_allocations_amount_check" CHECK ("pool_allocations"."amount_pence" > 0)
);
--> statement-breakpoint
CREATE TABLE "pool_case_lines" (
	"case_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"invest_pence" bigint NOT NULL,
	"gain_pence" bigint NOT NULL,
	CONSTRAINT "pool_case_lines_case_id_partner_id_year_pk" PRIMARY KEY("case_id","partner_id","year"),
	CONSTRAINT "pool_case_lines_check" CHECK ("pool_case_lines"."invest_pence" >= 0 and "pool_case_lines"."gain_pence" >= 0)
);
--> statement-breakpoint
CREATE TABLE "pool_case_shares" (
	"case_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"basis_points" integer NOT NULL,
	CONSTRAINT "pool_case_shares_case_id_partner_id_pk" PRIMARY KEY("case_id","partner_id"),
	CONSTRAINT "pool_case_shares_check" CHECK ("pool_case_shares"."basis_points" between 0 and 10000)
);
--> statement-breakpoint
CREATE TABLE "pool_cases" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"pool_id" uuid NOT NULL,
	"title_en" text DEFAULT '' NOT NULL,
	"title_cy" text DEFAULT '' NOT NULL,
	"summary_en" text DEFAULT '' NOT NULL,
	"summary_cy" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pool_contributions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"pool_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"kind" "pool_money_kind" NOT NULL,
	"ring_fence" text DEFAULT '' NOT NULL,
	"amount_pence" bigint NOT NULL,
	"condition_en" text DEFAULT '' NOT NULL,
	"condition_cy" text DEFAULT '' NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "pool_contributions_amount_check" CHECK ("pool_contributions"."amount_pence" > 0)
);
--> statement-breakpoint
CREATE TABLE "pool_purses" (
	"pool_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"kind" "pool_money_kind" NOT NULL,
	"ring_fence" text DEFAULT '' NOT NULL,
	"contributed_pence" bigint DEFAULT 0 NOT NULL,
	"allocated_pence" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "pool_purses_pool_id_year_kind_ring_fence_pk" PRIMARY KEY("pool_id","year","kind","ring_fence"),
	CONSTRAINT "pool_purses_allocated_check" CHECK ("pool_purses"."allocated_pence" between 0 and "pool_purses"."contributed_pence")
);
--> statement-breakpoint
CREATE TABLE "pool_ring_fences" (
	"pool_id" uuid NOT NULL,
	"code" text NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"name_cy" text DEFAULT '' NOT NULL,
	CONSTRAINT "pool_ring_fences_pool_id_code_pk" PRIMARY KEY("pool_id","code"),
	CONSTRAINT "pool_ring_fences_code_check" CHECK ("pool_ring_fences"."code" <> '')
);
--> statement-breakpoint
CREATE TABLE "pool_sign_offs" (
	"case_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"signed_as" text NOT NULL,
	"signed_by" uuid NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "pool_sign_offs_case_id_partner_id_version_pk" PRIMARY KEY("case_id","partner_id","version")
);
--> statement-breakpoint
CREATE TABLE "pooled_budgets" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"name_cy" text DEFAULT '' NOT NULL,
	"purpose_en" text DEFAULT '' NOT NULL,
	"purpose_cy" text DEFAULT '' NOT NULL,
	"board_id" uuid,
	"from_year" integer NOT NULL,
	"years" integer NOT NULL,
	CONSTRAINT "pooled_budgets_slug_key" UNIQUE("council_id","slug"),
	CONSTRAINT "pooled_budgets_years_check" CHECK ("pooled_budgets"."years" between 1 and 5 and "pooled_budgets"."from_year" between 2000 and 2100)
);
--> statement-breakpoint
ALTER TABLE "asset_transfer_drafts" DROP CONSTRAINT "asset_transfer_drafts_person_id_people_id_fk";
--> statement-breakpoint
ALTER TABLE "asset_transfers" DROP CONSTRAINT "asset_transfers_applicant_id_people_id_fk";
--> statement-breakpoint
ALTER TABLE "pool_allocations" ADD CONSTRAINT "pool_allocations_pool_id_pooled_budgets_id_fk" FOREIGN KEY ("pool_id") REFERENCES "public"."pooled_budgets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pool_allocations" ADD CONSTRAINT "pool_allocations_pot_id_pots_id_fk" FOREIGN KEY ("pot_id") REFERENCES "public"."pots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pool_case_lines" ADD CONSTRAINT "pool_case_lines_case_id_pool_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."pool_cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pool_case_lines" ADD CONSTRAINT "pool_case_lines_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pool_case_shares" ADD CONSTRAINT "pool_case_shares_case_id_pool_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."pool_cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pool_case_shares" ADD CONSTRAINT "pool_case_shares_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pool_cases" ADD CONSTRAINT "pool_cases_pool_id_pooled_budgets_id_fk" FOREIGN KEY ("pool_id") REFERENCES "public"."pooled_budgets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pool_contributions" ADD CONSTRAINT "pool_contributions_pool_id_pooled_budgets_id_fk" FOREIGN KEY ("pool_id") REFERENCES "public"."pooled_budgets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pool_contributions" ADD CONSTRAINT "pool_contributions_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pool_purses" ADD CONSTRAINT "pool_purses_pool_id_pooled_budgets_id_fk" FOREIGN KEY ("pool_id") REFERENCES "public"."pooled_budgets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pool_ring_fences" ADD CONSTRAINT "pool_ring_fences_pool_id_pooled_budgets_id_fk" FOREIGN KEY ("pool_id") REFERENCES "public"."pooled_budgets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pool_sign_offs" ADD CONSTRAINT "pool_sign_offs_signed_by_people_id_fk" FOREIGN KEY ("signed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pool_sign_offs" ADD CONSTRAINT "pool_sign_offs_case_fk" FOREIGN KEY ("case_id") REFERENCES "public"."pool_cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pool_sign_offs" ADD CONSTRAINT "pool_sign_offs_partner_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pooled_budgets" ADD CONSTRAINT "pooled_budgets_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pooled_budgets" ADD CONSTRAINT "pooled_budgets_board_id_partnership_groups_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."partnership_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pool_allocations_idx" ON "pool_allocations" USING btree ("pool_id","year");--> statement-breakpoint
CREATE INDEX "pool_allocations_pot_idx" ON "pool_allocations" USING btree ("pot_id");--> statement-breakpoint
CREATE INDEX "pool_cases_pool_idx" ON "pool_cases" USING btree ("pool_id");--> statement-breakpoint
CREATE INDEX "pool_contributions_idx" ON "pool_contributions" USING btree ("pool_id","year");--> statement-breakpoint
ALTER TABLE "asset_transfer_drafts" ADD CONSTRAINT "asset_transfer_drafts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfers" ADD CONSTRAINT "asset_transfers_applicant_id_people_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
/*
 * Keeps the purses. Every penny put in or given out passes here, in the same transaction, as the owner: the web program may not write
 * them itself. The purse's own check refuses what was not put in.
 */
create function keep_purse() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_row record;
  v_in bigint := 0;
  v_out bigint := 0;
  v_sign int := case when tg_op = 'DELETE' then -1 else 1 end;
begin
  if tg_op = 'DELETE' then v_row := old; else v_row := new; end if;
  if tg_table_name = 'pool_contributions' then v_in := v_sign * v_row.amount_pence; else v_out := v_sign * v_row.amount_pence; end if;
  update pool_purses set contributed_pence = contributed_pence + v_in, allocated_pence = allocated_pence + v_out
    where pool_id = v_row.pool_id and year = v_row.year and kind = v_row.kind and ring_fence = v_row.ring_fence;
  if not found then
    insert into pool_purses (pool_id, year, kind, ring_fence, contributed_pence, allocated_pence)
      values (v_row.pool_id, v_row.year, v_row.kind, v_row.ring_fence, v_in, v_out)
      on conflict (pool_id, year, kind, ring_fence) do update
        set contributed_pence = pool_purses.contributed_pence + excluded.contributed_pence, allocated_pence = pool_purses.allocated_pence + excluded.allocated_pence;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger pool_contributions_purse after insert or delete on pool_contributions for each row execute function keep_purse();--> statement-breakpoint
create trigger pool_allocations_purse after insert or delete on pool_allocations for each row execute function keep_purse();--> statement-breakpoint
create trigger pool_contributions_as_entered before update on pool_contributions for each row execute function refuse_change();--> statement-breakpoint
create trigger pool_allocations_as_entered before update on pool_allocations for each row execute function refuse_change();--> statement-breakpoint
create trigger pool_contributions_no_truncate before truncate on pool_contributions for each statement execute function refuse_change();--> statement-breakpoint
create trigger pool_allocations_no_truncate before truncate on pool_allocations for each statement execute function refuse_change();--> statement-breakpoint
-- What was put into a pot of a participatory budget is there.
create trigger pool_allocations_to_pots_stay before delete on pool_allocations for each row when (old.pot_id is not null) execute function refuse_change();--> statement-breakpoint
create trigger pool_sign_offs_append_only before update or delete on pool_sign_offs for each row execute function refuse_change();--> statement-breakpoint
create trigger pool_sign_offs_no_truncate before truncate on pool_sign_offs for each statement execute function refuse_change();--> statement-breakpoint
revoke insert, update, delete on pool_purses from folkmoot_web;--> statement-breakpoint
revoke update, delete on pool_sign_offs from folkmoot_web;--> statement-breakpoint
revoke update on pool_contributions, pool_allocations from folkmoot_web;--> statement-breakpoint
-- Those who gain by a case gain exactly the whole of it.
create function check_whole_shares() returns trigger language plpgsql as $$
declare
  v_case uuid;
  v_sum bigint;
begin
  if tg_table_name = 'pool_cases' then v_case := new.id; elsif tg_op = 'DELETE' then v_case := old.case_id; else v_case := new.case_id; end if;
  if exists (select from pool_cases where id = v_case) then
    select coalesce(sum(basis_points), 0) into v_sum from pool_case_shares where case_id = v_case;
    if v_sum <> 10000 then
      raise exception 'the shares of case % make % basis points, not 10000', v_case, v_sum using errcode = 'check_violation', constraint = 'pool_case_shares_whole';
    end if;
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger pool_cases_whole after insert or update on pool_cases deferrable initially deferred for each row execute function check_whole_shares();--> statement-breakpoint
create constraint trigger pool_case_shares_whole after insert or update or delete on pool_case_shares deferrable initially deferred for each row execute function check_whole_shares();
