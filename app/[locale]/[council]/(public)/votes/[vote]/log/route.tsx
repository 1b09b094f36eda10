import { EMPTY_FORM, typed, type RefusedForm } from "#domain/basics/fault.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { readTrackingCode } from "#domain/voting/ballot-box/receipt.ts";
import { publicForm, publicPage } from "#features/councils/respond.tsx";
import { countClaims } from "#features/eligibility/claims/queries.ts";
import { PublishedNumbers } from "#features/eligibility/claims/ui/published-numbers.tsx";
import { getVoteAtHand } from "#features/involvement/votes-at-hand/queries.ts";
import { countLog, findByTrackingCode, listTrackingCodes } from "#features/voting/ballot-box/queries.ts";
import { ballotLogPage } from "#features/voting/ballot-box/ui/ballot-log.tsx";

const PER_PAGE = 50;

async function show(scope: PublicScope, slug: string, wanted: number, form: RefusedForm) {
  const vote = await getVoteAtHand(scope, slug);
  const pollIds = vote.ballots.map(({ pollId }) => pollId);
  const counts = await countLog(scope, pollIds);
  const ballots = counts.reduce((sum, each) => sum + each.ballots, 0);
  const replaced = counts.reduce((sum, each) => sum + each.replaced, 0);
  const pages = Math.max(1, Math.ceil((ballots + replaced) / PER_PAGE));
  const page = Math.min(pages, Math.max(1, wanted));
  const lines = await listTrackingCodes(scope, pollIds, page, PER_PAGE);
  const code = readTrackingCode(typed(form, "code"));
  const looked = code.ok ? { code: code.value, found: await findByTrackingCode(scope, pollIds, code.value) } : undefined;
  const requests = <PublishedNumbers locale={scope.locale} numbers={await countClaims(scope, vote.id)} findHref={`/${scope.locale}/${scope.council.slug}/requests`} />;
  return ballotLogPage({ requests, locale: scope.locale, council: scope.council, vote, form, looked, lines, page, pages, ballots, replaced });
}

/** The public log, page by page. */
export const GET = publicPage<"vote">((scope, { params, query }) => show(scope, params.vote, Number.parseInt(query.get("page") ?? "1", 10) || 1, EMPTY_FORM));

/** Looks for a code. It is posted: an address is kept in histories and logs, and the code is only its voter's to know. */
export const POST = publicForm<"vote">((scope, { values }, { params }) => {
  const known = readTrackingCode(typed({ values, faults: [] }, "code"));
  return show(scope, params.vote, 1, { values, faults: known.ok ? [] : [{ field: "code", code: "code-mistyped" }] });
});
