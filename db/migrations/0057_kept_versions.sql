CREATE TABLE "kept_versions" (
	"council_id" uuid NOT NULL,
	"thing_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"content" text NOT NULL,
	"sha256" text NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "kept_versions_thing_id_number_pk" PRIMARY KEY("thing_id","number"),
	CONSTRAINT "kept_versions_sha256_check" CHECK ("kept_versions"."sha256" = encode(sha256(convert_to("kept_versions"."content", 'UTF8')), 'hex'))
);
--> statement-breakpoint
CREATE TABLE "agreement_signatures" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"agreement_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"signed_on" date NOT NULL,
	"signed_by" uuid,
	"signed_as" text NOT NULL,
	"taken_back_on" date,
	CONSTRAINT "agreement_signatures_signed_as_check" CHECK (trim("agreement_signatures"."signed_as") <> '')
);
--> statement-breakpoint
create trigger kept_versions_append_only before update or delete on kept_versions for each row execute function refuse_change();--> statement-breakpoint
create trigger kept_versions_no_truncate before truncate on kept_versions for each statement execute function refuse_change();--> statement-breakpoint
revoke insert, update, delete on kept_versions from folkmoot_web;--> statement-breakpoint
create function bilingual_json(p_en text, p_cy text) returns jsonb language sql immutable as $$ select jsonb_build_object('en', p_en, 'cy', p_cy) $$;--> statement-breakpoint
-- What a draft says that people sign: days, rules, councils, and what each target promises.
create function plan_content(p_plan uuid) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'title', bilingual_json(a.title_en, a.title_cy),
    'area', bilingual_json(a.area_en, a.area_cy),
    'startsOn', a.starts_on,
    'endsOn', a.ends_on,
    'framework', jsonb_build_object('name', bilingual_json(f.name_en, f.name_cy), 'law', f.law, 'rules', f.rules),
    'strategy', (select s.slug from strategies s where s.id = a.strategy_id),
    'councils', coalesce((select jsonb_agg(jsonb_build_object('council', c.slug, 'area', bilingual_json(m.area_en, m.area_cy)) order by c.slug)
      from agreement_councils m join councils c on c.id = m.member_id where m.agreement_id = a.id), '[]'),
    'targets', coalesce((select jsonb_agg(jsonb_build_object(
        'target', t.slug,
        'title', bilingual_json(t.title_en, t.title_cy),
        'indicator', bilingual_json(t.indicator_en, t.indicator_cy),
        'kind', t.kind,
        'indicatorNumber', t.indicator_number,
        'polarity', t.polarity,
        'baseline', t.baseline,
        'baselineOn', t.baseline_on,
        'baselineDeferredUntil', t.baseline_deferred_until,
        'yearly', jsonb_build_array(t.year_one, t.year_two, t.year_three),
        'partners', coalesce((select jsonb_agg(jsonb_build_object('partner', p.slug, 'part', tp.part) order by p.slug) from target_partners tp join partners p on p.id = tp.partner_id where tp.target_id = t.id), '[]'),
        'areas', coalesce((select jsonb_agg(r.code order by r.code) from target_areas ta join areas r on r.id = ta.area_id where ta.target_id = t.id), '[]'),
        'contributions', coalesce((select jsonb_agg(jsonb_build_object('council', c.slug, 'amount', tc.amount) order by c.slug) from target_contributions tc join councils c on c.id = tc.member_id where tc.target_id = t.id), '[]')
      ) order by t.slug) from priority_targets t where t.agreement_id = a.id), '[]')
  )
  from agreements a join frameworks f on f.id = a.framework_id where a.id = p_plan
$$;--> statement-breakpoint
create function pool_case_content(p_case uuid) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'title', bilingual_json(c.title_en, c.title_cy),
    'summary', bilingual_json(c.summary_en, c.summary_cy),
    'shares', coalesce((select jsonb_agg(jsonb_build_object('partner', p.slug, 'basisPoints', s.basis_points) order by p.slug) from pool_case_shares s join partners p on p.id = s.partner_id where s.case_id = c.id), '[]'),
    'lines', coalesce((select jsonb_agg(jsonb_build_object('partner', p.slug, 'year', l.year, 'investPence', l.invest_pence, 'gainPence', l.gain_pence) order by p.slug, l.year) from pool_case_lines l join partners p on p.id = l.partner_id where l.case_id = c.id), '[]')
  )
  from pool_cases c where c.id = p_case
