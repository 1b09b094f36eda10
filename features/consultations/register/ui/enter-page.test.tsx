import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { option, question } from "#testing/factories/surveys.ts";
import { EnterPage } from "./enter-page.tsx";

test("the return key sends the form, and puts nothing next in an order", () => {
  const ranking = question("r", "ranking", { options: ["a", "b"].map(option), most: 2 });
  const page = renderToStaticMarkup(<EnterPage locale="en" once="o" questions={[ranking]} map={null} form={{ values: {}, faults: [] }} />);
  const [first, ...others] = [...page.matchAll(/<button[^>]*>/g)].map(([button]) => button);
  expect(first).not.toContain("name=");
  expect(others.some((button) => button.includes('name="move"'))).toBe(true);
});
