import type { Fault, TypedValues } from "#domain/basics/fault.ts";
import { readAnswer, typedAnswer } from "#domain/consultations/answer-form.ts";
import { answerPages, isComplete, pageToGoOn, type AnswerPage } from "#domain/consultations/answer-pages.ts";
import { MOST_PAGES } from "#domain/consultations/judge-answer.ts";
import type { Answer } from "#domain/consultations/answer.ts";
import { questionsOf, type Question } from "#domain/consultations/survey.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { attach, save } from "#features/consultations/answering/actions.ts";
import { findHeldResponse, type HeldResponse } from "#features/consultations/answering/queries.ts";
import { answeringAddresses, answeringPlace, type AnsweringPlace } from "#features/consultations/answering/ui/answering-place.ts";
import { gonePage, questionPage, shutPage } from "#features/consultations/answering/ui/answering-pages.tsx";
import { markedOn, withPlaces, type MapToPress } from "#features/consultations/answering/ui/map-field.tsx";
import { movedRank } from "#domain/consultations/ranking.ts";
import { goTo, publicForm, publicPage } from "#features/councils/respond.tsx";
import { getConsultationAtHand } from "#features/involvement/consultation-at-hand/queries.ts";
import { listAreaShapes } from "#features/involvement/queries.ts";
import { now } from "#platform/clock.ts";
import type { UploadedFile } from "#platform/form-body.ts";

export const dynamic = "force-dynamic";

const MOST_BYTES = 21 * 1_048_576;

/** The map for the page's questions, where there is one to be pressed. */
async function mapFor(scope: PublicScope, questions: readonly Question[]): Promise<MapToPress | null> {
  if (!questions.some(({ type }) => type === "map")) return null;
  const areas = await listAreaShapes(scope);
  return areas.length === 0 ? null : { areas, picture: `/${scope.locale}/${scope.council.slug}/consultations/map.svg` };
}

export const GET = publicPage<"consultation" | "page">(async (scope, { params, query, request }) => {
  const place = answeringPlace(scope, await getConsultationAtHand(scope, params.consultation));
  const held = await findHeldResponse(scope, place.consultationId, request);
  if (isShut(place)) return shutPage(place, held, new Map(), now());
  const at = answeringAddresses(place);
  if (held === null) return goTo(at.home);
  if (held.state === "submitted") return goTo(`${at.done}?again`);
  const page = answerPages(place.survey, held.answers, held.respondent).find(({ code }) => code === params.page);
  if (!page) return goTo(at.start);
  return questionPage({ place, response: held, page, form: null, from: query.get("from") ?? "", map: await mapFor(scope, page.questions), changed: query.has("changed") });
});

