import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Answer } from "#domain/consultations/answer.ts";
import { AGREEMENT_SCALE, newQuestion, newSection } from "#domain/consultations/edit-survey.ts";
import { EMPTY_SURVEY, type Option, type Question, type QuestionType, type Section, type Survey, type SurveyText } from "#domain/consultations/survey.ts";
import type { Topic } from "#domain/involvement/engagement.ts";

export interface ConsultationStory {
  readonly title: BilingualText;
  readonly slug: string;
  readonly topic: Topic;
  readonly summary: BilingualText;
  readonly decision: BilingualText;
  readonly decidedBy: BilingualText;
  readonly affected: BilingualText;
  readonly survey: Survey;
}

const text = (en: string, cy: string, easyEn = "", easyCy = ""): SurveyText => ({ en, cy, easyEn, easyCy });
const option = (code: string, en: string, cy: string, exclusive = false): Option => ({ code, text: text(en, cy), ...(exclusive ? { exclusive } : {}) });
const asked = (type: QuestionType, code: string, words: SurveyText, more: object = {}): Question => ({ ...newQuestion(type, code), text: words, ...more }) as Question;
const section = (code: string, title: SurveyText, questions: readonly Question[], more: Partial<Section> = {}): Section => ({ ...newSection(code), title, questions, ...more });
const when = (question: string, test: "is" | "is-not", value: string) => ({ match: "all" as const, tests: [{ question, test, value }] });

const ROUTES = [option("14", "14 Fellside to Station Road", "14 Fellside i Heol yr Orsaf"), option("22", "22 Harbour loop", "22 Cylch yr Harbwr"), option("31", "31 Northmoor to Millbrook", "31 Northmoor i Millbrook"), option("none", "None of these", "Dim un o’r rhain", true)];
const WISHES = [
  option("later", "A later last bus", "Bws olaf yn hwyrach"),
  option("trains", "Buses that meet trains", "Bysiau sy’n cwrdd â threnau"),
  option("stops", "More stops", "Mwy o arosfannau"),
  option("sundays", "More buses on Sundays", "Mwy o fysiau ar ddydd Sul"),
];

