import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matchElector, withinTwo, type ElectorDetails, type EntryToMatch } from "./match-elector.ts";
import { familyKey, givenKey, partName, referenceKey, sameGiven } from "./name-forms.ts";

const entry = (id: string, given: string, family: string, more: Partial<EntryToMatch> = {}): EntryToMatch => ({
  id,
  givenKey: givenKey(given),
  familyKey: familyKey(family),
  postcode: "LL655AA",
  birthDate: "1990-02-28",
  birthYear: null,
  referenceKey: "A1",
  ...more,
});
const asking = (givenNames: string, familyName: string, more: Partial<ElectorDetails> = {}): ElectorDetails => ({ givenNames, familyName, postcode: "LL655AA", birthDate: "1990-02-28", reference: "", ...more });
const kind = (details: ElectorDetails, ...entries: EntryToMatch[]) => matchElector(details, entries).kind;

describe("names", () => {
  test.each([
    ["O’Brien", "O'Brien"],
    ["Ó Briain", "o briain"],
    ["O'Brien", "Obrien"],
    ["Mac Giolla Phádraig", "MacGiolla-Phadraig"],
    ["McDonald", "Mac Donald"],
    ["Mc Donald", "MACDONALD"],
    ["Ní Dhomhnaill", "ni dhomhnaill"],
    ["ap Rhys", "Ap-Rhys"],
    ["ab Owain", "ap Owain"],
    ["Llŷr-Wŷn", "Llyr Wyn"],
    ["St. John-Smith", "St John Smith"],
    ["Müller", "Muller"],
    ["Strauß", "Strauss"],
    ["Sørensen", "Sorensen"],
    ["D’Souza", "Dsouza"],
    ["  van   der  Berg ", "Van der Berg"],
  ])("%s is %s", (one, other) => {
    expect(familyKey(one)).toBe(familyKey(other));
  });
  test.each([
    ["Anne-Marie", "Annemarie", true],
    ["Anne Marie Louise", "Anne-Marie", true],
    ["Siân", "Sian", true],
    ["Mary", "Mary Jane", true],
    ["Mrs Mary", "Mary", true],
    ["Mary", "Marie", false],
    ["Ann", "Anne", false],
    ["", "Mary", false],
  ])("%s and %s: %s", (one, other, same) => {
    expect(sameGiven(givenKey(one), givenKey(other))).toBe(same);
    expect(sameGiven(givenKey(other), givenKey(one))).toBe(same);
  });
  test("a whole name is parted", () => {
    expect(partName("Jones, Mair Ann")).toEqual({ givenNames: "Mair Ann", familyName: "Jones" });
    expect(partName("Siân ap Rhys")).toEqual({ givenNames: "Siân", familyName: "ap Rhys" });
    expect(partName("Seán Ó Briain")).toEqual({ givenNames: "Seán", familyName: "Ó Briain" });
    expect(partName("Cher")).toEqual({ givenNames: "", familyName: "Cher" });
  });
});

