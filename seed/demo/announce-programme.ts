import { defined } from "#domain/basics/assert.ts";
import { addDays, londonDay, londonInstant } from "#domain/basics/london-time.ts";
import { changeFunders } from "#features/involvement/drafting/change-funders.ts";
import { changePhases } from "#features/involvement/drafting/change-phases.ts";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { ringFence } from "#features/involvement/drafting/ring-fence.ts";
import { announceProgramme } from "#features/involvement/phases/announce-programme.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";
import { done } from "#seed/done.ts";
import { draftVote, type DemoOfficers, type DemoVote } from "./hold-vote.ts";

const funder = (en: string, cy: string, pounds: number, condition = { en: "", cy: "" }) => ({ name: { en, cy }, amountPence: pounds * 100, condition });

/**
 * A programme that is collecting ideas today and votes in spring: announced by the approver, with money from two givers and part of the
 * first pot kept for young people. Answers the engagement's id.
 */
export async function announceNextProgramme({ author, approver }: DemoOfficers, story: Omit<DemoVote, "opensAt" | "closesAt">): Promise<string> {
  const today = londonDay(now());
  const on = (days: number) => addDays(today, days);
  const engagementId = await draftVote(author, { ...story, opensAt: londonInstant(on(150), "09:00"), closesAt: londonInstant(on(178), "20:00") });
  const draft = { engagementId, seen: "" };
  await done(
    changePhases(author, draft, [
      { phase: "informing", startsOn: on(-21), endsOn: on(-8) },
      { phase: "collecting-ideas", startsOn: on(-7), endsOn: on(48) },
      { phase: "feasibility", startsOn: on(49), endsOn: on(110) },
      { phase: "shortlisting", startsOn: on(111), endsOn: on(130) },
      { phase: "voting", startsOn: on(150), endsOn: on(178) },
      { phase: "results", startsOn: on(185), endsOn: on(185) },
      { phase: "delivery", startsOn: on(220), endsOn: null },
    ]),
  );
  const pot = defined((await getVoteForOfficers(author, engagementId)).programme.pots[0], "a pot");
  const pounds = pot.amountPence / 100;
  await done(
    changeFunders(author, draft, {
      potId: pot.id,
      wholePence: pot.amountPence,
      funders: [
        funder(author.council.name.en, author.council.name.cy, pounds * 0.75),
        funder("Community foundation", "Sefydliad cymunedol", pounds * 0.25, { en: "For projects with young people", cy: "Ar gyfer prosiectau gyda phobl ifanc" }),
      ],
    }),
  );
  await done(ringFence(author, { engagementId, potId: pot.id, once: randomId(), fence: { theme: { en: "Young people", cy: "Pobl ifanc" }, amountPence: pot.amountPence / 4 } }));
  await done(announceProgramme(approver, engagementId));
  return engagementId;
}
