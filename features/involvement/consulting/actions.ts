import type { TypedValues } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { addQuestion, addSection, copyQuestion, moveQuestion, moveSection, newQuestion, newSection, putQuestion, putSection, removeQuestion, removeSection, unusedCode, type EditFault } from "#domain/consultations/edit-survey.ts";
import { readQuestion, readSection, readSettings } from "#domain/consultations/question-form.ts";
import { readSurveyFile, type FileFault } from "#domain/consultations/survey-file.ts";
import { findQuestion, NO_TEXT, QUESTION_TYPES, type Question, type QuestionType, type Survey } from "#domain/consultations/survey.ts";
import { BUILT_IN_TEMPLATES, TEMPLATES } from "#domain/consultations/templates.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { listTemplates } from "#features/consultations/surveys/queries.ts";
import { action } from "#platform/action.ts";
import { changeSurvey } from "./change-survey.ts";
import { createConsultation } from "./create-consultation.ts";
import { createInput, templateInput, versionInput } from "./input.ts";
import { keepTemplate } from "./keep-template.ts";
import { publishVersion } from "./publish-version.ts";

/** Who sent the form, and at which consultation's address. */
export interface AtConsultation {
  readonly scope: ActorScope;
  readonly engagementId: string;
}

export const startConsultation = action({
  input: createInput,
  run: async (scope: ActorScope, { template, ...input }) => {
    const builtIn = BUILT_IN_TEMPLATES.find((name) => name === template);
    const own = builtIn ? undefined : (await listTemplates(scope)).find(({ id }) => id === template);
    return createConsultation(scope, { ...input, survey: own?.document ?? TEMPLATES[builtIn ?? "empty"] });
  },
});

export const saveVersion = action({ input: versionInput, run: ({ scope, engagementId }: AtConsultation, input) => publishVersion(scope, { engagementId, ...input }) });

export const saveTemplate = action({ input: templateInput, run: ({ scope, engagementId }: AtConsultation, input) => keepTemplate(scope, { engagementId, ...input }) });

/** A button of the builder, and where on the page to go on: the part it was about. */
export async function pressBuilder({ scope, engagementId }: AtConsultation, values: TypedValues): Promise<Result<{ readonly edit: string | null; readonly near: string }, EditFault | "changed-meanwhile">> {
  const [act = "", code = ""] = (values["do"]?.at(-1) ?? "").split(":");
  let made = "";
  const changed = await changeSurvey(scope, { engagementId, seen: "" }, { what: act, part: () => null, detail: { code } }, (survey): Result<Survey, EditFault> => {
    switch (act) {
      case "add": {
        const wanted = values[`type-${code}`]?.at(-1);
        const type: QuestionType = QUESTION_TYPES.find((each) => each === wanted) ?? "short-text";
        made = unusedCode(survey, type);
        return addQuestion(survey, newQuestion(type, made), { section: code });
      }
      case "copy":
        made = unusedCode(survey, code);
        return copyQuestion(survey, code);
      case "remove":
        return removeQuestion(survey, code);
      case "up":
      case "down":
        return moveQuestion(survey, code, act);
      case "section-up":
      case "section-down":
        return moveSection(survey, code, act === "section-up" ? "up" : "down");
      case "section-remove":
        return removeSection(survey, code);
      case "section-add":
        made = unusedCode(survey, "section");
        return addSection(survey, { ...newSection(made), title: NO_TEXT });
      default:
        return ok(survey);
    }
  });
  if (!changed.ok) return changed;
  const near = act === "section-add" || act.startsWith("section-") ? `section-${made || code}` : `question-${made || code}`;
  return ok({ edit: act === "add" ? `questions/${made}` : act === "section-add" ? `sections/${made}` : null, near });
}

type Refused = { readonly values: TypedValues; readonly faults: readonly { readonly field: string; readonly code: string; readonly params?: Readonly<Record<string, string | number>> }[] };

const refused = (values: TypedValues, code: string, field = ""): Refused => ({ values, faults: [{ field, code }] });

/** A question's form. Saved, it may add another of the same kind below it. */
export async function saveQuestion({ scope, engagementId, code }: AtConsultation & { readonly code: string }, values: TypedValues, question: Question): Promise<Result<{ readonly code: string; readonly next: string | null }, Refused>> {
  const read = readQuestion(question, values);
  if (!read.ok) return err({ values, faults: read.error });
  let next: string | null = null;
  const saved = await changeSurvey(
    scope,
    { engagementId, seen: values["seen"]?.at(-1) ?? "" },
    { what: "question", part: (survey) => findQuestion(survey, code) ?? null, detail: { code } },
    (survey): Result<Survey, EditFault> => {
      const put = putQuestion(survey, code, read.value);
      if (!put.ok || values["then"]?.at(-1) !== "another") return put;
      const section = put.value.sections.find(({ questions }) => questions.some((each) => each.code === read.value.code));
      next = unusedCode(put.value, question.type);
      return addQuestion(put.value, newQuestion(question.type, next), { section: section?.code ?? "", after: read.value.code });
    },
  );
  return saved.ok ? ok({ code: read.value.code, next }) : err(refused(values, saved.error, saved.error === "code-taken" ? "code" : ""));
}

export async function saveSection({ scope, engagementId, code }: AtConsultation & { readonly code: string }, values: TypedValues): Promise<Result<void, Refused>> {
  const read = readSection(values);
  if (!read.ok) return err({ values, faults: read.error });
  const ownPart = (survey: Survey) => {
    const { questions: _questions, ...own } = survey.sections.find((section) => section.code === code) ?? newSection(code);
    return own;
  };
  const saved = await changeSurvey(scope, { engagementId, seen: values["seen"]?.at(-1) ?? "" }, { what: "section", part: ownPart, detail: { code } }, (survey) => putSection(survey, code, read.value));
  return saved.ok ? saved : err(refused(values, saved.error));
}

export async function saveSettings({ scope, engagementId }: AtConsultation, values: TypedValues, survey: Survey): Promise<Result<void, Refused>> {
  const read = readSettings(survey, values);
  if (!read.ok) return err({ values, faults: read.error });
  const { sections: _sections, ...settings } = read.value;
  const own = ({ sections: _own, ...rest }: Survey) => rest;
  const saved = await changeSurvey(scope, { engagementId, seen: values["seen"]?.at(-1) ?? "" }, { what: "settings", part: own }, (before) => ok({ ...before, ...settings }));
  return saved.ok ? saved : err(refused(values, saved.error));
}

/** Takes a survey from a file in place of the one that stands; of a file with anything unknown nothing is taken. */
export async function takeSurvey({ scope, engagementId }: AtConsultation, file: string): Promise<Result<void, readonly FileFault[]>> {
  const read = readSurveyFile(file);
  if (!read.ok) return read;
  const saved = await changeSurvey(scope, { engagementId, seen: "" }, { what: "file", part: () => null }, () => ok(read.value));
  return saved.ok ? saved : err([{ code: "not-a-survey", where: "", found: "" }]);
}