const BUS_SURVEY: Survey = {
  ...EMPTY_SURVEY,
  layout: "questions",
  minutes: 8,
  organisations: true,
  equality: true,
  start: {
    why: text(
      "The contract for evening and Sunday buses ends in March 2027. Costs have gone up by 18%. We cannot keep every bus as it is, so we need to know which ones matter most to you.",
      "Daw’r contract ar gyfer bysiau gyda’r nos ac ar ddydd Sul i ben ym mis Mawrth 2027. Mae costau wedi codi 18%. Ni allwn gadw pob bws fel y mae, felly mae angen i ni wybod pa rai sydd bwysicaf i chi.",
    ),
    canChange: text("which routes run after 7pm\nhow late the last bus is\nif we try ring-and-ride on Sundays", "pa lwybrau sy’n rhedeg ar ôl 7pm\npa mor hwyr yw’r bws olaf\na ydym yn rhoi cynnig ar fws ar alw ar ddydd Sul"),
    cannotChange: text("the total of £1.2 million\nfares, which the bus companies set\nschool buses", "y cyfanswm o £1.2 miliwn\nprisiau tocynnau, sy’n cael eu gosod gan y cwmnïau bysiau\nbysiau ysgol"),
    otherWays: text("On paper: ask at any library\nMeet us: Fellside Village Hall, Wednesday, 6pm to 8pm", "Ar bapur: gofynnwch mewn unrhyw lyfrgell\nDewch i’n gweld: Neuadd Bentref Fellside, dydd Mercher, 6pm tan 8pm"),
    use: text("We read every answer and write down what we did with each main point.", "Rydym yn darllen pob ateb ac yn cofnodi’r hyn a wnaethom â phob prif bwynt."),
  },
  sections: [
    section("travel", text("How you travel", "Sut rydych yn teithio"), [
      asked("postcode", "home", text("What is your postcode?", "Beth yw eich cod post?"), { label: text("Where you live", "Ble rydych yn byw"), optional: true }),
      asked("multiple-choice", "mostly", text("How do you mostly travel?", "Sut rydych yn teithio’n bennaf?"), {
        label: text("How you mostly travel", "Sut rydych yn teithio’n bennaf"),
        options: [option("bus", "Bus", "Bws"), option("car", "Car", "Car"), option("walk", "Walking", "Cerdded"), option("cycle", "Cycling", "Beicio"), option("train", "Train", "Trên")],
        other: true,
      }),
      asked("single-choice", "evening", text("How often do you use a bus after 7pm?", "Pa mor aml rydych yn defnyddio bws ar ôl 7pm?", "Do you use a bus after 7 at night?", "Ydych chi’n defnyddio bws ar ôl 7 y nos?"), {
        label: text("How often you use a bus after 7pm", "Pa mor aml rydych yn defnyddio bws ar ôl 7pm"),
        hint: text("Think about a normal month. If you choose ‘Never’, we will ask what stops you. If not, we will ask which routes you use", "Meddyliwch am fis arferol. Os dewiswch ‘Byth’, byddwn yn gofyn beth sy’n eich rhwystro. Os na, byddwn yn gofyn pa lwybrau rydych yn eu defnyddio"),
        options: [option("daily", "Most days", "Y rhan fwyaf o ddyddiau"), option("weekly", "Once or twice a week", "Unwaith neu ddwywaith yr wythnos"), option("monthly", "Once or twice a month", "Unwaith neu ddwywaith y mis"), option("never", "Never", "Byth"), option("not-say", "I would rather not say", "Byddai’n well gennyf beidio â dweud", true)],
        byGroup: true,
      }),
      asked("multiple-choice", "routes", text("Which routes do you use after 7pm?", "Pa lwybrau rydych yn eu defnyddio ar ôl 7pm?"), { options: ROUTES, condition: { match: "any", tests: ["daily", "weekly", "monthly"].map((value) => ({ question: "evening", test: "is", value })) } }),
      asked("long-text", "stops-you", text("What stops you using a bus after 7pm?", "Beth sy’n eich rhwystro rhag defnyddio bws ar ôl 7pm?"), { maxWords: 150, optional: true, condition: when("evening", "is", "never") }),
    ]),
    section(
      "matters",
      text("What matters most", "Beth sydd bwysicaf"),
      [
        asked("ranking", "wishes", text("What is most important to you?", "Beth sydd bwysicaf i chi?"), { label: text("Most important to you", "Pwysicaf i chi"), options: WISHES, most: 3 }),
        asked("likert", "ring-and-ride", text("Ring-and-ride should be tried on Sundays. How far do you agree or disagree?", "Dylid rhoi cynnig ar fws ar alw ar ddydd Sul. I ba raddau rydych yn cytuno neu’n anghytuno?"), {
          label: text("Ring-and-ride on Sundays", "Bws ar alw ar ddydd Sul"),
          options: AGREEMENT_SCALE,
          fact: text("Ring-and-ride is a small bus that you book by telephone. It costs the same as an ordinary bus and takes you from stop to stop.", "Bws bach rydych yn ei archebu dros y ffôn yw bws ar alw. Mae’n costio’r un faint â bws arferol ac yn mynd â chi o arhosfan i arhosfan."),
          byGroup: true,
        }),
        asked("budget", "spend", text("How would you share out the money?", "Sut fyddech chi’n rhannu’r arian?"), {
          label: text("Your budget", "Eich cyllideb"),
          options: [option("evenings", "Buses after 7pm", "Bysiau ar ôl 7pm"), option("sundays", "Buses on Sundays", "Bysiau ar ddydd Sul"), option("ring", "Ring-and-ride", "Bws ar alw")],
          unit: "pounds",
          total: 120_000_000,
          optional: true,
        }),
        asked("matrix-single", "now", text("How are these today?", "Sut mae’r rhain heddiw?"), {
          rows: [option("time", "Being on time", "Bod ar amser"), option("safe", "Feeling safe", "Teimlo’n ddiogel"), option("price", "What it costs", "Y gost")],
          options: [option("good", "Good", "Da"), option("fair", "Neither good nor bad", "Ddim yn dda nac yn wael"), option("bad", "Bad", "Gwael")],
          dontKnow: true,
          optional: true,
        }),
        asked("file", "photo", text("Would you like to show us a stop?", "Hoffech chi ddangos arhosfan i ni?"), { hint: text("A photo of a stop that needs a shelter or a light", "Llun o arhosfan sydd angen lloches neu olau"), kinds: ["picture"], mostFiles: 2 }),
        asked("long-text", "anything", text("Is there anything else you want to tell us?", "Oes unrhyw beth arall rydych am ei ddweud wrthym?"), { label: text("Anything else", "Unrhyw beth arall"), maxWords: 300, optional: true }),
      ],
      { intro: text("There is £1.2 million a year for buses after 7pm and on Sundays.", "Mae £1.2 miliwn y flwyddyn ar gyfer bysiau ar ôl 7pm ac ar ddydd Sul.") },
    ),
    section("for-organisations", text("Your organisation", "Eich sefydliad"), [asked("organisation", "organisation", text("Tell us about your organisation", "Dywedwch wrthym am eich sefydliad"))], { condition: when("respondent", "is", "organisation") }),
  ],
};

export const BUSES: ConsultationStory = {
  title: { en: "Evening and Sunday buses", cy: "Bysiau gyda’r nos ac ar ddydd Sul" },
  slug: "evening-and-sunday-buses",
  topic: "transport-and-streets",
  summary: { en: "How should we spend £1.2 million on buses after 7pm and on Sundays, from April 2027?", cy: "Sut dylem wario £1.2 miliwn ar fysiau ar ôl 7pm ac ar ddydd Sul, o Ebrill 2027?" },
  decision: { en: "Which buses run after 7pm and on Sundays from April 2027.", cy: "Pa fysiau sy’n rhedeg ar ôl 7pm ac ar ddydd Sul o Ebrill 2027." },
  decidedBy: { en: "Cabinet, at a meeting in public.", cy: "Y Cabinet, mewn cyfarfod cyhoeddus." },
  affected: { en: "Everybody who travels by bus, and those who would if they could.", cy: "Pawb sy’n teithio ar fws, a’r rhai a fyddai’n gwneud pe gallent." },
  survey: BUS_SURVEY,
};

