import { eq, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { signSearches } from "#db/schema/consultations/register.ts";
import type { SignKind, SignVerdict } from "#domain/consultations/register/signs.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { countValues, EVERYBODY, type Asked, type Counted } from "#features/consultations/analysis/queries.ts";
import type { Dimension } from "#domain/consultations/analysis/dimensions.ts";

/** Responses that belong together by a sign. */
export interface SignGroup {
  readonly kind: SignKind;
  readonly groupKey: string;
  /** Undecided as long as one of them is. */
  readonly verdict: SignVerdict;
  readonly reason: string;
  readonly responses: readonly { readonly id: string; readonly reference: string }[];
  readonly first: Date;
  readonly last: Date;
  /** What the first of them wrote that is long enough to compare; empty where it wrote nothing. */
  readonly example: string;
}

/** Every sign found, those nobody has judged first, then the largest. */
export async function listSigns(scope: AnyScope, consultationId: string): Promise<readonly SignGroup[]> {
  const rows = await database().execute<{ kind: SignKind; group_key: string; verdict: SignVerdict; reason: string; responses: string; first: string; last: string; example: string | null }>(sql`
    select s.kind::text as kind, s.group_key, case when bool_or(s.verdict = 'undecided') then 'undecided' else min(s.verdict::text) end as verdict, max(s.reason) as reason,
      json_agg(json_build_object('id', r.id, 'reference', r.reference) order by r.received_at, r.id)::text as responses, min(r.received_at)::text as first, max(r.received_at)::text as last,
      (select a.value ->> 'text' from response_answers a where a.response_id = (array_agg(r.id order by r.received_at, r.id))[1] and a.value ? 'text' order by length(a.value ->> 'text') desc limit 1) as example
    from response_signs s join responses r on r.id = s.response_id
    where s.consultation_id = ${consultationId} and s.council_id = ${scope.council.id}
    group by s.kind, s.group_key order by bool_or(s.verdict = 'undecided') desc, count(*) desc, s.group_key limit 200`);
  return rows.map((row) => ({
    kind: row.kind,
    groupKey: row.group_key,
    verdict: row.verdict,
    reason: row.reason,
    responses: JSON.parse(row.responses) as SignGroup["responses"],
    first: new Date(row.first),
    last: new Date(row.last),
    example: row.example ?? "",
  }));
}

/** When the responses were looked through last, and whether that is still under way; null where they never were. */
export async function findSearch(consultationId: string): Promise<{ readonly askedAt: Date; readonly finishedAt: Date | null; readonly responses: number | null } | null> {
  const [row] = await database().select().from(signSearches).where(eq(signSearches.consultationId, consultationId));
  return row ?? null;
}

/** What is counted apart, and why. */
export interface CountedApart {
  readonly responses: number;
  readonly groups: readonly { readonly kind: SignKind; readonly responses: number; readonly reason: string }[];
}

export async function findCountedApart(scope: AnyScope, consultationId: string): Promise<CountedApart> {
  const mine = sql`consultation_id = ${consultationId} and council_id = ${scope.council.id} and verdict = 'apart'`;
  const [[all], groups] = await Promise.all([
    database().execute<{ count: number }>(sql`select count(distinct response_id)::integer as count from response_signs where ${mine}`),
    database().execute<{ kind: SignKind; responses: number; reason: string }>(sql`
      select kind::text as kind, count(*)::integer as responses, max(reason) as reason from response_signs where ${mine} group by kind, group_key order by 2 desc, 3`),
  ]);
  return { responses: all?.count ?? 0, groups: [...groups] };
}

/** How everything closed comes out with and without what is counted apart. */
export interface WithAndWithout {
  readonly dimension: Dimension;
  readonly all: Counted;
  readonly without: Counted;
}

export const compareWithout = (scope: AnyScope, consultationId: string, asked: Asked): Promise<readonly WithAndWithout[]> =>
  Promise.all(
    asked.dimensions
      .filter((dimension) => dimension.by === "question")
      .map(async (dimension) => ({
        dimension,
        all: await countValues(scope, consultationId, dimension),
        without: await countValues(scope, consultationId, dimension, { ...EVERYBODY, apart: "without" }),
      })),
  );
