import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, statSync } from "node:fs";
import { createHash } from "node:crypto";
import path from "node:path";
import { cannotRunMessage, EmbeddedPostgresError } from "./binaries.ts";

/**
 * How the server's programs are run. PostgreSQL refuses to run as root, so root hands it to another user,
 * or to a user namespace in which root has another number.
 */
export interface RunAs {
  readonly how: "directly" | "other-user" | "user-namespace" | "copy";
  /** Folder of the programs. */
  readonly bin: string;
  /** Folder for the data, the log and the connection file. */
  readonly dir: string;
  readonly uid?: number;
  readonly gid?: number;
  /** Words put before every command. */
  readonly before: readonly string[];
}

const USER_NAMESPACE = ["unshare", "--user", "--map-user=65534", "--map-group=65534"];

/** Decides how to run, and makes `dir` so that the server's user can use it. Throws EmbeddedPostgresError. */
export function chooseRunAs(bin: string, dir: string): RunAs {
  makeTraversable(path.dirname(dir));
  const isRoot = process.getuid?.() === 0;
  const owner = statSync(dir, { throwIfNoEntry: false });

  if (!isRoot) {
    if (owner && owner.uid !== process.getuid?.()) {
      throw new EmbeddedPostgresError(
        `${dir} belongs to another user (number ${String(owner.uid)}). Start as that user (or as root), or choose another folder with FOLKMOOT_DATA.`,
      );
    }
    return prepared({ how: "directly", bin, dir, before: [] });
  }

  // A folder made earlier decides: its files cannot be read by another user.
  if (owner && owner.uid !== 0) {
    const user = { uid: owner.uid, gid: owner.gid };
    if (canRun(bin, path.dirname(dir), user)) return prepared({ how: "other-user", bin, dir, before: [], ...user });
  } else if (!owner) {
    const user = serverUser();
    if (canRun(bin, path.dirname(dir), user)) return prepared({ how: "other-user", bin, dir, before: [], ...user });
  }
  if ((!owner || owner.uid === 0) && hasUserNamespaces()) {
    return prepared({ how: "user-namespace", bin, dir, before: USER_NAMESPACE });
  }
  return copiedOut(bin, dir);
}

/** The programs start at all. Throws EmbeddedPostgresError with the system's own words. */
export function checkPrograms(as: RunAs): void {
  const [command, ...args] = commandLine(as, "postgres", ["--version"]);
  const tried = spawnSync(command, args, { ...ids(as), encoding: "utf8" });
  if (tried.status !== 0) throw new EmbeddedPostgresError(cannotRunMessage(tried.error?.message ?? tried.stderr));
}

export function commandLine(as: RunAs, program: string, args: readonly string[]): [string, ...string[]] {
  const [first = "", ...rest] = [...as.before, path.join(as.bin, program), ...args];
  return [first, ...rest];
}

/** The part of spawn's options that changes user. */
export function ids(as: RunAs): { uid?: number; gid?: number } {
  return as.uid === undefined || as.gid === undefined ? {} : { uid: as.uid, gid: as.gid };
}

/** Gives a file to the server's user. */
export function hand(as: RunAs, file: string): void {
  if (as.uid !== undefined && as.gid !== undefined) chownSync(file, as.uid, as.gid);
}

function prepared(as: RunAs): RunAs {
  if (!existsSync(as.dir)) {
    mkdirSync(as.dir, { mode: 0o700 });
    chmodSync(as.dir, 0o700);
    hand(as, as.dir);
  }
  return as;
}

/** Folders made here stay open to passing through, or the server's user could not reach its own. */
function makeTraversable(dir: string): void {
  if (existsSync(dir)) return;
  makeTraversable(path.dirname(dir));
  mkdirSync(dir, { recursive: true });
  chmodSync(dir, 0o755);
}

function serverUser(): { uid: number; gid: number } {
  for (const name of ["postgres", "nobody"]) {
    const uid = numberFrom("id", ["-u", name]);
    const gid = numberFrom("id", ["-g", name]);
    if (uid !== null && gid !== null && uid > 0) return { uid, gid };
  }
  return { uid: 65534, gid: 65534 };
}

function numberFrom(command: string, args: string[]): number | null {
  const answer = spawnSync(command, args, { encoding: "utf8" });
  const value = Number(answer.stdout);
  return answer.status === 0 && Number.isInteger(value) ? value : null;
}

/** Tried rather than worked out from modes: access lists, mounts and security modules count too. */
function canRun(bin: string, parentOfData: string, user: { uid: number; gid: number }): boolean {
  // Through a shell, since spawn's own cwd is entered before the change of user.
  const script = 'cd "$1" && exec "$2" --version';
  return spawnSync("/bin/sh", ["-c", script, "sh", parentOfData, path.join(bin, "postgres")], user).status === 0;
}

function hasUserNamespaces(): boolean {
  const [command = "", ...args] = [...USER_NAMESPACE, "true"];
  return spawnSync(command, args).status === 0;
}

/** Last resort of root: programs and data under /var/tmp, where another user can reach them. */
function copiedOut(bin: string, dir: string): RunAs {
  const name = createHash("sha256").update(dir).digest("hex").slice(0, 12);
  const outside = path.join("/var/tmp", `folkmoot-postgres-${name}`);
  const user = serverUser();
  const programs = path.join(outside, "programs");
  if (!existsSync(path.join(programs, "bin", "postgres"))) {
    makeTraversable(outside);
    cpSync(path.join(bin, ".."), programs, { recursive: true, verbatimSymlinks: true });
  }
  const copy = path.join(programs, "bin");
  if (!canRun(copy, outside, user)) {
    throw new EmbeddedPostgresError(
      cannotRunMessage(`root may not run it, and neither another user nor a user namespace can be used for ${dir}`),
    );
  }
  return prepared({ how: "copy", bin: copy, dir: path.join(outside, "pg"), before: [], ...user });
}
