import type { TypedValues } from "#domain/basics/fault.ts";
import { typedAnswer } from "./answer-form.ts";
import type { Question } from "./survey.ts";

/**
 * The fields of a ranking after one thing was moved: `move` is `question:option:up`, `:down` or, of one without a place, `:next`.
 * The order is closed up; what had no place keeps none. Anything else leaves the order as it is.
 */
export function movedRank(questions: readonly Question[], values: TypedValues, move: string): TypedValues {
  const [code, option = "", way] = move.split(":");
  const question = questions.find((each) => each.code === code);
  if (question?.type !== "ranking") return values;
  const order = [...(typedAnswer(question, values)?.order ?? [])];
  const known = question.options.some((each) => each.code === option);
  if (known && !order.includes(option) && way === "next" && order.length < (question.most ?? question.options.length)) order.push(option);
  const from = order.indexOf(option);
  const to = from + (way === "up" ? -1 : 1);
  if (way !== "next" && from !== -1 && to >= 0 && to < order.length) [order[from], order[to]] = [order[to] as string, order[from] as string];
  const ranks = question.options.map((each) => [`${question.code}.rank.${each.code}`, [order.includes(each.code) ? String(order.indexOf(each.code) + 1) : ""]] as const);
  return { ...values, ...Object.fromEntries(ranks) };
}
