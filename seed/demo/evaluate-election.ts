import { seededNumbers } from "#domain/basics/seeded-order.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { EQUALITY_QUESTION_IDS, tellingAnswers, type EqualityQuestion } from "#domain/involvement/equality.ts";
import { publicScope } from "#features/councils/public-scope.ts";
import { answerEquality } from "#features/involvement/evaluation/answer-equality.ts";
import { writeEvaluation } from "#features/involvement/evaluation/write-evaluation.ts";
import { done } from "#seed/done.ts";

/** Questions that young voters of the demo answer; the others are left empty. */
const ANSWERED: readonly EqualityQuestion[] = ["sex", "disability", "ethnic-group"];
const FORMS = 52;

/** Last year's election is judged: some who voted answered the equality questions, and officers wrote what they learnt. */
export async function evaluateElection(officer: ActorScope, engagementId: string): Promise<void> {
  const visitor = await publicScope({ locale: "en", council: officer.council.slug });
  const chance = seededNumbers("young equality");
  for (let form = 0; form < FORMS; form += 1) {
    const answers = EQUALITY_QUESTION_IDS.filter((question) => ANSWERED.includes(question)).map((question) => {
      const telling = tellingAnswers(question);
      // The first answers of each question are the likeliest.
      return [question, telling[Math.min(chance() % telling.length, chance() % telling.length)] ?? "skip"] as const;
    });
    await answerEquality({ scope: visitor, engagementId, token: `young-${String(form)}` }, Object.fromEntries(answers));
  }
  await done(
    writeEvaluation(officer, {
      engagementId,
      seen: "",
      publish: true,
      source: "",
      figures: [],
      worked: { en: "Voting at lunch time in the hall. Most who voted did so at school.", cy: "Pleidleisio amser cinio yn y neuadd. Yn yr ysgol y pleidleisiodd y rhan fwyaf." },
      change: { en: "Too few voted who learn at home. Next year a bus goes to three libraries on polling day.", cy: "Rhy ychydig o’r rhai sy’n dysgu gartref a bleidleisiodd. Y flwyddyn nesaf bydd bws yn mynd i dair llyfrgell ar y diwrnod pleidleisio." },
    }),
  );
}
