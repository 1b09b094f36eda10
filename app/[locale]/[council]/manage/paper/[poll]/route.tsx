import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import { textIn } from "#domain/basics/bilingual.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { findPotOfPoll } from "#features/involvement/following/queries.ts";
import { printPapers } from "#features/voting/paper/actions.ts";
import { getPollPaper, listBatches } from "#features/voting/paper/queries.ts";
import { PollPapers } from "#features/voting/paper/ui/poll-papers.tsx";
import { listPlaces } from "#features/voting/polling-places/queries.ts";
import { deskName } from "#features/voting/results/ui/count-desk.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";

export const dynamic = "force-dynamic";

async function show(scope: ActorScope, pollId: string, form: RefusedForm = EMPTY_FORM, printed = false) {
  const { locale, council, actor } = scope;
  const desk = `/${locale}/${council.slug}/manage`;
  const [poll, pot] = [await getPollPaper(scope, pollId), await findPotOfPoll(scope, pollId)];
  const name = deskName(locale, pot, poll.question);
  return {
    title: `${messages(locale).paper.title}: ${name}`,
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: [{ href: `${desk}/paper`, text: messages(locale).paper.title }],
    body: (
      <PollPapers
        locale={locale}
        desk={desk}
        pollId={pollId}
        name={name}
        batches={await listBatches(scope, pollId)}
        places={(await listPlaces(scope)).filter(({ closed }) => !closed).map(({ id, name: place }) => ({ id, name: textIn(place, locale).text }))}
        open={poll.state === "ready" && poll.closesAt !== null && now() < poll.closesAt}
        may={{ print: can(actor, "paper.print", null), assist: can(actor, "vote.assist", null), managePlaces: can(actor, "place.manage", null) }}
        once={randomId()}
        form={form}
        printed={printed}
      />
    ),
  };
}

export const GET = officerPage<"poll">((scope, { params, query }) => show(scope, params.poll, EMPTY_FORM, query.has("printed")));

export const POST = officerForm<"poll">(async (scope, { values }, { params, path }) => {
  const printed = await printPapers((await getPollPaper(scope, params.poll)).id)(scope, values);
  return printed.ok ? goTo(`${path}?printed`) : show(scope, params.poll, printed.error);
});
