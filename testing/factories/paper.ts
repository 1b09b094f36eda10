import { database } from "#db/client.ts";
import { pollingPlaces, presidingOfficers } from "#db/schema/voting/polling-places.ts";
import type { ActorScope, SystemScope } from "#domain/councils/scope.ts";
import { FIRST_NUMBER, shownPaperNumber } from "#domain/voting/paper/paper-number.ts";
import { beginPass, finishPass } from "#features/voting/paper/begin-pass.ts";
import { keyPaper } from "#features/voting/paper/key-paper.ts";
import { printBatch } from "#features/voting/paper/print-batch.ts";
import { randomId } from "#platform/random.ts";

/** A polling place with these presiding officers; gives its id. */
export async function makePlace(scope: SystemScope | ActorScope, letters: string, ...officers: readonly ActorScope[]): Promise<string> {
  const id = randomId();
  await database().insert(pollingPlaces).values({ id, councilId: scope.council.id, letters, nameEn: `Place ${letters}`, nameCy: `Lle ${letters}` });
  if (officers.length > 0) await database().insert(presidingOfficers).values(officers.map(({ actor }) => ({ placeId: id, personId: actor.personId })));
  return id;
}

/** One batch of papers for a place by the real command; gives its id. */
export async function makeBatch(returning: ActorScope, pollId: string, placeId: string, size = 10): Promise<string> {
  const once = randomId();
  const printed = await printBatch(returning, { pollId, placeId, once, size, batches: 1 });
  if (!printed.ok) throw new Error(printed.error);
  return once;
}

/** The number printed on the n-th paper of a poll's first place. */
export const paperNumber = (letters: string, at: number): string => shownPaperNumber({ place: letters, number: FIRST_NUMBER + at });

/** Takes a pass of a batch, keys papers with a cross in these boxes and says that none is left. */
export async function keyAll(officer: ActorScope, batchId: string, letters: string, papers: readonly (readonly number[])[]): Promise<void> {
  const begun = await beginPass(officer, { batchId });
  if (!begun.ok) throw new Error(begun.error);
  for (const [at, choices] of papers.entries()) {
    const kept = await keyPaper(officer, {
      batchId,
      paper: paperNumber(letters, at),
      finding: choices.length === 0 ? "blank" : "nothing",
      marks: choices.map((choice) => ({ optionId: String(choice), value: 1 })),
      setAside: false,
      instead: null,
    });
    if (!kept.ok) throw new Error(JSON.stringify(kept.error));
  }
  const done = await finishPass(officer, { batchId, sure: true });
  if (!done.ok) throw new Error(done.error);
}
