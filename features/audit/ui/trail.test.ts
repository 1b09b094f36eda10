import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { messages } from "#i18n/messages.ts";
import { actWords, detailWords, inShort } from "./trail.tsx";

const ROOT = path.join(import.meta.dirname, "../../..");

/** Every act that the code records, as it is written there. */
function recordedActs(): Set<string> {
  const files = execFileSync("git", ["ls-files", "features/**/*.ts", "seed/**/*.ts", "worker/*.ts"], { cwd: ROOT, encoding: "utf8" }).split("\n");
  const acts = new Set<string>();
  for (const file of files) {
    if (file === "" || file.endsWith(".test.ts")) continue;
    for (const line of readFileSync(path.join(ROOT, file), "utf8").split("\n"))
      if (/\bact: /.test(line)) for (const [, act] of line.matchAll(/"([a-z-]+\.[a-z-]+)"/g)) acts.add(act ?? "");
  }
  return acts;
}

describe("the words of the trail", () => {
  it("name every act there is", () => {
    const recorded = recordedActs();
    const named = new Set(Object.keys(messages("en").audit.acts));
    expect([...recorded].filter((act) => !named.has(act))).toEqual([]);
  });

  it("leave an act from another time as it was recorded", () => {
    expect(actWords("en", "poll.closed")).toBe("Voting closed");
    expect(actWords("cy", "pool.drained")).toBe("pool.drained");
  });

  it("show details plainly", () => {
    expect(detailWords({ changed: ["nameEn", "welsh"], rows: 12, to: null, where: { a: 1 } })).toBe('changed: nameEn, welsh · rows: 12 · to: null · where: {"a":1}');
    expect(detailWords({})).toBe("");
    expect(inShort(`fingerprint: ${"0af1".repeat(16)} · pot: 6317cf48-f582-4660-b223-44abedf8ea2b · rows: 11264`)).toBe("fingerprint: 0af10af1… · pot: 6317cf48… · rows: 11264");
    expect(inShort("word ".repeat(100))).toHaveLength(240);
  });
});
