/** Counts ballots beside the page, so that the page stays awake. Nothing is sent anywhere; files are only fetched from where they are published. */
import { recountFile } from "#domain/voting/recount/recount-file.ts";
import { readPublishedCount, recountPublished } from "#domain/voting/recount/recount-published.ts";
import type { RecountAnswer, RecountQuestion } from "./recount/messages.ts";

const TELL_EVERY_MS = 100;

const say = (answer: RecountAnswer): void => self.postMessage(answer);
let told = 0;

self.addEventListener("message", (event: MessageEvent<RecountQuestion>) => {
  answer(event.data).then(say, () => say({ kind: "failed" }));
});

async function answer(question: RecountQuestion): Promise<RecountAnswer> {
  if (question.kind === "file") {
    const { file, rule, places, lots } = question;
    const bytes = telling(file.stream(), file.size);
    return { kind: "recount", recount: await recountFile({ name: file.name, bytes, rule, places, lots, onStep }), lots };
  }
  const [sheet, votes] = await Promise.all([fetch(question.sheet), fetch(question.votes)]);
  if (!sheet.ok || !votes.ok || votes.body === null) return { kind: "failed" };
  const published = readPublishedCount(await sheet.text());
  if (published === null) return { kind: "failed" };
  // Sizes of packed answers say nothing of what comes out, so the share read is told only where it is known.
  const size = votes.headers.has("Content-Encoding") ? 0 : Number(votes.headers.get("Content-Length") ?? 0);
  const recount = await recountPublished({ votes: telling(votes.body, size), published, sha256: "subtle" in crypto ? sha256 : null, onStep });
  return { kind: "published", recount, projects: published.projects, budgetPence: published.sheet.budgetPence };
}

/** The pieces of a stream, telling how much of `size` bytes has come; `size` 0 is unknown. */
async function* telling(stream: ReadableStream<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  let read = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    read += next.value.length;
    if (isTimeToTell()) say({ kind: "reading", share: size === 0 ? null : Math.min(1, read / size) });
    yield next.value;
  }
  say({ kind: "counting", steps: 0 });
}

function onStep(steps: number): void {
  if (isTimeToTell()) say({ kind: "counting", steps });
}

function isTimeToTell(): boolean {
  const now = performance.now();
  if (now - told < TELL_EVERY_MS) return false;
  told = now;
  return true;
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
