import { textIn } from "#domain/basics/bilingual.ts";
import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import { pageAsked } from "#domain/basics/page-asked.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { moderate } from "#features/elections/hustings/actions.ts";
import { listToModerate } from "#features/elections/hustings/queries.ts";
import { ModerationDesk } from "#features/elections/hustings/ui/moderation-desk.tsx";
import { getElectionForOfficers } from "#features/involvement/electing/queries.ts";
import { electionCrumbs, electionHome } from "#features/involvement/electing/ui/election-frame.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

async function show(scope: ActorScope, id: string, { form = EMPTY_FORM, done = false, page = 1 }: { readonly form?: RefusedForm; readonly done?: boolean; readonly page?: number }) {
  const { locale } = scope;
  const { election, title } = await getElectionForOfficers(scope, id);
  const home = electionHome(scope, id);
  const t = messages(locale).hustings;
  return {
    title: t.moderation.title,
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: electionCrumbs(scope, [
      { href: home, text: textIn(title, locale).text },
      { href: `${home}/hustings`, text: t.desk.title },
    ]),
    body: <ModerationDesk locale={locale} election={title} items={await listToModerate(scope, election.id)} page={page} href={(to) => `${home}/questions?page=${String(to)}`} form={form} done={done ? t.moderation.saved : null} />,
  };
}

export const GET = officerPage<"election">((scope, { params, query }) => show(scope, params.election, { done: query.has("done"), page: pageAsked(query.get("page")) }));

export const POST = officerForm<"election">(async (scope, { values }, { params, path }) => {
  const { election, title, slug } = await getElectionForOfficers(scope, params.election);
  const decided = await moderate({ scope, electionId: election.id, title, slug }, values);
  return decided.ok ? goTo(`${path}?done`) : show(scope, params.election, { form: decided.error });
});
