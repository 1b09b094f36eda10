import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { FeedbackPage } from "./after-publication.tsx";

test("the list of faults says which of the six texts is missing", () => {
  const form = { values: {}, faults: ["askedEn", "saidCy", "didCy"].map((field) => ({ field, code: "required" })) };
  const page = renderToStaticMarkup(<FeedbackPage locale="en" welsh feedback={null} form={form} seen="" mayWrite mayPublish />);
  const listed = [...page.matchAll(/href="#[^"]+"[^>]*>([^<]+)</g)].map(([, words]) => words);
  expect(listed).toEqual(["We asked in English: Fill this in", "You said in Welsh: Fill this in", "We did in Welsh: Fill this in"]);
});
