import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { keyCircles, keyHolders } from "#db/schema/voting/key-holders.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { KEY_HOLDERS } from "#domain/voting/ballot-box/key-shares.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";
import { tellHolders } from "./tell-holders.ts";

export interface NamedHolder {
  readonly name: string;
  readonly email: string;
}

/** The vote whose count key is meant. */
export interface KeySubject {
  readonly id: string;
  readonly title: BilingualText;
}

/**
 * Says who will hold the count key of a vote that is not public yet: three people, in the order of KEY_HOLDERS, or null for the
 * platform's own store. A circle that was named before ends, its links and codes with it. Writes to each of the three. Part of a
 * command that has asked whether its person may.
 */
export async function nameHolders(tx: Transaction, scope: AnyScope, subject: KeySubject, people: readonly NamedHolder[] | null): Promise<void> {
  const at = now();
  const ended = await tx
    .update(keyCircles)
    .set({ endedAt: at })
    .where(and(eq(keyCircles.councilId, scope.council.id), eq(keyCircles.subjectId, subject.id), isNull(keyCircles.endedAt)))
    .returning({ id: keyCircles.id });
  if (people === null) {
    if (ended.length > 0) await record(tx, scope, { act: "count-key.kept-in-store", thing: { kind: "engagement", id: subject.id } });
    return;
  }
  const circle = { id: randomId(), councilId: scope.council.id, subjectId: subject.id, namedAt: at };
  await tx.insert(keyCircles).values(circle);
  const holders = KEY_HOLDERS.map((role, index) => ({ number: index + 1, role, name: people[index]?.name ?? "", email: people[index]?.email ?? "" }));
  await tx.insert(keyHolders).values(holders.map((holder) => ({ circleId: circle.id, ...holder })));
  await record(tx, scope, { act: "count-key.held-by-people", thing: { kind: "engagement", id: subject.id }, detail: { circle: circle.id } });
  await tellHolders(tx, scope, { ...circle, holders }, subject.title, "invite");
}
