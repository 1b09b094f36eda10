/**
 * `npm start` and `npm run dev`: database, migrations, build, demo, then the web, worker, issuer, ballot box and
 * counter programs until told to stop.
 * PORT, FOLKMOOT_DATA, DATABASE_URL, BASE_URL, SMTP_URL, FOLKMOOT_SECRET, FOLKMOOT_OPERATOR and FOLKMOOT_DEMO are read from the environment.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { migrate } from "#db/migrate.ts";
import { EmbeddedPostgresError } from "#platform/embedded-postgres/binaries.ts";
import { holdLock } from "#platform/embedded-postgres/lock.ts";
import { ensureServer, type EmbeddedServer } from "#platform/embedded-postgres/server.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { buildAssets, buildIfStale } from "./build.ts";
import { nameOperator } from "./name-operator.ts";
import { faultOfDatabase } from "./check-database.ts";
import { keepRunning, runToEnd, StepFailure, stopSteps, type KeptProgram } from "./programs.ts";
import { admitPrograms } from "./admit-programs.ts";
import { environmentForProgram, environmentForSeed, environmentForWeb, readSettings, ROOT, WEB_PROGRAM, type Addresses, type Settings } from "./settings.ts";

const NEXT = "node_modules/next/dist/bin/next";

class Refusal extends Error {}

const programs: KeptProgram[] = [];
let server: EmbeddedServer | null = null;
let release: (() => void) | null = null;
let ending: Promise<void> | null = null;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    void end(0);
  });
}
try {
  await start(readSettings(process.argv[2] === "dev" ? "development" : "production"));
} catch (error) {
  if (!ending) {
    const isForPeople = error instanceof EmbeddedPostgresError || error instanceof Refusal || error instanceof StepFailure;
    console.error(isForPeople ? error.message : error);
  }
  await end(1);
}

async function start(settings: Settings): Promise<void> {
  mkdirSync(settings.dataDir, { recursive: true });
  release = holdLock(path.join(settings.dataDir, "start.lock"));
  if (!release) {
    throw new Refusal(`Folkmoot already runs on ${settings.dataDir}. Stop it first, or start another one with PORT=3001 FOLKMOOT_DATA=.data-2.`);
  }
  if (await isTaken(settings.port)) {
    throw new Refusal(`Port ${String(settings.port)} is in use. Choose another one: PORT=${String(settings.port + 1)} npm start`);
  }

  const fault = settings.databaseUrl === null ? null : await faultOfDatabase(settings.databaseUrl);
  if (fault !== null) throw new Refusal(fault);
  if (settings.databaseUrl !== null && !process.env["FOLKMOOT_SECRET"]) {
    console.log(`FOLKMOOT_SECRET is not set; one is kept in ${path.join(settings.dataDir, "secrets.json")}. Every instance on this database needs the same.`);
  }
  const databaseUrl = settings.databaseUrl ?? (await builtInDatabase(settings));
  const applied = await migrate(databaseUrl);
  if (applied.length > 0) console.log(`Database: ${String(applied.length)} migrations applied.`);
  await prepareJobs(databaseUrl);
  const addresses: Addresses = { databaseUrl: await admitPrograms(settings, databaseUrl), ports: { issuer: await freePort(), box: await freePort(), counter: await freePort() } };
  const env = environmentForWeb(settings, addresses);
  if (settings.operator !== null) await nameOperator(databaseUrl, settings.operator);

  await Promise.all([settings.mode === "production" ? buildIfStale(env) : buildAssets(env), seedOnce(settings, environmentForSeed(settings, databaseUrl))]);
  if (ending) return;

  for (const program of ["issuer", "box", "counter"] as const) {
    // Given an address, it runs elsewhere.
    if (process.env[`${program.toUpperCase()}_URL`]) continue;
    programs.push(keepRunning(program, [program === "box" ? "ballot-box/main.ts" : `${program}/main.ts`], environmentForProgram(settings, program, addresses)));
  }
  if (existsSync(path.join(ROOT, "worker/main.ts"))) {
    const watch = settings.mode === "development" ? ["--watch", "--watch-preserve-output"] : [];
    programs.push(keepRunning("worker", [...watch, "worker/main.ts"], env));
  }
  programs.push(keepRunning("web", settings.mode === "production" ? WEB_PROGRAM : [NEXT, "dev", "--port", String(settings.port)], env));

  await answers(settings.port);
  if (!ending) await greet(settings, env);
}

async function builtInDatabase(settings: Settings): Promise<string> {
  server = await ensureServer({ dir: path.join(settings.dataDir, "pg") });
  // Cut off while the demo was made: nobody has used it yet, since the pages come up after it.
  if (existsSync(demoMark(settings, "unfinished"))) await server.dropDatabase("folkmoot");
  return server.ensureDatabase("folkmoot");
}

async function seedOnce(settings: Settings, env: NodeJS.ProcessEnv): Promise<void> {
  const done = demoMark(settings, "made");
  if (!settings.withDemo || existsSync(done) || !existsSync(path.join(ROOT, "seed/run.ts"))) return;
  console.log("Making the demo councils (first start only)…");
  writeFileSync(demoMark(settings, "unfinished"), "");
  await runToEnd("seed", ["seed/run.ts"], env);
  writeFileSync(done, "");
  rmSync(demoMark(settings, "unfinished"));
}

/** Stands beside the database's own files, so that it goes when they go. */
function demoMark(settings: Settings, state: "unfinished" | "made"): string {
  return path.join(server?.dir ?? settings.dataDir, `demo-${state}`);
}

async function greet(settings: Settings, env: NodeJS.ProcessEnv): Promise<void> {
  console.log(`\nFolkmoot is at ${settings.baseUrl}`);
  if (!process.env["SMTP_URL"]) console.log(`Mail, with the sign-in codes, stays here: ${settings.baseUrl}/local/mail`);
  if (settings.withDemo && existsSync(path.join(ROOT, "seed/print.ts"))) await runToEnd("demo", ["seed/print.ts"], env);
  console.log("Stop with Ctrl-C.\n");
}

/** Programs first, so that nothing asks a database that is gone. The folder's lock makes this process its only keeper. */
function end(code: number): Promise<void> {
  ending ??= (async () => {
    if (code === 0) console.log("\nStopping…");
    await Promise.all([stopSteps(), ...programs.map((program) => program.stop())]);
    await server?.stop();
    release?.();
    process.exit(code);
  })();
  return ending;
}

/** A port of the loopback that nobody uses at this moment. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net
      .createServer()
      .once("error", reject)
      .listen(0, "127.0.0.1", () => {
        const { port } = probe.address() as net.AddressInfo;
        probe.close(() => {
          resolve(port);
        });
      });
  });
}

function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = net
      .createServer()
      .once("error", () => {
        resolve(true);
      })
      .listen(port, () => {
        probe.close(() => {
          resolve(false);
        });
      });
  });
}

/** Waits until the web program answers at all, whatever it says. */
async function answers(port: number): Promise<void> {
  while (!ending) {
    try {
      await fetch(`http://localhost:${String(port)}/local/mail.json`, { redirect: "manual", signal: AbortSignal.timeout(30_000) });
      return;
    } catch {
      await sleep(100);
    }
  }
}
