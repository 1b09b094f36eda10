import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { FormFaults } from "./form-faults.tsx";

test("a field that is a question ends with its own mark and no colon", () => {
  const faults = ["interest", "name"].map((field) => ({ field, code: "required" }));
  const page = renderToStaticMarkup(<FormFaults locale="en" own={{}} labels={{ interest: "Do you have an interest?", name: "Name" }} form={{ values: {}, faults }} />);
  expect([...page.matchAll(/href="#[^"]+"[^>]*>([^<]+)</g)].map(([, words]) => words)).toEqual(["Do you have an interest? Fill this in", "Name: Fill this in"]);
});
