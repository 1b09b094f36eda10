import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { findPotOfPoll } from "#features/involvement/following/queries.ts";
import { beginHelp, forgetHelped } from "#features/voting/polling-places/actions.ts";
import { beginToAssist, endToAssist } from "#features/voting/paper/actions.ts";
import { getPollPaper, listAssistedVotes } from "#features/voting/paper/queries.ts";
import { AssistedPage } from "#features/voting/paper/ui/assisted-page.tsx";
import { deskName } from "#features/voting/results/ui/count-desk.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

async function show(scope: ActorScope, pollId: string, form: RefusedForm = EMPTY_FORM, wiped = false) {
  const { locale, council } = scope;
  const [poll, pot, log] = [await getPollPaper(scope, pollId), await findPotOfPoll(scope, pollId), await listAssistedVotes(scope, pollId)];
  const name = deskName(locale, pot, poll.question);
  const t = messages(locale).paper;
  const at = now();
  return {
    title: t.assisted.title,
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: [
      { href: `/${locale}/${council.slug}/manage/paper`, text: t.title },
      { href: `/${locale}/${council.slug}/manage/paper/${poll.id}`, text: name },
    ],
    body: (
      <AssistedPage
        locale={locale}
        name={name}
        log={log}
        underWay={log.find(({ officerId, outcome }) => officerId === scope.actor.personId && outcome === "under-way") ?? null}
        start={pot ? `/${locale}/${council.slug}/votes/${pot.voteSlug}/code` : ""}
        open={poll.state === "ready" && poll.opensAt !== null && poll.opensAt <= at && poll.closesAt !== null && at < poll.closesAt}
        form={form}
        wiped={wiped}
      />
    ),
  };
}

export const GET = officerPage<"poll">((scope, { params, query }) => show(scope, params.poll, EMPTY_FORM, query.has("wiped")));

export const POST = officerForm<"poll">(async (scope, { values }, { params, path, request }) => {
  const poll = await getPollPaper(scope, params.poll);
  if (values["act"]?.[0] !== "end") {
    const begun = await beginToAssist(poll.id)(scope, values);
    return begun.ok ? goTo(path, beginHelp(values["way"]?.[0] === "telephone")) : show(scope, params.poll, begun.error);
  }
  const ended = await endToAssist(scope, values);
  return ended.ok ? goTo(`${path}?wiped`, forgetHelped(request)) : show(scope, params.poll, ended.error);
});
