import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { makeOffer, saveAnswer } from "#features/budgeting/reserves/actions.ts";
import { findReserve } from "#features/budgeting/reserves/queries.ts";
import { ReserveDesk, type PotReserve } from "#features/budgeting/reserves/ui/reserve-desk.tsx";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { getVoteForOfficers, type BudgetVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { isPublic, VoteFrame, voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { getResult } from "#features/voting/results/queries.ts";
import { resultParts } from "#features/voting/results/ui/options-to-show.ts";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"vote">(async (scope, { params }) => {
  const vote = await getVoteForOfficers(scope, params.vote);
  return isPublic(vote.state) ? show(scope, vote, EMPTY_FORM) : goTo(voteHome(scope, vote.id));
});

export const POST = officerForm<"vote">(async (scope, form, { params }) => {
  const done = form.values["act"]?.[0] === "answer" ? await saveAnswer(scope, form.values) : await makeOffer(scope, form.values);
  if (done.ok) return goTo(`${voteHome(scope, params.vote)}/reserve?saved`);
  return { ...(await show(scope, await getVoteForOfficers(scope, params.vote), done.error)), status: 422 };
});

async function show(scope: ActorScope, vote: BudgetVoteForOfficers, form: RefusedForm) {
  const { locale, council, actor } = scope;
  const publicAddress = `/${locale}/${council.slug}/votes/${vote.slug}`;
  const pots = await Promise.all(vote.programme.pots.map((pot) => reserveOf(scope, publicAddress, pot)));
  return {
    title: messages(locale).reserves.desk.title,
    crumbs: voteCrumbs(scope),
    body: (
      <VoteFrame locale={locale} vote={vote} home={voteHome(scope, vote.id)} publicAddress={publicAddress} part="reserve" now={now()}>
        <ReserveDesk locale={locale} pots={pots.flatMap((pot) => pot ?? [])} form={form} mayEdit={can(actor, "delivery.edit", null)} />
      </VoteFrame>
    ),
  };
}

async function reserveOf(scope: ActorScope, publicAddress: string, pot: BudgetVoteForOfficers["programme"]["pots"][number]): Promise<PotReserve | null> {
  const { declared } = await getResult(scope, pot.pollId);
  if (!declared) return null;
  const addresses = { locale: scope.locale, home: `/${scope.locale}/${scope.council.slug}`, voteAddress: publicAddress, resultAddress: `${publicAddress}/results/${pot.slug}` };
  return { potId: pot.id, name: pot.name, parts: resultParts(addresses, declared, pot.projects), reserve: await findReserve(scope, pot, declared.sheet) };
}
