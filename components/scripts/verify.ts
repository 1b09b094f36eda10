/**
 * Verifies everything published of a poll on the visitor's own device: a worker does the work. Without this the page says how to run the verifier.
 */
import type { VerifiedBundle } from "#domain/voting/ballot-box/verify/verify-bundle.ts";
import { format } from "#i18n/format.ts";
import { bundleFaults as faultsCy } from "#i18n/messages/cy/bundle-faults.ts";
import { verification as cy } from "#i18n/messages/cy/verification.ts";
import { bundleFaults as faultsEn } from "#i18n/messages/en/bundle-faults.ts";
import { verification as en } from "#i18n/messages/en/verification.ts";
import { askWorker } from "./long-work.ts";
import { el, notice, table } from "./recount/elements.ts";
import { placeInWords } from "./verify/places.ts";
import type { VerifyAnswer, VerifyQuestion } from "./verify/messages.ts";

const locale = document.documentElement.lang === "cy" ? "cy" : "en";
const t = locale === "cy" ? cy : en;
const sentences = locale === "cy" ? faultsCy : faultsEn;
const f = format(locale);

const form = document.querySelector<HTMLFormElement>("form[data-verify]");
const says = document.querySelector<HTMLElement>("[data-verify-says]");
const shows = document.querySelector<HTMLElement>("[data-verify-shows]");
if (form && says && shows && "Worker" in window && "DecompressionStream" in window) {
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const given = new FormData(form);
    const [bundle, receipt] = [given.get("bundle"), given.get("receipt")];
    if (bundle instanceof File && bundle.name !== "") ask({ bundle, receipt: receipt instanceof File && receipt.name !== "" ? receipt : null }, says, shows);
    else shows.replaceChildren(notice("bad", t.chooseFile));
  });
}

function ask(question: VerifyQuestion, told: HTMLElement, shown: HTMLElement): void {
  const place = { worker: form?.dataset["worker"] ?? "", says: told, shows: shown };
  askWorker<VerifyQuestion, VerifyAnswer>(place, question, { ...t, begun: t.reading }, (answer, work) => {
    switch (answer.kind) {
      case "progress":
        work.tell(t.steps[answer.step]({ done: f.number(answer.done), of: f.number(answer.of) }), answer.of > 0 ? answer.done / answer.of : null);
        return;
      case "verified":
        work.end(said(answer.verified.faults));
        shown.replaceChildren(...verdict(answer.verified));
        return;
      case "unreadable":
        work.end(t.done);
        shown.replaceChildren(notice("bad", t.unreadable, t.unreadableMore, answer.why));
        return;
      case "no-receipt":
        work.end(t.done);
        shown.replaceChildren(notice("bad", t.noReceipt));
        return;
      case "failed":
        work.end(t.failed);
    }
  });
}

const said = (faults: VerifiedBundle["faults"]): string => (faults.length === 0 ? t.good : t.bad({ count: faults.length, shown: f.number(faults.length) }));

/** A fault in a sentence for anybody; how often and where; its name, which the specification and the verifier's report use. */
function faultFound({ name, times, places }: VerifiedBundle["faults"][number]): HTMLElement {
  const more = places.length > 0 && times > places.length ? [t.more({ shown: f.number(times - places.length) })] : [];
  const where = places.length > 0 ? ` ${t.where({ places: [...places.map((place) => placeInWords(place, t.places, f)), ...more].join("; ") })}` : "";
  return el(
    "li",
    {},
    el("strong", {}, sentences[name]),
    el("p", { class: "hint" }, `${t.times({ count: times, shown: f.number(times) })}.${where}`),
    el("p", { class: "hint" }, `${t.nameForAuditors} `, el("code", {}, name)),
  );
}

/** The verdict, every fault with its places, and what was looked at. */
function verdict({ faults, facts }: VerifiedBundle): Node[] {
  const parts: Node[] = [faults.length === 0 ? notice("good", t.good, t.goodMore) : notice("bad", said(faults), t.badMore)];
  if (faults.length > 0) parts.push(el("section", { class: "stack" }, el("h2", {}, t.faults), el("ul", { class: "stack" }, ...faults.map(faultFound))));
  if (facts === null) return parts;
  if (facts.receipt) parts.push(notice(facts.receipt.fate === "counted" ? "good" : "info", t.fates[facts.receipt.fate]({ leaf: f.number(facts.receipt.leaf) })));
  const { counted } = facts;
  const rows: readonly (readonly [string, string])[] = [
    [t.facts.question, facts.question],
    [t.facts.fingerprint, facts.fingerprint],
    [t.facts.leaves, f.number(facts.leaves)],
    [t.facts.checkpoints, f.number(facts.checkpoints)],
    [t.facts.ballots, f.number(facts.ballots)],
    [t.facts.keys, f.number(facts.keys)],
    [t.facts.amendments, f.number(facts.amendments)],
    [t.facts.reissues, f.number(facts.reissues)],
    [t.facts.counted, counted === null ? t.facts.notCounted : f.number(counted.online + counted.assisted + counted.paper + counted.telephone)],
    ...(facts.winners ? ([[t.facts.winners, f.list(facts.winners)]] as const) : []),
  ];
  parts.push(
    table(
      t.facts.title,
      [
        { header: t.facts.what, cell: ([what]) => what },
        { header: t.facts.found, cell: ([, found]) => found },
      ],
      rows,
    ),
  );
  return parts;
}
