import { londonDay } from "#domain/basics/london-time.ts";
import { can } from "#domain/policy/authorise.ts";
import { toDos, type ToDoKind } from "#domain/involvement/to-do.ts";
import { officerPage } from "#features/councils/respond.tsx";
import { listOpenAlarms } from "#features/eligibility/claims/queries.ts";
import { Alarms } from "#features/eligibility/claims/ui/alarms.tsx";
import { listWaiting } from "#features/involvement/waiting/queries.ts";
import { waitingTasks } from "#features/involvement/waiting/ui/waiting-tasks.ts";
import { listElectionsOnDesk, listEngagementsOnDesk, type EngagementOnDesk } from "#features/involvement/workspace/queries.ts";
import { Dashboard } from "#features/involvement/workspace/ui/dashboard.tsx";
import { deskOf } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { listCodeAlarms } from "#features/voting/access-codes/queries.ts";
import { CodeAlarms } from "#features/voting/access-codes/ui/code-alarms.tsx";
import { listPrioritiesWaiting } from "#features/priorities/waiting/queries.ts";
import { priorityTasks } from "#features/priorities/waiting/ui/priority-tasks.ts";
import { listTransfersWaiting } from "#features/asset-transfers/waiting/queries.ts";
import { transferTasks } from "#features/asset-transfers/waiting/ui/transfer-tasks.ts";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage(async (scope) => {
  const { locale, actor } = scope;
  const may: Readonly<Record<ToDoKind, (engagement: EngagementOnDesk) => boolean>> = {
    "finish-draft": (engagement) => can(actor, "engagement.edit", engagement),
    "check-quality": (engagement) => can(actor, "engagement.check-quality", engagement) && engagement.sentById !== actor.personId,
    // Whoever sent it or checked it may not approve it.
    approve: (engagement) => can(actor, "engagement.approve", engagement) && ![engagement.sentById, engagement.checkedById].includes(actor.personId),
    publish: (engagement) => can(actor, "engagement.publish", engagement),
    close: () => can(actor, "poll.close", { state: "ready" }),
    count: () => can(actor, "poll.count", { state: "closed" }),
    declare: () => can(actor, "poll.declare", { state: "counted" }),
    "show-results": (engagement) => can(actor, "engagement.conclude", engagement),
    "answer-themes": (engagement) => can(actor, "engagement.conclude", engagement),
    "report-back": (engagement) => can(actor, "engagement.give-feedback", engagement),
    archive: (engagement) => can(actor, "engagement.archive", engagement),
  };
  const desk = deskOf(scope);
  const at = now();
  const [engagements, elections, waiting, ofPlans, ofTransfers, alarms, codeAlarms] = await Promise.all([
    listEngagementsOnDesk(scope),
    listElectionsOnDesk(scope, at),
    listWaiting(scope, londonDay(at), at),
    listPrioritiesWaiting(scope, londonDay(at)),
    listTransfersWaiting(scope, londonDay(at)),
    listOpenAlarms(scope),
    can(actor, "codes.see", null) ? listCodeAlarms(scope) : [],
  ]);
  const titleOf = (engagementId: string) => (engagements.find(({ id }) => id === engagementId) ?? waiting.elections.find((each) => each.engagementId === engagementId))?.title;
  return {
    title: messages(locale).workspace.today.title,
    body: (
      <Dashboard
        locale={locale}
        desk={desk}
        name={actor.name || actor.email}
        engagements={engagements}
        elections={elections}
        toDos={toDos(engagements, (kind, engagement) => may[kind](engagement), at)}
        besides={[...waitingTasks(locale, desk, waiting, engagements), ...priorityTasks(locale, `/${locale}/${scope.council.slug}`, ofPlans), ...transferTasks(locale, `/${locale}/${scope.council.slug}`, ofTransfers, londonDay(at))]}
        mayStart={can(actor, "engagement.create", undefined)}
        alarms={
          <>
            <Alarms locale={locale} desk={desk} alarms={alarms} titleOf={titleOf} maySee={can(actor, "claims.see-alarm", null)} />
            <CodeAlarms locale={locale} desk={desk} alarms={codeAlarms} titleOf={titleOf} />
          </>
        }
        now={at}
      />
    ),
  };
});
