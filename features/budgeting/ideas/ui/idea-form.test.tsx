import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { NEW_IDEA_FORM } from "#domain/budgeting/idea-form.ts";
import type { IdeaCallInView } from "#features/budgeting/idea-calls/queries.ts";
import { IdeaForm } from "./idea-form.tsx";

const CALL: IdeaCallInView = { programmeId: "p", openedAt: new Date(0), closedAt: null, mostPerPerson: 3, intro: { en: "", cy: "" }, policy: { en: "", cy: "" }, form: NEW_IDEA_FORM, seenFirst: false, supportsTaken: true, version: 1, standing: "open", firstDay: null, lastDay: null };

test("the list of faults says which of an idea's fields is meant, unless the fault says it itself", () => {
  const faults = [
    { field: "title", code: "required" },
    { field: "place", code: "too-long", params: { max: 120 } },
    { field: "otherTitle", code: "too-long", params: { max: 120 } },
  ];
  const page = renderToStaticMarkup(<IdeaForm locale="en" home="/ideas" call={CALL} form={{ values: {}, faults }} hidden={{}} areas={[]} photo={null} welsh shapes={[]} />);
  const listed = [...page.matchAll(/href="#[^"]+"[^>]*>([^<]+)</g)].map(([, words]) => words);
  expect(listed[0]).toBe("Say in a few words what your idea is");
  expect(listed[1]).toMatch(/^.+[:?] Use 120 characters or fewer$/);
  expect(listed[2]).not.toBe(listed[1]);
});
