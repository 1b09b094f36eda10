import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database } from "#db/client.ts";
import { pots } from "#db/schema/budgeting/programmes.ts";
import { partnerOfficers, partners, partnershipGroups, partnershipSeats } from "#db/schema/partnerships/partners.ts";
import { poolAllocations, poolCaseLines, poolCases, poolCaseShares, poolContributions, pooledBudgets, poolRingFences, poolSignOffs } from "#db/schema/partnerships/pooled-budgets.ts";
import { keptVersions } from "#db/schema/platform.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { ActorScope, AnyScope } from "#domain/councils/scope.ts";
import { pursesOf, type PoolCaseContent, type Purse, type Share } from "#domain/partnerships/pooled-budget.ts";
import { found } from "#domain/policy/access-error.ts";
import { listVersions, type KeptVersion } from "#platform/kept-versions.ts";
import type { CaseLine } from "./input.ts";

export interface ContributionInView extends Purse {
  readonly id: string;
  readonly partnerId: string;
  readonly partner: BilingualText;
  readonly amountPence: number;
  readonly condition: BilingualText;
}

export interface AllocationInView extends Purse {
  readonly id: string;
  readonly what: BilingualText;
  readonly amountPence: number;
  /** The pot of a participatory budget it went into, with its programme. */
  readonly pot: { readonly name: BilingualText; readonly programmeId: string } | null;
}

export interface CaseInView {
  readonly id: string;
  readonly title: BilingualText;
  readonly summary: BilingualText;
  /** The version that stands, with the fingerprint of what it says. */
  readonly version: number;
  readonly sha256: string;
  readonly shares: readonly Share[];
  readonly lines: readonly CaseLine[];
  /** Of the version that stands. */
  readonly signOffs: readonly SignOff[];
  /** Of earlier versions, newest first: void, because the case has changed since. */
  readonly voided: readonly SignOff[];
}

/** A body's signature under one version of a case. */
export interface SignOff {
  readonly partnerId: string;
  readonly version: number;
  readonly signedAs: string;
  readonly signedAt: Date;
  /** Whether what was signed can still be read: not of signatures from before versions of business cases were kept. */
  readonly textKept: boolean;
}

/** A pooled budget with all that is public about it. Money in pence, years are those a financial year begins in. */
export interface PoolInView {
  readonly id: string;
  readonly slug: string;
  readonly name: BilingualText;
  readonly purpose: BilingualText;
  readonly boardId: string | null;
  readonly board: { readonly name: BilingualText; readonly seats: readonly { readonly holder: string; readonly partner: BilingualText | null }[] } | null;
  readonly fromYear: number;
  readonly years: readonly number[];
  readonly ringFences: readonly { readonly code: string; readonly name: BilingualText }[];
  readonly contributions: readonly ContributionInView[];
  readonly allocations: readonly AllocationInView[];
  readonly purses: ReturnType<typeof pursesOf>;
  readonly cases: readonly CaseInView[];
}

/** The council's pooled budgets by name, with what was put into each. */
export async function listPools(scope: AnyScope): Promise<readonly { readonly slug: string; readonly name: BilingualText; readonly contributedPence: number }[]> {
  const rows = await database().select().from(pooledBudgets).where(eq(pooledBudgets.councilId, scope.council.id)).orderBy(asc(pooledBudgets.nameEn));
  if (rows.length === 0) return [];
  const money = await database().select({ poolId: poolContributions.poolId, amountPence: poolContributions.amountPence }).from(poolContributions).where(inArray(poolContributions.poolId, rows.map(({ id }) => id)));
  return rows.map(({ id, slug, nameEn, nameCy }) => ({ slug, name: bilingual(nameEn, nameCy), contributedPence: money.filter(({ poolId }) => poolId === id).reduce((sum, { amountPence }) => sum + amountPence, 0) }));
}

export interface PoolFeeding {
  readonly slug: string;
  readonly name: BilingualText;
  readonly what: BilingualText;
  readonly amountPence: number;
  readonly pot: BilingualText;
}

