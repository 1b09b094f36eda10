import { EMPTY_FORM } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { saveStop } from "#features/golden-thread/actions.ts";
import { getNotedStop, listStops } from "#features/golden-thread/queries.ts";
import { NotedForm } from "#features/golden-thread/ui/noted-form.tsx";
import { listAreasToChoose } from "#features/involvement/queries.ts";
import { messages } from "#i18n/messages.ts";
import { randomId } from "#platform/random.ts";

/** The address of a form for something new. */
const NEW = "new";

async function show(scope: ActorScope, slug: string, form = EMPTY_FORM) {
  const { locale, council } = scope;
  const t = messages(locale).goldenThread.manage;
  const noted = slug === NEW ? null : await getNotedStop(scope, slug);
  const [stops, areas] = await Promise.all([listStops(scope), listAreasToChoose(scope)]);
  const home = `/${locale}/${council.slug}`;
  return {
    title: noted ? t.stops.edit : t.stops.add,
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: [{ href: `${home}/manage/thread`, text: t.title }],
    body: (
      <NotedForm
        locale={locale}
        home={home}
        welsh={council.welsh}
        form={form}
        noted={noted}
        once={form.values["once"]?.at(-1) ?? noted?.id ?? randomId()}
        engagements={stops.filter(({ kind }) => kind === "engagement")}
        areas={areas}
      />
    ),
  };
}

export const GET = officerPage<"noted">((scope, { params }) => show(scope, params.noted));

export const POST = officerForm<"noted">(async (scope, { values }, { params }) => {
  const own = params.noted === NEW ? values : { ...values, once: [(await getNotedStop(scope, params.noted)).id] };
  const outcome = await saveStop(scope, own);
  return outcome.ok ? goTo(`/${scope.locale}/${scope.council.slug}/manage/thread?done=noted`) : show(scope, params.noted, outcome.error);
});
