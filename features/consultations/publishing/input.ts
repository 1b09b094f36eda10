import type { Fault, TypedValues } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { Answers } from "#domain/consultations/answer.ts";
import { CUT_REASONS, findWords, type Cut, type CutReason } from "#domain/consultations/publishing/cut-words.ts";
import { wordsOf } from "#domain/consultations/publishing/publishable.ts";
import type { PublicationDecision } from "./decide-publication.ts";

const MOST_LINES = 50;

const isReason = (value: string): value is CutReason => (CUT_REASONS as readonly string[]).includes(value);

/**
 * Reads what was decided about the answers of a response. Of each question: `verdict.<code>` is `publish`, `withhold` or nothing;
 * `cut.<code>` are stretches `start:end:reason` that were ticked; `words.<code>` more words to take out, one to a line, for the reason
 * `for.<code>`; `reason.<code>` says why it is withheld; `seen.<code>` is the step that stood when the page was opened.
 */
export function readDecisions(answers: Answers, values: TypedValues): Result<readonly PublicationDecision[], readonly Fault[]> {
  const decisions: PublicationDecision[] = [];
  const faults: Fault[] = [];
  const one = (name: string) => values[name]?.at(-1)?.trim() ?? "";
  for (const [code, answer] of Object.entries(answers)) {
    const verdict = one(`verdict.${code}`);
    if (answer === undefined || verdict === "") continue;
    const seen = /^\d{1,6}$/.test(one(`seen.${code}`)) ? { seen: Number(one(`seen.${code}`)) } : {};
    if (verdict === "withhold") {
      const reason = one(`reason.${code}`);
      if (isReason(reason)) decisions.push({ questionCode: code, verdict: "withheld", reason, cuts: [], ...seen });
      else faults.push({ field: `reason.${code}`, code: "reason-missing" });
      continue;
    }
    const written = wordsOf(answer);
    const typedReason = one(`for.${code}`);
    const reason = isReason(typedReason) ? typedReason : "name";
    const cuts: Cut[] = (values[`cut.${code}`] ?? []).flatMap((given) => {
      const [, start, end, why = ""] = /^(\d{1,6}):(\d{1,6}):([a-z-]+)$/.exec(given) ?? [];
      return isReason(why) ? [{ start: Number(start), end: Number(end), reason: why }] : [];
    });
    for (const line of one(`words.${code}`).split(/\r?\n/).slice(0, MOST_LINES)) {
      if (line.trim() === "") continue;
      const places = findWords(written, line.normalize("NFC"), reason);
      if (places.length === 0) faults.push({ field: `words.${code}`, code: "words-not-there", params: { words: line.trim().slice(0, 80) } });
      cuts.push(...places);
    }
    decisions.push({ questionCode: code, verdict: "published", reason: "", cuts, ...seen });
  }
  return faults.length > 0 ? err(faults) : ok(decisions);
}