export const POST = publicForm<"consultation" | "page">(async (scope, { values, files }, { params, request }) => {
  const place = answeringPlace(scope, await getConsultationAtHand(scope, params.consultation));
  const at = answeringAddresses(place);
  const held = await findHeldResponse(scope, place.consultationId, request);
  if (isShut(place)) return shutPage(place, held && withTyped(place, held, values), new Map(), now());
  if (held === null) return gonePage(place, values);
  if (held.state === "submitted") return goTo(`${at.done}?again`);
  const response = { scope, consultationId: place.consultationId, key: held.key };
  const from = values["from"]?.[0] ?? "";
  const then = values["then"]?.at(-1) ?? "continue";
  const page = answerPages(place.survey, held.answers, held.respondent).find(({ code }) => code === params.page);
  // The survey changed meanwhile and this page is no more: what still has a question is kept.
  if (!page) {
    const kept = withTyped(place, held, values).answers;
    const saved = await save(response, Object.fromEntries(questionsOf(place.survey).flatMap(({ code }) => (kept[code] === undefined || kept[code] === held.answers[code] ? [] : [[code, kept[code]]]))));
    return saved.ok ? goTo(at.start) : gonePage(place, values);
  }
  const map = await mapFor(scope, page.questions);
  const show = (faults: readonly Fault[], shown: TypedValues = values, answers: Readonly<Record<string, Answer | undefined>> = {}) =>
    questionPage({ place, response: { ...held, answers: { ...held.answers, ...typedAmounts(page, shown), ...answers } }, page, form: { values: shown, faults }, from, map });

  const move = values["move"]?.at(-1);
  if (move !== undefined) return show([], movedRank(page.questions, values, move));
  const drop = values["drop"]?.at(-1);
  if (drop !== undefined) return show([], values, await dropPart(page, held, drop));
  const marked = markedOn(page.questions, map, values, held.answers);
  if (marked) {
    const changed = marked.answer !== (held.answers[marked.question.code] ?? null);
    const kept = changed ? await save(response, { [marked.question.code]: marked.answer }) : null;
    if (kept && !kept.ok) return kept.error === "already-sent" ? goTo(`${at.done}?again`) : kept.error === "gone" ? gonePage(place, values) : shutPage(place, withTyped(place, held, values), new Map(), now());
    return show(marked.faults, marked.values, { [marked.question.code]: marked.answer ?? undefined });
  }
  const sent = await attachAll(page, files);
  if (sent.faults.length > 0) return show(sent.faults, values, sent.answers);
  if (then === "add") return show([], values, sent.answers);

  const read = page.questions.map((question) => ({ code: question.code, answer: readAnswer(question, values, sent.answers[question.code] ?? held.answers[question.code] ?? {}) }));
  const faults = read.flatMap(({ answer }) => (answer.ok ? [] : answer.error));
  const missing = faults.every(({ code }) => ["answer-missing", "choose-one", "choose-some", "rank-some", "agree-needed", "file-needed", "row-missing"].includes(code));
  if (faults.length > 0 && !(then === "later" && missing)) return show(faults, values, sent.answers);
  const saved = await save(response, Object.fromEntries(read.flatMap(({ code, answer }) => (answer.ok ? [[code, answer.value]] : []))));
  if (!saved.ok) {
    if (saved.error === "already-sent") return goTo(`${at.done}?again`);
    return saved.error === "gone" ? gonePage(place, values) : shutPage(place, withTyped(place, held, values), new Map(), now());
  }
  if (then === "later") return goTo(at.saved);
  if (place.survey.layout === "chapters" && from === "") return goTo(at.tasks);
  return goTo(nextAddress(place, saved.value, page, from));

  async function attachAll({ questions }: AnswerPage, uploads: Readonly<Record<string, UploadedFile>>) {
    const found: Fault[] = [];
    const answers: Record<string, Answer> = {};
    for (const question of questions) {
      const file = uploads[question.code];
      if (question.type !== "file" || !file) continue;
      const content = Buffer.from(await new Response(file.stream()).arrayBuffer());
      const kept = await attach(scope, { consultationId: place.consultationId, key: held?.key ?? "", question, name: file.name, content });
      if (kept.ok) answers[question.code] = { files: [...(held?.answers[question.code]?.files ?? []).filter(({ id }) => id !== kept.value.id), kept.value] };
      else found.push({ field: question.code, code: kept.error, params: { max: kept.error === "too-many-files" ? question.mostFiles : kept.error === "file-pages" ? MOST_PAGES : question.mostMegabytes } });
    }
    return { faults: found, answers };
  }

  /** A file or a place that is taken off again. */
  async function dropPart({ questions }: AnswerPage, { answers }: HeldResponse, what: string): Promise<Readonly<Record<string, Answer | undefined>>> {
    const [code = "", which = ""] = what.split(":");
    const answer = answers[code];
    if (!answer || !questions.some((question) => question.code === code)) return {};
    const left = (answer.files ?? []).filter(({ id }) => id !== which);
    const after = answer.places ? withPlaces(answer, answer.places.filter((_, place) => String(place) !== which)) : left.length > 0 ? { files: left } : null;
    const saved = await save(response, { [code]: after });
    return saved.ok ? { [code]: after ?? undefined } : {};
  }
}, MOST_BYTES);

const isShut = ({ opensAt, closesAt }: AnsweringPlace): boolean => now() < opensAt || now() >= closesAt;

/** After a page: the next one, or what is missing, or the check. */
function nextAddress(place: AnsweringPlace, { answers, respondent }: Pick<HeldResponse, "answers" | "respondent">, page: AnswerPage, from: string): string {
  const at = answeringAddresses(place);
  const pages = answerPages(place.survey, answers, respondent);
  if (from === "check") {
    const open = pages.find((each) => !isComplete(each, answers));
    return open ? at.page(open.code, "check") : at.check;
  }
  const index = pages.findIndex(({ code }) => code === page.code);
  const next = index === -1 ? pageToGoOn(pages, answers) : pages[index + 1];
  return next ? at.page(next.code) : at.check;
}

const typedAmounts = ({ questions }: AnswerPage, values: TypedValues): Readonly<Record<string, Answer | undefined>> =>
  Object.fromEntries(questions.filter(({ type }) => type === "budget").map((question) => [question.code, typedAnswer(question, values) ?? undefined]));

/** The response with what was typed on the page, so that nothing is lost where it can no longer be saved. */
function withTyped(place: AnsweringPlace, held: HeldResponse, values: TypedValues): HeldResponse {
  const typed = questionsOf(place.survey).flatMap((question) => {
    const read = readAnswer(question, values, held.answers[question.code] ?? {});
    return read.ok && read.value !== null ? [[question.code, read.value] as const] : [];
  });
  return { ...held, answers: { ...held.answers, ...Object.fromEntries(typed) } };
}
