import type { AnyScope } from "#domain/councils/scope.ts";
import { electorateFrom } from "#domain/eligibility/electorate-terms.ts";
import type { ElectionInView } from "#features/elections/queries.ts";
import { namesOfElectorates } from "#features/eligibility/electorate/names-of-electorates.ts";

/** Every name by which the electorate of an election is told in words. */
export const namesOfElections = (scope: AnyScope, { electorate, calendar }: ElectionInView) => namesOfElectorates(scope, [electorateFrom(electorate, [])], calendar.pollingDay);
