import { EMPTY_FORM, typed } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { tieStrand } from "#features/golden-thread/actions.ts";
import { readStop } from "#features/golden-thread/input.ts";
import { findVoices, listNotedStops, listStops, listTiedStrands } from "#features/golden-thread/queries.ts";
import { ThreadWorkspace } from "#features/golden-thread/ui/workspace.tsx";
import { messages } from "#i18n/messages.ts";

async function show(scope: ActorScope, form = EMPTY_FORM, query = new URLSearchParams()) {
  const { locale, council, actor } = scope;
  const chosen = typed(form, "from", query.get("from") ?? "");
  const words = query.get("words");
  const done = query.get("done");
  const [stops, found, tied, noted] = await Promise.all([listStops(scope, readStop(chosen)), words === null ? [] : findVoices(scope, words), listTiedStrands(scope), listNotedStops(scope)]);
  return {
    title: messages(locale).goldenThread.manage.title,
    status: form.faults.length > 0 ? 422 : 200,
    body: (
      <ThreadWorkspace
        locale={locale}
        home={`/${locale}/${council.slug}`}
        welsh={council.welsh}
        stops={stops}
        search={words === null ? null : { words, found }}
        chosen={chosen}
        tied={tied}
        noted={noted}
        form={form}
        done={done === "tied" || done === "untied" || done === "noted" ? done : null}
        mayTie={can(actor, "thread.link", null)}
      />
    ),
  };
}

export const GET = officerPage((scope, { query }) => show(scope, EMPTY_FORM, query));

export const POST = officerForm(async (scope, { values }) => {
  const outcome = await tieStrand(scope, values);
  return outcome.ok ? goTo(`/${scope.locale}/${scope.council.slug}/manage/thread?done=tied`) : show(scope, outcome.error);
});
