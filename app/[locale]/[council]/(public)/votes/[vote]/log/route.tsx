import { EMPTY_FORM, typed, type RefusedForm } from "#domain/basics/fault.ts";
import { pageAsked } from "#domain/basics/page-asked.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { readTrackingCode } from "#domain/voting/ballot-box/receipt.ts";
import { publicForm, publicPage } from "#features/councils/respond.tsx";
import { countClaims } from "#features/eligibility/claims/queries.ts";
import { PublishedNumbers } from "#features/eligibility/claims/ui/published-numbers.tsx";
import { getVoteAtHand } from "#features/involvement/votes-at-hand/queries.ts";
import { countLog, findPromised, findReceipt, listTrackingCodes } from "#features/voting/ballot-box/queries.ts";
import { ballotLogPage } from "#features/voting/ballot-box/ui/ballot-log.tsx";

const PER_PAGE = 50;

async function show(scope: PublicScope, slug: string, wanted: number, form: RefusedForm, receipt: string | null = null) {
  const vote = await getVoteAtHand(scope, slug);
  const pollIds = vote.ballots.map(({ pollId }) => pollId);
  const counts = await countLog(scope, pollIds);
  const sum = (part: "ballots" | "replaced" | "waiting") => counts.reduce((total, each) => total + each[part], 0);
  const [ballots, replaced, waiting] = [sum("ballots"), sum("replaced"), sum("waiting")];
  const pages = Math.max(1, Math.ceil((ballots + replaced - waiting) / PER_PAGE));
  const page = Math.min(pages, Math.max(1, wanted));
  const lines = await listTrackingCodes(scope, pollIds, page, PER_PAGE);
  const code = readTrackingCode(typed(form, "code"));
  const promised = receipt === null ? null : await findPromised(scope, pollIds, receipt);
  const shown = promised !== null && typeof promised !== "object" ? { ...form, faults: [{ field: "receipt", code: promised }] } : form;
  const looked = promised !== null && typeof promised === "object" ? promised : code.ok && receipt === null ? { code: code.value, found: await findReceipt(scope, pollIds, { code: code.value }), broken: false } : undefined;
  const requests = <PublishedNumbers locale={scope.locale} numbers={await countClaims(scope, vote.id)} findHref={`/${scope.locale}/${scope.council.slug}/requests`} />;
  return ballotLogPage({ requests, locale: scope.locale, council: scope.council, vote, form: shown, looked, lines, page, pages, ballots, replaced, waiting });
}

/** The public log, page by page. */
export const GET = publicPage<"vote">((scope, { params, query }) => show(scope, params.vote, pageAsked(query.get("page")), EMPTY_FORM));

const LARGEST_RECEIPT = 64 * 1024;

/** Looks for a code or a receipt's file. It is posted: an address is kept in histories and logs, and the code is only its voter's to know. */
export const POST = publicForm<"vote">(async (scope, { values, files }, { params }) => {
  const file = files["receipt"];
  if (file) return show(scope, params.vote, 1, { values, faults: [] }, file.byteLength > LARGEST_RECEIPT ? "" : await file.text());
  const known = readTrackingCode(typed({ values, faults: [] }, "code"));
  return show(scope, params.vote, 1, { values, faults: known.ok ? [] : [{ field: "code", code: "code-mistyped" }] });
}, 2 * LARGEST_RECEIPT);
