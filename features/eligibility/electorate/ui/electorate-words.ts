import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import type { Claim } from "#domain/eligibility/claim.ts";
import { placeOf, TIES, type AnyOf, type Condition, type Electorate, type Reason, type Shortfall, type Tie } from "#domain/eligibility/electorate.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

/** The names an electorate's rules need to be told. */
export interface ElectorateNames {
  readonly council: BilingualText;
  readonly areas: ReadonlyMap<string, BilingualText>;
  readonly rolls: ReadonlyMap<string, string>;
  /** The last day of voting; null while it is not set. */
  readonly pollingDay: CivilDay | null;
}

/** An electorate told in words. */
export interface ElectorateInWords {
  /** One line for each rule, said to the voter: "you live, work or study in Millbrook". */
  readonly lines: readonly string[];
  /** The whole of it in one sentence, said of voters: for officers and for what is published. */
  readonly sentence: string;
  /** What they must show. */
  readonly proof: string;
}

/** Who may vote, in words. */
export function electorateInWords(locale: Locale, electorate: Electorate, names: ElectorateNames): ElectorateInWords {
  const t = messages(locale).electorate;
  const lines = electorate.rules.map((rule) => ruleInWords(locale, "you", rule, names));
  const clauses = electorate.rules.map((rule) => ruleInWords(locale, "they", rule, names));
  const last = clauses.at(-1);
  const joined = clauses.length < 2 ? (last ?? "") : t.and({ first: clauses.slice(0, -1).join(", "), last: last ?? "" });
  return { lines, sentence: joined === "" ? t.anybody : t.sentence({ clauses: joined }), proof: t.proof[electorate.identityLevel] };
}

type Person = "you" | "they";

/** One rule: its conditions joined by "or", ties to the same place told together. */
function ruleInWords(locale: Locale, person: Person, rule: AnyOf, names: ElectorateNames): string {
  const t = messages(locale).electorate;
  const parts: string[] = [];
  const told = new Set<Condition>();
  for (const condition of rule) {
    if (told.has(condition)) continue;
    const together = "areaIds" in condition ? rule.filter((other) => "areaIds" in other && sameAreas(other.areaIds, condition.areaIds)) : [condition];
    for (const each of together) told.add(each);
    parts.push(conditionInWords(locale, person, condition, together, names));
  }
  return listOr(parts, t.or);
}

const sameAreas = (one: readonly string[], other: readonly string[]): boolean => JSON.stringify([...one].sort()) === JSON.stringify([...other].sort());

function conditionInWords(locale: Locale, person: Person, condition: Condition, together: readonly Condition[], names: ElectorateNames): string {
  const all = messages(locale).electorate;
  const t = all[person];
  switch (condition.kind) {
    case "live":
    case "work":
    case "study": {
      const ties = TIES.filter((tie) => together.some(({ kind }) => kind === tie)).map((tie) => all.ties[person][tie]);
      return t.tie({ ties: listOr(ties, all.or, locale), place: placeInWords(locale, condition.areaIds, names) });
    }
    case "school":
      return t.school({ schools: listOr(condition.schools, all.or) });
    case "age": {
      const day = dayInWords(locale, names.pollingDay);
      const { min, max } = condition;
      if (min !== null && max !== null) return min === max ? t.ageIs({ age: min, day }) : t.ageBetween({ min, max, day });
      return min !== null ? t.ageFrom({ min, day }) : t.ageTo({ max: max ?? 0, day });
    }
    case "roll":
      return t.roll({ roll: names.rolls.get(condition.rollId) ?? "" });
  }
}

/** The areas, or the whole council where none is named. */
export function placeInWords(locale: Locale, areaIds: readonly string[], { areas, council }: Pick<ElectorateNames, "areas" | "council">): string {
  const t = messages(locale).electorate;
  const named = areaIds.flatMap((id) => areas.get(id) ?? []).map((name) => textIn(name, locale).text);
  const [only] = named;
  if (only === undefined) return t.place.council({ council: textIn(council, locale).text });
  return named.length === 1 ? t.place.area({ area: only }) : t.place.areas({ areas: listOr(named, t.or) });
}

const dayInWords = (locale: Locale, day: CivilDay | null): string => (day === null ? messages(locale).electorate.lastDay : format(locale).date(day));

/** "a, b or c". Welsh verb-nouns after "yn" take "neu’n", which leaves them as they are. */
function listOr(items: readonly string[], or: string, verbsIn?: Locale): string {
  const last = items.at(-1) ?? "";
  if (items.length < 2) return last;
  const first = items.slice(0, -1).join(", ");
  return verbsIn === "cy" ? `${first} neu’n${last.replace(/^yn/, "")}` : `${first} ${or} ${last}`;
}

/** Why somebody may not vote: for each rule not met, what stands against each way of meeting it. */
export function reasonsInWords(locale: Locale, reasons: readonly Reason[], claim: Claim, names: ElectorateNames): readonly (readonly string[])[] {
  const t = messages(locale).electorate.why;
  return reasons.map((reason) => (reason.kind === "proof" ? [t.proof[reason.needed]] : [...new Set(reason.misses.map(({ condition, why }) => missInWords(locale, condition, why, claim, names)))]));
}

function missInWords(locale: Locale, condition: Condition, why: Shortfall, claim: Claim, names: ElectorateNames): string {
  const all = messages(locale).electorate;
  const t = all.why;
  switch (condition.kind) {
    case "live":
    case "work":
    case "study":
      return placeMiss(locale, condition.kind, condition.areaIds, why, claim, names);
    case "school":
      return why === "not-said" ? t.schoolNotSaid : t.anotherSchool({ schools: listOr(condition.schools, all.or) });
    case "age": {
      const day = dayInWords(locale, names.pollingDay);
      if (why === "too-young") return t.tooYoung({ min: condition.min ?? 0, day });
      if (why === "too-old") return t.tooOld({ max: condition.max ?? 0, day });
      return why === "age-unsure" ? t.ageUnsure : t.ageNotSaid;
    }
    case "roll":
      return t.notOnRoll({ roll: names.rolls.get(condition.rollId) ?? "" });
  }
}

function placeMiss(locale: Locale, tie: Tie, areaIds: readonly string[], why: Shortfall, claim: Claim, names: ElectorateNames): string {
  const t = messages(locale).electorate.why.place[tie];
  const council = textIn(names.council, locale).text;
  if (why === "not-said") return t.notSaid;
  const own = placeOf(claim, tie)?.map((id) => names.areas.get(id)).find((name) => name !== undefined);
  return why === "outside-area" && own ? t.outsideArea({ place: textIn(own, locale).text, wanted: placeInWords(locale, areaIds, names) }) : t.outsideCouncil({ council });
}
