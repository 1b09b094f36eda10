import { addDays, londonDay } from "#domain/basics/london-time.ts";
import { AGREEMENT_SCALE, newQuestion, newSection } from "#domain/consultations/edit-survey.ts";
import { LETTER_CODE } from "#domain/consultations/response.ts";
import { EMPTY_SURVEY, NO_TEXT, type Question, type SurveyText } from "#domain/consultations/survey.ts";
import { enterResponse } from "#features/consultations/register/enter-response.ts";
import { atMoment, now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";
import type { ConsultationStory } from "./consultations.ts";
import { publishConsultation, type Hands } from "./hold-consultation.ts";
import { done } from "../done.ts";

const text = (en: string, cy: string): SurveyText => ({ ...NO_TEXT, en, cy });

const PLAY_STREETS: ConsultationStory = {
  title: { en: "Play streets on Sundays", cy: "Strydoedd chwarae ar ddydd Sul" },
  slug: "play-streets",
  topic: "children-and-young-people",
  summary: { en: "Should three streets in Fellside close to traffic for two hours on Sundays?", cy: "A ddylai tair stryd yn Fellside gau i draffig am ddwy awr ar ddydd Sul?" },
  decision: { en: "Which streets close on Sundays.", cy: "Pa strydoedd sy’n cau ar ddydd Sul." },
  decidedBy: { en: "The cabinet member for streets.", cy: "Yr aelod cabinet dros strydoedd." },
  affected: { en: "Everybody who lives on the three streets or drives along them.", cy: "Pawb sy’n byw ar y tair stryd neu’n gyrru ar eu hyd." },
  survey: {
    ...EMPTY_SURVEY,
    minutes: 2,
    start: { ...EMPTY_SURVEY.start, why: text("Parents asked us for it, and we delivered a paper to every house.", "Gofynnodd rhieni i ni amdano, ac aethom â phapur i bob tŷ."), otherWays: text("On the paper that came through your door", "Ar y papur a ddaeth drwy eich drws") },
    sections: [{ ...newSection("streets"), title: text("Play streets", "Strydoedd chwarae"), questions: [{ ...newQuestion("likert", "close"), text: text("The three streets should close for two hours on Sundays", "Dylai’r tair stryd gau am ddwy awr ar ddydd Sul"), options: AGREEMENT_SCALE } as Question] }],
  },
};

const LETTERS = [
  { daysAgo: 12, words: "Our children have nowhere else. Please do.", choice: "strongly-agree" },
  { daysAgo: 3, words: "I was away and found your paper today. Two hours is enough, but tell the bus company.", choice: "agree" },
  { daysAgo: 1, words: "Where are my carers to park?", choice: "disagree" },
] as const;

/** A consultation by post: one letter came in time, two after the close, which the register marks. */
export async function askAboutPlayStreets(officers: Hands): Promise<void> {
  const at = now().getTime();
  const daysAway = (days: number) => new Date(at + days * 86_400_000);
  // A demonstration cannot wait for weeks: it was published six weeks ago.
  const { engagementId, consultationId } = await atMoment(daysAway(-42), () => publishConsultation(officers, PLAY_STREETS, { opensAt: daysAway(-40), closesAt: daysAway(-5), resultsAt: daysAway(20) }));
  const today = londonDay(now());
  for (const { daysAgo, words, choice } of LETTERS)
    await done(
      enterResponse(officers.author, { consultationId, engagementId, title: PLAY_STREETS.title }, {
        once: randomId(),
        channel: "letter",
        receivedOn: addDays(today, -daysAgo),
        paper: { respondent: "person", organisationName: "", language: "en", publishConsent: "yes", answers: { [LETTER_CODE]: { text: words }, close: { choice } } },
        contact: null,
      }),
    );
}
