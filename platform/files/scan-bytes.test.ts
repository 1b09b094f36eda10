import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { scanBytes, ScannerAway } from "./scan-bytes.ts";

/** A scanner that knows one bad word, and leaves at another. */
function fakeScanner(): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "folkmoot-scan-")), "scan.sh");
  writeFileSync(file, `#!/bin/sh\nbytes=$(cat)\ncase "$bytes" in *EICAR*) exit 1;; *BROKEN*) exit 2;; *SLOW*) exec sleep 20;; esac\n[ -z "$FOLKMOOT_SECRET" ] || exit 1\n[ "$1" = "--fast" ] || exit 2\nexit 0\n`);
  chmodSync(file, 0o755);
  return `${file} --fast`;
}

test("a scanner's exit status is its answer, and whatever else it does is none", async () => {
  const command = fakeScanner();
  expect(await scanBytes(command, Buffer.from("a letter"))).toBe("clean");
  expect(await scanBytes(command, Buffer.from("X5O EICAR"))).toBe("refused");
  await expect(scanBytes(command, Buffer.from("BROKEN"))).rejects.toBeInstanceOf(ScannerAway);
  await expect(scanBytes(command, Buffer.from("SLOW"), 200)).rejects.toBeInstanceOf(ScannerAway);
  await expect(scanBytes("/no/such/scanner -", Buffer.from("x"))).rejects.toBeInstanceOf(ScannerAway);
  // More than a pipe holds, read whole.
  expect(await scanBytes(command, Buffer.alloc(3_000_000, 65))).toBe("clean");
});
