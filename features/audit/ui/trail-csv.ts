import type { ActorScope } from "#domain/councils/scope.ts";
import { messages } from "#i18n/messages.ts";
import { eachAct, type TrailFilter } from "../queries.ts";
import { actWords, detailWords, thingWords } from "./trail.tsx";

/** The trail as a table, with the hashed text and both fingerprints: anybody can check that each is the SHA-256 of the one before and its text. */
export async function* trailRows(scope: ActorScope, filter: TrailFilter): AsyncGenerator<readonly (string | number)[]> {
  const t = messages(scope.locale).audit.csv;
  yield [t.number, t.at, t.who, t.act, t.about, t.id, t.details, t.previous, t.hash, t.record];
  for await (const { position, at, actorName, act, thingKind, thingId, detail, previousHash, hash, canonical } of eachAct(scope, filter))
    yield [position, at.toISOString(), actorName, actWords(scope.locale, act), thingWords(scope.locale, thingKind), thingId, detailWords(detail), previousHash, hash, canonical];
}
