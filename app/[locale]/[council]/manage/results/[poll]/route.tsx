import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { can } from "#domain/policy/authorise.ts";
import { isUnderWay } from "#domain/voting/results/count-run.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { findPotOfPoll } from "#features/involvement/following/queries.ts";
import { writeAgain } from "#features/voting/key-holders/actions.ts";
import { askForCount, askToStop } from "#features/voting/results/actions.ts";
import { getCountDesk } from "#features/voting/results/queries.ts";
import { officeOnDesk } from "#features/elections/results/ui/office-on-desk.tsx";
import { findCountedContest } from "#features/involvement/electing/queries.ts";
import { CountDesk, deskName } from "#features/voting/results/ui/count-desk.tsx";
import { messages } from "#i18n/messages.ts";

/** Seconds until a page that watches a count looks again. */
const LOOK_AGAIN = "3";

async function show(scope: ActorScope, pollId: string, refused: RefusedForm = EMPTY_FORM, reminded = false) {
  const { locale, council } = scope;
  const [desk, pot] = [await getCountDesk(scope, pollId), await findPotOfPoll(scope, pollId)];
  const name = deskName(locale, pot, desk.poll.question);
  const home = `/${locale}/${council.slug}`;
  const isElection = pot?.holds === "candidates";
  const ofElection = isElection ? await findCountedContest(scope, desk) : null;
  const managed = pot ? (isElection ? `${home}/manage/elections/${pot.engagementId}` : `${home}/manage/votes/${pot.engagementId}`) : "";
  const t = messages(locale).results.desk;
  return {
    title: t.title({ name }),
    status: refused.faults.length > 0 ? 422 : 200,
    crumbs: pot ? [{ href: managed, text: t.crumb }] : [{ href: `${home}/manage/votes`, text: t.crumb }],
    ...(desk.run && isUnderWay(desk.run.state) ? { headers: { Refresh: LOOK_AGAIN } } : {}),
    body: (
      <CountDesk
        locale={locale}
        home={home}
        address={`${home}/manage/results/${pollId}`}
        name={name}
        desk={desk}
        publicAddress={pot ? (isElection ? `${home}/elections/${pot.voteSlug}/results` : `${home}/votes/${pot.voteSlug}/results/${pot.potSlug}`) : ""}
        voteAddress={managed}
        mayCount={can(scope.actor, "poll.count", { state: "closed" })}
        refused={refused}
        {...(ofElection ? { office: officeOnDesk(locale, ofElection.engagement.election.rule, ofElection.counted) } : {})}
        reminded={reminded}
      />
    ),
  };
}

export const GET = officerPage<"poll">((scope, { params, query }) => show(scope, params.poll, EMPTY_FORM, query.has("reminded")));

export const POST = officerForm<"poll">(async (scope, { values }, { params, path }) => {
  if (values["act"]?.[0] === "remind") {
    const pot = found(await findPotOfPoll(scope, params.poll), "vote");
    const told = await writeAgain(scope, { pollId: params.poll, subjectId: pot.engagementId, title: pot.voteTitle });
    return told.ok ? goTo(`${path}?reminded`) : show(scope, params.poll, { values: {}, faults: [{ field: "", code: told.error }] });
  }
  const act = values["act"]?.[0] === "stop" ? askToStop : askForCount;
  const outcome = await act(scope, { pollId: [(await getCountDesk(scope, params.poll)).poll.id] });
  return outcome.ok ? goTo(path) : show(scope, params.poll, outcome.error);
});
