import type { AnyScope } from "#domain/councils/scope.ts";
import { splitGain } from "#domain/partnerships/pooled-budget.ts";
import { listWholePools } from "#features/partnerships/pooled-budgets/queries.ts";
import { listPartners } from "#features/partnerships/queries.ts";

type Row = readonly (string | number)[];

/** Pounds with two decimals and no sign of the currency. */
const pounds = (pence: number): string => (pence / 100).toFixed(2);

/** What each body puts in, header first; see docs/data/pooled-budgets.md. */
export async function* contributionRows(scope: AnyScope): AsyncGenerator<Row> {
  yield ["pool", "pool_name", "body", "body_cy", "financial_year", "kind", "ring_fence", "amount_gbp", "condition", "condition_cy"];
  for (const pool of await listWholePools(scope))
    for (const { partner, year, kind, ringFence, amountPence, condition } of pool.contributions) yield [pool.slug, pool.name.en, partner.en, partner.cy, year, kind, ringFence, pounds(amountPence), condition.en, condition.cy];
}

/** What the money is given out for, header first. */
export async function* allocationRows(scope: AnyScope): AsyncGenerator<Row> {
  yield ["pool", "pool_name", "what", "what_cy", "financial_year", "kind", "ring_fence", "amount_gbp", "participatory_pot"];
  for (const pool of await listWholePools(scope))
    for (const { what, year, kind, ringFence, amountPence, pot } of pool.allocations) yield [pool.slug, pool.name.en, what.en, what.cy, year, kind, ringFence, pounds(amountPence), pot?.name.en ?? ""];
}

/** The business cases: a row for each body and year, with its share of the whole gain and whether it has signed the version that stands; header first. */
export async function* caseRows(scope: AnyScope): AsyncGenerator<Row> {
  yield ["pool", "case", "case_cy", "version", "fingerprint_sha256", "body", "financial_year", "invests_gbp", "gains_gbp", "share_percent", "gain_by_share_gbp", "signed_at"];
  const partners = new Map((await listPartners(scope)).map(({ id, name }) => [id, name]));
  for (const pool of await listWholePools(scope))
    for (const { title, version, sha256, shares, lines, signOffs } of pool.cases) {
      const gain = splitGain(
        lines.reduce((sum, { gainPence }) => sum + gainPence, 0),
        shares,
      );
      for (const partnerId of new Set([...shares, ...lines].map((each) => each.partnerId))) {
        const own = lines.filter((line) => line.partnerId === partnerId);
        const percent = ((shares.find((share) => share.partnerId === partnerId)?.basisPoints ?? 0) / 100).toFixed(2);
        const signed = signOffs.find((each) => each.partnerId === partnerId)?.signedAt.toISOString() ?? "";
        for (const { year, investPence, gainPence } of own.length > 0 ? own : [{ year: pool.fromYear, investPence: 0, gainPence: 0 }])
          yield [pool.slug, title.en, title.cy, version, sha256, partners.get(partnerId)?.en ?? "", year, pounds(investPence), pounds(gainPence), percent, pounds(gain.get(partnerId) ?? 0), signed];
      }
    }
}

/** Every pooled budget with its money in pence, its purses and its business cases with their signatures, piece by piece. */
export async function* pooledBudgetsJson(scope: AnyScope): AsyncGenerator<string> {
  const partners = new Map((await listPartners(scope)).map(({ id, name, slug }) => [id, { slug, name }]));
  const body = ({ partnerId, ...rest }: { readonly partnerId: string }) => ({ body: partners.get(partnerId) ?? null, ...rest });
  yield `{"version":1,"council":${JSON.stringify(scope.council.name)},"pooledBudgets":[`;
  let first = true;
  for (const { id: _, boardId: __, contributions, allocations, cases, ...pool } of await listWholePools(scope)) {
    yield `${first ? "" : ","}${JSON.stringify({
      ...pool,
      contributions: contributions.map(({ id: ___, partner: ____, ...each }) => body(each)),
      allocations: allocations.map(({ id: ___, pot, ...each }) => ({ ...each, participatoryPot: pot?.name ?? null })),
      cases: cases.map(({ shares, lines, signOffs, voided, ...each }) => ({ ...each, shares: shares.map(body), lines: lines.map(body), signatures: signOffs.map(body), voidSignatures: voided.map(body) })),
    })}`;
    first = false;
  }
  yield "]}\n";
}
