import { z } from "zod";
import type { Fault, TypedValues } from "#domain/basics/fault.ts";
import { civilDate, line, optionalLine, orEmpty, postcode, wholeNumber } from "#domain/basics/fields.ts";
import { formInput, withDates, type FormInput } from "#domain/basics/form-input.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import { err, ok } from "#domain/basics/result.ts";
import type { AgeClaim } from "#domain/eligibility/age.ts";
import type { Questions, Tie } from "#domain/eligibility/electorate.ts";
import type { ElectorDetails } from "#domain/eligibility/rolls/match-elector.ts";

/** What somebody says of themselves, as far as it was asked. Postcodes are upper case without a space. */
export interface Answers {
  readonly postcodes: Readonly<Partial<Record<Tie, string>>>;
  readonly school: string | null;
  readonly age: AgeClaim | null;
  /** Details by which to look on a roll; null where they gave none. */
  readonly elector: ElectorDetails | null;
}

/** The field of each postcode. */
export const POSTCODE_FIELDS = { live: "postcode", work: "workPostcode", study: "studyPostcode" } as const satisfies Record<Tie, string>;

/** Reads the answers to the questions asked; `today` is London's day, after which nobody is born. */
export const answersTo =
  (asked: Questions, today: CivilDay): FormInput<Answers> =>
  (values) => {
    const read = reading(asked)(values);
    if (!read.ok) return read;
    const typed = read.value as Readonly<Record<string, string | number | null>>;
    const text = (name: string): string => String(typed[name] ?? "");
    const postcodes = Object.fromEntries(asked.ties.flatMap((tie) => (typed[POSTCODE_FIELDS[tie]] ? [[tie, text(POSTCODE_FIELDS[tie])]] : [])));
    const school = text("school") || null;
    const birthDate = text("birth") || null;
    const elector = text("familyName") === "" ? null : { givenNames: text("givenNames"), familyName: text("familyName"), postcode: text("rollPostcode") || text("postcode"), birthDate, reference: text("reference") };
    const faults: Fault[] = [];
    if (birthDate !== null && birthDate > today) faults.push({ field: "birth", code: "birth-in-future" });
    if (school !== null && !asked.schools.includes(school)) faults.push({ field: "school", code: "choose-school" });
    if (isTieNeeded(asked) && Object.keys(postcodes).length === 0 && school === null && elector === null) faults.push({ field: asked.ties[0] ? POSTCODE_FIELDS[asked.ties[0]] : "school", code: "no-tie" });
    if (faults.length > 0) return err(faults);
    const age: AgeClaim | null = birthDate !== null ? { kind: "born", on: birthDate } : typed["age"] !== null && typed["age"] !== undefined ? { kind: "years", years: Number(typed["age"]) } : null;
    return ok({ postcodes, school, age, elector });
  };

/** The details of a roll must be given: nobody may vote without it. */
export const mustGiveElector = ({ rolls, rollOptional }: Questions): boolean => rolls.length > 0 && !rollOptional;

/** Asks for a date of birth in place of an age: a roll is searched by it. */
export const asksBirthDate = ({ age, rolls }: Questions): boolean => age === "birth-date" || rolls.length > 0;

/** The postcode by which a roll is searched is asked apart, unless everybody gives that of their home. */
export const asksRollPostcode = (asked: Questions): boolean => !(isOnlyTie(asked) && asked.ties[0] === "live");

const isTieNeeded = ({ ties, schools }: Questions): boolean => ties.length + (schools.length > 0 ? 1 : 0) > 0;

/** One place is asked for, and there is no way round it. */
export const isOnlyTie = (asked: Questions): boolean => asked.ties.length === 1 && asked.schools.length === 0 && (asked.rolls.length === 0 || mustGiveElector(asked));

function reading(asked: Questions): FormInput<Readonly<Record<string, unknown>>> {
  const shape: Record<string, z.ZodType> = {};
  for (const tie of asked.ties) shape[POSTCODE_FIELDS[tie]] = isOnlyTie(asked) ? postcode() : orEmpty(postcode());
  if (asked.schools.length > 0) shape["school"] = optionalLine();
  const birth = asksBirthDate(asked);
  if (birth) shape["birth"] = asked.age !== null || mustGiveElector(asked) ? civilDate() : orEmpty(civilDate());
  else if (asked.age !== null) shape["age"] = wholeNumber(0, 120);
  const rest = formInput(z.object(shape));
  return withDates(birth ? ["birth"] : [], (values) => {
    if (asked.rolls.length === 0) return rest(values);
    // Whoever gives one of the details of an optional roll must give all that are needed.
    const wanted = mustGiveElector(asked) || ["givenNames", "familyName", "reference", "rollPostcode"].some((name) => isFilled(values, name));
    const name = wanted ? line(120) : optionalLine(120);
    const place = !asksRollPostcode(asked) ? {} : { rollPostcode: wanted ? postcode() : orEmpty(postcode()) };
    return formInput(z.object({ ...shape, ...(wanted && birth ? { birth: civilDate() } : {}), givenNames: name, familyName: name, reference: optionalLine(60), ...place }))(values);
  });
}

const isFilled = (values: TypedValues, name: string): boolean => (values[name]?.at(-1) ?? "").trim() !== "";
