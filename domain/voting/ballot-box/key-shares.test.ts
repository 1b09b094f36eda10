import { expect, test } from "vitest";
import { makeBallotKey } from "./ballot-key.ts";
import { webCurves } from "./curves.ts";
import { holderSecret, openShare, sealShare, type ShareFor } from "./key-shares.ts";

const bytes = (fill: number, length = 32) => new Uint8Array(length).fill(fill);
const what: ShareFor = { pollId: "5f0c0a2e-3b7d-4c1a-9e55-0d6c2f7b8a91", countKey: bytes(7), holder: 2 };
const code = makeBallotKey(bytes(3));

test("a share opens with its holder's code, and for nothing else", async () => {
  const secret = await holderSecret(code, "circle-a");
  const share = bytes(9, 33);
  const sealed = await sealShare(share, { holderKey: await webCurves.x25519Key(secret), salt: bytes(1), secret: bytes(2) }, what, webCurves);
  expect(await openShare(sealed, secret, what, webCurves)).toEqual(share);
  const others: readonly ShareFor[] = [{ ...what, pollId: "5f0c0a2e-3b7d-4c1a-9e55-0d6c2f7b8a92" }, { ...what, countKey: bytes(8) }, { ...what, holder: 3 }];
  for (const other of others) expect(await openShare(sealed, secret, other, webCurves)).toBeNull();
  expect(await openShare(sealed, await holderSecret(makeBallotKey(bytes(4)), "circle-a"), what, webCurves)).toBeNull();
  expect(await openShare(sealed, await holderSecret(code, "circle-b"), what, webCurves)).toBeNull();
  for (const at of [0, 40, sealed.length - 1]) expect(await openShare(Uint8Array.from(sealed, (byte, place) => (place === at ? byte ^ 1 : byte)), secret, what, webCurves)).toBeNull();
});
