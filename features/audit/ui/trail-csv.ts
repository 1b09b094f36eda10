import type { Locale } from "#domain/basics/bilingual.ts";
import { messages } from "#i18n/messages.ts";
import type { ActToCheck } from "../queries.ts";
import { actWords, detailWords, thingWords } from "./trail.tsx";

/** The trail as a table, with the hashed text and both fingerprints: anybody can check that each is the SHA-256 of the one before and its text. */
export async function* trailRows(locale: Locale, acts: AsyncIterable<ActToCheck>): AsyncGenerator<readonly (string | number)[]> {
  const t = messages(locale).audit.csv;
  yield [t.number, t.at, t.who, t.act, t.about, t.id, t.details, t.previous, t.hash, t.record];
  for await (const { position, at, actorName, act, thingKind, thingId, detail, previousHash, hash, canonical } of acts)
    yield [position, at.toISOString(), actorName, actWords(locale, act), thingWords(locale, thingKind), thingId, detailWords(detail), previousHash, hash, canonical];
}
