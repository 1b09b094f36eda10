import { setTimeout as wait } from "node:timers/promises";
import type { Answer } from "#domain/consultations/answer.ts";
import { AGREEMENT_SCALE, newQuestion, newSection } from "#domain/consultations/edit-survey.ts";
import { EMPTY_SURVEY, NO_TEXT, type Option, type Question, type QuestionType, type SurveyText } from "#domain/consultations/survey.ts";
import { beginResponse } from "#features/consultations/answering/begin-response.ts";
import { saveAnswers } from "#features/consultations/answering/save-answers.ts";
import { saveView } from "#features/consultations/analysis/save-view.ts";
import { giveEquality } from "#features/consultations/answering/give-equality.ts";
import { submitResponse } from "#features/consultations/answering/submit-response.ts";
import { addTheme } from "#features/consultations/coding/add-theme.ts";
import { changeTheme } from "#features/consultations/coding/change-theme.ts";
import { listThemes, listWritten } from "#features/consultations/coding/queries.ts";
import { saveReadings } from "#features/consultations/coding/save-readings.ts";
import { publicScope } from "#features/councils/public-scope.ts";
import { publishDecision } from "#features/involvement/concluding/publish-decision.ts";
import { publishResults } from "#features/involvement/concluding/publish-results.ts";
import { writeFeedback } from "#features/involvement/following/write-feedback.ts";
import { getEngagement } from "#features/involvement/queries.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";
import type { ConsultationStory } from "./consultations.ts";
import { publishConsultation, type Hands } from "./hold-consultation.ts";
import { done } from "../done.ts";

const text = (en: string, cy: string): SurveyText => ({ ...NO_TEXT, en, cy });
const option = (code: string, en: string, cy: string): Option => ({ code, text: text(en, cy) });
const asked = (type: QuestionType, code: string, words: SurveyText, more: object = {}): Question => ({ ...newQuestion(type, code), text: words, ...more }) as Question;

const LIBRARY: ConsultationStory = {
  title: { en: "Library opening hours", cy: "Oriau agor y llyfrgell" },
  slug: "library-opening-hours",
  topic: "culture-and-leisure",
  summary: { en: "We have staff for 44 hours a week at Millbrook Library. When should those hours be?", cy: "Mae gennym staff am 44 awr yr wythnos yn Llyfrgell Millbrook. Pryd ddylai’r oriau hynny fod?" },
  decision: { en: "When Millbrook Library is open.", cy: "Pryd mae Llyfrgell Millbrook ar agor." },
  decidedBy: { en: "Cabinet, at a meeting in public.", cy: "Y Cabinet, mewn cyfarfod cyhoeddus." },
  affected: { en: "Everybody who uses the library, or would if it were open.", cy: "Pawb sy’n defnyddio’r llyfrgell, neu a fyddai’n gwneud pe bai ar agor." },
  survey: {
    ...EMPTY_SURVEY,
    minutes: 4,
    start: {
      why: text("People told us the library shuts when they finish work.", "Dywedodd pobl wrthym fod y llyfrgell yn cau pan fyddant yn gorffen gwaith."),
      canChange: text("which hours it opens", "pa oriau y mae’n agor"),
      cannotChange: text("the total of 44 hours", "y cyfanswm o 44 awr"),
      otherWays: text("On paper at the library", "Ar bapur yn y llyfrgell"),
      use: text("We read every answer.", "Rydym yn darllen pob ateb."),
    },
    sections: [
      {
        ...newSection("hours"),
        title: text("Opening hours", "Oriau agor"),
        questions: [
          asked("likert", "late", text("The library should open late one evening a week", "Dylai’r llyfrgell agor yn hwyr un noson yr wythnos"), { options: AGREEMENT_SCALE, byGroup: true }),
          asked("multiple-choice", "when", text("When would you use it more?", "Pryd fyddech chi’n ei defnyddio’n fwy?"), {
            options: [option("thu", "Thursday evening", "Nos Iau"), option("sat", "Saturday afternoon", "Prynhawn Sadwrn"), option("sun", "Sunday", "Dydd Sul"), option("mon", "Monday morning", "Bore Llun")],
          }),
          asked("map", "boxes", text("Where should there be a box to hand back books when the library is shut?", "Ble dylai fod blwch i ddychwelyd llyfrau pan fydd y llyfrgell ar gau?"), { label: text("Boxes to hand back books", "Blychau i ddychwelyd llyfrau"), optional: true, shapes: ["point"], most: 2 }),
          asked("long-text", "why", text("What would make the library better for you?", "Beth fyddai’n gwneud y llyfrgell yn well i chi?"), { maxWords: 200, optional: true }),
          asked("postcode", "home", text("What is your postcode?", "Beth yw eich cod post?"), { optional: true, personal: true }),
        ],
      },
    ],
  },
};

