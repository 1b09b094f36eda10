import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { EventsDesk } from "./events-desk.tsx";

test("the list of faults says which of the event's texts is too long or missing", () => {
  const faults = ["titleEn", "placeCy", "accessEn"].map((field) => ({ field, code: "too-long", params: { max: 1_200 } }));
  const page = renderToStaticMarkup(
    <EventsDesk locale="en" welsh election={{ en: "Young mayor", cy: "" }} home="/e/hustings" events={[]} held={null} questions="/q" mayChange once="o" form={{ values: {}, faults }} done={null} />,
  );
  const listed = [...page.matchAll(/href="#[^"]+"[^>]*>([^<]+)</g)].map(([, words]) => words);
  expect(new Set(listed).size).toBe(3);
  expect(listed.every((words) => /: Use 1,200 characters or fewer$/.test(words ?? ""))).toBe(true);
});
