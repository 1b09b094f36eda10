/**
 * Takes over the ballot's form, so that the vote is sealed on the voter's own device and goes to the ballot box alone: the choices are
 * never sent to the web server. Without this script, or where it cannot do its work, the form is sent as ever, and the page says so.
 */
import type { TypedValues } from "#domain/basics/fault.ts";
import { fieldOf, fieldsOf, readMarks } from "#domain/voting/ballot-form.ts";
import type { Vote } from "#domain/voting/ballot-box/vote.ts";
import { hasGaps, voteOfMarks, withoutGaps, type BallotPaper, type Mark } from "#domain/voting/ballot-paper.ts";
import { cast, castPending, holdBallot, isAble, type CastOutcome, type Held, type NotHeld } from "./vote/hold.ts";
import { change } from "./vote/keep.ts";
import { readForm, writeForm } from "./vote/form.ts";
import { paperOf, placeOf, type VotePlace } from "./vote/place.ts";
import { checkContent, faultContent, receiptContent, redrawSlip, type ShownPaper } from "./vote/contents.ts";
import { Views } from "./vote/views.ts";
import { copyOf, type BallotWords } from "./vote/words.ts";

/** How the page says that votes are handled: by our servers in readable form, being prepared, sealed here, not to be reached, or not able to. */
type Handling = "readable" | "preparing" | "sealed" | "unreachable" | "cannot";

function start(page: HTMLElement, ballotForm: HTMLFormElement): void {
  const ballot = page.querySelector<HTMLElement>("[data-vote-ballot]");
  const other = page.querySelector<HTMLElement>("[data-vote-other]");
  const place = placeOf(page);
  if (!ballot || !other) return;
  if (!isAble()) return say(page, "cannot");
  new Voting(page, ballotForm, place, new Views(ballot, other)).begin();
}

function say(page: HTMLElement, handling: Handling): void {
  for (const each of page.querySelectorAll<HTMLElement>("[data-vote-handling]")) each.hidden = each.dataset["voteHandling"] !== handling;
}

class Voting {
  readonly #page: HTMLElement;
  readonly #form: HTMLFormElement;
  readonly #place: VotePlace;
  readonly #views: Views;
  readonly #words: BallotWords;
  #holding: Promise<Held | NotHeld> = Promise.resolve("cannot");
  #held: Held | null = null;
  #paper: ShownPaper | null = null;
  #given: { readonly marks: readonly Mark[]; readonly vote: Vote } | null = null;
  #casting = false;
  /** The form is sent as without this script. */
  #stoodDown = false;

  constructor(page: HTMLElement, form: HTMLFormElement, place: VotePlace, views: Views) {
    this.#page = page;
    this.#form = form;
    this.#place = place;
    this.#views = views;
    this.#words = JSON.parse(page.dataset["voteWords"] ?? "{}") as BallotWords;
  }

