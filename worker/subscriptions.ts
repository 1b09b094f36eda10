import { z } from "zod";
import type { Transaction } from "#db/client.ts";
import type { SystemScope } from "#domain/councils/scope.ts";
import { THREAD_KINDS } from "#domain/golden-thread/thread.ts";
import { tellPeopleOfIdeas } from "#features/budgeting/ideas/tell-people.ts";
import { fundProjects } from "#features/budgeting/projects/fund-projects.ts";
import { systemScope } from "#features/councils/system-scope.ts";
import { followPoll } from "#features/involvement/following/follow-polls.ts";
import { writeToThoseWhoTookPart } from "#features/involvement/following/write-to-those-who-took-part.ts";
import { tellOfDeclared, tellOfEngagement, type EngagementNews } from "#features/involvement/following/tell-of-engagement.ts";

/** An event as it was written by `emit`. */
export interface HappenedEvent {
  readonly event: string;
  readonly councilId: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What follows an event, in the transaction that marks it carried: put jobs in the queue, mail in the outbox, pages up for renewal. */
export interface Subscription {
  readonly event: string;
  readonly follow: (tx: Transaction, happened: HappenedEvent) => Promise<void>;
}

const aPoll = z.object({ pollId: z.uuid() });

/** What follows an event of a poll, told which poll of which council. */
const ofPoll =
  (follow: (tx: Transaction, scope: SystemScope, pollId: string) => Promise<unknown>): Subscription["follow"] =>
  async (tx, { event, councilId, payload }) => {
    await follow(tx, await systemScope(z.uuid().parse(councilId), event, tx), aPoll.parse(payload).pollId);
  };

const anEngagement = z.object({ engagementId: z.uuid() });
const aChange = z.object({ changeId: z.uuid() });

/** Tells those who follow an engagement. */
const tell =
  (news: (payload: HappenedEvent["payload"]) => EngagementNews): Subscription["follow"] =>
  async (tx, { event, councilId, payload }) =>
    tellOfEngagement(tx, await systemScope(z.uuid().parse(councilId), event, tx), anEngagement.parse(payload).engagementId, news(payload));

const aTie = z.object({ kind: z.enum(THREAD_KINDS), id: z.uuid(), how: z.object({ en: z.string(), cy: z.string() }) });

/** Tells those whose idea it is, and those who support or follow it, that it has moved something. */
const tellOfTie: Subscription["follow"] = async (tx, { event, councilId, payload }) => {
  const { kind, id, how } = aTie.parse(payload);
  if (kind === "idea") await tellPeopleOfIdeas(tx, await systemScope(z.uuid().parse(councilId), event, tx), [{ ideaId: id, news: "tied", words: how }]);
};

/** Where one context's event causes something in a context it may not import. One line each. */
export const subscriptions: readonly Subscription[] = [
  { event: "result.declared", follow: ofPoll(fundProjects) },
  { event: "poll.closed", follow: ofPoll(followPoll) },
  { event: "result.declared", follow: ofPoll(followPoll) },
  { event: "result.declared", follow: ofPoll(tellOfDeclared) },
  { event: "engagement.published", follow: tell(() => "published") },
  { event: "engagement.changed", follow: tell((payload) => ({ changeId: aChange.parse(payload).changeId })) },
  { event: "engagement.fed-back", follow: tell(() => "fed-back") },
  { event: "thread.tied", follow: tellOfTie },
  // After the followers, so that nobody who follows is written to besides.
  {
    event: "engagement.fed-back",
    follow: async (tx, { event, councilId, payload }) => writeToThoseWhoTookPart(tx, await systemScope(z.uuid().parse(councilId), event, tx), anEngagement.parse(payload).engagementId, "fed-back"),
  },
];
