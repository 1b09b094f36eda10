import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { OfficesTable } from "#features/elections/results/ui/offices-table.tsx";
import { findCountedContest } from "#features/involvement/electing/queries.ts";
import { findPotOfPoll } from "#features/involvement/following/queries.ts";
import { declare } from "#features/voting/results/actions.ts";
import { getCountDesk } from "#features/voting/results/queries.ts";
import { deskName } from "#features/voting/results/ui/count-desk.tsx";
import { DeclareForm } from "#features/voting/results/ui/declare-form.tsx";
import { resultParts } from "#features/voting/results/ui/options-to-show.ts";
import { messages } from "#i18n/messages.ts";

async function show(scope: ActorScope, pollId: string, form: RefusedForm = EMPTY_FORM) {
  const { locale, council, actor } = scope;
  const [desk, pot] = [await getCountDesk(scope, pollId), await findPotOfPoll(scope, pollId)];
  const home = `/${locale}/${council.slug}`;
  const address = `${home}/manage/results/${pollId}`;
  const t = messages(locale).results;
  const [latest] = desk.counts;
  const ofElection = pot?.holds === "candidates" ? await findCountedContest(scope, desk) : null;
  if ((!latest && !ofElection?.counted) || (form.faults.length === 0 && desk.poll.state !== "counted")) return goTo(address);
  const parts = latest ? resultParts({ locale, home, voteAddress: "", resultAddress: address }, { ballotKind: desk.poll.ballotKind, options: desk.options, sheet: latest.sheet }, []) : null;
  return {
    title: t.declareForm.title,
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: [{ href: address, text: t.desk.title({ name: deskName(locale, pot, desk.poll.question) }) }],
    body: <DeclareForm locale={locale} parts={parts} office={ofElection?.counted ? <OfficesTable locale={locale} offices={ofElection.counted.offices} /> : null} name={actor.name || actor.email} form={form} />,
  };
}

export const GET = officerPage<"poll">((scope, { params }) => show(scope, params.poll));

export const POST = officerForm<"poll">(async (scope, { values }, { params }) => {
  const outcome = await declare(scope, { ...values, pollId: [params.poll] });
  return outcome.ok ? goTo(`/${scope.locale}/${scope.council.slug}/manage/results/${params.poll}`) : show(scope, params.poll, outcome.error);
});
