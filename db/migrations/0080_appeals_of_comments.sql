ALTER TYPE "public"."transfer_comment_act" ADD VALUE 'appealed';--> statement-breakpoint
ALTER TYPE "public"."transfer_comment_act" ADD VALUE 'appeal-upheld';--> statement-breakpoint
ALTER TYPE "public"."transfer_comment_act" ADD VALUE 'appeal-refused';--> statement-breakpoint
ALTER TABLE "asset_transfer_comment_looks" DROP CONSTRAINT "asset_transfer_comment_looks_reason_check";--> statement-breakpoint
ALTER TABLE "asset_transfer_comment_looks" ADD COLUMN "answers" uuid;--> statement-breakpoint
ALTER TABLE "asset_transfer_comment_looks" ADD CONSTRAINT "asset_transfer_comment_looks_answers_fk" FOREIGN KEY ("answers") REFERENCES "public"."asset_transfer_comment_looks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_transfer_comment_looks" ADD CONSTRAINT "asset_transfer_comment_looks_answers_key" UNIQUE("answers");--> statement-breakpoint
ALTER TABLE "asset_transfer_comment_looks" ADD CONSTRAINT "asset_transfer_comment_looks_appeal_check" CHECK (("asset_transfer_comment_looks"."act"::text in ('appealed', 'appeal-upheld', 'appeal-refused')) = ("asset_transfer_comment_looks"."answers" is not null) and ("asset_transfer_comment_looks"."answers" is null or trim("asset_transfer_comment_looks"."note") <> ''));--> statement-breakpoint
ALTER TABLE "asset_transfer_comment_looks" ADD CONSTRAINT "asset_transfer_comment_looks_reason_check" CHECK (("asset_transfer_comment_looks"."act"::text not in ('removed', 'reported')) = ("asset_transfer_comment_looks"."reason" = '') and ("asset_transfer_comment_looks"."act" = 'reported' or "asset_transfer_comment_looks"."person_id" is not null));--> statement-breakpoint
-- Whoever wrote a comment asks once for another look at its removal; another officer answers. Acts are compared as text, since new ones cannot be used before the end of the transaction that adds them.
create function check_comment_appeal() returns trigger language plpgsql as $$
declare
  v_answered asset_transfer_comment_looks;
  v_removed_by uuid;
begin
  if new.answers is null then return new; end if;
  select * into v_answered from asset_transfer_comment_looks where id = new.answers and comment_id = new.comment_id;
  if new.act::text = 'appealed' then
    if v_answered.act::text is distinct from 'removed' or not exists (select from asset_transfer_comments where id = new.comment_id and person_id = new.person_id) then
      raise exception 'whoever wrote % asks for another look at its removal', new.comment_id using errcode = 'restrict_violation';
    end if;
    return new;
  end if;
  select person_id into v_removed_by from asset_transfer_comment_looks where id = v_answered.answers;
  if v_answered.act::text is distinct from 'appealed' or v_removed_by = new.person_id then
    raise exception 'another person answers the appeal about %', new.comment_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger asset_transfer_comment_looks_appeals before insert on asset_transfer_comment_looks for each row execute function check_comment_appeal();--> statement-breakpoint
create or replace function keep_transfer_comment() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.sight = 'waiting' and exists (select from asset_transfer_comment_periods where transfer_id = new.transfer_id and new.sent_on between opens_on and closes_on) then return new; end if;
    raise exception 'comments on % are not taken on %', new.transfer_id, new.sent_on using errcode = 'restrict_violation';
  end if;
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - 'sight' = to_jsonb(old) - 'sight'
      and new.sight::text = (select case act::text when 'appeal-upheld' then 'shown' else act::text end from asset_transfer_comment_looks
        where comment_id = new.id and act::text in ('shown', 'removed', 'appeal-upheld') order by at desc, id desc limit 1) then return new; end if;
    if to_jsonb(new) - '{name,person_id}'::text[] = to_jsonb(old) - '{name,person_id}'::text[] and new.name in ('', old.name) and (new.person_id is null or new.person_id = old.person_id) then return new; end if;
  end if;
  raise exception 'a comment stays as it was sent' using errcode = 'restrict_violation';
end $$;
