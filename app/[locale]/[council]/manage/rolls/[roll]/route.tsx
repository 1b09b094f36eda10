import type { RefusedForm } from "#domain/basics/fault.ts";
import { pageAsked } from "#domain/basics/page-asked.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { goTo, officerPage } from "#features/councils/respond.tsx";
import { takeRollFile } from "#features/eligibility/rolls/importing/actions.ts";
import { getRollPage } from "#features/eligibility/rolls/queries.ts";
import { rollPage } from "#features/eligibility/rolls/ui/rolls-pages.tsx";

export const GET = officerPage<"roll">(async (scope, { params, query }) => {
  const page = pageAsked(query.get("page")) - 1;
  return show(scope, params.roll, (query.get("q") ?? "").replaceAll("\u0000", "").trim().slice(0, 120), page);
});

// The body is a file of up to hundreds of megabytes: it is read as it arrives.
export const POST = officerPage<"roll">(async (scope, { params, request }) => {
  const taken = await takeRollFile(scope, params.roll, request);
  if (!taken.ok) return show(scope, params.roll, "", 0, taken.error);
  return goTo(`/${scope.locale}/${scope.council.slug}/manage/imports/${taken.value.importId}`);
});

const show = async (scope: ActorScope, rollId: string, wanted: string, page: number, refused?: RefusedForm) =>
  rollPage({ scope, ...(await getRollPage(scope, rollId, wanted, page)), wanted, page, ...(refused && { refused }) });
