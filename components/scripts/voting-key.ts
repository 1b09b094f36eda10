/**
 * Opens a ballot on this device by its voting key, which stays here: only the public half of what follows from it is asked for at the
 * ballot box. The key may come in the part of the address after the #, which browsers do not send.
 */
import { readBallotKey, type BallotKey } from "#domain/voting/ballot-box/ballot-key.ts";
import { base64url, fromBase64url, fromHex, hex } from "#domain/voting/ballot-box/bytes.ts";
import { isPromised } from "#domain/voting/ballot-box/cast-ballot.ts";
import { derive } from "#domain/voting/ballot-box/derivation.ts";
import { trackingCodeOfLeaf } from "#domain/voting/ballot-box/receipt.ts";
import { askAgain } from "./vote/ask.ts";
import { findCurves } from "./vote/curves.ts";
import { put } from "./vote/keep.ts";
import { boxAddress, fetchManifest, placeOf, type VotePlace } from "./vote/place.ts";

const page = document.querySelector<HTMLElement>("[data-vote-place]");
const form = document.querySelector<HTMLFormElement>("form#voting-key");
if (page && form && typeof indexedDB !== "undefined" && "subtle" in crypto) offer(page, form, placeOf(page));

type Says = "mistyped" | "unknown" | "unreachable" | "looking";

function offer(root: HTMLElement, keyForm: HTMLFormElement, place: VotePlace): void {
  const field = keyForm.querySelector<HTMLInputElement>("input[name=key]");
  const say = (what: Says | null): void => {
    for (const each of root.querySelectorAll<HTMLElement>("[data-key-says]")) each.hidden = each.dataset["keySays"] !== what;
  };
  for (const each of root.querySelectorAll<HTMLElement>("[data-key-handling]")) each.hidden = each.dataset["keyHandling"] !== "private";
  keyForm.addEventListener("submit", (event) => {
    event.preventDefault();
    const key = readBallotKey(field?.value ?? "");
    if (!key.ok) {
      say("mistyped");
      field?.focus();
      return;
    }
    say("looking");
    void openBallot(place, key.value)
      .catch((): Says => "unreachable")
      .then((outcome) => {
        if (outcome === "open") return location.assign(place.receipt);
        say(outcome);
        field?.focus();
      });
  });
  const given = decodeURIComponent(location.hash.slice(1));
  if (field && readBallotKey(given).ok) {
    field.value = given;
    // Not left in the address, where a passer-by or the history would show it.
    history.replaceState(history.state, "", location.pathname);
  }
}

/** Keeps the key on this device if the box holds a ballot of it, with the receipt of its last version. */
async function openBallot(place: VotePlace, key: BallotKey): Promise<"open" | Says> {
  const [manifest, curves] = await Promise.all([fetchManifest(place), findCurves(place.curves)]);
  const hash = fromHex(place.manifest, 32);
  const logKey = manifest && fromBase64url(manifest.logKey, 32);
  if (manifest === null || hash === null || !logKey) return "unreachable";
  const publicKey = await curves.ed25519Key(await derive(key, hash, "ed25519-seed", 32));
  const answer = await askAgain({ address: boxAddress(place, "/ballot"), text: JSON.stringify({ key: base64url(publicKey) }), credentials: "omit" });
  if (answer === "unreachable") return "unreachable";
  if (answer.status === 404) return "unknown";
  const { version, leaf, promise, token } = answer.body;
  const leafHash = typeof leaf === "string" ? fromHex(leaf, 32) : null;
  if (answer.status !== 200 || typeof version !== "number" || leafHash === null || typeof promise !== "string" || !isToken(token)) return "unreachable";
  const isTrue = await isPromised({ leaf: hex(leafHash), promise }, place, leafHash, logKey, curves);
  if (!isTrue) return "unreachable";
  await put({
    poll: place.poll,
    voter: "",
    key,
    manifest: place.manifest,
    closesAt: place.closesAt,
    token,
    version,
    receipts: [{ version, tracking: trackingCodeOfLeaf(leafHash), leaf: hex(leafHash), promise, castAt: null }],
    draft: null,
    pending: null,
  });
  document.cookie = `held-${place.poll}=1; Path=/; SameSite=Strict; Max-Age=${Math.max(0, Math.round((place.closesAt - Date.now()) / 1000)) + 60 * 24 * 3600}${location.protocol === "https:" ? "; Secure" : ""}`;
  return "open";
}

const isToken = (value: unknown): value is { readonly prefix: string; readonly signature: string } =>
  typeof value === "object" && value !== null && "prefix" in value && typeof value.prefix === "string" && "signature" in value && typeof value.signature === "string";
