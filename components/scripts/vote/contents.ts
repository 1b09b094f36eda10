import { format } from "#i18n/format.ts";
import { shownBallotKey, type BallotKey } from "#domain/voting/ballot-box/ballot-key.ts";
import { shownTrackingCode } from "#domain/voting/ballot-box/receipt.ts";
import type { Vote } from "#domain/voting/ballot-box/vote.ts";
import { fieldOf, TICK_FIELD } from "#domain/voting/ballot-form.ts";
import { couldAdd, hasPoints, isRanked, marksOf, overBudget, select, withoutGaps, type BallotPaper, type Mark } from "#domain/voting/ballot-paper.ts";
import type { BallotFault } from "#domain/voting/ballots/ballot.ts";
import type { PollOption } from "#domain/voting/rules-of-poll.ts";
import type { KeptReceipt } from "./keep.ts";
import { copyOf, fill, fillBelow, localeOfPage, plural, type BallotWords, type ReceiptWords } from "./words.ts";

export interface ShownPaper {
  readonly paper: BallotPaper;
  readonly words: BallotWords;
}

const titleOf = ({ title }: PollOption): string => title[localeOfPage()] || title.en || title.cy;

/** What was chosen, before it is cast, in the page's own check template: it holds a row for each option, and the rows not chosen go. */
export function checkContent({ paper, words }: ShownPaper, vote: Vote, closedUp: boolean): DocumentFragment {
  const f = format(localeOfPage());
  const content = copyOf("vote-check");
  const selection = select(paper, vote.choices);
  const { chosen, costPence } = selection;
  const pot = paper.budgetPence ?? 0;
  const show = (name: string, shown: boolean): void => {
    for (const each of content.querySelectorAll<HTMLElement>(`[data-vote-show="${name}"]`)) if (!shown) each.remove();
  };
  show("some", chosen.length > 0);
  show("none", chosen.length === 0);
  show("closed-up", closedUp);
  const more = couldAdd(paper, selection);
  show("could-add", more !== null);
  const count = plural(words.projects, chosen.length, f.number(chosen.length));
  const added = more && {
    project: titleOf(more.dearest),
    cost: f.money(more.dearest.costPence ?? 0),
    others: plural(words.couldAdd.others, more.others, f.number(more.others)),
  };
  const advice = added === null ? "" : fill(more?.others === 0 ? words.couldAdd.alone : added.others, added);
  fillBelow(content, { count, cost: f.money(costPence), left: f.money(Math.max(0, pot - costPence)), advice });

  const list = content.querySelector(".cklist");
  const rows = new Map([...content.querySelectorAll<HTMLElement>(".ckrow")].map((row) => [Number(row.querySelector("button")?.value), row]));
  for (const row of rows.values()) row.remove();
  for (const { number, value } of marksOf(paper, vote)) {
    const row = rows.get(number);
    if (!row) continue;
    const figure = row.querySelector(".num");
    if (figure && isRanked(paper)) figure.textContent = words.places[value - 1] ?? String(value);
    else if (figure && hasPoints(paper)) figure.textContent = plural(words.points, value, f.number(value));
    list?.append(row);
  }
  const total = content.querySelector(".cktotal .num");
  if (total) total.textContent = fill(words.totalOf, { chosen: f.money(costPence), pot: f.money(pot) });
  return content;
}

