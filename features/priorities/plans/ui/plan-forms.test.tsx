import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { OWN_PROTOCOL, FRAMEWORKS } from "#domain/priorities/framework.ts";
import { FormAbovePage } from "./plan-forms.tsx";

const pageWith = (locale: "en" | "cy", source: string): string =>
  renderToStaticMarkup(
    <FormAbovePage
      locale={locale}
      welsh
      which="begin"
      id={null}
      form={{ values: {}, faults: [{ field: "endsOn", code: "wrong-period", params: { years: 3, endsOn: "2029-03-31", source } }, { field: "titleEn", code: "consent-missing", params: { count: 2, source } }] }}
      once="once"
      back="/back"
      strategies={[]}
      frameworks={[]}
    />,
  );

test("what a refusal rests on is marked as English on a Welsh page in the summary and beside its field, and the protocol of the partners is named in Welsh", () => {
  const law = FRAMEWORKS[0]?.sources.memorandum ?? "";
  expect(pageWith("cy", law).split(`<span lang="en">${law}</span>`)).toHaveLength(5);
  expect(pageWith("en", law)).toContain(law);
  expect(pageWith("en", law)).not.toContain(`<span lang="en">${law}</span>`);
  expect(pageWith("cy", "Cofnod 12 y bwrdd")).toContain("gydsynio: 2. Cofnod 12 y bwrdd");
  expect(pageWith("cy", OWN_PROTOCOL)).toContain("gydsynio: 2. Protocol y bartneriaeth ei hun");
  expect(pageWith("cy", OWN_PROTOCOL)).not.toContain(OWN_PROTOCOL);
});
