import { AGREEMENT_SCALE, newQuestion, newSection } from "./edit-survey.ts";
import { EMPTY_SURVEY, NO_TEXT, type Question, type QuestionType, type Survey } from "./survey.ts";

/** Surveys to begin from that come with the program. A council keeps others of its own. */
export const BUILT_IN_TEMPLATES = ["empty", "change-to-a-service", "policy-document"] as const;
export type BuiltInTemplate = (typeof BUILT_IN_TEMPLATES)[number];

const text = (en: string, cy: string) => ({ ...NO_TEXT, en, cy });
const asked = (type: QuestionType, code: string, en: string, cy: string, more: object = {}): Question => ({ ...newQuestion(type, code), text: text(en, cy), ...more }) as Question;

const WHERE = asked("postcode", "home", "What is your postcode?", "Beth yw eich cod post?", { optional: true, label: text("Where you live", "Ble rydych yn byw") });
const ANYTHING = asked("long-text", "anything-else", "Is there anything else you want to tell us?", "Oes unrhyw beth arall rydych am ei ddweud wrthym?", { optional: true, label: text("Anything else", "Unrhyw beth arall") });

const AGREE = asked("likert", "agree", "How far do you agree or disagree with this proposal?", "I ba raddau rydych yn cytuno neu’n anghytuno â’r cynnig hwn?", { options: AGREEMENT_SCALE, byGroup: true });

export const TEMPLATES: Readonly<Record<BuiltInTemplate, Survey>> = {
  empty: { ...EMPTY_SURVEY, sections: [{ ...newSection("questions"), title: text("Questions", "Cwestiynau") }] },
  "change-to-a-service": {
    ...EMPTY_SURVEY,
    minutes: 8,
    organisations: true,
    sections: [
      {
        ...newSection("you"),
        title: text("You and the service", "Chi a’r gwasanaeth"),
        questions: [
          WHERE,
          asked("single-choice", "use", "How often do you use this service?", "Pa mor aml rydych yn defnyddio’r gwasanaeth hwn?", {
            options: [
              { code: "weekly", text: text("Every week", "Bob wythnos") },
              { code: "monthly", text: text("Every month", "Bob mis") },
              { code: "less", text: text("A few times a year", "Ychydig weithiau’r flwyddyn") },
              { code: "never", text: text("Never", "Byth") },
            ],
          }),
        ],
      },
      {
        ...newSection("proposal"),
        title: text("The proposal", "Y cynnig"),
        questions: [
          AGREE,
          asked("long-text", "why", "Why do you think so?", "Pam rydych yn meddwl hynny?", { optional: true }),
          asked("long-text", "effect", "How would this change affect you, for better or for worse?", "Sut byddai’r newid hwn yn effeithio arnoch chi, er gwell neu er gwaeth?", { optional: true }),
          asked("long-text", "instead", "What could we do instead?", "Beth allem ei wneud yn lle hynny?", { optional: true }),
          ANYTHING,
        ],
      },
    ],
  },
  "policy-document": {
    ...EMPTY_SURVEY,
    layout: "chapters",
    minutes: 15,
    organisations: true,
    sections: [
      { ...newSection("aims"), title: text("The aims", "Y nodau"), questions: [{ ...AGREE, code: "aims-agree" } as Question, asked("long-text", "aims-missing", "What is missing from the aims?", "Beth sydd ar goll o’r nodau?", { optional: true })] },
      { ...newSection("actions"), title: text("What we would do", "Beth fyddem yn ei wneud"), questions: [{ ...AGREE, code: "actions-agree" } as Question, asked("long-text", "actions-change", "What would you change?", "Beth fyddech chi’n ei newid?", { optional: true })] },
      { ...newSection("you"), title: text("About you", "Amdanoch chi"), questions: [WHERE, ANYTHING] },
    ],
  },
};