describe("matching", () => {
  test("a name with postcode and date of birth, or with postcode and number, is one", () => {
    expect(matchElector(asking("Mair", "Jones"), [entry("e", "Mair Ann", "Jones"), entry("f", "Huw", "Jones")])).toEqual({ kind: "one", entryId: "e" });
    expect(kind(asking("Mair", "Jones", { birthDate: null, reference: "a-1" }), entry("e", "Mair", "Jones"))).toBe("one");
    expect(kind(asking("Mair", "Jones"), entry("e", "Mair", "Jones", { postcode: "", birthDate: "1990-02-28" }))).toBe("unsure");
    expect(kind(asking("Mair", "Jones", { reference: "a1" }), entry("e", "Mair", "Jones", { postcode: "" }))).toBe("one");
  });
  test("less is not enough, and a contradiction is no match", () => {
    expect(kind(asking("Mair", "Jones", { birthDate: null }), entry("e", "Mair", "Jones"))).toBe("unsure");
    expect(kind(asking("Mair", "Jones", { postcode: "", birthDate: null, reference: "A1" }), entry("e", "Mair", "Jones"))).toBe("unsure");
    expect(kind(asking("Mair", "Jones", { reference: "B2" }), entry("e", "Mair", "Jones"))).toBe("unsure");
    expect(kind(asking("Mair", "Jones"), entry("e", "Mair", "Jones", { birthDate: "1991-02-28" }))).toBe("unsure");
    expect(kind(asking("Mair", "Jones"), entry("e", "Mair", "Jones", { birthDate: null, birthYear: 1990 }))).toBe("unsure");
  });
  test("several, a marriage, a move or a slip of the pen are for an officer; a stranger is none", () => {
    expect(matchElector(asking("Mair", "Jones"), [entry("e", "Mair", "Jones"), entry("f", "Mair", "Jones")])).toEqual({ kind: "unsure", entryIds: ["e", "f"] });
    expect(kind(asking("Mair", "Evans"), entry("e", "Mair", "Jones"))).toBe("unsure");
    expect(kind(asking("Mair", "Jones", { postcode: "LL655AB" }), entry("e", "Mair", "Jones"))).toBe("unsure");
    expect(kind(asking("Maire", "Jones"), entry("e", "Mair", "Jones"))).toBe("unsure");
    expect(kind(asking("Huw", "Evans"), entry("e", "Mair", "Jones"))).toBe("none");
    expect(kind(asking("Mair", "Jones", { postcode: "LL655AB", birthDate: "1970-01-01" }), entry("e", "Mair", "Jones"))).toBe("none");
    expect(kind(asking("Mair", "Jones"))).toBe("none");
  });

  const name = fc.array(fc.constantFrom("mair", "siân", "ó", "briain", "ap", "rhys", "mac", "néill", "llŷr", "smith", "anne"), { minLength: 1, maxLength: 3 });
  const disguises = fc.record({ upper: fc.boolean(), between: fc.constantFrom(" ", "  ", "-", " - ", "’ "), plain: fc.boolean(), edge: fc.constantFrom("", " ", "\t") });
  const disguise = (words: readonly string[], how: { upper: boolean; between: string; plain: boolean; edge: string }): string => {
    const text = how.edge + words.join(how.between) + how.edge;
    const plain = how.plain ? text.normalize("NFD").replace(/\p{M}/gu, "") : text;
    return how.upper ? plain.toUpperCase() : plain;
  };
  test("spacing, case, accents and hyphens never matter", () => {
    fc.assert(
      fc.property(name, name, disguises, disguises, (given, family, one, other) => {
        const written = entry("e", given.join(" "), family.join(" "));
        expect(matchElector(asking(disguise(given, one), disguise(family, other)), [written])).toEqual({ kind: "one", entryId: "e" });
        expect(matchElector(asking(given.join(" "), family.join(" ")), [entry("e", disguise(given, one), disguise(family, other))])).toEqual({ kind: "one", entryId: "e" });
      }),
    );
  });
  test("an entry of another name is never the one", () => {
    fc.assert(
      fc.property(name, name, name, (given, family, other) => {
        fc.pre(familyKey(family.join(" ")) !== familyKey(other.join(" ")));
        expect(matchElector(asking(given.join(" "), other.join(" ")), [entry("e", given.join(" "), family.join(" "))]).kind).not.toBe("one");
      }),
    );
  });
  test("the order of the entries does not matter", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([entry("e", "Mair", "Jones"), entry("f", "Huw", "Jones"), entry("g", "Mair", "Evans")], { minLength: 3 }), (entries) => {
        expect(matchElector(asking("Mair", "Jones"), entries)).toEqual({ kind: "one", entryId: "e" });
      }),
    );
  });
});

test("numbers are read whatever stands between them", () => {
  expect(referenceKey(" ab-12/3 ")).toBe("AB123");
});

test("two letters apart", () => {
  expect([withinTwo("mair", "maire"), withinTwo("mair", "mary"), withinTwo("siân", "sian"), withinTwo("huw", "mair"), withinTwo("ann", "annabel")]).toEqual([true, true, true, false, false]);
});
