import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Clock } from "#domain/asset-transfers/clock.ts";
import type { RegimeId } from "#domain/asset-transfers/regime.ts";
import { answerKind, ProposalFields } from "./longer-time.tsx";

const fields = (regimeId: RegimeId, clocks: readonly Clock[]) =>
  renderToStaticMarkup(<ProposalFields kit={{ locale: "en", welsh: false, form: { values: {}, faults: [] }, stands: {}, labels: {} }} locale="en" transfer={{ regimeId, clocks }} today="2026-11-01" />);

test("a proposal for a longer time says which day stands now, and the rule of its own nation only", () => {
  const scottish = fields("scottish-request", [{ id: "decide", from: "2026-06-05", lastDay: "2026-12-05" }]);
  expect(scottish).toContain("until 5 December 2026 to decide");
  expect(scottish).toContain("before this one is over");
  const agreed = fields("community-transfer", [{ id: "decide-agreed", from: "2026-06-05", lastDay: "2027-02-05" }]);
  expect(agreed).toContain("decides by 5 February 2027");
  expect(agreed).not.toContain("before this one is over");
  expect(fields("community-transfer", [])).not.toContain("than this one");
});

test("whoever proposed a longer time takes it back, and the other side answers it", () => {
  const proposals = [{ id: "p", side: "organisation", until: "2027-03-01", why: "We meet in February.", proposedOn: "2026-11-22", answer: null }] as const;
  expect(answerKind("organisation", proposals)).toBe("take-back");
  expect(answerKind("council", proposals)).toBe("answer-time");
});
