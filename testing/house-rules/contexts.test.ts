import { describe, expect, test } from "vitest";
import { CONTEXTS } from "../../contexts.config.js";
import { filesIn } from "./tracked-files.ts";

/** Rooms divided by context, and what else may stand in each. */
const ROOMS: Record<string, readonly string[]> = {
  domain: ["basics", "policy"],
  "db/schema": ["platform"],
  features: [],
  "i18n/messages/en": ["components", "faults", "pages", "site"],
  "i18n/messages/cy": ["components", "faults", "pages", "site"],
  "e2e/journeys": [],
};

/** Kinds of message that have a file of their own beside their context's. */
const PARTS_OF_CONTEXTS = ["people", "results"];

describe.each(Object.entries(ROOMS))("%s", (room, besides) => {
  test("is divided by the names of contexts.config.js", () => {
    const names = new Set(filesIn(room).map((file) => file.slice(room.length + 1).split("/")[0]?.replace(/\.tsx?$/, "") ?? ""));
    const known = new Set([...Object.keys(CONTEXTS), ...besides, ...(room.startsWith("i18n/") ? PARTS_OF_CONTEXTS : [])]);
    expect([...names].filter((name) => !known.has(name))).toEqual([]);
  });
});

test("the graph has no circle", () => {
  const graph = CONTEXTS as Record<string, string[]>;
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
    (graph[from] ?? []).some((next) => next === to || (!seen.has(next) && next !== "*" && reaches(next, to, seen.add(next))));
  expect(Object.keys(graph).filter((context) => reaches(context, context))).toEqual([]);
});
