import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";

const HEARTBEAT_MS = 1_000;
/** A holder that has not been heard of for this long is gone, even if its process number lives on in another program. */
const SILENT_MS = 20_000;

/**
 * Runs `work` while no other process runs its own under the same lock file; waits for its turn.
 * The lock of a process that died, or whose number now belongs to another program, is taken over.
 * The holder must not block its event loop for longer than 20 seconds.
 */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  let release = holdLock(file);
  while (!release) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    release = holdLock(file);
  }
  try {
    return await work();
  } finally {
    release();
  }
}

/** Takes the lock until the returned function is called; null when another living process has it. */
export function holdLock(file: string): (() => void) | null {
  mkdirSync(path.dirname(file), { recursive: true });
  removeIfStale(file);
  if (!take(file)) return null;
  const heartbeat = setInterval(() => {
    touch(file);
  }, HEARTBEAT_MS);
  heartbeat.unref();
  return () => {
    clearInterval(heartbeat);
    rmSync(file, { force: true });
  };
}

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/**
 * Two waiting processes must not both find the lock stale, where the second would remove the lock the first has
 * just taken. So the look and the removal stand under a lock of their own, held for one synchronous moment.
 */
function removeIfStale(file: string): void {
  if (!isStale(file)) return;
  const gate = `${file}.removal`;
  let handle: number;
  try {
    handle = openSync(gate, "wx");
  } catch {
    if (ageMs(gate) > SILENT_MS) rmSync(gate, { force: true });
    return;
  }
  try {
    if (isStale(file)) rmSync(file, { force: true });
  } finally {
    closeSync(handle);
    rmSync(gate, { force: true });
  }
}

function isStale(file: string): boolean {
  const age = ageMs(file);
  if (age > SILENT_MS) return true;
  let holder: number;
  try {
    holder = Number(readFileSync(file, "utf8"));
  } catch {
    return false;
  }
  // Between creation and writing the file is empty for a moment.
  if (!Number.isInteger(holder) || holder <= 0) return age > HEARTBEAT_MS;
  return !isAlive(holder);
}

/** Milliseconds since the file was touched; 0 when it is gone. */
function ageMs(file: string): number {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? Date.now() - found.mtimeMs : 0;
}

function touch(file: string): void {
  try {
    const now = new Date();
    utimesSync(file, now, now);
  } catch {
    // Removed by hand: the work goes on, and the lock is not made again.
  }
}

/** Whether a process with this number exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
