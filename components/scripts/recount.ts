/**
 * Counts ballots on the visitor's own device: those of a published result, or a file they have. A worker does the work.
 * Without this the page says how to count with the command line, and gives the files.
 */
import { isElectionRuleId } from "#domain/voting/counting/election-rules.ts";
import { isBudgetRuleId } from "#domain/voting/counting/rules.ts";
import { kindOfFile, type Named } from "#domain/voting/recount/recount-file.ts";
import { joinLots } from "#domain/voting/results/lot-order.ts";
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

interface Place {
  readonly worker: string;
  /** Where progress is told, in one line that is read out. */
  readonly says: HTMLElement;
  readonly shows: HTMLElement;
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

/** Starts a worker on the question, with its progress and a way to stop it, and shows what it answers. */
function ask(place: Place, question: RecountQuestion): void {
  const { says, shows, words } = place;
  const { t, f } = words;
  const worker = new Worker(place.worker);
  const line = el("p", { role: "status" }, t.counting);
  const bar = el("progress", { class: "recount__bar", "aria-label": t.progress });
  const stop = el("button", { class: "btn btn--line", type: "button" }, t.stop);
  const end = (last: string): void => {
    worker.terminate();
    line.textContent = last;
    bar.remove();
    stop.remove();
  };
  stop.addEventListener("click", () => end(t.stopped));
  worker.addEventListener("error", () => end(t.failed));
  worker.addEventListener("message", ({ data }: MessageEvent<RecountAnswer>) => {
    switch (data.kind) {
      case "reading":
        if (data.share !== null) bar.value = data.share;
        line.textContent = data.share === null ? t.counting : t.reading({ percent: f.percent(data.share) });
        return;
      case "counting":
        bar.removeAttribute("value");
        line.textContent = data.steps === 0 ? t.counting : t.steps({ count: data.steps, shown: f.number(data.steps) });
        return;
      case "failed":
        end(t.failed);
        return;
      case "published":
        end(t.done);
        shows.replaceChildren(showPublished(words, data, place.titles));
        return;
      case "recount":
        end(t.done);
        if (data.recount.kind !== "lots-required") shows.replaceChildren(showRecount(words, data.recount));
        else if (question.kind === "file") shows.replaceChildren(askForLots(place, question, data.recount.tied));
    }
  });
  shows.replaceChildren();
  says.replaceChildren(line, bar, stop);
  worker.postMessage(question);
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
