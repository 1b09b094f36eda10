import { describe, expect, test } from "vitest";
import { CONTEXTS } from "../../contexts.config.js";
import { filesIn } from "./tracked-files.ts";

/** Rooms divided by context, and what else may stand in each. */
const WORDS_OF_EVERY_PAGE = ["about", "bundle-faults", "components", "faults", "file-faults", "idea-mail", "pages", "photos", "site", "workspace"];
const ROOMS: Record<string, readonly string[]> = {
  domain: ["basics", "policy"],
  "db/schema": ["platform"],
  features: [],
  "i18n/messages/en": WORDS_OF_EVERY_PAGE,
  "i18n/messages/cy": WORDS_OF_EVERY_PAGE,
  "e2e/journeys": [],
};

/** A context's words may be divided as its feature is: people.ts beside councils.ts for features/councils/people. */
const PARTS = new Set(filesIn("features").flatMap((file) => file.split("/").slice(2, -1)));

describe.each(Object.entries(ROOMS))("%s", (room, besides) => {
  test("is divided by the names of contexts.config.js", () => {
    const names = new Set(filesIn(room).map((file) => file.slice(room.length + 1).split("/")[0]?.replace(/\.tsx?$/, "") ?? ""));
    const known = new Set([...Object.keys(CONTEXTS), ...besides]);
    expect([...names].filter((name) => !known.has(name) && !(room.startsWith("i18n/") && PARTS.has(name)))).toEqual([]);
  });
});

test("every context of the map is there", () => {
  const there = new Set(filesIn("features").map((file) => file.split("/")[1]));
  expect(Object.keys(CONTEXTS).filter((context) => !there.has(context))).toEqual([]);
});

test("the graph has no circle", () => {
  const graph = CONTEXTS as Record<string, string[]>;
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
    (graph[from] ?? []).some((next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))));
  expect(Object.keys(graph).filter((context) => reaches(context, context))).toEqual([]);
});