  begin(): void {
    // Before anything is asked: from here on no press of a button may send choices to the web server.
    document.addEventListener("submit", (event) => this.#onSubmit(event), { capture: true });
    window.addEventListener("popstate", () => this.#onHistory());
    window.addEventListener("online", () => this.#onOnline());
    this.#form.addEventListener("change", () => this.#onChange());
    history.replaceState({ view: "ballot" }, "");
    say(this.#page, "preparing");
    void this.#hold();
  }

  /** Holds a ballot, again and again while the programs cannot be reached. */
  async #hold(): Promise<void> {
    this.#holding = holdBallot(this.#place).catch((): NotHeld => "cannot");
    const held = await this.#holding;
    if (typeof held !== "string") return this.#onHeld(held);
    if (held === "cannot") return this.#standDown();
    if (held === "unreachable") return say(this.#page, "unreachable");
    this.#moment(held);
  }

  async #onHeld(held: Held): Promise<void> {
    this.#held = held;
    this.#paper = { paper: paperOf(held.manifest), words: this.#words };
    // The server keeps to this page for a browser that holds a key, also once the roll has its voter's mark. It says nothing else.
    document.cookie = `held-${this.#place.poll}=1; Path=/; SameSite=Strict; Max-Age=${Math.max(0, Math.round((this.#place.closesAt - Date.now()) / 1000)) + 60 * 24 * 3600}${location.protocol === "https:" ? "; Secure" : ""}`;
    say(this.#page, "sealed");
    const { draft, pending, version } = held.kept;
    if (version > 0) for (const notice of this.#page.querySelectorAll<HTMLElement>("[data-vote-changing]")) notice.hidden = false;
    if (pending !== null) return this.#finish(await this.#send(() => castPending(held)));
    if (draft !== null && this.#views.shown === "ballot" && readMarks(this.#paper.paper, readForm(this.#form, null)).length === 0) writeForm(this.#form, draft);
    this.#redraw();
  }

  #standDown(): void {
    this.#stoodDown = true;
    say(this.#page, "cannot");
    if (this.#views.shown === "check") this.#views.showBallot();
  }

  #onSubmit(event: SubmitEvent): void {
    const target = event.target;
    if (this.#stoodDown || !(target instanceof HTMLFormElement) || !this.#page.contains(target)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const submitter = event.submitter;
    void this.#act(target, submitter).catch(() => {
      // A fault of ours while the ballot is being looked at: nothing was sent, and the page says how it goes on.
      if (!this.#casting) this.#standDown();
    });
  }

  async #act(target: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
    const name = submitter?.getAttribute("name") ?? "";
    const value = submitter?.getAttribute("value") ?? "";
    if (target !== this.#form) {
      if (name === "remove") return this.#remove(Number(value));
      if (value === "cast" || name === "again") return this.#cast();
      history.back();
      return;
    }
    const shown = await this.#paperNow();
    if (shown === null) return;
    const marks = readMarks(shown.paper, readForm(this.#form, submitter));
    if (name === "move") return this.#write(shown.paper, marks);
    const filled = voteOfMarks(shown.paper, marks);
    const isOnTheWay = value === "total";
    const faults = filled.ok ? [] : filled.error.filter(({ code }) => !isOnTheWay || (code !== "too-few-marked" && code !== "second-without-first"));
    this.#page.querySelector(".errsum")?.remove();
    if (faults.length > 0) {
      const summary = faultContent(shown, faults, marks, this.#form);
      this.#page.querySelector("[data-vote-ballot]")?.prepend(summary);
      return this.#views.showBallot(this.#words.errorPrefix, summary);
    }
    if (isOnTheWay || !filled.ok) return this.#redraw();
    this.#showCheck({ marks, vote: filled.value }, true);
  }

  /** The paper as soon as leaf 0 is here; null where this page can go no further. */
  async #paperNow(): Promise<ShownPaper | null> {
    if (this.#paper === null) {
      this.#saysWait(true);
      const held = await this.#holding;
      this.#saysWait(false);
      if (held === "unreachable") {
        await this.#hold();
        if (this.#paper === null) this.#page.querySelector<HTMLElement>('[data-vote-handling="unreachable"]')?.scrollIntoView();
      }
    }
    return this.#paper;
  }

  #saysWait(waits: boolean): void {
    const line = this.#page.querySelector<HTMLElement>("[data-vote-wait]");
    if (line) line.hidden = !waits;
  }

  #showCheck(given: { readonly marks: readonly Mark[]; readonly vote: Vote }, isNew: boolean): void {
    const shown = this.#paper;
    if (shown === null) return;
    this.#given = given;
    if (isNew) history.pushState({ view: "check" }, "");
    this.#views.show("check", checkContent(shown, given.vote, shown.paper.kind === "ranked" && hasGaps(given.marks)));
  }

  #remove(number: number): void {
    const shown = this.#paper;
    if (shown === null || this.#given === null) return;
    const left = this.#given.marks.filter((mark) => mark.number !== number);
    const marks = shown.paper.kind === "ranked" ? withoutGaps(left) : left;
    this.#write(shown.paper, marks);
    const filled = voteOfMarks(shown.paper, marks);
    if (filled.ok) return this.#showCheck({ marks, vote: filled.value }, false);
    history.back();
  }

  async #cast(): Promise<void> {
    const given = this.#given;
    if (this.#casting) return;
    const held = this.#held ?? (await this.#holdNow());
    if (held === null || (given === null && held.kept.pending === null)) return;
    await this.#finish(await this.#send(() => (given === null ? castPending(held) : cast(held, given.vote))));
  }

  async #holdNow(): Promise<Held | null> {
    await this.#hold();
    if (this.#held === null) this.#moment("unanswered");
    return this.#held;
  }

  async #send(sending: () => Promise<CastOutcome>): Promise<CastOutcome> {
    this.#casting = true;
    this.#saysSending(true);
    try {
      return await sending();
    } catch {
      return "unanswered";
    } finally {
      this.#casting = false;
      this.#saysSending(false);
    }
  }

  #saysSending(sends: boolean): void {
    for (const line of this.#page.querySelectorAll<HTMLElement>("[data-vote-sending]")) line.hidden = !sends;
    for (const button of this.#page.querySelectorAll<HTMLButtonElement>("[data-vote-other] button")) button.setAttribute("aria-disabled", String(sends));
  }

  async #finish(outcome: CastOutcome): Promise<void> {
    if (typeof outcome === "string") return this.#moment(outcome);
    this.#given = null;
    const kept = await change(this.#place.poll, this.#held?.kept.voter ?? "", (now) => now);
    if (this.#held && kept) this.#held = { ...this.#held, kept };
    // The page of the receipt, which finds it on this device: reloading it shows the same again.
    history.replaceState({ view: "receipt" }, "", this.#place.receipt);
    this.#views.show("receipt", receiptContent(outcome.receipt, kept?.key ?? null, this.#words));
    document.dispatchEvent(new CustomEvent("vote:receipt"));
  }

  /** A whole page for a hard moment. Where another attempt can help, its button makes it. */
  #moment(code: NotHeld | Exclude<CastOutcome, object>): void {
    const id = code === "refused" || code === "unanswered" ? (navigator.onLine ? "unanswered" : "offline") : code;
    if (this.#views.shown === "ballot") history.pushState({ view: "moment" }, "");
    this.#views.show("moment", copyOf(`vote-moment-${id}`));
  }

  #onOnline(): void {
    if (this.#held === null && !this.#stoodDown) void this.#hold();
    else if (this.#views.shown === "moment" && this.#page.querySelector("[data-vote-other] button[name=again]")) void this.#cast();
  }

  #onHistory(): void {
    const { view } = (history.state ?? { view: "ballot" }) as { view: string };
    if (view === "check" && this.#given) return this.#showCheck(this.#given, false);
    this.#views.showBallot();
  }

  #onChange(): void {
    this.#redraw();
    const [held, shown] = [this.#held, this.#paper];
    if (!held || !shown) return;
    const draft: TypedValues = draftOf(shown.paper, readMarks(shown.paper, readForm(this.#form, null)));
    void change(this.#place.poll, held.kept.voter, (now) => ({ ...now, draft }));
  }

  #write(paper: BallotPaper, marks: readonly Mark[]): void {
    writeForm(this.#form, draftOf(paper, marks));
  }

  #redraw(): void {
    if (this.#paper) redrawSlip(this.#paper, this.#form, readMarks(this.#paper.paper, readForm(this.#form, null)));
  }
}

/** Marks as fields of the form, finished or not. */
function draftOf(paper: BallotPaper, marks: readonly Mark[]): TypedValues {
  const filled = voteOfMarks(paper, marks);
  if (filled.ok && !hasGaps(marks)) return fieldsOf(paper, filled.value);
  const fields: Record<string, string[]> = {};
  for (const { number, value } of marks) {
    const name = fieldOf(paper, number);
    (fields[name] ??= []).push(String(name === "choice" ? number : value));
  }
  return fields;
}

const root = document.querySelector<HTMLElement>("[data-vote-place]");
const form = document.querySelector<HTMLFormElement>("form#ballot");
if (root && form) start(root, form);
