import { textIn, type BilingualText } from "#domain/basics/bilingual.ts";
import { resultOf, winnersOf } from "#domain/voting/results/count-sheet.ts";
import { PotBar } from "#components/charts/pot-bar.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { OptionTitle } from "./option-title.tsx";
import { counted, type ResultParts } from "./options-to-show.ts";
import { resultTitle } from "./result-page.tsx";

export interface EmbeddedResultProps {
  readonly parts: ResultParts;
  readonly council: BilingualText;
  readonly pot: { readonly name: BilingualText; readonly slug: string; readonly ofArea: boolean };
  /** The whole address of the result, since this page stands in another site's. */
  readonly address: string;
}

/** The winners of a pot, small enough for a frame in somebody else's page. Its only link leads out of the frame. */
export function EmbeddedResult(props: EmbeddedResultProps) {
  const { parts, council, address } = props;
  const { locale, sheet } = parts;
  const t = messages(locale).results;
  const f = format(locale);
  const winners = winnersOf(sheet);
  return (
    <main id="main" className="wrap stack mt-3 mb-3">
      <p className="small muted">{textIn(council, locale).text}</p>
      <h1 className="h2">{resultTitle(props)}</h1>
      <p>{t.leadEverywhere({ voters: counted(f, sheet.ballots), spent: f.money(sheet.outcome.totalCost), pot: f.money(sheet.budgetPence) })}</p>
      <PotBar parts={winners.map((winner) => (100 * (resultOf(sheet, winner)?.cost ?? 0)) / sheet.budgetPence)} />
      <ol>
        {winners.map((winner) => (
          <li key={winner}>
            <strong>
              <OptionTitle parts={parts} number={winner} />
            </strong>
            <br />
            {f.money(resultOf(sheet, winner)?.cost ?? 0)} · {t.happen.votes(counted(f, resultOf(sheet, winner)?.votes ?? 0))}
          </li>
        ))}
      </ol>
      <p>
        <a href={address} target="_top">
          {messages(locale).announcing.embed.whole}
        </a>
      </p>
    </main>
  );
}
