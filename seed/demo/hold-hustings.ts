import { addDays, londonDay, londonInstant } from "#domain/basics/london-time.ts";
import { defined } from "#domain/basics/assert.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { answerQuestion } from "#features/elections/hustings/answer-question.ts";
import { askQuestion } from "#features/elections/hustings/ask-question.ts";
import { moderateAnswer, moderateQuestion, type Moderate } from "#features/elections/hustings/moderate.ts";
import { listToModerate } from "#features/elections/hustings/queries.ts";
import { saveEvent } from "#features/elections/hustings/save-event.ts";
import { getElectionForOfficers } from "#features/involvement/electing/queries.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";
import { done } from "#seed/done.ts";

interface People {
  readonly author: ActorScope;
  readonly moderator: ActorScope;
  readonly resident: ActorScope;
}

/** An evening at which candidates meet people, and questions: two shown with answers, one refused, one that waits to be read. */
export async function holdHustings({ author, moderator, resident }: People, engagementId: string, candidates: { readonly first: ActorScope; readonly second: ActorScope }): Promise<void> {
  const { election, title, slug } = await getElectionForOfficers(author, engagementId);
  const electionId = election.id;
  const tomorrow = addDays(londonDay(now()), 1);
  await done(
    saveEvent(author, {
      id: randomId(),
      isNew: true,
      electionId,
      title: { en: "Meet the candidates", cy: "Cwrdd â’r ymgeiswyr" },
      startsAt: londonInstant(tomorrow, "18:00"),
      endsAt: londonInstant(tomorrow, "19:30"),
      place: { en: "Millbrook High, main hall", cy: "Ysgol Uwchradd Melinddwr, y brif neuadd" },
      access: { en: "Level entrance, hearing loop, BSL interpreter. A quiet room is next to the hall.", cy: "Mynedfa wastad, dolen sain, cyfieithydd BSL. Mae ystafell dawel wrth ymyl y neuadd." },
      onlineUrl: "https://meet.brackenshire.example/young-mayor",
    }),
  );
  const contestId = defined(election.contests[0]?.id);
  const ask = (text: string) => done(askQuestion(resident, { once: randomId(), electionId, contestId, text }));
  const settle = async (text: string, decision: Pick<Moderate, "act" | "reason" | "note">): Promise<void> => {
    const item = defined((await listToModerate(moderator, electionId)).find((each) => each.text === text));
    await done((item.what === "question" ? moderateQuestion : moderateAnswer)(moderator, { electionId, id: item.id, read: item.text, title, slug, ...decision }));
  };
  const show = { act: "show", reason: null, note: "" } as const;
  const [buses, nights, unkind, rain] = ["Which bus would you run later first?", "What is there to do for those of us who do not like sport?", "Why is the head of my school so useless?", "Where would you put something to do when it rains?"];
  for (const question of [buses, nights, unkind, rain]) await ask(question);
  await settle(buses, show);
  await settle(nights, show);
  await settle(unkind, { act: "refuse", reason: "names-somebody", note: "" });
  const answers = [
    [candidates.first, 1, "The 14. It is the last way home from the leisure centre, and it stops at seven."],
    [candidates.second, 1, "The one people tell me about most often. I would ask in every school before I choose."],
    [candidates.first, 2, "A room in the library with instruments, open until nine on Fridays."],
  ] as const;
  for (const [who, number, text] of answers) await done(answerQuestion(who, { electionId, number, text }));
  await settle(answers[0][2], show);
  await settle(answers[2][2], show);
}
