import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { BilingualText, Locale } from "#domain/basics/bilingual.ts";
import { OFFICE_RULES, type OfficeRule } from "#domain/elections/template.ts";
import { readingScore } from "#domain/involvement/plain-english.ts";
import { countElection, type ElectionDecided } from "#domain/voting/counting/count-election.ts";
import { LessonPage } from "./lesson-page.tsx";

const IDS = ["1", "2", "3", "4"];
const CAST = [
  { multiplicity: 40, ranking: ["1", "2"] },
  { multiplicity: 25, ranking: ["2", "3", "1"] },
  { multiplicity: 20, ranking: ["3", "2"] },
  { multiplicity: 9, ranking: ["4", "2", "3"] },
];
const NAMES = new Map(["Amara", "Rhys", "Saira", "Owen"].map((name, at) => [String(at + 1), { en: name, cy: name }] as const));
const both = (text: string): BilingualText => ({ en: text, cy: text });

function count(rule: OfficeRule): ElectionDecided {
  const shared = { candidates: IDS, places: 2, rankedPlaces: true };
  const outcome = rule === "approval" ? countElection({ ...shared, rule, ballots: CAST.map(({ multiplicity, ranking }) => ({ multiplicity, scores: ranking.map((candidateId) => ({ candidateId, points: 1 })) })) }) : countElection({ ...shared, rule, ballots: CAST });
  if (outcome.status !== "decided") throw new Error("No tie here");
  return outcome;
}

const page = (rule: OfficeRule, locale: Locale, names: typeof NAMES | null = NAMES): string =>
  renderToStaticMarkup(<LessonPage locale={locale} election={both("the test")} rule={rule} outcome={count(rule)} offices={[{ name: both("Young mayor"), places: 1, holders: [], numbers: [Number(count(rule).winners[0])] }]} names={names} resultAddress="/results" />);

/** Its words one line for each block, without what is drawn. */
const textOf = (html: string): string =>
  html
    .replace(/<table.*?<\/table>/gs, "\n")
    .replace(/<\/(?:p|li|h[1-6]|dt|dd)>/g, "\n")
    .replace(/<[^>]+>/g, "")
    .replace(/&#x27;/g, "’");

describe.each(OFFICE_RULES)("the lesson of %s", (rule) => {
  test("is for a reader of 12, in short sentences", () => {
    const score = readingScore(textOf(page(rule, "en")));
    expect(score?.age).toBeLessThanOrEqual(12);
    expect(score?.longSentences).toEqual([]);
  });

  test.each(["en", "cy"] as const)("asks and answers with the figures of the count, in %s", (locale) => {
    const html = page(rule, locale);
    expect(html).not.toMatch(/undefined|NaN|\{\}|\[object/);
    const [questions = "", answers = ""] = html.split('id="answers"');
    expect(answers).not.toBe("");
    const tasks = (part: string): number => part.match(/lesson__task/g)?.length ?? 0;
    expect(tasks(questions)).toBeGreaterThan(1);
    expect(tasks(answers)).toBe(tasks(questions));
    // Nothing is filled in before the answers, and no box is left empty in them.
    expect(answers).not.toContain("lesson__box");
    expect(html).toContain("Amara");
  });

  test("names nobody once candidates are taken down", () => {
    const html = page(rule, "en", null);
    expect(html).not.toMatch(/Amara|Rhys|Saira|Owen/);
    expect(html).toContain("Candidate A");
  });
});

test("a count by the transferable vote is worked out from the quota to the last vote", () => {
  const text = textOf(page("scottish_stv", "en"));
  expect(text).toContain("94 ÷ 3 is 31 and a bit. Drop the bit and add 1: the quota is 32.");
  expect(text).toContain("40 − 32 = 8. Then 8 ÷ 40 = 0.2.");
});
