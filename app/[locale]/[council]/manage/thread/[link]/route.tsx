import { EMPTY_FORM } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { untieStrand } from "#features/golden-thread/actions.ts";
import { listTiedStrands } from "#features/golden-thread/queries.ts";
import { TakeBack } from "#features/golden-thread/ui/workspace.tsx";
import { messages } from "#i18n/messages.ts";

async function show(scope: ActorScope, link: string, form = EMPTY_FORM) {
  const { locale, council } = scope;
  const t = messages(locale).goldenThread.manage;
  const strand = found((await listTiedStrands(scope)).find(({ id, takenBack }) => id === link && takenBack === null), "strand");
  const home = `/${locale}/${council.slug}`;
  return {
    title: t.untie,
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: [{ href: `${home}/manage/thread`, text: t.title }],
    body: <TakeBack locale={locale} home={home} strand={strand} form={form} />,
  };
}

export const GET = officerPage<"link">((scope, { params }) => show(scope, params.link));

export const POST = officerForm<"link">(async (scope, { values }, { params }) => {
  const outcome = await untieStrand(scope, { ...values, link: [params.link] });
  return outcome.ok ? goTo(`/${scope.locale}/${scope.council.slug}/manage/thread?done=untied`) : show(scope, params.link, outcome.error);
});
