CREATE TABLE "earlier_turnouts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"template" "election_template" NOT NULL,
	"polling_day" date NOT NULL,
	"title_en" text DEFAULT '' NOT NULL,
	"title_cy" text DEFAULT '' NOT NULL,
	"voted" integer NOT NULL,
	"electors" integer,
	"source_en" text DEFAULT '' NOT NULL,
	"source_cy" text DEFAULT '' NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"entered_by" uuid NOT NULL,
	"struck_at" timestamp with time zone,
	"struck_by" uuid,
	"struck_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "earlier_turnouts_count_check" CHECK ("earlier_turnouts"."voted" >= 0 and ("earlier_turnouts"."electors" is null or ("earlier_turnouts"."electors" > 0 and "earlier_turnouts"."voted" <= "earlier_turnouts"."electors"))),
	CONSTRAINT "earlier_turnouts_text_check" CHECK ("earlier_turnouts"."title_en" || "earlier_turnouts"."title_cy" <> '' and "earlier_turnouts"."source_en" || "earlier_turnouts"."source_cy" <> ''),
	CONSTRAINT "earlier_turnouts_struck_check" CHECK (("earlier_turnouts"."struck_at" is null) = ("earlier_turnouts"."struck_by" is null) and ("earlier_turnouts"."struck_at" is null) = ("earlier_turnouts"."struck_reason" = ''))
);
--> statement-breakpoint
ALTER TABLE "earlier_turnouts" ADD CONSTRAINT "earlier_turnouts_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "earlier_turnouts" ADD CONSTRAINT "earlier_turnouts_entered_by_people_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "earlier_turnouts" ADD CONSTRAINT "earlier_turnouts_struck_by_people_id_fk" FOREIGN KEY ("struck_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "earlier_turnouts_day_key" ON "earlier_turnouts" USING btree ("council_id","template","polling_day") WHERE "earlier_turnouts"."struck_at" is null;--> statement-breakpoint
-- What was entered stays as it was; all that may be done is to strike it out, once.
create function keep_earlier_turnout() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.struck_at is not null
      or (to_jsonb(new) - array['struck_at', 'struck_by', 'struck_reason']) is distinct from (to_jsonb(old) - array['struck_at', 'struck_by', 'struck_reason']) then
    raise exception 'A turnout that was entered is not changed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;--> statement-breakpoint
revoke execute on function keep_earlier_turnout() from public;--> statement-breakpoint
create trigger earlier_turnouts_kept before update or delete on earlier_turnouts for each row execute function keep_earlier_turnout();--> statement-breakpoint
create trigger earlier_turnouts_no_truncate before truncate on earlier_turnouts for each statement execute function refuse_change();
