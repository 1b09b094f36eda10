CREATE TABLE "programme_phase_switches" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"programme_id" uuid NOT NULL,
	"phase" "programme_phase",
	"switched_at" timestamp with time zone NOT NULL,
	"switched_by" uuid,
	"because_en" text DEFAULT '' NOT NULL,
	"because_cy" text DEFAULT '' NOT NULL,
	CONSTRAINT "programme_phase_switches_reason_check" CHECK (("programme_phase_switches"."switched_by" is null) or ("programme_phase_switches"."phase" is not null and "programme_phase_switches"."because_en" || "programme_phase_switches"."because_cy" <> ''))
);
--> statement-breakpoint
CREATE TABLE "pot_funders" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"pot_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"name_cy" text DEFAULT '' NOT NULL,
	"amount_pence" bigint NOT NULL,
	"condition_en" text DEFAULT '' NOT NULL,
	"condition_cy" text DEFAULT '' NOT NULL,
	CONSTRAINT "pot_funders_position_key" UNIQUE("pot_id","position"),
	CONSTRAINT "pot_funders_amount_check" CHECK ("pot_funders"."amount_pence" > 0)
);
--> statement-breakpoint
CREATE TABLE "programme_preview_links" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"programme_id" uuid NOT NULL,
	"made_for" text NOT NULL,
	"secret_hash" "bytea" NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "programme_preview_links_secret_key" UNIQUE("secret_hash")
);
--> statement-breakpoint
ALTER TABLE "pots" ADD COLUMN "theme_en" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "pots" ADD COLUMN "theme_cy" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "pots" ADD COLUMN "ring_fenced_from" uuid;--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "phase" "programme_phase";--> statement-breakpoint
ALTER TABLE "engagements" ADD COLUMN "announced_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "engagements" ADD COLUMN "announced_by" uuid;--> statement-breakpoint
ALTER TABLE "programme_phase_switches" ADD CONSTRAINT "programme_phase_switches_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_phase_switches" ADD CONSTRAINT "programme_phase_switches_switched_by_people_id_fk" FOREIGN KEY ("switched_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pot_funders" ADD CONSTRAINT "pot_funders_pot_id_pots_id_fk" FOREIGN KEY ("pot_id") REFERENCES "public"."pots"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_preview_links" ADD CONSTRAINT "programme_preview_links_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_preview_links" ADD CONSTRAINT "programme_preview_links_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "programme_phase_switches_idx" ON "programme_phase_switches" USING btree ("programme_id","switched_at");--> statement-breakpoint
CREATE INDEX "programme_preview_links_idx" ON "programme_preview_links" USING btree ("programme_id");--> statement-breakpoint
ALTER TABLE "pots" ADD CONSTRAINT "pots_ring_fenced_from_pots_id_fk" FOREIGN KEY ("ring_fenced_from") REFERENCES "public"."pots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagements" ADD CONSTRAINT "engagements_announced_by_people_id_fk" FOREIGN KEY ("announced_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pots" ADD CONSTRAINT "pots_ring_fence_check" CHECK ("pots"."ring_fenced_from" is null or ("pots"."ring_fenced_from" <> "pots"."id" and "pots"."theme_en" || "pots"."theme_cy" <> ''));--> statement-breakpoint
ALTER TABLE "engagements" ADD CONSTRAINT "engagements_announced_check" CHECK (("engagements"."announced_at" is null) = ("engagements"."announced_by" is null) and "engagements"."announced_by" is distinct from "engagements"."author_id");--> statement-breakpoint
-- Where a pot's funders are told they make up the pot and what is ring-fenced from it, when the transaction ends.
create function funders_make_the_pot() returns trigger language plpgsql as $$
declare
  v_pot uuid;
  v_pots uuid[];
begin
  if tg_table_name = 'pot_funders' then
    v_pots := case tg_op when 'DELETE' then array[old.pot_id] when 'INSERT' then array[new.pot_id] else array[old.pot_id, new.pot_id] end;
  else
    v_pots := case tg_op when 'DELETE' then array[old.ring_fenced_from] else array[new.id, new.ring_fenced_from] end;
  end if;
  foreach v_pot in array v_pots loop
    if exists (
      select 1 from pots p where p.id = v_pot
        and exists (select 1 from pot_funders f where f.pot_id = p.id)
        and (select sum(f.amount_pence) from pot_funders f where f.pot_id = p.id)
          <> p.amount_pence + coalesce((select sum(c.amount_pence) from pots c where c.ring_fenced_from = p.id), 0)
    ) then
      raise exception 'The funders of pot % do not make up its money', v_pot using errcode = 'check_violation', constraint = 'pot_funders_sum_check';
    end if;
  end loop;
  return null;
end $$;--> statement-breakpoint
create constraint trigger pot_funders_sum after insert or update or delete on pot_funders deferrable initially deferred for each row execute function funders_make_the_pot();--> statement-breakpoint
create constraint trigger pots_funders_sum after insert or update or delete on pots deferrable initially deferred for each row execute function funders_make_the_pot();--> statement-breakpoint
create trigger programme_phase_switches_append_only before update or delete on programme_phase_switches for each row execute function refuse_change();--> statement-breakpoint
revoke update, delete on programme_phase_switches from folkmoot_web;
