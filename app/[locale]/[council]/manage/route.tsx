import { can } from "#domain/policy/authorise.ts";
import { toDos, type ToDoKind } from "#domain/involvement/to-do.ts";
import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { officerPage } from "#features/councils/respond.tsx";
import { countWaiting, listOpenAlarms } from "#features/eligibility/claims/queries.ts";
import { Alarms } from "#features/eligibility/claims/ui/alarms.tsx";
import { listVotesOnDesk, type VoteOnDesk } from "#features/involvement/workspace/queries.ts";
import { Dashboard } from "#features/involvement/workspace/ui/dashboard.tsx";
import { deskOf } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { listCodeAlarms } from "#features/voting/access-codes/queries.ts";
import { CodeAlarms } from "#features/voting/access-codes/ui/code-alarms.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage(async (scope) => {
  const { locale, actor } = scope;
  const votes = await listVotesOnDesk(scope);
  const may: Readonly<Record<ToDoKind, (vote: VoteOnDesk) => boolean>> = {
    "finish-draft": (vote) => can(actor, "engagement.edit", vote),
    approve: (vote) => can(actor, "engagement.approve", vote),
    publish: (vote) => can(actor, "engagement.publish", vote),
    close: () => can(actor, "poll.close", { state: "ready" }),
    count: () => can(actor, "poll.count", { state: "closed" }),
    declare: () => can(actor, "poll.declare", { state: "counted" }),
    "report-back": (vote) => can(actor, "engagement.give-feedback", vote),
    archive: (vote) => can(actor, "engagement.archive", vote),
  };
  const desk = deskOf(scope);
  const [alarms, waiting, codeAlarms] = await Promise.all([listOpenAlarms(scope), countWaiting(scope), can(actor, "codes.see", null) ? listCodeAlarms(scope) : []]);
  const titleOf = (engagementId: string) => votes.find(({ id }) => id === engagementId)?.title;
  const besides = can(actor, "claims.see-people", null)
    ? [...waiting].map(([id, { count, dueAt }]) => ({ href: `${desk}/votes/${id}/requests`, title: claimToDo(locale, count, titleOf(id)), note: messages(locale).claims.desk.toDoNote, due: dueAt }))
    : [];
  const props = {
    locale,
    votes,
    now: now(),
    desk,
    besides,
    alarms: (
      <>
        <Alarms locale={locale} desk={desk} alarms={alarms} titleOf={titleOf} maySee={can(actor, "claims.see-alarm", null)} />
        <CodeAlarms locale={locale} desk={desk} alarms={codeAlarms} titleOf={titleOf} />
      </>
    ),
    name: actor.name || actor.email,
    mayStart: can(actor, "engagement.create", undefined),
  };
  return { title: messages(locale).workspace.today.title, body: <Dashboard {...props} toDos={toDos(votes, (kind, vote) => may[kind](vote), props.now)} /> };
});

function claimToDo(locale: Locale, count: number, title: BilingualText | undefined): string {
  return messages(locale).claims.desk.toDo({ count, vote: title ? textIn(title, locale).text : "" });
}
