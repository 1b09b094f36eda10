-- What stood in three columns becomes rules: living in the area where a postcode was asked, and ages.
UPDATE "electorates" SET "rules" =
  CASE WHEN "identity_level" >= 2 OR cardinality("area_ids") > 0
    THEN jsonb_build_array(jsonb_build_array(jsonb_build_object('kind', 'live', 'areaIds', to_jsonb("area_ids")))) ELSE '[]'::jsonb END
  || CASE WHEN "min_age" IS NOT NULL OR "max_age" IS NOT NULL
    THEN jsonb_build_array(jsonb_build_array(jsonb_build_object('kind', 'age', 'min', "min_age", 'max', "max_age", 'told', 'years'))) ELSE '[]'::jsonb END;--> statement-breakpoint
ALTER TABLE "electorates" DROP CONSTRAINT "electorates_ages_check";--> statement-breakpoint
ALTER TABLE "electorates" DROP COLUMN "min_age";--> statement-breakpoint
ALTER TABLE "electorates" DROP COLUMN "max_age";--> statement-breakpoint
ALTER TABLE "electorates" DROP COLUMN "area_ids";--> statement-breakpoint
-- Who may vote is locked with the poll, like its question.
CREATE FUNCTION keep_electorate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM polls WHERE electorate_id = old.id AND state <> 'draft') THEN
    RAISE EXCEPTION 'electorate % is locked', old.id USING errcode = 'restrict_violation';
  END IF;
  RETURN coalesce(new, old);
END $$;--> statement-breakpoint
CREATE TRIGGER electorates_locked BEFORE UPDATE OR DELETE ON "electorates" FOR EACH ROW EXECUTE FUNCTION keep_electorate();--> statement-breakpoint
-- A person on a roll is never deleted and never becomes another: a mark may be theirs.
CREATE FUNCTION keep_roll_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF tg_op = 'DELETE' OR new.id <> old.id OR new.roll_id <> old.roll_id OR new.council_id <> old.council_id THEN
    RAISE EXCEPTION 'entry % stays on its roll', old.id USING errcode = 'restrict_violation';
  END IF;
  RETURN new;
END $$;--> statement-breakpoint
CREATE TRIGGER roll_entries_kept BEFORE UPDATE OR DELETE ON "roll_entries" FOR EACH ROW EXECUTE FUNCTION keep_roll_entry();
