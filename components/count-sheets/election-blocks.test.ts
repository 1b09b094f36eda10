import { expect, test } from "vitest";
import { countElection } from "#domain/voting/counting/count-election.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { electionBlocks } from "./election-blocks.ts";

const headings = (ballots: readonly { readonly multiplicity: number; readonly ranking: readonly string[] }[], locale: "en" | "cy") => {
  const outcome = countElection({ rule: "supplementary_vote", candidates: ["1", "2", "3"], places: 1, rankedPlaces: false, ballots });
  if (outcome.status !== "decided") throw new Error("No tie here");
  const blocks = electionBlocks(outcome, { t: messages(locale).countSheets, f: format(locale), name: (id) => `Person ${id}` });
  return blocks.flatMap((block) => (block.kind === "heading" && block.level === 3 ? [block.text] : []));
};

test("the only step of a count has no number and begins as a heading does", () => {
  const atOnce = [{ multiplicity: 9, ranking: ["1"] }, { multiplicity: 2, ranking: ["2"] }];
  expect(headings(atOnce, "en")[0]).toBe("First choices");
  expect(headings(atOnce, "cy")[0]).toMatch(/^\p{Lu}/u);
  expect(headings([{ multiplicity: 4, ranking: ["1", "2"] }, { multiplicity: 3, ranking: ["2", "1"] }, { multiplicity: 2, ranking: ["3", "2"] }], "en")[0]).toBe("Step 1: first choices");
});
