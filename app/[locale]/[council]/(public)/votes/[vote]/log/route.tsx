import { EMPTY_FORM } from "#domain/basics/fault.ts";
import { readTrackingCode } from "#domain/voting/ballot-box/receipt.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { getVoteAtHand } from "#features/involvement/votes-at-hand/queries.ts";
import { countLog, findByTrackingCode, listTrackingCodes } from "#features/voting/ballot-box/queries.ts";
import { ballotLogPage } from "#features/voting/ballot-box/ui/ballot-log.tsx";

const PER_PAGE = 50;

/** The public log: a tracking code is found by a form that stands in the address, as it says nothing of a choice. */
export const GET = publicPage<"vote">(async (scope, { params, query }) => {
  const vote = await getVoteAtHand(scope, params.vote);
  const pollIds = vote.ballots.map(({ pollId }) => pollId);
  const counts = await countLog(scope, pollIds);
  const ballots = counts.reduce((sum, each) => sum + each.ballots, 0);
  const replaced = counts.reduce((sum, each) => sum + each.replaced, 0);
  const pages = Math.max(1, Math.ceil((ballots + replaced) / PER_PAGE));
  const page = Math.min(pages, Math.max(1, Number.parseInt(query.get("page") ?? "1", 10) || 1));
  const lines = await listTrackingCodes(scope, pollIds, page, PER_PAGE);

  const typed = query.get("code");
  const code = typed === null || typed === "" ? null : readTrackingCode(typed);
  const looked = code?.ok ? { code: code.value, found: await findByTrackingCode(scope, pollIds, code.value) } : undefined;
  const values = { code: [typed ?? ""] };
  const form = code && !code.ok ? { values, faults: [{ field: "code", code: "code-mistyped" }] } : { ...EMPTY_FORM, values };
  return ballotLogPage({ locale: scope.locale, council: scope.council, vote, form, looked, lines, page, pages, ballots, replaced });
});
