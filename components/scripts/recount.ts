/**
 * Counts ballots on the visitor's own device: those of a published result, or a file they have. A worker does the work.
 * Without this the page says how to count with the command line, and gives the files.
 */
import { isElectionRuleId } from "#domain/voting/counting/election-rules.ts";
import { isBudgetRuleId } from "#domain/voting/counting/rules.ts";
import { kindOfFile, type Named } from "#domain/voting/recount/recount-file.ts";
import { joinLots } from "#domain/voting/results/lot-order.ts";
import { askWorker, type LongWorkPlace } from "./long-work.ts";
import { el, notice } from "./recount/elements.ts";
import type { RecountAnswer, RecountQuestion } from "./recount/messages.ts";
import { showPublished, showRecount } from "./recount/show.ts";
import { wordsOf, type Words } from "./recount/words.ts";

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-recount]")) offer(form, wordsOf(document.documentElement.lang === "cy" ? "cy" : "en"));

function offer(form: HTMLFormElement, words: Words): void {
  const worker = form.dataset["worker"];
  const says = form.parentElement?.querySelector<HTMLElement>("[data-recount-says]");
  const shows = form.parentElement?.querySelector<HTMLElement>("[data-recount-shows]");
  if (worker === undefined || !says || !shows || !("Worker" in window)) return;
  const titles = JSON.parse(form.dataset["titles"] ?? "{}") as Place["titles"];
  const place: Place = { worker, says, shows, words, titles };
  form.hidden = false;
  const file = form.querySelector<HTMLInputElement>("input[type=file]");
  file?.addEventListener("change", () => fitRules(form, file.files?.[0]?.name ?? ""));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const question = questionOf(form, words);
    if (typeof question === "string") shows.replaceChildren(notice("bad", question));
    else ask(place, question);
  });
}

interface Place extends LongWorkPlace {
  readonly words: Words;
  /** Names of a published result's projects, by number. */
  readonly titles: Readonly<Record<string, string>>;
}

/** What the form asks for, or what is missing, in words. */
function questionOf(form: HTMLFormElement, { t }: Words): RecountQuestion | string {
  const { votes, sheet } = form.dataset;
  if (votes !== undefined && sheet !== undefined) return { kind: "published", votes, sheet };
  const given = new FormData(form);
  const file = given.get("file");
  const rule = String(given.get("rule"));
  const places = String(given.get("places") ?? "").trim();
  if (!(file instanceof File) || file.name === "") return t.chooseFile;
  if (!/^([1-9]\d{0,3})?$/.test(places)) return t.placesWrong;
  if (!isBudgetRuleId(rule) && !isElectionRuleId(rule)) return t.refusedTitle;
  return { kind: "file", file, rule, places: places === "" ? null : Number(places), lots: [] };
}

/** Chooses a rule that fits the kind of file, where the one chosen does not. */
function fitRules(form: HTMLFormElement, name: string): void {
  const kind = kindOfFile(name);
  const select = form.querySelector<HTMLSelectElement>("select[name=rule]");
  if (kind === null || select === null) return;
  const fits = (rule: string): boolean => (kind === "pb" ? isBudgetRuleId(rule) : isElectionRuleId(rule));
  if (!fits(select.value)) select.value = kind === "pb" ? "mes_cost_add1_util" : "scottish_stv";
}

/** Has the question answered and shows the answer. */
function ask(place: Place, question: RecountQuestion): void {
  const { shows, words } = place;
  const { t, f } = words;
  askWorker<RecountQuestion, RecountAnswer>(place, question, { ...t, begun: t.counting }, (answer, work) => {
    switch (answer.kind) {
      case "reading":
        work.tell(answer.share === null ? t.counting : t.reading({ percent: f.percent(answer.share) }), answer.share);
        return;
      case "counting":
        work.tell(answer.steps === 0 ? t.counting : t.steps({ count: answer.steps, shown: f.number(answer.steps) }), null);
        return;
      case "failed":
        work.end(t.failed);
        return;
      case "published":
        work.end(t.done);
        shows.replaceChildren(showPublished(words, answer, place.titles));
        return;
      case "recount":
        work.end(t.done);
        if (answer.recount.kind !== "lots-required") shows.replaceChildren(showRecount(words, answer.recount));
        else if (question.kind === "file") shows.replaceChildren(askForLots(place, question, answer.recount.tied));
    }
  });
}

/** A form for the order in which the tied were called; lots drawn for an earlier tie keep their order. */
function askForLots(place: Place, question: Extract<RecountQuestion, { kind: "file" }>, tied: readonly Named[]): HTMLElement {
  const { t, f } = place.words;
  const options = (): HTMLOptionElement[] => tied.map(({ id, name }) => el("option", { value: id }, name));
  const selects = tied.map((_, at) => {
    const select = el("select", { class: "in in--20", id: `lot-${at}` }, ...options());
    select.selectedIndex = at;
    return select;
  });
  const wrong = el("p", { class: "err", role: "alert" });
  const fields = selects.map((select, at) => el("div", { class: "field" }, el("label", { for: select.id }, t.called({ place: f.number(at + 1) })), select));
  const form = el("form", { class: "stack" }, ...fields, wrong, el("button", { class: "btn", type: "submit" }, t.lotsCount));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const called = selects.map(({ value }) => value);
    if (new Set(called).size < called.length) wrong.textContent = t.lotsEachOnce;
    else ask(place, { ...question, lots: joinLots(question.lots, called) });
  });
  const lead = t.lotsLead({ names: f.list(tied.map(({ name }) => name)) });
  return el("div", { class: "stack" }, notice("warn", t.lotsTitle, lead), form);
}
