import { z } from "zod";
import type { Fault, TypedValues } from "#domain/basics/fault.ts";
import { optionalLine, optionalParagraphs } from "#domain/basics/fields.ts";
import { formInput } from "#domain/basics/form-input.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { EQUALITY_QUESTION_IDS, readAreaFigures } from "#domain/involvement/equality.ts";
import type { EvaluationInput } from "./write-evaluation.ts";

const evaluation = formInput(
  z.object({
    seen: z.string().max(40).default(""),
    publish: z.string().default(""),
    workedEn: optionalParagraphs(5000),
    workedCy: optionalParagraphs(5000),
    changeEn: optionalParagraphs(5000),
    changeCy: optionalParagraphs(5000),
    figures: optionalParagraphs(10_000),
    source: optionalLine(300),
  }),
);

/** The evaluation as typed; a line of figures that cannot be read is named by its number. */
export function evaluationInput(values: TypedValues): Result<Omit<EvaluationInput, "engagementId">, readonly Fault[]> {
  const typed = evaluation(values);
  if (!typed.ok) return typed;
  const { seen, publish, workedEn, workedCy, changeEn, changeCy, source } = typed.value;
  const { figures, faults } = readAreaFigures(typed.value.figures);
  const [first] = faults;
  if (first) return err([{ field: "figures", code: first.code, params: { line: first.line, lines: faults.map(({ line }) => line).join(", "), count: faults.length } }]);
  return ok({ seen, publish: publish === "yes", worked: { en: workedEn, cy: workedCy }, change: { en: changeEn, cy: changeCy }, figures, source });
}

/** Answers to the equality questions; none has to be given, and what was not offered is as none. */
export const equalityInput = formInput(z.object(Object.fromEntries(EQUALITY_QUESTION_IDS.map((question) => [question, z.string().default("").catch("")]))));