const QUIET = "My children need a quiet place to study after school.";
const DARK = "I do not like walking there after dark, the path has no lights.";
const LETTER = "I support Friends of Millbrook Library and ask the council to open the library late on Thursdays for everybody who works.";
/** Who signed the letter. */
export const WRITERS: readonly string[] = ["Ann", "Bryn", "Cai", "Dil"];
const PEOPLE = 44;
const AGES = ["25-34", "35-44", "35-44", "65-74"];

/** Places that people have in mind, in degrees east and north; a made-up council lies in the open sea. */
const PLACES = [[-5.262, 53.868], [-5.223, 53.861], [-5.302, 53.829], [-5.334, 53.903]] as const;

/** Where the nth of many people would have a box: near one of a few places, a little apart as fingers are. */
function boxesOf(n: number): Answer {
  const [longitude, latitude] = PLACES[[0, 0, 1, 2, 0, 1, 3][n % 7] ?? 0] ?? PLACES[0];
  const near = (degrees: number, salt: number): number => Math.round((degrees + (((n * salt) % 11) - 5) * 0.0005) * 1e5) / 1e5;
  return { places: [{ shape: "point", positions: [[near(longitude, 7), near(latitude, 5)]] }], ...(n % 9 === 0 ? { place: "By the school gate" } : {}) };
}

/** What the nth of many people answers: made up, and the same each time. */
function answersOf(n: number): Readonly<Record<string, Answer>> {
  const pick = <T>(list: readonly T[], salt: number): T => list[(n * 7 + salt * 5 + Math.floor(n / 4)) % list.length] as T;
  const words = n % 4 === 0 ? QUIET : n % 6 === 1 ? DARK : n % 5 === 2 ? `${LETTER} ${WRITERS[n % 4] ?? ""}` : "";
  return {
    late: { choice: pick(["strongly-agree", "strongly-agree", "agree", "agree", "neither", "disagree"], 1) },
    when: { choices: [pick(["thu", "thu", "sat", "sun"], 2), ...(n % 11 === 0 ? ["mon"] : [])] },
    ...(n % 8 === 5 ? {} : { boxes: boxesOf(n) }),
    ...(words === "" ? {} : { why: { text: words } }),
    home: { postcode: pick(["ZZ51AA", "ZZ51AA", "ZZ31AA", "ZZ61AA"], 3) },
  };
}

/** Opens a consultation for half a minute and lets people answer it. On a slow machine fewer come in time. */
export async function askAboutLibrary(officers: Hands): Promise<{ readonly consultationId: string; readonly closesAt: Date }> {
  const at = now().getTime();
  const closesAt = new Date(at + 30_000);
  const { consultationId } = await publishConsultation(officers, LIBRARY, { opensAt: new Date(at - 56 * 86_400_000), closesAt, resultsAt: new Date(at + 86_400_000) });
  for (let n = 0; n < PEOPLE; n += 1) {
    const scope = await publicScope({ locale: n % 7 === 0 ? "cy" : "en", council: officers.author.council.slug });
    const begun = await beginResponse(scope, { consultationId, respondent: "person", organisationName: "", easyRead: false, recruitmentSource: n % 8 === 7 ? "outside-area" : "resident" });
    if (!begun.ok) break;
    const hand = { consultationId, key: begun.value.key };
    if (!(await saveAnswers(scope, { ...hand, answers: answersOf(n) })).ok || !(await submitResponse(scope, { ...hand, publishConsent: n % 5 === 3 ? "no" : "yes" })).ok) break;
    if (n % 5 !== 4) await done(giveEquality(scope, { ...hand, answers: { age: AGES[n % AGES.length] ?? "35-44", sex: n % 2 === 0 ? "female" : "male", disability: n % 6 === 0 ? "yes" : "no", "welsh-speaking": n % 4 === 0 ? "yes" : "no" } }));
  }
  return { consultationId, closesAt };
}