/** The summary of what is wrong, in the page's own template, with a link to each control. */
export function faultContent({ paper, words }: ShownPaper, faults: readonly BallotFault[], marks: readonly Mark[], form: HTMLFormElement): HTMLElement {
  const f = format(localeOfPage());
  const over = faults.some(({ code }) => code === "over-the-pot");
  const summary = copyOf(over ? "vote-over" : "vote-faults").querySelector<HTMLElement>(".errsum");
  if (!summary) throw new Error("The template has no summary");
  const list = summary.querySelector("ul");
  list?.replaceChildren();
  const add = (id: string, text: string): void => {
    const link = document.createElement("a");
    link.href = `#${id}`;
    link.textContent = text;
    const item = document.createElement("li");
    item.append(link);
    list?.append(item);
  };
  if (over) {
    const selection = select(paper, marks.map(({ number }) => number));
    const advice = overBudget(selection, paper.budgetPence ?? 0);
    const offered = advice.enough.length > 0 ? advice.enough : selection.chosen;
    fillBelow(summary, {
      body: fill(words.over.body, { chosen: f.money(advice.costPence), pot: f.money(advice.potPence) }),
      takeOff: fill(words.over.takeOff, { over: f.money(advice.overPence) }),
      which: advice.enough.length > 0 ? words.over.one : words.over.several,
    });
    for (const option of offered) add(idOf(paper, form, option.number), fill(words.option, { project: titleOf(option), cost: f.money(option.costPence ?? 0) }));
    return summary;
  }
  for (const { code, params, optionId } of faults) {
    const option = paper.options.find(({ number }) => String(number) === optionId);
    add(idOf(paper, form, option?.number ?? null), fill(words.faults[code] ?? code, { ...params, project: option ? titleOf(option) : "" }));
  }
  return summary;
}

/** The control of an option, or the first of the form. */
function idOf(paper: BallotPaper, form: HTMLFormElement, number: number | null): string {
  const name = number === null ? null : fieldOf(paper, number);
  const controls = [...form.elements].filter((each): each is HTMLInputElement | HTMLSelectElement => each instanceof HTMLInputElement || each instanceof HTMLSelectElement);
  const own = controls.find((control) => (name === TICK_FIELD ? control.value === String(number) : control.name === name));
  return (own ?? controls[0])?.id ?? "ballot";
}

/** The voter's order so far, drawn again after each press. */
export function redrawSlip({ paper }: ShownPaper, form: HTMLFormElement, marks: readonly Mark[]): void {
  const slip = form.querySelector(".slip");
  if (!slip || !isRanked(paper)) return;
  const pressed = document.activeElement instanceof HTMLButtonElement && slip.contains(document.activeElement) ? document.activeElement.value : null;
  const placed = (paper.kind === "ranked" ? withoutGaps(marks) : marks).filter(({ value }) => value > 0);
  const last = Math.max(0, ...placed.map(({ value }) => value));
  const patterns = copyOf("vote-slip");
  const [full, blank] = patterns.querySelectorAll("li");
  if (!full || !blank) return;
  const places = Math.max(slip.children.length, last);
  slip.replaceChildren(
    ...Array.from({ length: places }, (_, index) => {
      const place = index + 1;
      const option = paper.options.find(({ number }) => placed.some((mark) => mark.number === number && mark.value === place));
      const item = (option ? full : blank).cloneNode(true) as HTMLElement;
      const number = item.querySelector(".slip__n");
      if (number) number.textContent = String(place);
      if (option === undefined) return item;
      fillBelow(item, { project: titleOf(option) });
      for (const button of item.querySelectorAll("button")) {
        const way = button.value;
        button.value = `${option.number} ${way}`;
        if ((way === "up" && place === 1) || (way === "down" && place === last)) button.remove();
      }
      return item;
    }),
  );
  const again = pressed === null ? null : (slip.querySelector<HTMLElement>(`button[value="${pressed}"]`) ?? slip.querySelector<HTMLElement>(`button[value^="${pressed.split(" ")[0] ?? ""} "]`));
  again?.focus();
}

/** The receipt in the page's own template. */
export function receiptContent(receipt: KeptReceipt, key: BallotKey | null, words: ReceiptWords): DocumentFragment {
  const f = format(localeOfPage());
  const content = copyOf("vote-receipt");
  const isChange = receipt.version > 1;
  fillBelow(content, {
    title: isChange ? words.changedTitle : words.receiptTitle,
    thanks: isChange ? fill(words.changed, { version: f.number(receipt.version) }) : words.receiptThanks,
    code: shownTrackingCode(receipt.tracking),
    note: receipt.castAt === null ? words.where : fill(words.castAt, { when: f.dateAndTime(new Date(receipt.castAt)) }),
    key: key === null ? "" : shownBallotKey(key),
  });
  if (key === null) for (const each of content.querySelectorAll("[data-vote-key]")) each.remove();
  return content;
}
