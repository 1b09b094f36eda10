CREATE TABLE "own_frameworks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"name_cy" text DEFAULT '' NOT NULL,
	"law" text NOT NULL,
	"rules" jsonb NOT NULL,
	"in_use" boolean DEFAULT true NOT NULL,
	CONSTRAINT "own_frameworks_approvals_check" CHECK (jsonb_array_length("own_frameworks"."rules" -> 'approvals') > 0)
);
--> statement-breakpoint
ALTER TABLE "frameworks" ALTER COLUMN "code" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "frameworks" ADD COLUMN "own_id" uuid;--> statement-breakpoint
ALTER TABLE "frameworks" ADD COLUMN "own_version" integer;--> statement-breakpoint
ALTER TABLE "own_frameworks" ADD CONSTRAINT "own_frameworks_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "own_frameworks_council_idx" ON "own_frameworks" USING btree ("council_id");--> statement-breakpoint
ALTER TABLE "frameworks" ADD CONSTRAINT "frameworks_own_id_own_frameworks_id_fk" FOREIGN KEY ("own_id") REFERENCES "public"."own_frameworks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "frameworks" ADD CONSTRAINT "frameworks_own_version_fk" FOREIGN KEY ("own_id","own_version") REFERENCES "public"."kept_versions"("thing_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "frameworks" ADD CONSTRAINT "frameworks_origin_check" CHECK (("frameworks"."code" is null) = ("frameworks"."own_id" is not null) and ("frameworks"."own_id" is null) = ("frameworks"."own_version" is null));--> statement-breakpoint
-- Versions of a framework are kept as those of plans, cases and strategies are. A framework is never taken away: plans stand under it.
create trigger own_frameworks_there before delete on own_frameworks for each row execute function refuse_change();--> statement-breakpoint
create trigger own_frameworks_no_truncate before truncate on own_frameworks for each statement execute function refuse_change();--> statement-breakpoint
revoke delete on own_frameworks from folkmoot_web;--> statement-breakpoint
create function own_framework_content(p_framework uuid) returns jsonb language sql stable as $$
  select jsonb_build_object('name', bilingual_json(name_en, name_cy), 'law', law, 'rules', rules) from own_frameworks where id = p_framework
$$;--> statement-breakpoint
create or replace function keep_version(p_kind text, p_thing uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_council uuid;
  v_text text;
  v_sha text;
  v_last record;
begin
  perform pg_advisory_xact_lock(hashtextextended('kept-version:' || p_thing::text, 0));
  case p_kind
    when 'plan' then select council_id, plan_content(id)::text into v_council, v_text from agreements where id = p_thing and state = 'draft';
    when 'pool-case' then select council_id, pool_case_content(id)::text into v_council, v_text from pool_cases where id = p_thing;
    when 'strategy' then select council_id, strategy_content(id)::text into v_council, v_text from strategies where id = p_thing;
    when 'framework' then select council_id, own_framework_content(id)::text into v_council, v_text from own_frameworks where id = p_thing;
  end case;
  if v_text is null then return; end if;
  v_sha := encode(sha256(convert_to(v_text, 'UTF8')), 'hex');
  select number, sha256 into v_last from kept_versions where thing_id = p_thing order by number desc limit 1;
  if v_last.sha256 is not distinct from v_sha then return; end if;
  insert into kept_versions (council_id, thing_id, number, content, sha256) values (v_council, p_thing, coalesce(v_last.number, 0) + 1, v_text, v_sha);
end $$;--> statement-breakpoint
create function keep_framework_version() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform keep_version('framework', new.id);
  return null;
end $$;--> statement-breakpoint
revoke execute on function keep_framework_version() from public;--> statement-breakpoint
create constraint trigger own_frameworks_version after insert or update on own_frameworks deferrable initially deferred for each row execute function keep_framework_version();--> statement-breakpoint
-- A plan keeps the rules of the version it names, of its own council, to the letter.
create function keep_own_framework() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_content jsonb;
begin
  if new.own_id is null then return new; end if;
  select content::jsonb into v_content from kept_versions where thing_id = new.own_id and number = new.own_version and council_id = new.council_id;
  if v_content is null or new.rules is distinct from v_content -> 'rules'
    or (new.most_designated, new.most_statutory, new.designate_within_months, new.lock_months, new.designated_by_revision, new.local_needs_consent, new.return_days) is distinct from (
      (new.rules ->> 'mostDesignated')::integer, (new.rules ->> 'mostStatutory')::integer, (new.rules ->> 'designateWithinMonths')::integer, (new.rules ->> 'lockMonths')::integer,
      (new.rules ->> 'designatedByRevision')::boolean, (new.rules ->> 'localNeedsConsent')::boolean, (new.rules ->> 'returnDays')::integer)
  then
    raise exception 'The rules are not those of the version' using errcode = 'check_violation', constraint = 'frameworks_own_rules_check';
  end if;
  return new;
end $$;--> statement-breakpoint
revoke execute on function keep_own_framework() from public;--> statement-breakpoint
create trigger frameworks_own_rules before insert on frameworks for each row execute function keep_own_framework();
