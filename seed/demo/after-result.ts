import { seededNumbers } from "#domain/basics/seeded-order.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { EQUALITY_QUESTION_IDS, tellingAnswers, type EqualityQuestion } from "#domain/involvement/equality.ts";
import { offerReserve } from "#features/budgeting/reserves/offer-reserve.ts";
import { findReserve } from "#features/budgeting/reserves/queries.ts";
import { publicScope } from "#features/councils/public-scope.ts";
import { announce } from "#features/involvement/announcing/announce.ts";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { answerEquality } from "#features/involvement/evaluation/answer-equality.ts";
import { writeEvaluation } from "#features/involvement/evaluation/write-evaluation.ts";
import { joinList } from "#features/notifications/mailing-list/join-list.ts";
import { sealListRequest } from "#features/notifications/mailing-list/list-links.ts";
import { getResult } from "#features/voting/results/queries.ts";
import { now } from "#platform/clock.ts";
import { done } from "#seed/done.ts";

export interface AfterResult {
  readonly officer: ActorScope;
  readonly engagementId: string;
  readonly runJobs: () => Promise<void>;
}

/** People of each answer out of 100 who live there, and out of 100 who took part. Made up. */
const SHARES: Readonly<Record<EqualityQuestion, readonly (readonly [living: number, tookPart: number])[]>> = {
  "age-band": [[18, 9], [11, 6], [27, 24], [25, 33], [19, 28]],
  sex: [[51, 57], [49, 43]],
  disability: [[18, 15], [82, 85]],
  "ethnic-group": [[9, 6], [4, 3], [3, 2], [82, 87], [2, 2]],
  religion: [[40, 44], [1, 1], [44, 42], [2, 1], [1, 1], [9, 7], [1, 1], [2, 3]],
  "sexual-orientation": [[93, 92], [2, 4], [2, 3], [3, 1]],
};
const POPULATION = 16_420;
const FORMS = 236;

/** What follows a declared result: money left is offered down the list, people are told, and it is asked who took part. */
export async function afterResult({ officer, engagementId, runJobs }: AfterResult): Promise<void> {
  const vote = await getVoteForOfficers(officer, engagementId);
  const visitor = await publicScope({ locale: "en", council: officer.council.slug });
  for (const name of ["asha", "ben", "carys", "dewi", "ellen", "farah", "george"])
    await done(joinList(visitor, engagementId, sealListRequest({ engagementId, email: `${name}@residents.example`, locale: name === "carys" || name === "dewi" ? "cy" : "en", delivery: name < "e" }, now())));
  await done(announce(officer, { engagementId, note: { en: "Thank you to everybody who voted, helped or put a project forward.", cy: "Diolch i bawb a bleidleisiodd, a helpodd neu a gynigiodd brosiect." } }));

  for (const pot of vote.programme.pots) {
    const { declared } = await getResult(officer, pot.pollId);
    const [next] = (declared && (await findReserve(officer, pot, declared.sheet)))?.next ?? [];
    if (next) await done(offerReserve(officer, { potId: pot.id, option: next.option }));
  }

  const chance = seededNumbers("equality");
  for (let form = 0; form < FORMS; form += 1) await answerEquality({ scope: visitor, engagementId, token: `demo-${String(form)}` }, Object.fromEntries(EQUALITY_QUESTION_IDS.map((question) => [question, answerOf(question, chance() % 112)])));
  await done(
    writeEvaluation(officer, {
      engagementId,
      seen: "",
      publish: true,
      source: "made up for this demonstration; a council would name its census tables",
      figures: EQUALITY_QUESTION_IDS.flatMap((question) => tellingAnswers(question).map((answer, at) => ({ question, answer, people: Math.round((POPULATION * (SHARES[question][at]?.[0] ?? 0)) / 100) }))),
      worked: { en: "Voting at the school gate and in the library brought in one ballot in five.", cy: "Daeth un o bob pum pleidlais drwy bleidleisio wrth giât yr ysgol ac yn y llyfrgell." },
      change: { en: "Too few people under 25 took part. Next year the youth club and the college will hold polling days.", cy: "Rhy ychydig o bobl dan 25 a gymerodd ran. Y flwyddyn nesaf bydd y clwb ieuenctid a’r coleg yn cynnal diwrnodau pleidleisio." },
    }),
  );
  await runJobs();
}

/** The answer that a number under 112 falls on; past 100 it is not told. */
function answerOf(question: EqualityQuestion, number: number): string {
  let upTo = 0;
  const at = SHARES[question].findIndex(([, tookPart]) => number < (upTo += tookPart));
  return tellingAnswers(question)[at] ?? "skip";
}
