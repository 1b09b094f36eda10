import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { EMPTY_FORM } from "#domain/basics/fault.ts";
import { PartnershipFormPage, type PartnershipFormProps } from "./partnership-forms.tsx";

const POLICE = { id: "p1", slug: "police", name: { en: "Brackenshire Police", cy: "Heddlu Brackenshire" }, kind: "police", authorityCode: null, underDuty: true, contactEmail: "", leftOn: null } as const;
const REQUEST = { id: "r1", number: 2, partnerId: "p1", targetId: "t1", asked: { en: "Walk the canal path with us.", cy: "" }, sentOn: "2026-11-20", state: "sent", acknowledgedOn: null, answeredOn: null, answer: { en: "", cy: "" } } as const;

const page = (props: Pick<PartnershipFormProps, "which" | "id"> & Partial<PartnershipFormProps>): string =>
  renderToStaticMarkup(
    <PartnershipFormPage
      locale="en"
      welsh
      partnership={{ groups: [], partners: [POLICE], requests: [REQUEST] }}
      authorities={[]}
      targets={[{ id: "t1", title: { en: "Adults who feel safe", cy: "" } }]}
      personId=""
      officers={[{ partnerId: "p1", personId: "m1", email: "dewi@police.example", name: "Dewi Moss" }]}
      form={EMPTY_FORM}
      once="o1"
      back="/back"
      {...props}
    />,
  );

test("who answers a request reads whose it is, what was asked and of which target", () => {
  for (const words of ["Brackenshire Police", "Walk the canal path with us.", "Adults who feel safe"]) {
    expect(page({ which: "answer", id: "r1" })).toContain(words);
    // Sent back with a fault, its id comes with the form.
    expect(page({ which: "answer", id: null, form: { values: { requestId: ["r1"] }, faults: [{ field: "answer", code: "required" }] } })).toContain(words);
  }
});

test("who ends that somebody speaks for a partner reads who that is", () => {
  expect(page({ which: "remove-officer", id: "p1", personId: "m1" })).toContain("Dewi Moss, Brackenshire Police");
});
