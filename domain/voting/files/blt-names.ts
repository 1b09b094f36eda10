/**
 * Names as councils write them: `Name`, `Name (Party)`, `"Name"`, `"Name ""Party"""` (CSV) and `"Name" "Party"`.
 */
export function readCandidateName(text: string): { name: string; party: string | null } {
  const trimmed = text.trim();
  const twice = /^"((?:[^"]|"")*)"\s+"((?:[^"]|"")*)"$/.exec(trimmed);
  if (twice) return { name: tidy(doubled(twice[1] ?? "")), party: tidy(doubled(twice[2] ?? "")) || null };
  const plain = unquoted(trimmed);
  const withParty = /^(.*?)\s*"([^"]*)"$/.exec(plain) ?? /^(.*\S)\s*\(([^()]*)\)$/.exec(plain);
  if (withParty?.[1]) return { name: tidy(withParty[1]), party: tidy(withParty[2] ?? "") || null };
  return { name: tidy(plain), party: null };
}

export function readTitle(text: string): string {
  return tidy(unquoted(text.trim()));
}

function unquoted(text: string): string {
  return text.length > 1 && text.startsWith('"') && text.endsWith('"') ? doubled(text.slice(1, -1)) : text;
}

function doubled(text: string): string {
  return text.replaceAll('""', '"');
}

function tidy(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
