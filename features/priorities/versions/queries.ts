import { and, eq } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database } from "#db/client.ts";
import { areas } from "#db/schema/councils/areas.ts";
import { councils } from "#db/schema/councils/councils.ts";
import { partners } from "#db/schema/partnerships/partners.ts";
import { agreementCouncils, agreements, agreementSignatures, strategies } from "#db/schema/priorities/agreements.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import type { ActorScope, AnyScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import type { AgreementState } from "#domain/priorities/agreement.ts";
import type { PlanContent, StrategyContent } from "#domain/priorities/plan-content.ts";
import type { StrategyInView } from "#features/priorities/queries.ts";
import { listVersions, type KeptVersion } from "#platform/kept-versions.ts";

/** A version of a plan's draft, with who signed it. */
export interface PlanVersion extends Omit<KeptVersion, "content"> {
  readonly content: PlanContent;
  /** Signatures that were not taken back. */
  readonly signed: readonly { readonly memberId: string; readonly council: BilingualText; readonly as: string; readonly on: CivilDay }[];
}

/** Every version of a plan, newest first. */
export async function listPlanVersions(councilId: string, planId: string): Promise<readonly PlanVersion[]> {
  const [versions, signatures] = await Promise.all([
    listVersions(councilId, planId),
    database()
      .select({ version: agreementSignatures.version, memberId: agreementSignatures.memberId, as: agreementSignatures.signedAs, on: agreementSignatures.signedOn, takenBackOn: agreementSignatures.takenBackOn, en: councils.nameEn, cy: councils.nameCy })
      .from(agreementSignatures)
      .innerJoin(councils, eq(councils.id, agreementSignatures.memberId))
      .where(eq(agreementSignatures.agreementId, planId))
      .orderBy(agreementSignatures.signedOn),
  ]);
  return versions.map(({ content, ...version }) => ({
    ...version,
    content: JSON.parse(content) as PlanContent,
    signed: signatures.filter((each) => each.version === version.number && each.takenBackOn === null).map(({ memberId, en, cy, as, on }) => ({ memberId, council: bilingual(en, cy), as, on })),
  }));
}

/** Every version of a strategy, newest first. */
export async function listStrategyVersions(scope: AnyScope, strategy: StrategyInView): Promise<readonly (Omit<KeptVersion, "content"> & { readonly content: StrategyContent })[]> {
  return (await listVersions(scope.council.id, strategy.id)).map(({ content, ...version }) => ({ ...version, content: JSON.parse(content) as StrategyContent }));
}

/** What partners, areas and strategies of a council, and all councils, are called, by `partner:health`. */
export async function namesInPlans(councilId: string): Promise<ReadonlyMap<string, BilingualText>> {
  const [bodies, places, above, all] = await Promise.all([
    database().select({ key: partners.slug, en: partners.nameEn, cy: partners.nameCy }).from(partners).where(eq(partners.councilId, councilId)),
    database().select({ key: areas.code, en: areas.nameEn, cy: areas.nameCy }).from(areas).where(eq(areas.councilId, councilId)),
    database().select({ key: strategies.slug, en: strategies.titleEn, cy: strategies.titleCy }).from(strategies).where(eq(strategies.councilId, councilId)),
    database().select({ key: councils.slug, en: councils.nameEn, cy: councils.nameCy }).from(councils),
  ]);
  const named = (kind: string, rows: typeof bodies) => rows.map(({ key, en, cy }) => [`${kind}:${key}`, bilingual(en, cy)] as const);
  return new Map([...named("partner", bodies), ...named("area", places), ...named("strategy", above), ...named("council", all)]);
}

export interface PlanToSign {
  readonly planId: string;
  readonly title: BilingualText;
  readonly state: AgreementState;
  readonly keeper: BilingualText;
  /** Where it can be read, without the language. */
  readonly address: string;
  /** Newest first; the first is the one that is signed. */
  readonly versions: readonly PlanVersion[];
  readonly names: ReadonlyMap<string, BilingualText>;
}

/** A plan that the officer's council is a member of, wherever it is kept, as it is read before it is signed; 404 for others. */
export async function getPlanToSign(scope: ActorScope, planId: string): Promise<PlanToSign> {
  const [row] = await database()
    .select({ plan: agreements, keeper: councils })
    .from(agreementCouncils)
    .innerJoin(agreements, eq(agreements.id, agreementCouncils.agreementId))
    .innerJoin(councils, eq(councils.id, agreements.councilId))
    .where(and(eq(agreementCouncils.memberId, scope.council.id), eq(agreements.id, planId)));
  const { plan, keeper } = found(row, "plan");
  const [versions, names] = await Promise.all([listPlanVersions(keeper.id, plan.id), namesInPlans(keeper.id)]);
  return { planId, title: bilingual(plan.titleEn, plan.titleCy), state: plan.state, keeper: bilingual(keeper.nameEn, keeper.nameCy), address: `${keeper.slug}/plans/${plan.slug}`, versions, names };
}
