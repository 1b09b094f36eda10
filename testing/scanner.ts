import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** The path of a scanner for tests: it refuses what holds the name of the test virus, and gives no answer about what holds BROKEN. */
export function makeScanner(): string {
  const scanner = path.join(mkdtempSync(path.join(tmpdir(), "folkmoot-scan-")), "scan.sh");
  writeFileSync(scanner, '#!/bin/sh\ncase "$(cat)" in *EICAR*) exit 1;; *BROKEN*) exit 2;; esac\nexit 0\n');
  chmodSync(scanner, 0o755);
  return scanner;
}
