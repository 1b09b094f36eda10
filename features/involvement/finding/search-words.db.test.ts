import { describe, expect, test } from "vitest";
import { testDatabase } from "#testing/database.ts";

const { sql } = await testDatabase();

const finds = async (asked: string, en: string, cy = ""): Promise<boolean> => {
  const [row] = await sql<{ found: boolean | null }[]>`select search_words(${en}, ${cy}) @@ search_question(${asked}) as found`;
  return row?.found ?? false;
};

describe("English", () => {
  test.each([
    ["cycling", "A cycle lane on Quay Road"],
    ["libraries", "When should the library open?"],
    ["PARK", "Parks and play"],
    ["playgr", "A new playground"],
    ["the routes", "Evening and Sunday bus route"],
  ])("%s finds %s", async (asked, text) => expect(await finds(asked, text)).toBe(true));

  test("every word must be there", async () => {
    expect(await finds("library swimming", "When should the library open?")).toBe(false);
  });
});

/** Each pair is one word: mutated (soft, nasal, aspirate), in the plural, or without its accents. */
const SAME_WORD = [
  ["cath", "gath"],
  ["cath", "nghath"],
  ["cath", "chath"],
  ["parc", "mharc"],
  ["barc", "parc"],
  ["tref", "dref"],
  ["nhref", "tref"],
  ["thref", "tref"],
  ["bws", "fws"],
  ["mws", "bws"],
  ["dinas", "ninas"],
  ["ddinas", "dinas"],
  ["gardd", "ardd"],
  ["ngardd", "gardd"],
  ["maes", "faes"],
  ["llyfrgell", "lyfrgell"],
  ["rhaglen", "raglen"],
  ["bysiau", "bws"],
  ["parciau", "parc"],
  ["ysgolion", "ysgol"],
  ["llyfrgelloedd", "llyfrgell"],
  ["cynghorau", "cyngor"],
  ["cynghorwyr", "nghyngor"],
  ["ymgynghoriadau", "ymgynghoriad"],
  ["pleidleisiau", "pleidlais"],
  ["pleidleisio", "bleidlais"],
  ["strydoedd", "stryd"],
  ["llwybrau", "lwybr"],
  ["beicio", "beiciau"],
  ["canlyniadau", "ganlyniad"],
  ["gweithiau", "gwaith"],
  ["coeden", "coed"],
  ["ty", "tŷ"],
  ["DŴR", "dwr"],
  ["harian", "arian"],
] as const;

describe("Welsh", () => {
  test.each(SAME_WORD)("%s and %s are one word", async (one, other) => {
    expect(await finds(one, "", `Mae ${other} yma`)).toBe(true);
    expect(await finds(other, "", `Mae ${one} yma`)).toBe(true);
  });

  test.each([
    ["parc", "pont"],
    ["ysgol", "ysbyty"],
    ["bws", "trên"],
    ["cyngor", "cymuned"],
    ["tai", "tref"],
  ])("%s and %s are not", async (one, other) => expect(await finds(one, "", other)).toBe(false));

  test("small words ask for nothing", async () => {
    const [row] = await sql`select search_question('y yn a’r the') as question`;
    expect(row?.["question"]).toBeNull();
    expect(await finds("parciau yn y dref", "", "Parc yn nhref Alaw")).toBe(true);
  });
});

test("anything may be typed", async () => {
  for (const typed of ["", "'", "a:b", "& | !", "(", "\\", "cy:parc", "😀", "--", "parc:*", "'; drop table", "ŵ".repeat(500), "a ".repeat(5000)])
    await expect(sql`select search_question(${typed})`).resolves.toHaveLength(1);
});
