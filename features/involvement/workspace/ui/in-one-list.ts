import type { EngagementListed } from "#features/involvement/workspace/queries.ts";

/** Lists of both in one: those closing soonest first, drafts without a date after them and what is over last. */
export const inOneList = (engagements: readonly EngagementListed[], elections: readonly EngagementListed[]): readonly EngagementListed[] => {
  const over = ({ instrument, state }: EngagementListed): boolean => state === "fed-back" || state === "archived" || (instrument === "election" && state === "decided");
  const closes = ({ closesAt }: EngagementListed): number => closesAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
  return [...engagements, ...elections].sort((a, b) => Number(over(a)) - Number(over(b)) || closes(a) - closes(b));
};
