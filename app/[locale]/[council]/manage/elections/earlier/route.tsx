import { entryOf } from "#domain/basics/entry-of.ts";
import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { electionCrumbs } from "#features/involvement/electing/ui/election-frame.ts";
import { TURNOUT_ACTS } from "#features/involvement/election-evaluation/actions.ts";
import { listEarlierTurnouts } from "#features/involvement/election-evaluation/queries.ts";
import { EarlierTurnouts } from "#features/involvement/election-evaluation/ui/earlier-turnouts.tsx";
import { messages } from "#i18n/messages.ts";
import { randomId } from "#platform/random.ts";

export const dynamic = "force-dynamic";

/** Turnouts of elections held before Folkmoot, for officers to enter. */
async function show(scope: ActorScope, form: RefusedForm = EMPTY_FORM, done = "") {
  const { locale, council } = scope;
  const t = messages(locale).electionEvaluation.earlier;
  return {
    title: t.title,
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: electionCrumbs(scope),
    body: <EarlierTurnouts locale={locale} welsh={council.welsh} form={form} once={randomId()} back={`/${locale}/${council.slug}/manage/elections`} done={entryOf<string>(t.done, done)} entered={await listEarlierTurnouts(scope)} />,
  };
}

export const GET = officerPage((scope, { query }) => show(scope, EMPTY_FORM, query.get("done") ?? ""));

export const POST = officerForm(async (scope, { values }, { path }) => {
  const name = values["act"]?.at(-1) ?? "";
  const act = found(entryOf(TURNOUT_ACTS, name), "act");
  const outcome = await act(scope, values);
  return outcome.ok ? goTo(`${path}?done=${name}`) : show(scope, outcome.error);
});