/** What pooled budgets have put into the pots of a programme, by when it was given. */
export async function listPoolsFeeding(scope: AnyScope, programmeId: string): Promise<readonly PoolFeeding[]> {
  const rows = await database()
    .select({ pool: pooledBudgets, money: poolAllocations, potEn: pots.nameEn, potCy: pots.nameCy })
    .from(poolAllocations)
    .innerJoin(pooledBudgets, eq(pooledBudgets.id, poolAllocations.poolId))
    .innerJoin(pots, eq(pots.id, poolAllocations.potId))
    .where(and(eq(poolAllocations.councilId, scope.council.id), eq(pots.programmeId, programmeId)))
    .orderBy(asc(poolAllocations.allocatedAt));
  return rows.map(({ pool, money, potEn, potCy }) => ({ slug: pool.slug, name: bilingual(pool.nameEn, pool.nameCy), what: bilingual(money.whatEn, money.whatCy), amountPence: money.amountPence, pot: bilingual(potEn, potCy) }));
}

/** One pooled budget; 404 where the council has none of that name. */
export async function getPool(scope: AnyScope, slug: string): Promise<PoolInView> {
  const [pool] = await readPools(scope, slug);
  return found(pool, "pooled budget");
}

/** All pooled budgets of the council by name, each with all that is public about it: as many statements for a hundred as for one. */
export const listWholePools = (scope: AnyScope): Promise<readonly PoolInView[]> => readPools(scope, null);

async function readPools(scope: AnyScope, slug: string | null): Promise<readonly PoolInView[]> {
  const pools = await database()
    .select()
    .from(pooledBudgets)
    .where(and(eq(pooledBudgets.councilId, scope.council.id), slug === null ? undefined : eq(pooledBudgets.slug, slug)))
    .orderBy(asc(pooledBudgets.nameEn));
  if (pools.length === 0) return [];
  const ids = pools.map(({ id }) => id);
  const [fences, given, spent, cases, boards] = await Promise.all([
    database().select().from(poolRingFences).where(inArray(poolRingFences.poolId, ids)).orderBy(asc(poolRingFences.code)),
    database()
      .select({ money: poolContributions, en: partners.nameEn, cy: partners.nameCy })
      .from(poolContributions)
      .innerJoin(partners, eq(partners.id, poolContributions.partnerId))
      .where(inArray(poolContributions.poolId, ids))
      .orderBy(asc(poolContributions.year), asc(partners.nameEn), asc(poolContributions.enteredAt)),
    database()
      .select({ money: poolAllocations, potEn: pots.nameEn, potCy: pots.nameCy, programmeId: pots.programmeId })
      .from(poolAllocations)
      .leftJoin(pots, eq(pots.id, poolAllocations.potId))
      .where(inArray(poolAllocations.poolId, ids))
      .orderBy(asc(poolAllocations.year), asc(poolAllocations.allocatedAt)),
    listCases(ids),
    listBoards(pools.flatMap(({ boardId }) => (boardId === null ? [] : [boardId]))),
  ]);
  return pools.map((pool) => {
    const contributions = given
      .filter(({ money }) => money.poolId === pool.id)
      .map(({ money: { id, partnerId, year, kind, ringFence, amountPence, conditionEn, conditionCy }, en, cy }) => ({ id, partnerId, partner: bilingual(en, cy), year, kind, ringFence, amountPence, condition: bilingual(conditionEn, conditionCy) }));
    const allocations = spent
      .filter(({ money }) => money.poolId === pool.id)
      .map(({ money: { id, year, kind, ringFence, amountPence, whatEn, whatCy }, potEn, potCy, programmeId }) => ({
        id,
        year,
        kind,
        ringFence,
        amountPence,
        what: bilingual(whatEn, whatCy),
        pot: programmeId === null ? null : { name: bilingual(potEn ?? "", potCy ?? ""), programmeId },
      }));
    return {
      id: pool.id,
      slug: pool.slug,
      name: bilingual(pool.nameEn, pool.nameCy),
      purpose: bilingual(pool.purposeEn, pool.purposeCy),
      boardId: pool.boardId,
      board: pool.boardId === null ? null : (boards.get(pool.boardId) ?? null),
      fromYear: pool.fromYear,
      years: Array.from({ length: pool.years }, (_, index) => pool.fromYear + index),
      ringFences: fences.filter(({ poolId }) => poolId === pool.id).map(({ code, nameEn, nameCy }) => ({ code, name: bilingual(nameEn, nameCy) })),
      contributions,
      allocations,
      purses: pursesOf(contributions, allocations),
      cases: cases.get(pool.id) ?? [],
    };
  });
}

