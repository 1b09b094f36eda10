import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { Locale } from "#domain/basics/bilingual.ts";
import type { BallotKind } from "#domain/voting/poll.ts";
import { countBudgetVote, type BudgetCountInput } from "#domain/voting/counting/count.ts";
import type { BudgetRuleId } from "#domain/voting/counting/rules.ts";
import type { CountSheet } from "#domain/voting/results/count-sheet.ts";
import { rulesThatFit } from "#domain/voting/results/every-rule.ts";
import { resultParts } from "./options-to-show.ts";
import { CountSheetPage } from "./count-sheet-page.tsx";
import { ProjectResult, projectResultTitle } from "./project-result.tsx";
import { ResultHero, ResultPage, type ResultPageProps } from "./result-page.tsx";

const COUNT = 12;
const numbers = Array.from({ length: COUNT }, (_, at) => at + 1);

/** 120 voters; voter v marks every project whose number divides v, at most five, with falling points. */
const BALLOTS: BudgetCountInput["ballots"] = Array.from({ length: 120 }, (_, voter) => ({
  choices: numbers
    .filter((number) => (voter + 1) % number === 0)
    .slice(0, 5)
    .map((number, at) => ({ projectId: String(number), points: 5 - at })),
}));

function sheetOf(rule: BudgetRuleId, budget: number): CountSheet {
  const projects = numbers.map((number) => ({ id: String(number), cost: number * 1_000_00 }));
  const outcome = countBudgetVote({ projects, ballots: BALLOTS, budget, moneyScale: 100, rule, lotOrder: numbers.map(String) });
  if (outcome.status !== "decided") throw new Error("tied");
  return { version: 1, budgetPence: budget, ballots: 120, lots: [], plainShare: { winners: 0, spentPence: 0 }, outcome };
}

function propsOf(locale: Locale, rule: BudgetRuleId, ballotKind: BallotKind, budget = 20_000_00): ResultPageProps {
  const options = numbers.map((number) => ({ number, title: { en: `Project ${number} <b>`, cy: number % 2 === 0 ? `Prosiect ${number}` : "" }, costPence: number * 1_000_00 }));
  const projects = numbers.map((number) => ({ number, slug: `p-${number}`, tile: "bench" }));
  const sheet = sheetOf(rule, budget);
  const addresses = { locale, home: `/${locale}/b`, voteAddress: `/${locale}/b/votes/v`, resultAddress: `/${locale}/b/votes/v/results/p` };
  return {
    parts: resultParts(addresses, { ballotKind, options, sheet }, projects),
    vote: { title: { en: "Vote", cy: "Pleidlais" } },
    pot: { name: { en: "Mill", cy: "" }, slug: "p", ofArea: true },
    pots: [],
    beside: rulesThatFit({ rule, params: {} }).map((other) => sheetOf(other.rule, budget)),
    digest: "ab",
    declaredAt: new Date("2026-10-29T12:00:00Z"),
    declaredBy: "Ros",
    lots: [],
    downloads: [{ name: "votes.pb", bytes: 61_000 }],
    turnout: { areas: [], total: { voted: null, population: null, share: null }, reissues: 0, byChannel: [], byAgeBand: [], names: new Map(), boundaries: new Map() },
    areaShares: [],
    reserve: null, thread: null,
    said: null,
  };
}

const RULES: readonly (readonly [BudgetRuleId, BallotKind])[] = [
  ["mes_cost_add1_util", "approval"],
  ["mes_unit", "knapsack"],
  ["greedy", "single-choice"],
  ["greedy_noskip", "ranked"],
  ["greedy_ratio", "cumulative"],
  ["phragmen", "approval"],
  ["maxwelfare_score", "approval"],
];

describe("a result page", () => {
  it.each(RULES)("is whole for %s with %s ballots in both languages, and names nothing that is not there", (rule, kind) => {
    for (const locale of ["en", "cy"] as const) {
      const props = propsOf(locale, rule, kind);
      const html = renderToStaticMarkup(<main><ResultHero {...props} /><ResultPage {...props} /></main>);
      expect(html).not.toMatch(/undefined|NaN|Infinity|\[object|<b>/);
      const steps = renderToStaticMarkup(<CountSheetPage parts={props.parts} reissues={0} digest="ab" lots={[]} />);
      expect(steps).not.toMatch(/undefined|NaN|Infinity|\[object|<b>/);
      for (const number of numbers) {
        const page = renderToStaticMarkup(<ProjectResult parts={props.parts} option={number} pot={props.pot} />);
        expect(page).not.toMatch(/undefined|NaN|Infinity|\[object|<b>/);
        expect(projectResultTitle({ parts: props.parts, option: number })).toContain(String(number));
      }
    }
  });

  it("says by how many ballots it stands, and whether ballots given out again could have changed it", () => {
    const page = (rule: BudgetRuleId, reissues: number): string => {
      const props = propsOf("en", rule, "approval");
      return renderToStaticMarkup(<ResultPage {...props} turnout={{ ...props.turnout, reissues }} />);
    };
    expect(page("greedy", 0)).toContain("The smallest margin is");
    expect(page("greedy", 0)).not.toContain("lost the key");
    expect(page("greedy", 1)).toContain("Even if each had led to one ballot too many");
    expect(page("greedy", 120)).toContain("That is not fewer than the smallest margin");
    expect(page("mes_cost_add1_util", 0)).not.toContain("How close it was");
    expect(page("mes_cost_add1_util", 2)).toContain("So we cannot rule out");
    const steps = renderToStaticMarkup(<CountSheetPage parts={propsOf("cy", "greedy", "approval").parts} reissues={3} digest="ab" lots={[]} />);
    expect(steps).toMatch(/Papurau a roddwyd eto.*3.*Mwyafrif lleiaf.*papur/);
  });

  it("marks a title that is only in the other language", () => {
    expect(renderToStaticMarkup(<ResultPage {...propsOf("cy", "greedy", "approval")} />)).toContain('<span lang="en">Project 1 &lt;b&gt;</span>');
  });

  it("says so where every project fits, and where none does", () => {
    expect(renderToStaticMarkup(<ResultPage {...propsOf("en", "mes_cost_add1", "approval", 100_000_00)} />)).toContain("all of them won");
    const none = propsOf("en", "greedy", "approval", 500_00);
    expect(renderToStaticMarkup(<ResultHero {...none} />)).toContain("Mill: no project was chosen");
    expect(renderToStaticMarkup(<ResultPage {...none} />)).toContain("No project could be paid for.");
  });
});