/** After its close: two officers read and sort what people wrote, results and decision are published, and what was done is said. */
export async function concludeLibrary({ author, approver }: Pick<Hands, "author" | "approver">, { consultationId, closesAt }: { readonly consultationId: string; readonly closesAt: Date }): Promise<void> {
  await wait(Math.max(0, closesAt.getTime() - now().getTime()) + 500);
  const at = { consultationId, questionCode: "why" };
  const frame = [
    { words: "quiet", name: { en: "A quiet place to study", cy: "Lle tawel i astudio" }, answer: { en: "A homework table on Tuesdays and Thursdays.", cy: "Bwrdd gwaith cartref ar ddydd Mawrth a dydd Iau." } },
    { words: "dark", name: { en: "Getting there after dark", cy: "Cyrraedd yno wedi iddi nosi" }, answer: { en: "Lights on the path come in March.", cy: "Daw goleuadau ar y llwybr ym mis Mawrth." } },
    { words: "late on", name: { en: "Open late for those who work", cy: "Agor yn hwyr i’r rhai sy’n gweithio" }, answer: { en: "Open until 8pm on Thursdays.", cy: "Ar agor tan 8pm ar ddydd Iau." } },
  ];
  for (const { name } of frame) await done(addTheme(author, { ...at, name }));
  const themes = await listThemes(author, consultationId, "why");
  const themeOf = (words: string) => themes.find(({ name }) => name.en === frame.find((each) => each.words === words)?.name.en)?.id ?? "";
  for (const reader of [author, approver])
    for (let page = 1; ; page += 1) {
      const { answers } = await listWritten(reader, consultationId, "why", { readerId: reader.actor.personId, page, unread: false, words: "" });
      if (answers.length === 0) break;
      await done(
        saveReadings(reader, {
          ...at,
          // The second reader takes one letter in four for something else, as people do.
          read: answers.map(({ responseId, text: words }, index) => ({ responseId, themeIds: frame.filter((each) => words.includes(each.words) && !(reader === approver && index % 4 === 3)).map((each) => themeOf(each.words)) })),
        }),
      );
    }
  for (const { words, name, answer } of frame) await done(changeTheme(author, { consultationId, themeId: themeOf(words), name, main: true, answer }));
  const { id: engagementId } = await getEngagement(author, LIBRARY.slug);
  for (const view of [
    { name: { en: "Opening late, by ward", cy: "Agor yn hwyr, fesul ward" }, view: { rows: "q:late", columns: "ward" } },
    { name: { en: "Opening late, by age", cy: "Agor yn hwyr, fesul oed" }, view: { rows: "q:late", columns: "e:age" } },
  ])
    await done(saveView(author, { consultationId, once: randomId(), ...view }));
  await done(publishResults(author, engagementId));
  await done(publishDecision(author, engagementId));
  await done(
    writeFeedback(author, {
      engagementId,
      seen: "",
      publish: true,
      texts: {
        asked: { en: "We have staff for 44 hours a week at Millbrook Library. When should those hours be?", cy: "Mae gennym staff am 44 awr yr wythnos yn Llyfrgell Millbrook. Pryd ddylai’r oriau hynny fod?" },
        said: { en: "Most of you wanted one late evening. Few would miss Monday morning.", cy: "Roedd y rhan fwyaf ohonoch eisiau un noson hwyr. Ychydig a fyddai’n gweld eisiau bore Llun." },
        did: { en: "Open until 8pm on Thursdays. Mondays start at 1pm. We did not add Sunday opening: it would cost £31,000 a year.", cy: "Ar agor tan 8pm ar ddydd Iau. Mae dydd Llun yn dechrau am 1pm. Ni wnaethom ychwanegu agor ar ddydd Sul: byddai’n costio £31,000 y flwyddyn." },
      },
    }),
  );
}
