import path from "node:path";
import { describe, expect, test } from "vitest";
import { filesIn, isTest, textOf, trackedFiles } from "./tracked-files.ts";

const features = filesIn("features").filter((file) => /\.tsx?$/.test(file) && !isTest(file));

describe("writes", () => {
  test("in an officer's name ask the policy module, in the command or in a command it uses", () => {
    const asks = (file: string) => textOf(file).includes("authorise(");
    const writes = (file: string) => /\(\s*scope: ActorScope/.test(textOf(file)) && /inTransaction\(|\.(insert|update|delete)\(/.test(textOf(file));
    const careless = features.filter((file) => writes(file) && !asks(file) && !featuresImportedBy(file).some(asks));
    expect(careless).toEqual([]);
  });

  test("go through commands: queries only read", () => {
    const writing = features.filter((file) => file.endsWith("/queries.ts") && /\.(insert|update|delete)\(\w+\)|inTransaction\(/.test(textOf(file)));
    expect(writing).toEqual([]);
  });
});

describe("the brand of a scope", () => {
  test("is given only by the gates, and by test support", () => {
    const minting = /\bas (unknown as )?(PublicScope|ActorScope|SystemScope)\b/;
    const gates = /^(features\/councils\/(public-scope|actor-scope|system-scope)\.ts$|worker\/|testing\/)/;
    const minters = trackedFiles.filter((file) => /\.tsx?$/.test(file) && !isTest(file) && !gates.test(file) && minting.test(textOf(file)));
    expect(minters).toEqual([]);
  });
});

function featuresImportedBy(file: string): string[] {
  return [...textOf(file).matchAll(/from "(#features\/|\.\/)([^"]+)"/g)].map(([, start, rest]) =>
    start === "./" ? path.posix.join(path.dirname(file), rest ?? "") : `features/${rest ?? ""}`,
  );
}
