import { createHash } from "node:crypto";
import { eq, max } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { bilingual } from "#db/columns.ts";
import { partners } from "#db/schema/partnerships/partners.ts";
import { memoranda } from "#db/schema/priorities/changes.ts";
import { canonicalJson } from "#domain/basics/canonical-json.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { regardOf, type Memorandum } from "#domain/priorities/memorandum.ts";
import { loadPlan, targetsOfPlan } from "#features/priorities/plans/load-plan.ts";
import { randomId } from "#platform/random.ts";

export interface WriteMemorandumInput extends Pick<Memorandum, "occasion" | "about" | "reason" | "source"> {
  /** Given where a change has to name it before it is written. */
  readonly id?: string;
  readonly planId: string;
  readonly madeOn: CivilDay;
}

/** Publishes every target of a plan as it stands in this transaction. Gives the memorandum's id. */
export async function writeMemorandum(tx: Transaction, scope: ActorScope, { id = randomId(), planId, madeOn, ...content }: WriteMemorandumInput): Promise<string> {
  const { plan, framework } = await loadPlan(tx, scope, planId);
  const all = await tx.select().from(partners).where(eq(partners.councilId, scope.council.id));
  const targets = (await targetsOfPlan(tx, planId)).filter(({ removedOn }) => removedOn === null);
  const memorandum: Memorandum = {
    agreement: bilingual(plan.titleEn, plan.titleCy),
    framework: bilingual(framework.nameEn, framework.nameCy),
    period: { from: plan.startsOn, to: plan.endsOn },
    ...content,
    targets: targets.map((target) => ({
      slug: target.slug,
      title: bilingual(target.titleEn, target.titleCy),
      indicator: bilingual(target.indicatorEn, target.indicatorCy),
      indicatorCode: target.indicatorNumber === null ? "" : `NI ${target.indicatorNumber}`,
      kind: target.kind,
      designatedOn: target.designatedOn,
      baseline: target.baseline,
      baselineDeferredUntil: target.baselineDeferredUntil,
      yearly: target.yearly,
      ...regardOf(
        scope.council.name,
        all.filter(({ id }) => target.parts.some(({ partnerId }) => partnerId === id)).map(({ nameEn, nameCy, underDuty }) => ({ name: bilingual(nameEn, nameCy), underDuty })),
      ),
    })),
  };
  const [last] = await tx.select({ number: max(memoranda.number) }).from(memoranda).where(eq(memoranda.agreementId, planId));
  await tx.insert(memoranda).values({
    id,
    councilId: scope.council.id,
    agreementId: planId,
    number: (last?.number ?? 0) + 1,
    madeOn,
    content: memorandum,
    sha256: createHash("sha256").update(canonicalJson(memorandum)).digest("hex"),
    madeBy: scope.actor.personId,
  });
  return id;
}
