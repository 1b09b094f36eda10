import type { Locale } from "#domain/basics/bilingual.ts";
import type { ElectorateTerms } from "#domain/eligibility/electorate-terms.ts";
import type { SubmittedContent } from "#domain/involvement/submission.ts";
import type { AreaChoice } from "#features/involvement/drafting/queries.ts";
import { areaOptions } from "#features/involvement/drafting/ui/create-form.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

/** What a key of a submission is called: "Title in English", "A bench: Cost". Its own title, where `content` has it, comes first. */
export function nameOfKey(locale: Locale, key: string, content: SubmittedContent): string {
  const { workspace, pages } = messages(locale);
  const t = workspace.approval;
  const parts = key.split(".");
  const [kind = "", second = ""] = parts;
  if (kind === "phase") return `${t.keys.phase}: ${second in pages.vote.phases ? pages.vote.phases[second as keyof typeof pages.vote.phases] : second}`;
  if (kind === "readiness") return second in workspace.readiness.items ? workspace.readiness.items[second as keyof typeof workspace.readiness.items][0] : second;
  // Parts of a survey go by their codes, as they do among its versions.
  if (["survey", "section", "question"].includes(kind)) return content[key] === undefined ? parts.slice(kind === "survey" ? 1 : 2).join(" · ") : parts.join(" · ");
  const owned = kind === "pot" || kind === "project";
  const [name = "", language] = owned ? parts.slice(2) : parts;
  const plain = name in t.keys ? t.keys[name as keyof typeof t.keys] : name;
  const named = language === "en" || language === "cy" ? `${plain} (${t.inLanguage[language]})` : plain;
  const owner = owned ? content[`${kind}.${second}.${kind === "pot" ? "name" : "title"}.${locale}`] || content[`${kind}.${second}.${kind === "pot" ? "name" : "title"}.en`] : "";
  return owner ? `${owner}: ${named}` : named;
}

/** What a value of a submission means to a reader: money, days and names in place of codes. */
export function showValue(locale: Locale, key: string, value: string, areas: readonly AreaChoice[]): string {
  const { drafting, pages } = messages(locale);
  const f = format(locale);
  const name = key.split(".").at(-1) ?? "";
  if (key.startsWith("phase.")) {
    const [from = "", to = ""] = value.split("/");
    return to === "" ? f.date(from) : f.range(from, to);
  }
  if (name.endsWith("Pence")) return value === "" ? "" : f.money(Number(value));
  if (name.endsWith("At")) return value === "" ? "" : f.dateAndTime(new Date(value));
  if (name === "potId") return value;
  if (name === "areaId") return areaOptions(locale, areas).find((option) => option.value === value)?.text ?? value;
  if (key === "topic") return pages.topics[value as keyof typeof pages.topics];
  if (key === "level") return drafting.details.levels[value as keyof typeof drafting.details.levels];
  if (key === "ballot") return ballotWords(locale, value);
  if (key === "electorate") return electorateWords(locale, value);
  if (name === "tile") return value in drafting.projects.tiles ? drafting.projects.tiles[value as keyof typeof drafting.projects.tiles] : drafting.projects.noTile;
  return value;
}

function ballotWords(locale: Locale, value: string): string {
  const t = messages(locale).drafting.ballot;
  const ballot = JSON.parse(value) as { ballotKind: keyof typeof t.kinds; minChoices: number; maxChoices: number | null; pointsTotal?: number; pointsMost?: number; rule: string };
  const rule = ballot.rule in t.rules ? t.rules[ballot.rule as keyof typeof t.rules][0] : ballot.rule;
  const limit = (label: string, number: number | null) => (number === null ? [] : [`${label}: ${number}`]);
  return [
    t.kinds[ballot.ballotKind][0],
    rule,
    ...limit(t.minChoices, ballot.minChoices),
    ...limit(t.maxChoices, ballot.maxChoices),
    ...limit(t.pointsTotal, ballot.pointsTotal ?? null),
    ...limit(t.pointsMost, ballot.pointsMost ?? null),
  ].join(" · ");
}

function electorateWords(locale: Locale, value: string): string {
  const t = messages(locale).electorate.officer;
  const { ties, schools, minAge, maxAge, ageTold, rollName, rollUse, identityLevel } = JSON.parse(value) as ElectorateTerms & { readonly rollName: string | null };
  const aged = minAge !== null || maxAge !== null;
  return [
    ...ties.map((tie) => t.tieNames[tie]),
    ...schools,
    ...(minAge === null ? [] : [`${t.minAge}: ${minAge}`]),
    ...(maxAge === null ? [] : [`${t.maxAge}: ${maxAge}`]),
    ...(aged ? [t.ageTolds[ageTold][0]] : []),
    ...(rollName === null ? [] : [`${rollName}: ${t.rollUses[rollUse][0]}`]),
    t.levels[identityLevel][0],
  ].join(" · ");
}

