import { and, eq, isNull } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { people } from "#db/schema/accounts/people.ts";
import { assetTransferInterests, assetTransferParts } from "#db/schema/asset-transfers/decisions.ts";
import { memberships } from "#db/schema/councils/memberships.ts";
import { isJudging, judgeSeparation, type PartTaken, type TransferPart } from "#domain/asset-transfers/part.ts";
import { textIn } from "#domain/basics/bilingual.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { PART_ROLES } from "#domain/policy/asset-transfers.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { messages } from "#i18n/messages.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { env } from "#platform/env.ts";
import { queueMail } from "#platform/mail/mail.ts";
import { lockTransfer, type TransferRow } from "../load-transfer.ts";
import { judgesOf, toJudge } from "../queries.ts";

export type GivePartFault = "role-missing" | "own-application" | "one-judging-part" | "interest-declared-by" | `they-${"scored" | "settled" | "decided" | "reviewed" | "listed"}`;

const THEIRS: Readonly<Record<PartTaken, GivePartFault>> = { "you-scored": "they-scored", "you-settled": "they-settled", "you-decided": "they-decided", "you-reviewed": "they-reviewed", "you-listed": "they-listed" };

/**
 * Asks an officer to do a part of an application, which opens its papers to them and tells them. Refused to whoever has no role for it, applies
 * themselves, has another part of judging it or an interest in it. Asked twice it is one part.
 */
export function givePart(scope: ActorScope, slug: string, { personId, part }: { readonly personId: string; readonly part: TransferPart }): Promise<Result<void, GivePartFault>> {
  return inTransaction(async (tx) => {
    const row = await lockTransfer(tx, scope, slug);
    const judged = await toJudge(tx, row);
    authorise(scope, "asset-transfer.give-part", judged);
    const held = await tx.select({ role: memberships.role }).from(memberships).where(and(eq(memberships.councilId, scope.council.id), eq(memberships.personId, personId)));
    if (!held.some(({ role }) => PART_ROLES[part].includes(role))) return err("role-missing");
    if (row.applicantId === personId || judged.ownerId === personId) return err("own-application");
    const theirs = judged.parts.filter((each) => each.personId === personId);
    if (theirs.some((each) => each.part === part)) return ok();
    if (isJudging(part)) {
      if (theirs.some((each) => isJudging(each.part))) return err("one-judging-part");
      const judges = await judgesOf(tx, row.id);
      const separate = judgeSeparation(part, personId, judges);
      if (!separate.ok) return err(THEIRS[separate.error]);
      if (judges.interested[personId] === true) return err("interest-declared-by");
    }
    await tx.insert(assetTransferParts).values({ transferId: row.id, personId, part, givenBy: scope.actor.personId, givenAt: now() });
    await record(tx, scope, { act: "asset-transfer.part-given", thing: { kind: "asset-transfer", id: row.id }, detail: { part, personId } });
    if (personId !== scope.actor.personId) await tellOfficer(tx, scope, row, personId, part);
    return ok();
  });
}

/** Takes a part away again; its papers are closed to that person unless they have another. */
export function endPart(scope: ActorScope, slug: string, { partId }: { readonly partId: string }): Promise<Result<void, never>> {
  return inTransaction(async (tx) => {
    const row = await lockTransfer(tx, scope, slug);
    authorise(scope, "asset-transfer.give-part", await toJudge(tx, row));
    const [ended] = await tx
      .update(assetTransferParts)
      .set({ endedAt: now() })
      .where(and(eq(assetTransferParts.id, partId), eq(assetTransferParts.transferId, row.id), isNull(assetTransferParts.endedAt)))
      .returning();
    if (ended) await record(tx, scope, { act: "asset-transfer.part-ended", thing: { kind: "asset-transfer", id: row.id }, detail: { part: ended.part, personId: ended.personId } });
    return ok();
  });
}

/** Whoever is asked to judge an application says whether they have an interest in it. With one they stand aside: their part ends. */
export function declareInterest(scope: ActorScope, slug: string, { interested, what }: { readonly interested: boolean; readonly what: string }): Promise<Result<void, never>> {
  return inTransaction(async (tx) => {
    const row = await lockTransfer(tx, scope, slug);
    authorise(scope, "asset-transfer.declare-interest", await toJudge(tx, row));
    const { personId } = scope.actor;
    const judges = await judgesOf(tx, row.id);
    if (judges.interested[personId] === interested && !interested) return ok();
    await tx.insert(assetTransferInterests).values({ transferId: row.id, personId, interested, what: interested ? what : "", declaredAt: now() });
    if (interested)
      await tx
        .update(assetTransferParts)
        .set({ endedAt: now() })
        .where(and(eq(assetTransferParts.transferId, row.id), eq(assetTransferParts.personId, personId), isNull(assetTransferParts.endedAt)));
    await record(tx, scope, { act: "asset-transfer.interest-declared", thing: { kind: "asset-transfer", id: row.id }, detail: { interested } });
    return ok();
  });
}

async function tellOfficer(tx: Transaction, scope: ActorScope, row: TransferRow, personId: string, part: TransferPart): Promise<void> {
  const [person] = await tx.select({ email: people.email, locale: people.locale }).from(people).where(eq(people.id, personId));
  const { email, locale } = found(person, "person");
  const t = messages(locale).transferParts;
  const title = textIn({ en: row.titleEn, cy: row.titleCy }, locale).text;
  const link = `${env().BASE_URL}/${locale}/${scope.council.slug}/manage/asset-transfers/${row.slug}`;
  await queueMail(tx, { to: email, subject: t.mail.subject({ title }), body: [t.mail.asked({ part: t.parts[part], title, organisation: row.organisation }), link].join("\n\n") });
}
