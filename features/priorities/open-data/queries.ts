import type { AnyScope } from "#domain/councils/scope.ts";
import { municipalYear, quarterEnd, quarterNumber } from "#domain/priorities/quarter.ts";
import { listStrategies, listTargets, type TargetInView } from "#features/priorities/queries.ts";

const cell = (value: number | string | null): number | string => value ?? "";

/** The table of targets, header first. Days are 2026-10-18; an empty cell is not known. */
export async function* targetRows(scope: AnyScope): AsyncGenerator<readonly (string | number)[]> {
  const targets = await listTargets(scope, { removed: true });
  // As many columns as the longest plan has years; at least three.
  const years = Array.from({ length: Math.max(3, ...targets.map(({ yearly }) => yearly.length)) }, (_, at) => `year_${at + 1}`);
  yield ["target", "title", "title_cy", "measure", "national_indicator", "plan", "kind", "designated_on", "better", "baseline", "baseline_on", "baseline_deferred_until", ...years, "latest", "status", "lead", "co_operates", "areas", "removed_on"];
  for (const target of targets) {
    const { slug, title, indicator, indicatorNumber, plan, kind, designatedOn, polarity, baseline, baselineOn, baselineDeferredUntil, yearly, latest, status, areas, removedOn } = target;
    yield [
      slug,
      title.en,
      title.cy,
      indicator.en,
      indicatorNumber === null ? "" : `NI ${indicatorNumber}`,
      plan?.slug ?? "",
      plan ? kind : "",
      cell(designatedOn),
      polarity,
      cell(baseline),
      cell(baselineOn),
      cell(baselineDeferredUntil),
      ...years.map((_, at) => cell(yearly[at] ?? (plan === null && at === 2 ? target.target : null))),
      cell(latest),
      status,
      leadOf(target),
      namesOf(target, "co-operates"),
      areas.map(({ name }) => name.en).join("; "),
      cell(removedOn),
    ];
  }
}

/** Every reading, the last version of each quarter, header first. */
export async function* readingRows(scope: AnyScope): AsyncGenerator<readonly (string | number)[]> {
  yield ["target", "title", "year", "quarter", "quarter_end", "reading", "expected", "status", "version", "narrative", "narrative_cy", "evidence", "given_by", "given_at"];
  for (const target of await listTargets(scope, { removed: true }))
    for (const { quarter, value, expected, status, version, narrative, evidence, partnerId, givenAt } of target.returns)
      yield [
        target.slug,
        target.title.en,
        municipalYear(quarter),
        quarterNumber(quarter),
        quarterEnd(quarter),
        cell(value),
        cell(expected),
        cell(status),
        version,
        narrative.en,
        narrative.cy,
        evidence,
        target.parts.find((part) => part.partnerId === partnerId)?.name.en ?? scope.council.name.en,
        givenAt.toISOString(),
      ];
}

/** Strategies with their themes and outcomes, and every target with its readings, piece by piece. */
export async function* prioritiesJson(scope: AnyScope): AsyncGenerator<string> {
  const [strategies, targets] = await Promise.all([listStrategies(scope), listTargets(scope, { removed: true })]);
  yield `{"version":1,"council":${JSON.stringify(scope.council.name)},"strategies":${JSON.stringify(strategies)},"targets":[`;
  for (const [at, { id, lead: _, updatedAt, trajectory: __, returns, plan, ...target }] of targets.entries())
    yield `${at === 0 ? "" : ","}${JSON.stringify({ id, ...target, plan: plan?.slug ?? null, updatedAt, readings: returns.map(({ partnerId: ___, ...reading }) => ({ ...reading, quarterEnd: quarterEnd(reading.quarter) })) })}`;
  yield "]}\n";
}

const namesOf = ({ parts }: TargetInView, part: "lead" | "co-operates"): string => parts.filter((each) => each.part === part).map(({ name }) => name.en).join("; ");
const leadOf = (target: TargetInView): string => namesOf(target, "lead") || target.lead;
