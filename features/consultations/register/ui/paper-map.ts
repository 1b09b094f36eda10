import type { Locale } from "#domain/basics/bilingual.ts";
import type { RefusedForm, TypedValues } from "#domain/basics/fault.ts";
import { gridOf } from "#domain/consultations/analysis/map-squares.ts";
import { typedAnswer } from "#domain/consultations/answer-form.ts";
import type { Answer } from "#domain/consultations/answer.ts";
import { markAsTyped } from "#domain/consultations/map-marks.ts";
import { keptOnPaper } from "#domain/consultations/register/read-paper.ts";
import type { Question } from "#domain/consultations/survey.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { reachOf } from "#components/maps/projection.ts";
import { markedOn, type MapToPress } from "#features/consultations/answering/ui/map-field.tsx";

/** The map on which officers mark what stands on a paper, by squares; null where no question asks for places or the council has no outlines. */
export function paperMap({ council, locale }: Pick<AnyScope, "council"> & { readonly locale: Locale }, areas: MapToPress["areas"], questions: readonly Question[]): MapToPress | null {
  if (areas.length === 0 || !questions.some(({ type }) => type === "map")) return null;
  return { areas, picture: `/${locale}/${council.slug}/consultations/map.svg`, grid: gridOf(reachOf(areas)) };
}

/**
 * What a paper's form shows after a press on its map or on a button beside it, with everything else that was typed; null where another
 * button sent the form. Nothing is kept: marks travel in the form.
 */
export function stillMarking(questions: readonly Question[], map: MapToPress | null, values: TypedValues): RefusedForm | null {
  const [code = "", which = ""] = (values["drop"]?.at(-1) ?? "").split(":");
  const dropped = questions.find((question) => question.type === "map" && question.code === code);
  if (dropped) return { values: withMarks(values, code, (keptOnPaper(dropped, values).places ?? []).filter((_, at) => String(at) !== which)), faults: [] };
  const answers: Record<string, Answer | undefined> = {};
  // Corners that are being drawn are no mark yet.
  for (const question of questions) if (question.type === "map") answers[question.code] = typedAnswer(question, { ...values, [`${question.code}.corners`]: [] }, keptOnPaper(question, values)) ?? undefined;
  const marked = markedOn(questions, map, values, answers);
  return marked && { values: withMarks(marked.values, marked.question.code, marked.answer?.places ?? []), faults: marked.faults };
}

const withMarks = (values: TypedValues, code: string, places: NonNullable<Answer["places"]>): TypedValues => ({ ...values, [`${code}.marks`]: places.map(markAsTyped) });
