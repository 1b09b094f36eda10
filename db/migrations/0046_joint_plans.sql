ALTER TYPE "public"."framework_code" ADD VALUE 'multi-area-agreement' BEFORE 'council-plan';--> statement-breakpoint
CREATE TABLE "target_contributions" (
	"target_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"council_id" uuid NOT NULL,
	"amount" double precision NOT NULL,
	CONSTRAINT "target_contributions_target_id_member_id_pk" PRIMARY KEY("target_id","member_id")
);
--> statement-breakpoint
ALTER TABLE "target_contributions" ADD CONSTRAINT "target_contributions_target_id_priority_targets_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."priority_targets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_contributions" ADD CONSTRAINT "target_contributions_member_id_councils_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."councils"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- A plan of several councils is not approved while one has not signed.
create function keep_signatures() returns trigger language plpgsql as $$
begin
  if old.state = 'draft' and new.state = 'approved' and exists (select from agreement_councils c where c.agreement_id = new.id and c.signed_on is null) then
    raise exception 'A council has not signed the plan' using errcode = 'check_violation', constraint = 'agreements_signed_check';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger agreements_signed before update on agreements for each row execute function keep_signatures();--> statement-breakpoint
-- Who is a member and what was signed stays as it was when the plan was approved.
create function keep_members() returns trigger language plpgsql as $$
begin
  if exists (select from agreements a where a.id = case tg_op when 'DELETE' then old.agreement_id else new.agreement_id end and a.state <> 'draft') then
    raise exception 'An approved plan keeps its councils and their signatures' using errcode = 'restrict_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;--> statement-breakpoint
create trigger agreement_councils_kept before insert or update or delete on agreement_councils for each row execute function keep_members();--> statement-breakpoint
-- Where a target is split, the parts are its whole movement when the transaction ends.
create function parts_make_the_movement() returns trigger language plpgsql as $$
declare
  v_target uuid := case tg_op when 'DELETE' then old.target_id else new.target_id end;
begin
  if exists (
    select from priority_targets t where t.id = v_target
      and exists (select from target_contributions c where c.target_id = t.id)
      and (select round(sum(c.amount::numeric), 6) from target_contributions c where c.target_id = t.id)
        is distinct from round(t.target::numeric - t.baseline::numeric, 6)
  ) then
    raise exception 'The parts of the councils are not the whole movement' using errcode = 'check_violation', constraint = 'target_contributions_sum_check';
  end if;
  return null;
end $$;--> statement-breakpoint
create constraint trigger target_contributions_sum after insert or update or delete on target_contributions deferrable initially deferred for each row execute function parts_make_the_movement();
