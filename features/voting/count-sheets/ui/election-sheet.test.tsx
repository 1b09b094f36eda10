import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { countElection, type ElectionDecided } from "#domain/voting/counting/count-election.ts";
import { ELECTION_RULE_IDS, type ElectionRuleId } from "#domain/voting/counting/election-rules.ts";
import { ElectionSheet } from "./election-sheet.tsx";

const NAMES: Readonly<Record<string, string>> = { a: "Ann <b>", b: "Bryn", c: "Ceri", d: "Dai" };
const CANDIDATES = Object.keys(NAMES);

/** 16 ballots: Ann leads on first choices, Ceri is liked second. */
const PAPERS = [
  { ranking: ["a", "c"], multiplicity: 6 },
  { ranking: ["b", "c", "a"], multiplicity: 5 },
  { ranking: ["c", "b"], multiplicity: 3 },
  { ranking: ["d", "c"], multiplicity: 2 },
];
const POINTS = PAPERS.flatMap(({ ranking, multiplicity }) => Array.from({ length: multiplicity }, () => ({ scores: ranking.map((candidateId, place) => ({ candidateId, points: 3 - place })) })));

function counted(rule: ElectionRuleId, places = 1, papers = PAPERS): ElectionDecided {
  const common = { candidates: CANDIDATES, places, lotOrder: CANDIDATES };
  const outcome = rule === "approval" || rule === "score" ? countElection({ ...common, rule, ballots: POINTS }) : countElection({ ...common, rule, ballots: papers });
  if (outcome.status !== "decided") throw new Error("tied");
  return outcome;
}

const sheet = (outcome: ElectionDecided, locale: "en" | "cy" = "en"): string => renderToStaticMarkup(<ElectionSheet locale={locale} outcome={outcome} name={(id) => NAMES[id] ?? id} />);
const text = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

describe("the count sheet of an election", () => {
  test.each(ELECTION_RULE_IDS)("%s names everybody with a reason, draws bars with numbers, and has no English in Welsh", (rule) => {
    const outcome = counted(rule, rule === "scottish_stv" ? 2 : 1);
    const html = sheet(outcome);
    for (const name of ["Ann &lt;b&gt;", "Bryn", "Ceri", "Dai"]) expect(html).toContain(name);
    expect(html).not.toMatch(/undefined|NaN|<b>/);
    const reasons = /<ul>(.*?)<\/ul>/.exec(html)?.[1] ?? "";
    expect(reasons.match(/<li>/g)).toHaveLength(CANDIDATES.length);
    expect(html).toContain(rule === "schulze_winning_votes" ? "<table" : "bars");
    expect(text(sheet(outcome, "cy"))).not.toMatch(/\b(votes|Step|Person was|elected|ballots)\b/);
  });

  test("tells the transferable vote step by step", () => {
    const words = text(sheet(counted("scottish_stv", 2)));
    expect(words).toContain("The quota is 6 votes");
    expect(words).toContain("Ann &lt;b&gt; was elected at step 1 with 6.00000 votes. The quota was 6.");
    expect(words).toMatch(/Dai had fewest votes when step 2 began, 2\.00000, and went out/);
  });

  test("tells rounds, finals and totals", () => {
    expect(text(sheet(counted("irv")))).toMatch(/Dai is out\..*had \d+ of the \d+ votes still in the count/);
    expect(text(sheet(counted("supplementary_vote")))).toContain("Ceri had 3 first choices, too few for the last two.");
    expect(text(sheet(counted("fptp")))).toContain("Ann &lt;b&gt; came number 1 with 6.");
  });

  test("shows every pair, who beats whom, and a circle of victories", () => {
    expect(text(sheet(counted("schulze_winning_votes")))).toContain("Ceri beats each other person");
    const circle = [{ ranking: ["a", "b", "c", "d"], multiplicity: 4 }, { ranking: ["b", "c", "a", "d"], multiplicity: 3 }, { ranking: ["c", "a", "b", "d"], multiplicity: 2 }];
    const words = text(sheet(counted("schulze_winning_votes", 1, circle)));
    expect(words).toContain("Nobody beats everybody else");
    expect(words).toContain("Ann &lt;b&gt; is beaten by nobody when chains");
    expect(words).toMatch(/Dai is beaten by Ann &lt;b&gt;, Bryn and Ceri/);
  });
});
