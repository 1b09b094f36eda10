/*
 * Names and numbers brought to one form, so that a person is found however they write themselves. The forms are kept with
 * each entry of a roll: whoever changes them must write every entry's keys again.
 */

// Letters that no decomposition takes apart.
const LETTERS: Readonly<Record<string, string>> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ħ: "h", ı: "i", ŋ: "ng" };

/** Particles that belong to the name after them: Irish Ó and Mac, Welsh ap and ferch; written together, apart or with a hyphen. */
const PARTICLES: Readonly<Record<string, string>> = { o: "o", mac: "mac", mc: "mac", mag: "mag", ni: "ni", nic: "nic", ui: "ui", ap: "ap", ab: "ap", ferch: "ferch", verch: "ferch", st: "st", saint: "st" };

const TITLES = new Set(["mr", "mrs", "ms", "miss", "mx", "dr", "rev", "sir", "dame", "prof"]);

/** The words of a name in small plain letters: no accents, apostrophes or points; hyphens and spaces part words alike. */
export function nameWords(name: string): readonly string[] {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[ßæœøđðþłħıŋ]/g, (letter) => LETTERS[letter] ?? letter)
    // Every mark that stands in for an apostrophe: O'Brien, O’Brien, O`Brien, OʼBrien.
    .replace(/['’‘`´ʼʹ′.]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  const words: string[] = [];
  let particle = "";
  for (const word of plain === "" ? [] : plain.split(" ")) {
    const joined = PARTICLES[word];
    if (joined !== undefined) particle += joined;
    else {
      words.push(particle + word.replace(/^mc(?=\p{L}{3})/u, "mac"));
      particle = "";
    }
  }
  if (particle !== "") words.push(particle);
  return words;
}

/** First names as they are compared: words parted by a space, a title before them left out. */
export function givenKey(names: string): string {
  const words = nameWords(names);
  return (words.length > 1 && TITLES.has(words[0] ?? "") ? words.slice(1) : words).join(" ");
}

/** A last name as it is compared: hyphens and spaces make no difference. */
export const familyKey = (name: string): string => nameWords(name).join("");

/** A number on a letter or card: capital letters and digits only. */
export const referenceKey = (reference: string): string => reference.normalize("NFKC").toUpperCase().replace(/[^\p{L}\p{N}]/gu, "");

/**
 * Whether first names may be the same person's: "Anne Marie" is Anne-Marie, Annemarie, and the Anne Marie Louise of the roll;
 * an initial in either stands for the name. Both are keys.
 */
export function sameGiven(one: string, other: string): boolean {
  if (one === "" || other === "") return false;
  if (prefixes(one).some((start) => start === joined(other)) || prefixes(other).some((start) => start === joined(one))) return true;
  const [first = ""] = one.split(" ");
  const [second = ""] = other.split(" ");
  return first === second;
}

/** Whether one of the two is no more than the initial of the other. */
export function sameInitial(one: string, other: string): boolean {
  const [first = "", second = ""] = [one.split(" ")[0], other.split(" ")[0]];
  return (first.length === 1 || second.length === 1) && first[0] === second[0];
}

const joined = (key: string): string => key.replaceAll(" ", "");

/** What the first word, the first two and so on make when written together. */
function prefixes(key: string): string[] {
  const words = key.split(" ");
  return words.map((_, at) => words.slice(0, at + 1).join(""));
}

/** A whole name in one cell, parted: "Jones, Mair" or "Mair Jones". */
export function partName(whole: string): { readonly givenNames: string; readonly familyName: string } {
  const name = whole.trim().replace(/\s+/g, " ");
  const comma = name.indexOf(",");
  if (comma !== -1) return { familyName: name.slice(0, comma).trim(), givenNames: name.slice(comma + 1).trim() };
  const words = name.split(" ");
  let at = words.length - 1;
  while (at > 1 && PARTICLES[(words[at - 1] ?? "").normalize("NFKD").replace(/\p{M}|['’.]/gu, "").toLowerCase()] !== undefined) at -= 1;
  return { givenNames: words.slice(0, at).join(" "), familyName: words.slice(at).join(" ") };
}
