import { database, type Executor } from "#db/client.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import type { Claim } from "#domain/eligibility/claim.ts";
import { rollsOf, type Electorate } from "#domain/eligibility/electorate.ts";
import { namesOfAreas } from "../queries.ts";
import { namesOfRolls } from "../rolls/queries.ts";
import type { ElectorateNames } from "./ui/electorate-words.ts";

/** Every name by which these electorates, and the places of a claim, are told in words. */
export async function namesOfElectorates(scope: AnyScope, electorates: readonly Electorate[], pollingDay: CivilDay | null, { claim, executor = database() }: { readonly claim?: Claim | undefined; readonly executor?: Executor } = {}): Promise<ElectorateNames> {
  const named = electorates.flatMap(({ rules }) => rules.flat()).flatMap((condition) => ("areaIds" in condition ? condition.areaIds : []));
  const own = claim ? [claim.home, claim.work, claim.study].flatMap((place) => place?.[0] ?? []) : [];
  const [areas, rolls] = await Promise.all([namesOfAreas(scope, [...new Set([...named, ...own])], executor), namesOfRolls(scope, [...new Set(electorates.flatMap(rollsOf))], executor)]);
  return { council: scope.council.name, areas, rolls, pollingDay };
}