async function listBoards(boardIds: readonly string[]): Promise<ReadonlyMap<string, NonNullable<PoolInView["board"]>>> {
  if (boardIds.length === 0) return new Map();
  const [boards, seats] = await Promise.all([
    database().select({ id: partnershipGroups.id, en: partnershipGroups.nameEn, cy: partnershipGroups.nameCy }).from(partnershipGroups).where(inArray(partnershipGroups.id, boardIds)),
    database()
      .select({ groupId: partnershipSeats.groupId, holder: partnershipSeats.holder, toOn: partnershipSeats.toOn, en: partners.nameEn, cy: partners.nameCy })
      .from(partnershipSeats)
      .leftJoin(partners, eq(partners.id, partnershipSeats.partnerId))
      .where(inArray(partnershipSeats.groupId, boardIds))
      .orderBy(asc(partnershipSeats.role), asc(partnershipSeats.holder)),
  ]);
  return new Map(
    boards.map(({ id, en, cy }) => [
      id,
      { name: bilingual(en, cy), seats: seats.filter(({ groupId, toOn }) => groupId === id && toOn === null).map((seat) => ({ holder: seat.holder, partner: seat.en === null ? null : bilingual(seat.en, seat.cy ?? "") })) },
    ]),
  );
}

/** The business cases of each pool, by its id. */
async function listCases(poolIds: readonly string[]): Promise<ReadonlyMap<string, readonly CaseInView[]>> {
  const rows = await database().select().from(poolCases).where(inArray(poolCases.poolId, poolIds)).orderBy(asc(poolCases.titleEn));
  if (rows.length === 0) return new Map();
  const ids = rows.map(({ id }) => id);
  const [shares, lines, signed, versions] = await Promise.all([
    database().select().from(poolCaseShares).where(inArray(poolCaseShares.caseId, ids)),
    database().select().from(poolCaseLines).where(inArray(poolCaseLines.caseId, ids)).orderBy(asc(poolCaseLines.year)),
    database().select().from(poolSignOffs).where(inArray(poolSignOffs.caseId, ids)).orderBy(asc(poolSignOffs.signedAt)),
    database().select({ id: keptVersions.thingId, number: keptVersions.number, sha256: keptVersions.sha256 }).from(keptVersions).where(inArray(keptVersions.thingId, ids)).orderBy(desc(keptVersions.number)),
  ]);
  const signOffsOf = (id: string) => signed.filter(({ caseId }) => caseId === id).map(({ partnerId, version, signedAs, signedAt }) => ({ partnerId, version, signedAs, signedAt, textKept: versions.some((each) => each.id === id && each.number === version) }));
  const cases = rows.map(({ id, poolId, titleEn, titleCy, summaryEn, summaryCy }) => {
    const { number: version, sha256 } = found(versions.find((each) => each.id === id), "version");
    const inView: CaseInView = {
      id,
      title: bilingual(titleEn, titleCy),
      summary: bilingual(summaryEn, summaryCy),
      version,
      sha256,
      shares: shares.filter(({ caseId }) => caseId === id).map(({ partnerId, basisPoints }) => ({ partnerId, basisPoints })),
      lines: lines.filter(({ caseId }) => caseId === id).map(({ partnerId, year, investPence, gainPence }) => ({ partnerId, year, investPence, gainPence })),
      signOffs: signOffsOf(id).filter((each) => each.version === version),
      voided: signOffsOf(id).filter((each) => each.version !== version).reverse(),
    };
    return { poolId, inView };
  });
  return new Map(poolIds.map((poolId) => [poolId, cases.filter((each) => each.poolId === poolId).map(({ inView }) => inView)]));
}

/** A version of a business case, with who signed it. */
export interface CaseVersion extends Omit<KeptVersion, "content"> {
  readonly content: PoolCaseContent;
  readonly signed: readonly SignOff[];
}

/** Every version of a case of a pool, newest first. */
export async function listCaseVersions(scope: AnyScope, { signOffs, voided, id }: CaseInView): Promise<readonly CaseVersion[]> {
  return (await listVersions(scope.council.id, id)).map(({ content, ...version }) => ({ ...version, content: JSON.parse(content) as PoolCaseContent, signed: [...signOffs, ...voided].filter((each) => each.version === version.number) }));
}

/** Partners whose officer somebody is, who may sign for them; not those that have left. */
export async function listPartnersOfOfficer(scope: ActorScope): Promise<readonly string[]> {
  const rows = await database()
    .select({ partnerId: partnerOfficers.partnerId })
    .from(partnerOfficers)
    .innerJoin(partners, eq(partners.id, partnerOfficers.partnerId))
    .where(and(eq(partnerOfficers.councilId, scope.council.id), eq(partnerOfficers.personId, scope.actor.personId), isNull(partners.leftOn)));
  return rows.map(({ partnerId }) => partnerId);
}
