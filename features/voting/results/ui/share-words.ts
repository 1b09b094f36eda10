import type { CountSheet } from "#domain/voting/results/count-sheet.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { counted, type ResultParts } from "./options-to-show.ts";

/** How the share of each voter was found, in sentences; none for rules that give no shares. */
export function shareWords(locale: ResultParts["locale"], sheet: CountSheet): readonly string[] {
  const t = messages(locale).results.share;
  const f = format(locale);
  const stage = sheet.outcome.stages.find((each) => each.kind === "endowment");
  if (stage?.kind !== "endowment" || sheet.ballots === 0 || stage.stoppedBy === "all-fit") return [];
  const share = f.money(Math.round((stage.perVoter[0]?.value ?? 0) * 100));
  const shared = t.shared({ pot: f.money(sheet.budgetPence), voters: counted(f, sheet.ballots), share: f.money(Math.round(sheet.budgetPence / sheet.ballots)) });
  const plain = sheet.plainShare ? [t.plain({ winners: counted(f, sheet.plainShare.winners), spent: f.money(sheet.plainShare.spentPence) })] : [];
  const raised = stage.stoppedBy === "single-run" ? [] : [t.raised({ step: f.money(sheet.outcome.params.increment) }), t.stopped[stage.stoppedBy]({ share })];
  const rest = sheet.outcome.stages.some((each) => each.kind === "funded" && each.phase === "completion") ? [t.rest] : [];
  return [shared, ...plain, ...raised, ...rest];
}
