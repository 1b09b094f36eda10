import { textIn } from "#domain/basics/bilingual.ts";
import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { getElectionForOfficers } from "#features/involvement/electing/queries.ts";
import { electionCrumbs, electionHome } from "#features/involvement/electing/ui/election-frame.ts";
import { tellOfPromise } from "#features/involvement/promises/actions.ts";
import { listPromises } from "#features/involvement/promises/queries.ts";
import { TellPromiseForm } from "#features/involvement/promises/ui/promises-desk.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

async function show(scope: ActorScope, id: string, promiseId: string, form: RefusedForm = EMPTY_FORM) {
  const { locale, council } = scope;
  authorise(scope, "promise.follow", null);
  const { election, title } = await getElectionForOfficers(scope, id);
  const all = (await listPromises(scope, election, londonDay(now()))).flatMap(({ made }) => made);
  const promise = found(all.find((each) => each.id === promiseId && each.proposal === null), "promise");
  const home = electionHome(scope, id);
  const t = messages(locale).promises;
  return {
    title: t.desk.tell,
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: electionCrumbs(scope, [
      { href: home, text: textIn(title, locale).text },
      { href: `${home}/promises`, text: t.desk.title },
    ]),
    body: <TellPromiseForm locale={locale} welsh={council.welsh} form={form} back={`${home}/promises`} promise={promise} />,
  };
}

export const GET = officerPage<"election" | "promise">((scope, { params }) => show(scope, params.election, params.promise));

export const POST = officerForm<"election" | "promise">(async (scope, { values }, { params }) => {
  const told = await tellOfPromise({ scope, engagementId: params.election }, { ...values, promiseId: [params.promise] });
  return told.ok ? goTo(`${electionHome(scope, params.election)}/promises?done=tell`) : show(scope, params.election, params.promise, told.error);
});
