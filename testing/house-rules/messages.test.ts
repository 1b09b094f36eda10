import { describe, expect, test } from "vitest";
import { messages } from "#i18n/messages.ts";

type Leaf = string | ((...args: never[]) => unknown);

/** Every message with its place, as ["site.nav.results", "Results"]. */
function leaves(value: unknown, place = ""): [string, Leaf][] {
  if (typeof value === "string" || typeof value === "function") return [[place, value as Leaf]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => leaves(part, place === "" ? key : `${place}.${key}`));
}

describe("messages", () => {
  const english = new Map(leaves(messages("en")));
  const welsh = new Map(leaves(messages("cy")));

  test("exist in both languages", () => {
    expect([...welsh.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test("are never empty", () => {
    const empty = [...english, ...welsh].filter(([, text]) => typeof text === "string" && text.trim() === "");
    expect(empty.map(([place]) => place)).toEqual([]);
  });

  test("take the same values in both languages", () => {
    const differing = [...english].filter(([place, text]) => {
      const other = welsh.get(place);
      return typeof text === "function" && (typeof other !== "function" || other.length > text.length);
    });
    expect(differing.map(([place]) => place)).toEqual([]);
  });

  test("are translated: no sentence is the same in Welsh", () => {
    const same = [...english].filter(([place, text]) => typeof text === "string" && text.includes(" ") && text.length > 20 && welsh.get(place) === text);
    expect(same.map(([place]) => place)).toEqual([]);
  });
});
