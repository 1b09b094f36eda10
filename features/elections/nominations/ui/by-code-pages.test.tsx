import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { EMPTY_FORM } from "#domain/basics/fault.ts";
import { ConsentPage } from "./by-code-pages.tsx";

test("a parent reads everything of their child that everybody would see, the school and the year among it", () => {
  const words = (text: string) => ({ en: text, cy: "" });
  const asked = { givenName: "Amara", shownName: "Amara Okafor", school: "Millbrook High", yearGroup: 7, statement: words("Free buses"), promises: words("A skate park"), photo: null, videoUrl: "https://example.org/v", parentName: "Pat", given: false, open: true };
  const page = renderToStaticMarkup(<ConsentPage locale="en" election="Young mayor" asked={asked} removedOn="1 May 2027" refused={false} form={EMPTY_FORM} />);
  for (const shown of ["Amara Okafor", "Millbrook High, Year 7", "Free buses", "A skate park", "https://example.org/v"]) expect(page).toContain(shown);
});
