import { expect, test } from "vitest";
import { FRAMEWORKS, OWN_PROTOCOL } from "#domain/priorities/framework.ts";
import { sourceInWords, wordsOfRules } from "./rule-words.ts";

test("on Welsh pages a law that is cited in English says so, and our own protocol and what officers wrote do not", () => {
  const law = FRAMEWORKS[0]?.law ?? "";
  expect(sourceInWords("cy", law)).toEqual({ text: law, lang: "en" });
  expect(sourceInWords("en", law).lang).toBeUndefined();
  expect(sourceInWords("cy", OWN_PROTOCOL)).toEqual({ text: "Protocol y bartneriaeth ei hun", lang: undefined });
  expect(sourceInWords("cy", "Cofnodion y Cabinet").lang).toBeUndefined();
});

test("the order of approval is said in words, for those who hear the page", () => {
  for (const locale of ["en", "cy"] as const)
    for (const framework of FRAMEWORKS) expect(wordsOfRules(locale, framework).find(({ rule }) => rule === "approvals")?.words).not.toContain(">");
  expect(wordsOfRules("en", FRAMEWORKS[0] as never).find(({ rule }) => rule === "approvals")?.words).toMatch(/, then .+, then /);
});
