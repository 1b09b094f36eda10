import type { Locale } from "#domain/basics/bilingual.ts";
import { messages } from "#i18n/messages.ts";
import type { BatchInView, CodeInView } from "../queries.ts";
import { standingWords } from "./batch.tsx";

/** The batches with their counts, as rows of a table to download. */
export async function* countLines(locale: Locale, batches: readonly BatchInView[]): AsyncGenerator<readonly (string | number)[]> {
  const t = messages(locale).accessCodes.desk;
  yield [t.batch, t.kind, t.state, t.codes, t.made, t.printed, t.used, t.revoked];
  for (const { label, place, kind, state, counts } of batches)
    yield [[label, place].filter((text) => text !== "").join(", "), t.kinds[kind], t.states[state], counts.wanted, counts.made, counts.printed, counts.used, counts.revoked];
}

/** The codes of a batch by number and look-up part, without the codes themselves. */
export async function* codeLines(locale: Locale, codes: AsyncIterable<CodeInView>): AsyncGenerator<readonly (string | number)[]> {
  const t = messages(locale).accessCodes.batch;
  yield [t.number, t.lookUp, t.standing];
  for await (const code of codes) yield [code.number, code.lookUp, standingWords(locale, code)];
}
