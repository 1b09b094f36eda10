import { textIn } from "#domain/basics/bilingual.ts";
import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { goTo, memberForm, memberPage } from "#features/councils/respond.tsx";
import { getElectionInView } from "#features/involvement/electing/queries.ts";
import { standFrame } from "#features/involvement/electing/ui/election-frame.ts";
import { addOwnPromise } from "#features/involvement/promises/actions.ts";
import { findMayorsBudget, findOwnElected, listOffers, listPromises } from "#features/involvement/promises/queries.ts";
import { OwnPromises } from "#features/involvement/promises/ui/own-promises.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";

export const dynamic = "force-dynamic";

/** Promises of somebody elected, for themselves; 404 for everybody else. */
async function show(scope: ActorScope, slug: string, form: RefusedForm = EMPTY_FORM, done = false) {
  const { locale, council } = scope;
  const { election, title } = await getElectionInView(scope, slug);
  const own = found((await findOwnElected(scope, election)) ?? undefined, "elected");
  const [budget, people, offers] = await Promise.all([findMayorsBudget(scope, election.id), listPromises(scope, election, londonDay(now())), listOffers(scope, election.id, own.nominationId)]);
  return {
    ...standFrame(scope, { slug, title }),
    title: messages(locale).promises.own.title,
    status: form.faults.length > 0 ? 422 : 200,
    body: (
      <OwnPromises
        locale={locale}
        welsh={council.welsh}
        kicker={textIn(title, locale).text}
        form={form}
        done={done}
        once={randomId()}
        open={budget !== null}
        made={people.find(({ nominationId }) => nominationId === own.nominationId)?.made ?? []}
        offers={offers.filter(({ standing }) => standing !== "taken")}
      />
    ),
  };
}

export const GET = memberPage<"election">((scope, { params, query }) => show(scope, params.election, EMPTY_FORM, query.has("done")));

export const POST = memberForm<"election">(async (scope, { values }, { params, path }) => {
  const { election } = await getElectionInView(scope, params.election);
  const sent = await addOwnPromise({ scope, election }, values);
  return sent.ok ? goTo(`${path}?done`) : show(scope, params.election, sent.error);
});