const PARK_SURVEY: Survey = {
  ...EMPTY_SURVEY,
  layout: "chapters",
  minutes: 5,
  equality: true,
  start: {
    why: text("We have money to change one park in the valley. We want to hear which, and what for, before we draw anything.", "Mae gennym arian i newid un parc yn y dyffryn. Rydym am glywed pa un, ac ar gyfer beth, cyn i ni dynnu unrhyw lun."),
    canChange: text("which park\nwhat is built there", "pa barc\nbeth sy’n cael ei godi yno"),
    cannotChange: text("the total of £90,000", "y cyfanswm o £90,000"),
    otherWays: text("On paper at the council office", "Ar bapur yn swyddfa’r cyngor"),
    use: text("A plan comes from your answers and is shown to you before it is built.", "Daw cynllun o’ch atebion a chaiff ei ddangos i chi cyn ei adeiladu."),
  },
  sections: [
    section("your-park", text("Your park", "Eich parc chi"), [
      asked("autocomplete", "park", text("Which park do you know best?", "Pa barc rydych yn ei adnabod orau?", "Which park do you go to?", "I ba barc rydych yn mynd?"), { options: [option("castle", "Castle Park", "Parc y Castell"), option("river", "River Meadow", "Dôl yr Afon"), option("chapel", "Chapel Field", "Cae’r Capel")], other: true }),
      asked("number", "visits", text("How many times did you go there last month?", "Sawl gwaith aethoch chi yno fis diwethaf?"), { greatest: 100, dontKnow: true }),
    ]),
    section("wishes", text("What should be there", "Beth ddylai fod yno"), [
      asked("multiple-choice", "things", text("What would you use?", "Beth fyddech chi’n ei ddefnyddio?"), { options: [option("play", "Play equipment", "Offer chwarae"), option("path", "A path for wheels and feet", "Llwybr ar gyfer olwynion a thraed"), option("shelter", "A shelter", "Lloches"), option("nothing", "None of these", "Dim un o’r rhain", true)], most: 2, byGroup: true }),
      asked("map", "place", text("Where should it be?", "Ble dylai fod?"), { optional: true }),
      asked("long-text", "anything", text("Is there anything else you want to tell us?", "Oes unrhyw beth arall rydych am ei ddweud wrthym?"), { maxWords: 200, optional: true }),
    ]),
  ],
};

export const PARKS: ConsultationStory = {
  title: { en: "A park for everybody", cy: "Parc i bawb" },
  slug: "a-park-for-everybody",
  topic: "environment-and-parks",
  summary: { en: "Which park should we change, and what should be in it?", cy: "Pa barc dylem ei newid, a beth ddylai fod ynddo?" },
  decision: { en: "Which park gets £90,000, and what for.", cy: "Pa barc sy’n cael £90,000, ac ar gyfer beth." },
  decidedBy: { en: "The council’s environment committee.", cy: "Pwyllgor amgylchedd y cyngor." },
  affected: { en: "Everybody who lives in the valley.", cy: "Pawb sy’n byw yn y dyffryn." },
  survey: PARK_SURVEY,
};

const WORDS = [
  "The 14 leaves four minutes before the 21:10 train gets in.",
  "I finish work at ten and walk home along the bypass. A later bus would change that.",
  "Please keep the 22. It is the only way to the hospital on a Sunday.",
  "I would use ring-and-ride if I could book it on the same day.",
  "The stop at Fellside has no light and no shelter.",
];

/** What the nth of many people answers to the bus survey: made up, and the same each time. */
export function busAnswers(n: number): Readonly<Record<string, Answer>> {
  const pick = <T>(list: readonly T[], salt: number): T => list[(n * 7 + salt * 13 + Math.floor(n / 3)) % list.length] as T;
  const evening = pick(["daily", "weekly", "weekly", "monthly", "never"], 1);
  const order = [pick(["later", "trains"], 2), pick(["stops", "sundays"], 3)];
  return {
    ...(n % 5 === 0 ? {} : { home: { postcode: pick(["ZZ51AA", "ZZ31AA", "ZZ61AA"], 4) } }),
    mostly: { choices: [pick(["bus", "car"], 5), "walk"] },
    evening: { choice: evening },
    ...(evening === "never" ? { "stops-you": { text: "There is no bus back." } } : { routes: { choices: [pick(["14", "22", "31"], 6)] } }),
    wishes: { order },
    "ring-and-ride": n % 9 === 0 ? { dontKnow: true } : { choice: pick(["strongly-agree", "agree", "agree", "neither", "disagree"], 7) },
    spend: { amounts: { evenings: 60_000_000, sundays: pick([20_000_000, 40_000_000], 8), ring: 20_000_000 } },
    now: { rows: { time: [pick(["good", "fair", "bad"], 9)], safe: [pick(["good", "bad"], 10)], price: ["fair"] } },
    ...(n % 2 === 0 ? { anything: { text: pick(WORDS, 11) } } : {}),
  };
}

