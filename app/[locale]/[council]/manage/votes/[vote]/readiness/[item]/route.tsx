import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { COMMON_ITEMS } from "#domain/involvement/readiness.ts";
import { found } from "#domain/policy/access-error.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { signItem } from "#features/involvement/approval/actions.ts";
import { SignPage } from "#features/involvement/approval/ui/readiness.tsx";
import { getVoteForOfficers, type BudgetVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

const itemOf = (text: string) => found(COMMON_ITEMS.find((item) => item === text), "readiness item");

export const GET = officerPage<"vote" | "item">(async (scope, { params }) => show(scope, await getVoteForOfficers(scope, params.vote), params.item, EMPTY_FORM));

export const POST = officerForm<"vote" | "item">(async (scope, form, { params }) => {
  const signed = await signItem({ scope, engagementId: params.vote, item: itemOf(params.item) }, form.values);
  if (signed.ok) return goTo(`${voteHome(scope, params.vote)}/readiness`);
  return { ...show(scope, await getVoteForOfficers(scope, params.vote), params.item, signed.error), status: 422 };
});

function show(scope: ActorScope, vote: BudgetVoteForOfficers, text: string, form: RefusedForm) {
  const item = itemOf(text);
  const signer = can(scope.actor, "engagement.sign-readiness", vote) ? scope.actor.name || scope.actor.email : null;
  return {
    title: messages(scope.locale).workspace.readiness.items[item][0],
    crumbs: voteCrumbs(scope, vote),
    body: <SignPage locale={scope.locale} vote={vote} item={item} form={form} home={voteHome(scope, vote.id)} signer={signer} />,
  };
}
