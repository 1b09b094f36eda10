import { readFileSync, statSync } from "node:fs";
import path from "node:path";

const MANIFEST = path.join(process.cwd(), "public/assets/manifest.json");

let read: { readonly at: number; readonly addresses: Readonly<Record<string, string>> } | undefined;

/**
 * The served address of a built file, by its plain name: `assetAddress("meter.js")` is
 * `/assets/meter.0f3a….js`. The list is kept, and read again when the build has written a new one.
 *
 * @throws Error when the assets have not been built or there is no such file
 */
export function assetAddress(name: string): string {
  const address = manifest()[name];
  if (address === undefined) throw new Error(`No asset "${name}" in public/assets/manifest.json; run: node build/assets.ts`);
  return address;
}

function manifest(): Readonly<Record<string, string>> {
  const at = statSync(MANIFEST, { throwIfNoEntry: false })?.mtimeMs;
  if (at === undefined) throw new Error("public/assets/manifest.json is missing; run: node build/assets.ts");
  if (read?.at !== at) read = { at, addresses: JSON.parse(readFileSync(MANIFEST, "utf8")) as Record<string, string> };
  return read.addresses;
}
