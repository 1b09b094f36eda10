import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { findPotOfPoll } from "#features/involvement/following/queries.ts";
import { saveLots } from "#features/voting/results/actions.ts";
import { getCountDesk } from "#features/voting/results/queries.ts";
import { deskName } from "#features/voting/results/ui/count-desk.tsx";
import { LotsForm } from "#features/voting/results/ui/lots-form.tsx";
import { optionsToShow } from "#features/voting/results/ui/options-to-show.ts";
import { messages } from "#i18n/messages.ts";
import { randomId } from "#platform/random.ts";

async function show(scope: ActorScope, pollId: string, form: RefusedForm = EMPTY_FORM) {
  const { locale, council } = scope;
  const [desk, pot] = [await getCountDesk(scope, pollId), await findPotOfPoll(scope, pollId)];
  const address = `/${locale}/${council.slug}/manage/results/${pollId}`;
  const t = messages(locale).results;
  // Nothing waits for lots: the desk says what is next.
  if (form.faults.length === 0 && desk.run?.state !== "lots-required") return goTo(address);
  return {
    title: t.lotsForm.title,
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: [{ href: address, text: t.desk.title({ name: deskName(locale, pot, desk.poll.question) }) }],
    body: <LotsForm locale={locale} options={optionsToShow(desk.options, [])} tied={desk.run?.tied ?? []} once={randomId()} form={form} />,
  };
}

export const GET = officerPage<"poll">((scope, { params }) => show(scope, params.poll));

export const POST = officerForm<"poll">(async (scope, { values }, { params }) => {
  const outcome = await saveLots(scope, { ...values, pollId: [params.poll] });
  return outcome.ok ? goTo(`/${scope.locale}/${scope.council.slug}/manage/results/${params.poll}`) : show(scope, params.poll, outcome.error);
});
