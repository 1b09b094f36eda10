import { execFileSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { ROOMS } from "../rooms.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const FILES = `{${ROOMS.join(",")}}/**/*`;

/** Every file of the repository, as paths from its root. Without git (an unpacked archive) those of the rooms. */
export const trackedFiles: readonly string[] = list();

/** The files below a folder. */
export const filesIn = (folder: string): string[] => trackedFiles.filter((file) => file.startsWith(`${folder}/`));

export const textOf = (file: string): string => readFileSync(path.join(ROOT, file), "utf8");

export const isTest = (file: string): boolean => /\.(test|spec)\.tsx?$/.test(file);

function list(): string[] {
  try {
    // New files count as soon as they are written, files deleted and not yet committed do not.
    const git = (...args: string[]) => execFileSync("git", ["ls-files", "-z", ...args], { cwd: ROOT, encoding: "utf8" }).split("\0");
    const gone = new Set(git("--deleted"));
    return git("--cached", "--others", "--exclude-standard").filter((file) => file !== "" && !gone.has(file));
  } catch {
    return globSync(FILES, { cwd: ROOT }).filter((file) => path.extname(file) !== "");
  }
}
