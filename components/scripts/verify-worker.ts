/** Verifies a bundle beside the page, so that the page stays awake. Nothing is sent anywhere. */
import { hasWebCurves, webCurves } from "#domain/voting/ballot-box/curves.ts";
import { nobleCurves } from "#domain/voting/ballot-box/noble-curves.ts";
import { readReceipt } from "#domain/voting/ballot-box/receipt-file.ts";
import { verificationInBrowser } from "#domain/voting/ballot-box/verify/in-browser.ts";
import { UnreadableBundle, verifyBundle } from "#domain/voting/ballot-box/verify/verify-bundle.ts";
import type { VerifyAnswer, VerifyQuestion } from "./verify/messages.ts";

const TELL_EVERY_MS = 150;
const say = (answer: VerifyAnswer): void => self.postMessage(answer);
let told = 0;

self.addEventListener("message", (event: MessageEvent<VerifyQuestion>) => {
  answer(event.data).then(say, (fault: unknown) => say(fault instanceof UnreadableBundle ? { kind: "unreadable", why: fault.message } : { kind: "failed" }));
});

async function answer({ bundle, receipt: file }: VerifyQuestion): Promise<VerifyAnswer> {
  const receipt = file === null ? null : readReceipt((await file.text()).trim());
  if (file !== null && receipt === null) return { kind: "no-receipt" };
  const curves = (await hasWebCurves()) ? webCurves : nobleCurves;
  const parts = await verificationInBrowser(pieces(await unpacked(bundle)), curves);
  const verified = await verifyBundle({
    ...parts,
    receipt,
    onProgress: (step, done, of) => {
      if (performance.now() - told < TELL_EVERY_MS && done < of) return;
      told = performance.now();
      say({ kind: "progress", step, done, of });
    },
  });
  return { kind: "verified", verified };
}

/** A bundle as it is downloaded, or already out of its gzip. */
async function unpacked(file: File): Promise<ReadableStream<Uint8Array>> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const stream: ReadableStream<Uint8Array> = file.stream();
  if (first !== 0x1f || second !== 0x8b) return stream;
  return stream.pipeThrough(new DecompressionStream("gzip") as unknown as ReadableWritablePair<Uint8Array, Uint8Array>);
}

async function* pieces(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } catch (fault) {
    throw new UnreadableBundle(fault instanceof Error ? fault.message : String(fault));
  }
}
