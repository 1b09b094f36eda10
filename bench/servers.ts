import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import net, { type AddressInfo } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Linux counts processor time in hundredths of a second for everybody, whatever the kernel's own clock. */
const MS_A_TICK = 10;
const PATIENCE_MS = 60_000;

export interface BenchServer {
  readonly port: number;
  /** Milliseconds of processor time that it and the programs it started have used; null where the system does not tell. */
  cpuMs(): number | null;
  /** Bytes of memory that the program holds; null where the system does not tell. */
  memory(): number | null;
  stop(): Promise<void>;
}

/** Starts a Node program that listens on the PORT of its environment, and waits until it answers. */
export async function startServer(name: string, args: readonly string[], { cwd, env }: { readonly cwd: string; readonly env: NodeJS.ProcessEnv }): Promise<BenchServer> {
  const port = await freePort();
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...env, PORT: String(port), BASE_URL: `http://localhost:${String(port)}`, NEXTAUTH_URL: `http://localhost:${String(port)}` },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  let ended = false;
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text: Buffer) => (said = (said + text.toString()).slice(-4_000)));
  const end = new Promise<void>((resolve) => {
    child.once("close", () => {
      ended = true;
      resolve();
    });
  });
  const stop = async (): Promise<void> => {
    child.kill("SIGTERM");
    const insist = setTimeout(() => child.kill("SIGKILL"), 5_000);
    await end;
    clearTimeout(insist);
  };
  process.once("exit", () => child.kill("SIGKILL"));
  const until = performance.now() + PATIENCE_MS;
  while (!(await listens(port))) {
    if (ended || performance.now() > until) {
      await stop();
      throw new Error(`${name} did not start:\n${said}`);
    }
    await sleep(50);
  }
  return { port, cpuMs: () => cpuMsOf(child.pid ?? 0), memory: () => memoryOf(child.pid ?? 0), stop };
}

/** Bytes of memory that a process holds; null where the system does not tell. */
export function memoryOf(pid: number): number | null {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${String(pid)}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? null : 1024 * Number(kilobytes);
  } catch {
    return null;
  }
}

/** Processor milliseconds of the PostgreSQL server of a data folder. */
export function databaseCpuMs(dir: string | null): number | null {
  if (dir === null) return null;
  try {
    return cpuMsOf(Number(readFileSync(path.join(dir, "data", "postmaster.pid"), "utf8").split("\n")[0]));
  } catch {
    return null;
  }
}

/** A process and all below it, with those that have ended. */
export function cpuMsOf(pid: number): number | null {
  try {
    const processes = new Map(readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map((name) => [Number(name), readProcess(Number(name))]));
    const family = new Set([pid]);
    // A child may have a smaller number than its parent: look until no more are found.
    for (let before = 0; before < family.size; ) {
      before = family.size;
      for (const [id, each] of processes) if (each && family.has(each.parent)) family.add(id);
    }
    return [...family].reduce((sum, id) => sum + (processes.get(id)?.ms ?? 0), 0);
  } catch {
    return null;
  }
}

function readProcess(pid: number): { readonly parent: number; readonly ms: number } | null {
  try {
    const text = readFileSync(`/proc/${String(pid)}/stat`, "utf8");
    // The name in brackets may hold anything; the numbers follow its last bracket.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    const ticks = [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0);
    return { parent: Number(fields[1]), ms: ticks * MS_A_TICK };
  } catch {
    return null;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
