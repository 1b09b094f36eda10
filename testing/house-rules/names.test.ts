import path from "node:path";
import { describe, expect, test } from "vitest";
import { filesIn, isTest, textOf, trackedFiles } from "./tracked-files.ts";

const source = trackedFiles.filter((file) => /\.(ts|tsx|js|mjs)$/.test(file));

describe("names of files and folders", () => {
  test("none says nothing about what it holds", () => {
    const empty = /(^|\/)(index|utils?|helpers?|common|misc|shared|lib|types|constants|hooks|services?|managers?)(\.[a-z.]+)?(\/|$)/;
    expect(trackedFiles.filter((file) => empty.test(file))).toEqual([]);
  });

  test("are in kebab-case", () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/;
    const segments = (file: string) => file.split("/").filter((part) => !/^[[(].*[\])]$/.test(part));
    expect(source.filter((file) => !segments(file).every((part) => kebab.test(part.replace(/^\./, ""))))).toEqual([]);
  });
});

/** What a file of a feature may be, besides one step named for the function it exports. */
const VOCABULARY = new Set(["input", "queries", "actions", "jobs", "notices", "dataset"]);
const GATES = new Set([
  "features/accounts/auth.ts",
  "features/accounts/session.ts",
  "features/councils/actor-scope.ts",
  "features/councils/public-scope.ts",
  "features/councils/system-scope.ts",
  "features/councils/respond.tsx",
]);

describe("a file of a feature", () => {
  const own = filesIn("features").filter((file) => !isTest(file) && !GATES.has(file));

  test("belongs to a context", () => {
    expect(own.filter((file) => file.split("/").length < 3)).toEqual([]);
  });

  test("belongs to the vocabulary, shows something in ui/, or is one step named for what it exports", () => {
    const strangers = own.filter((file) => {
      const name = path.basename(file).replace(/\.tsx?$/, "");
      if (file.includes("/ui/")) return !/\.tsx?$/.test(file);
      return !VOCABULARY.has(name) && !exportsItsName(file, name);
    });
    expect(strangers).toEqual([]);
  });
});

/** `cast-vote.ts` exports `castVote`, or at least something that shares a word with it. */
function exportsItsName(file: string, name: string): boolean {
  const exported = [...textOf(file).matchAll(/^export (?:async )?(?:function\*?|const|class|interface|type) (\w+)/gm)].map(([, word]) =>
    (word ?? "").toLowerCase(),
  );
  return name.split("-").some((word) => word.length > 2 && exported.some((export_) => export_.includes(word)));
}

test("app/ holds only files with a meaning to Next", () => {
  const special = /^(route|layout|not-found|global-not-found|error|global-error|icon|apple-icon|robots|sitemap|manifest)\.(ts|tsx|svg|png|ico)$|^favicon\.ico$/;
  expect(filesIn("app").filter((file) => !isTest(file) && !special.test(path.basename(file)))).toEqual([]);
});
