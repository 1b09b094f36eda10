import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CONTEXTS } from "../../contexts.config.js";

const FOUNDATION = ["accounts", "councils", "notifications"];

/** The map of contexts as ARCHITECTURE.md shows it. The foundation, which all may import, is left out to keep it readable. */
function draw(): string {
  const name = (context: string) => context.replaceAll("-", "_");
  const nodes = Object.keys(CONTEXTS).filter((context) => !FOUNDATION.includes(context));
  const arrows = Object.entries(CONTEXTS).flatMap(([context, allowed]: [string, readonly string[]]) =>
    allowed.filter((other) => !FOUNDATION.includes(other)).map((other) => `  ${name(context)} --> ${name(other)}`),
  );
  return ["```mermaid", "flowchart BT", `  foundation["${FOUNDATION.join(", ")}"]`, ...nodes.map((context) => `  ${name(context)}["${context}"]`), ...arrows, "```"].join("\n");
}

test("ARCHITECTURE.md draws the map of contexts as it is", () => {
  const page = readFileSync(new URL("../../ARCHITECTURE.md", import.meta.url), "utf8");
  const drawn = /<!-- contexts -->\n([\s\S]*?)<!-- \/contexts -->/.exec(page)?.[1]?.trim();
  expect(drawn).toBe(draw());
});
