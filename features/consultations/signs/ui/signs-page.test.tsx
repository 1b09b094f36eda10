import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { SignsPage } from "./signs-page.tsx";

const group = (groupKey: string) => ({ kind: "campaign" as const, groupKey, verdict: "undecided" as const, reason: "", responses: [], first: new Date("2026-10-01"), last: new Date("2026-10-01"), example: "" });

test("the list of faults leads to the answers of the sign that was judged", () => {
  const form = { values: { kind: ["campaign"], group: ["second"], reason: ["x"] }, faults: [{ field: "verdict", code: "required" }, { field: "reason", code: "too-long", params: { max: 300 } }] };
  const page = renderToStaticMarkup(<SignsPage locale="en" address="/signs" register="/register" groups={[group("first"), group("second")]} search={null} form={form} report={null} />);
  const places = [...page.matchAll(/href="#([^"]+)"/g)].map(([, place]) => place);
  expect(places).toEqual(["verdict", "reason"]);
  for (const place of places) expect(page.split(` id="${place}"`)).toHaveLength(2);
  expect(page.indexOf(' id="verdict"')).toBeGreaterThan(page.indexOf('value="first"'));
});
