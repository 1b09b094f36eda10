import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import { ModerationDesk } from "./moderation-desk.tsx";

const item = (number: number, state: "held" | "shown") => ({ what: "question" as const, id: `q${String(number)}`, number, contestId: "c", text: `Words ${String(number)}`, lang: "en" as const, state, reason: null, note: "", answerOf: null, writtenAt: new Date("2026-11-02T09:00:00Z"), own: false });
/** Thirty that wait, then thirty that are shown. */
const items = Array.from({ length: 60 }, (_, at) => item(at + 1, at < 30 ? "held" : "shown"));
const desk = (page: number, form: RefusedForm = EMPTY_FORM) =>
  renderToStaticMarkup(<ModerationDesk locale="en" election={{ en: "Young mayor", cy: "" }} items={items} page={page} href={(to) => `/q?page=${String(to)}`} form={form} done={null} />);
const numbers = (html: string) => [...html.matchAll(/Words (\d+)<\/p>/g)].map(([, number]) => Number(number));

test("a desk of many questions shows all of them over its pages, what waits first", () => {
  expect([1, 2, 3].flatMap((page) => numbers(desk(page)))).toEqual(items.map(({ number }) => number));
  expect(desk(1)).toContain("Waiting to be read: 30");
  expect(desk(1)).not.toContain("Shown and refused");
  expect(desk(3)).not.toContain("Waiting to be read");
  expect(desk(99)).toBe(desk(3));
});

test("a decision that was refused comes back on the page of its question", () => {
  expect(numbers(desk(1, { values: { id: ["q57"] }, faults: [{ field: "note", code: "required" }] }))).toContain(57);
});