$$;--> statement-breakpoint
create function strategy_content(p_strategy uuid) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'title', bilingual_json(s.title_en, s.title_cy),
    'story', bilingual_json(s.story_en, s.story_cy),
    'fromYear', s.from_year,
    'toYear', s.to_year,
    'themes', coalesce((select jsonb_agg(jsonb_build_object(
        'theme', t.id,
        'position', t.position,
        'title', bilingual_json(t.title_en, t.title_cy),
        'lead', bilingual_json(t.lead_en, t.lead_cy),
        'outcomes', coalesce((select jsonb_agg(jsonb_build_object('outcome', o.id, 'position', o.position, 'title', bilingual_json(o.title_en, o.title_cy)) order by o.position) from strategy_outcomes o where o.theme_id = t.id), '[]')
      ) order by t.position) from strategy_themes t where t.strategy_id = s.id), '[]')
  )
  from strategies s where s.id = p_strategy
$$;--> statement-breakpoint
-- Keeps what a thing says now as its next version, unless it is what its last one says. One writer at a time for each thing.
create function keep_version(p_kind text, p_thing uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
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
  end case;
  if v_text is null then return; end if;
  v_sha := encode(sha256(convert_to(v_text, 'UTF8')), 'hex');
  select number, sha256 into v_last from kept_versions where thing_id = p_thing order by number desc limit 1;
  if v_last.sha256 is not distinct from v_sha then return; end if;
  insert into kept_versions (council_id, thing_id, number, content, sha256) values (v_council, p_thing, coalesce(v_last.number, 0) + 1, v_text, v_sha);
end $$;--> statement-breakpoint
revoke execute on function keep_version(text, uuid) from public;--> statement-breakpoint
create function keep_changed_version() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_row record;
  v_plan uuid;
begin
  if tg_op = 'DELETE' then v_row := old; else v_row := new; end if;
  case tg_table_name
    when 'agreements' then perform keep_version('plan', v_row.id);
    when 'agreement_councils' then perform keep_version('plan', v_row.agreement_id);
    when 'priority_targets' then if v_row.agreement_id is not null then perform keep_version('plan', v_row.agreement_id); end if;
    when 'target_partners', 'target_areas', 'target_contributions' then
      select agreement_id into v_plan from priority_targets where id = v_row.target_id;
      if v_plan is not null then perform keep_version('plan', v_plan); end if;
    when 'pool_cases' then perform keep_version('pool-case', v_row.id);
    when 'pool_case_shares', 'pool_case_lines' then perform keep_version('pool-case', v_row.case_id);
    when 'strategies' then perform keep_version('strategy', v_row.id);
    when 'strategy_themes' then perform keep_version('strategy', v_row.strategy_id);
    when 'strategy_outcomes' then perform keep_version('strategy', t.strategy_id) from strategy_themes t where t.id = v_row.theme_id;
  end case;
  return null;
end $$;--> statement-breakpoint
revoke execute on function keep_changed_version() from public;--> statement-breakpoint
create constraint trigger agreements_version after insert or update on agreements deferrable initially deferred for each row execute function keep_changed_version();--> statement-breakpoint
create constraint trigger agreement_councils_version after insert or update or delete on agreement_councils deferrable initially deferred for each row execute function keep_changed_version();--> statement-breakpoint
create constraint trigger priority_targets_version after insert or update or delete on priority_targets deferrable initially deferred for each row execute function keep_changed_version();--> statement-breakpoint
create constraint trigger target_partners_version after insert or update or delete on target_partners deferrable initially deferred for each row execute function keep_changed_version();--> statement-breakpoint
create constraint trigger target_areas_version after insert or update or delete on target_areas deferrable initially deferred for each row execute function keep_changed_version();--> statement-breakpoint
create constraint trigger target_contributions_version after insert or update or delete on target_contributions deferrable initially deferred for each row execute function keep_changed_version();--> statement-breakpoint
create constraint trigger pool_cases_version after insert or update on pool_cases deferrable initially deferred for each row execute function keep_changed_version();--> statement-breakpoint
create constraint trigger pool_case_shares_version after insert or update or delete on pool_case_shares deferrable initially deferred for each row execute function keep_changed_version();--> statement-breakpoint
create constraint trigger pool_case_lines_version after insert or update or delete on pool_case_lines deferrable initially deferred for each row execute function keep_changed_version();--> statement-breakpoint
create constraint trigger strategies_version after insert or update on strategies deferrable initially deferred for each row execute function keep_changed_version();--> statement-breakpoint
create constraint trigger strategy_themes_version after insert or update or delete on strategy_themes deferrable initially deferred for each row execute function keep_changed_version();--> statement-breakpoint
create constraint trigger strategy_outcomes_version after insert or update or delete on strategy_outcomes deferrable initially deferred for each row execute function keep_changed_version();--> statement-breakpoint
-- What stands today is the first version of each; a case keeps the number its signatures name.
insert into kept_versions (council_id, thing_id, number, content, sha256)
  select council_id, id, number, content, encode(sha256(convert_to(content, 'UTF8')), 'hex') from (
    select council_id, id, 1 as number, plan_content(id)::text as content from agreements
    union all select council_id, id, version, pool_case_content(id)::text from pool_cases
    union all select council_id, id, 1, strategy_content(id)::text from strategies
  ) as today;--> statement-breakpoint
insert into agreement_signatures (council_id, agreement_id, member_id, version, signed_on, signed_by, signed_as)
  select council_id, agreement_id, member_id, 1, signed_on, signed_by, signed_as from agreement_councils where signed_on is not null;--> statement-breakpoint
ALTER TABLE "agreement_steps" DROP CONSTRAINT "agreement_steps_step_key";--> statement-breakpoint
ALTER TABLE "draft_consents" DROP CONSTRAINT "draft_consents_partner_key";--> statement-breakpoint
ALTER TABLE "agreement_councils" DROP CONSTRAINT "agreement_councils_signed_check";--> statement-breakpoint
ALTER TABLE "agreement_councils" DROP CONSTRAINT "agreement_councils_signed_by_people_id_fk";
--> statement-breakpoint
ALTER TABLE "agreement_steps" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "agreement_steps" ALTER COLUMN "version" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "draft_consents" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "draft_consents" ALTER COLUMN "version" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "agreement_signatures" ADD CONSTRAINT "agreement_signatures_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_signatures" ADD CONSTRAINT "agreement_signatures_member_id_councils_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."councils"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_signatures" ADD CONSTRAINT "agreement_signatures_signed_by_people_id_fk" FOREIGN KEY ("signed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_signatures" ADD CONSTRAINT "agreement_signatures_version_fk" FOREIGN KEY ("agreement_id","version") REFERENCES "public"."kept_versions"("thing_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "agreement_signatures_member_key" ON "agreement_signatures" USING btree ("agreement_id","member_id","version") WHERE "agreement_signatures"."taken_back_on" is null;--> statement-breakpoint
-- What older versions of a case said was not kept; their signatures stay on record, and new ones name a version that is.
ALTER TABLE "pool_sign_offs" ADD CONSTRAINT "pool_sign_offs_version_fk" FOREIGN KEY ("case_id","version") REFERENCES "public"."kept_versions"("thing_id","number") ON DELETE no action ON UPDATE no action NOT VALID;--> statement-breakpoint
ALTER TABLE "agreement_steps" ADD CONSTRAINT "agreement_steps_version_fk" FOREIGN KEY ("agreement_id","version") REFERENCES "public"."kept_versions"("thing_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_consents" ADD CONSTRAINT "draft_consents_version_fk" FOREIGN KEY ("agreement_id","version") REFERENCES "public"."kept_versions"("thing_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pool_cases" DROP COLUMN "version";--> statement-breakpoint
ALTER TABLE "agreement_councils" DROP COLUMN "signed_on";--> statement-breakpoint
ALTER TABLE "agreement_councils" DROP COLUMN "signed_by";--> statement-breakpoint
ALTER TABLE "agreement_councils" DROP COLUMN "signed_as";--> statement-breakpoint
ALTER TABLE "agreement_steps" ADD CONSTRAINT "agreement_steps_step_key" UNIQUE("agreement_id","step","version");--> statement-breakpoint
ALTER TABLE "draft_consents" ADD CONSTRAINT "draft_consents_partner_key" UNIQUE("agreement_id","partner_id","version");--> statement-breakpoint
-- A signature, a consent and an approval are of the version that stands when they are given, and of a draft.
create function refuse_stale_version() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_row jsonb := to_jsonb(new);
  v_thing uuid := coalesce(v_row ->> 'agreement_id', v_row ->> 'case_id')::uuid;
begin
  if new.version is distinct from (select max(number) from kept_versions where thing_id = v_thing) then
    raise exception 'Another version stands now' using errcode = 'check_violation', constraint = tg_table_name || '_version_check';
  end if;
  if v_row ? 'agreement_id' and not exists (select from agreements where id = v_thing and state = 'draft') then
    raise exception 'A plan is signed while it is a draft' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;--> statement-breakpoint
revoke execute on function refuse_stale_version() from public;--> statement-breakpoint
create trigger agreement_signatures_current before insert on agreement_signatures for each row execute function refuse_stale_version();--> statement-breakpoint
create trigger agreement_steps_current before insert on agreement_steps for each row execute function refuse_stale_version();--> statement-breakpoint
create trigger draft_consents_current before insert on draft_consents for each row execute function refuse_stale_version();--> statement-breakpoint
create trigger pool_sign_offs_current before insert on pool_sign_offs for each row execute function refuse_stale_version();--> statement-breakpoint
-- A signature stays; it is taken back once, while the plan is a draft.
create function keep_signature() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if not exists (select from agreement_councils c where c.agreement_id = new.agreement_id and c.member_id = new.member_id) then
      raise exception 'Only a council of the plan signs it' using errcode = 'restrict_violation';
    end if;
    return new;
  end if;
  if tg_op = 'UPDATE' and old.taken_back_on is null and new.taken_back_on is not null
    and to_jsonb(new) - 'taken_back_on' = to_jsonb(old) - 'taken_back_on'
    and exists (select from agreements a where a.id = old.agreement_id and a.state = 'draft')
  then return new; end if;
  raise exception 'A signature stays as it was given' using errcode = 'restrict_violation';
end $$;--> statement-breakpoint
create trigger agreement_signatures_kept before insert or update or delete on agreement_signatures for each row execute function keep_signature();--> statement-breakpoint
create trigger agreement_signatures_no_truncate before truncate on agreement_signatures for each statement execute function refuse_change();--> statement-breakpoint
revoke update, delete on agreement_signatures from folkmoot_web;--> statement-breakpoint
grant update (taken_back_on) on agreement_signatures to folkmoot_web;--> statement-breakpoint
-- A plan is approved as it was signed: what it says is its last version, which every council and every approval after the consultations name.
create or replace function keep_signatures() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_last record;
begin
  if old.state <> 'draft' or new.state <> 'approved' then return new; end if;
  select number, sha256 into v_last from kept_versions where thing_id = new.id order by number desc limit 1;
  if encode(sha256(convert_to(plan_content(new.id)::text, 'UTF8')), 'hex') is distinct from v_last.sha256 then
    raise exception 'The draft is not what was signed' using errcode = 'check_violation', constraint = 'agreements_version_check';
  end if;
  if exists (
    select from agreement_councils c where c.agreement_id = new.id
      and not exists (select from agreement_signatures s where s.agreement_id = new.id and s.member_id = c.member_id and s.version = v_last.number and s.taken_back_on is null)
  ) then
    raise exception 'A council has not signed the plan' using errcode = 'check_violation', constraint = 'agreements_signed_check';
  end if;
  if exists (
    select from frameworks f, jsonb_array_elements_text(f.rules -> 'approvals') as wanted
    where f.id = new.framework_id and wanted not in ('public-consultation', 'partner-consultation')
      and not exists (select from agreement_steps s where s.agreement_id = new.id and s.step::text = wanted and s.version = v_last.number)
  ) then
    raise exception 'An approval is of an earlier version' using errcode = 'check_violation', constraint = 'agreements_approvals_check';
  end if;
  return new;
end $$;--> statement-breakpoint
revoke execute on function keep_signatures() from public;
