/**
 * The receipt of a ballot that was sealed on this device: found here, where it alone is kept, and shown in the page's template, with a
 * file, QR codes and a way to remove it. Runs on the ballot's page too, where the receipt follows the casting.
 */
import { shownBallotKey, type BallotKey } from "#domain/voting/ballot-box/ballot-key.ts";
import { receiptText } from "#domain/voting/ballot-box/receipt-file.ts";
import { shownTrackingCode } from "#domain/voting/ballot-box/receipt.ts";
import { receiptContent } from "./vote/contents.ts";
import { forget, forgetAfterClose, listKept, noteClose, type KeptBallot, type KeptReceipt } from "./vote/keep.ts";
import { placeOf, type VotePlace } from "./vote/place.ts";
import type { ReceiptWords } from "./vote/words.ts";

declare global {
  interface Window {
    folkmootQr?: (text: string, label: string) => SVGElement;
  }
}

const page = document.querySelector<HTMLElement>("[data-vote-place]");
if (page && typeof indexedDB !== "undefined") {
  const place = placeOf(page);
  const shell = page.querySelector<HTMLElement>("[data-receipt-shell]");
  if (shell) void show(page, shell, place);
  document.addEventListener("vote:receipt", () => void newest(place).then((found) => found && equip(page, place, found)));
}

interface Found {
  readonly kept: KeptBallot;
  readonly receipt: KeptReceipt;
}

/** The last receipt on this device: of whoever holds the pass, else of whoever brought their key. */
async function newest(place: VotePlace): Promise<Found | null> {
  await noteClose(place.poll, place.closesAt);
  await forgetAfterClose(Date.now());
  const all = (await listKept(place.poll)).filter(({ receipts }) => receipts.length > 0);
  const kept = all.find(({ voter }) => voter === place.voter) ?? all.find(({ voter }) => voter === "") ?? (place.voter === "" && all.length === 1 ? all[0] : undefined);
  const receipt = kept?.receipts.reduce((last, each) => (each.version > last.version ? each : last));
  return kept && receipt ? { kept, receipt } : null;
}

/** The receipt's own page: what stands there without script gives way to the receipt, where this device has one. */
async function show(root: HTMLElement, shell: HTMLElement, place: VotePlace): Promise<void> {
  const found = await newest(place).catch(() => null);
  if (found === null) return;
  const words = JSON.parse(root.dataset["voteWords"] ?? "{}") as ReceiptWords;
  shell.replaceChildren(receiptContent(found.receipt, found.kept.key, words));
  document.title = document.title.replace(/^[^–]*/, `${shell.querySelector("h1")?.textContent ?? ""} `);
  equip(root, place, found);
  if (new URLSearchParams(location.search).get("print") === "1") for (const details of root.querySelectorAll("details")) details.open = true;
}

/** The file, the codes and the way to forget. */
function equip(root: HTMLElement, place: VotePlace, { kept, receipt }: Found): void {
  const file = root.querySelector<HTMLAnchorElement>("[data-receipt-file]");
  if (file) file.href = URL.createObjectURL(new Blob([receiptText({ poll: place.poll, manifest: place.manifest, leaf: receipt.leaf, promise: receipt.promise })], { type: "application/json" }));
  const log = root.querySelector<HTMLAnchorElement>("[data-receipt-log]");
  const code = shownTrackingCode(receipt.tracking);
  // After the # an address is not sent: the log's page reads it in the browser.
  if (log) log.href = `${log.href.split("#")[0] ?? ""}#${code}`;
  for (const details of root.querySelectorAll("details")) {
    const draw = (): void => void drawCodes(details, { code: log?.href ?? "", key: keyAddress(place, kept.key) }, place);
    if (details.open) draw();
    details.addEventListener("toggle", () => details.open && draw());
  }
  root.querySelector("[data-receipt-forget]")?.addEventListener("click", () => void forgetHere(root, place, kept));
  for (const link of root.querySelectorAll<HTMLAnchorElement>("a[data-print]"))
    link.addEventListener("click", (event) => {
      event.preventDefault();
      for (const details of root.querySelectorAll("details")) details.open = true;
      window.print();
    });
}

const keyAddress = (place: VotePlace, key: BallotKey | null): string => (key === null ? "" : `${new URL(place.receipt, location.href).href.replace(/receipt$/, "key")}#${shownBallotKey(key)}`);

async function drawCodes(within: HTMLElement, texts: Readonly<Record<"code" | "key", string>>, place: VotePlace): Promise<void> {
  const empty = [...within.querySelectorAll<HTMLElement>("[data-receipt-qr]")].filter((each) => each.childElementCount === 0);
  if (empty.length === 0) return;
  const draw = await fetchDrawing(place.qr).catch(() => null);
  if (draw === null) return;
  for (const each of empty) {
    const text = texts[each.dataset["receiptQr"] as "code" | "key"];
    const label = each.parentElement?.querySelector("figcaption")?.textContent ?? "";
    if (text !== "" && each.childElementCount === 0) each.append(draw(text, label));
  }
}

/** The program that draws QR codes is fetched only by whoever looks at one. */
async function fetchDrawing(address: string): Promise<NonNullable<Window["folkmootQr"]>> {
  if (!window.folkmootQr)
    await new Promise<void>((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = () => resolve();
      script.onerror = () => reject(new Error("The drawing of codes could not be fetched"));
      document.head.append(script);
    });
  if (!window.folkmootQr) throw new Error("The drawing of codes is not there");
  return window.folkmootQr;
}

async function forgetHere(root: HTMLElement, place: VotePlace, kept: KeptBallot): Promise<void> {
  await forget(kept.poll, kept.voter);
  document.cookie = `held-${place.poll}=; Path=/; SameSite=Strict; Max-Age=0`;
  for (const each of root.querySelectorAll<HTMLElement>("[data-vote-key], [data-receipt-forget]")) each.hidden = true;
  const line = root.querySelector<HTMLElement>("[data-receipt-forgotten]");
  if (line) line.hidden = false;
}
