import { resultOf, winnersOf, type CountSheet } from "#domain/voting/results/count-sheet.ts";
import { explain } from "#domain/voting/results/explanation.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { counted, titlesOf, wholePounds, type ResultParts } from "./options-to-show.ts";

/** Why an option won or did not, in sentences. */
export function explanationWords(parts: Pick<ResultParts, "locale" | "options" | "sheet" | "hasPoints">, option: number): readonly string[] {
  const { locale, sheet, hasPoints } = parts;
  const t = messages(locale).results.explain;
  const f = format(locale);
  const result = resultOf(sheet, option);
  const explanation = explain(sheet, option);
  const cost = f.money(result?.cost ?? 0);
  const votes = { votes: counted(f, result?.votes ?? 0) };
  const chose = moreThanAWinner(sheet, option) ? t.moreChose(votes) : t.chose(votes);
  const start = hasPoints && (result?.score ?? 0) > 0 ? [chose, t.points({ points: counted(f, result?.score ?? 0) })] : [chose];
  switch (explanation.code) {
    case "won-with-shares": {
      const figures = { had: f.money(wholePounds(explanation.hadPence)), cost, payment: f.money(explanation.paymentPence) };
      if (explanation.allTheyHad) return [...start, t.wonWithAllShares(figures)];
      return [...start, hasPoints ? t.wonWithSharesPoints(figures) : t.wonWithShares(figures)];
    }
    case "won-with-rest":
      return [...start, t.wonWithRest({ left: f.money(explanation.leftPence), cost })];
    case "won-in-order":
      return [...start, t.wonInOrder({ left: f.money(explanation.leftPence), cost })];
    case "lost-with-shares":
      return [
        ...start,
        ...(explanation.helped.length > 0 ? [t.helped({ projects: titlesOf(parts, explanation.helped) })] : []),
        t.lostWithShares({ had: f.money(wholePounds(explanation.hadPence)), cost }),
      ];
    case "lost-in-order":
      return [...start, t.lostInOrder({ left: f.money(explanation.leftPence), cost })];
    case "all-fit":
      return [...start, t.allFit];
    default:
      return [...start, t.costs({ cost }), t[explanation.code]];
  }
}

/** Whether an option that lost was chosen by more people than some winner, which people will ask about. */
function moreThanAWinner(sheet: CountSheet, option: number): boolean {
  const result = resultOf(sheet, option);
  if (!result || result.funded) return false;
  return winnersOf(sheet).some((winner) => (resultOf(sheet, winner)?.votes ?? 0) < result.votes);
}
