import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { connect, disconnect } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import { giveLogins, loginAddress } from "#db/roles.ts";
import type { SystemScope } from "#domain/councils/scope.ts";
import { ensureServer, type EmbeddedServer } from "#platform/embedded-postgres/server.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { runProgramsHere } from "#seed/programs-here.ts";
import { WEB_PROGRAM } from "#start/settings.ts";
import { makeCouncil, makeReadyPoll } from "#testing/factories/polls.ts";
import { freePort } from "../free-port.ts";
import { cpuMsOf, databaseCpuMs, memoryOf } from "../servers.ts";

const ROOT = path.dirname(path.dirname(import.meta.dirname));
const FILES = { issuer: ["issuer/main.ts"], box: ["ballot-box/main.ts"], counter: ["counter/main.ts"], web: WEB_PROGRAM } as const;
const SMALL = ["issuer", "box", "counter"] as const;
export type Killed = keyof typeof FILES;

/** A database of its own with one open poll, and the programs running on it, to be shot at. */
export interface Arena {
  readonly council: SystemScope;
  readonly pollId: string;
  /** Where voters reach issuer and box: through the web program, where it was asked for, as browsers do. */
  readonly address: Readonly<Record<"issuer" | "box", string>>;
  /** The programs themselves. */
  readonly own: Readonly<Record<Killed, string>>;
  /** The database as the box reaches it. */
  readonly boxDatabaseUrl: string;
  /** As the owner of the database, which nobody else is. */
  readonly sql: postgres.Sql;
  /** `kill -9` once it answers, and started again at once. */
  kill(program: Killed): Promise<void>;
  /** PostgreSQL's immediate shutdown: no checkpoint, no farewell; then it recovers. */
  stopDatabase(): Promise<void>;
  /** A roll whose mark is looked for and then made, by two steps. For the self-test. */
  spoilRoll(): Promise<void>;
  /** Another poll, open until then. */
  openPoll(closesAt: Date): Promise<string>;
  /** Milliseconds of processor time that a program, or the database, has used; null where the system does not tell. */
  cpuMs(of: Killed | "database"): number | null;
  /** Memory that a program holds, in bytes; null where the system does not tell, or it does not run. */
  memory(program: Killed): number | null;
  pause(ms: number): Promise<void>;
  close(): Promise<void>;
}

const HOUR = 3_600_000;

const secret = (): string => randomBytes(32).toString("hex");
// The same for every arena of a run: a process reads its environment once.
const secrets = { FOLKMOOT_SECRET: secret(), PROGRAMS_SECRET: secret(), ISSUER_SECRET: secret(), BOX_SECRET: secret(), COUNTER_SECRET: secret(), BASE_URL: "http://localhost:3000" };

export interface ArenaOptions {
  /** PostgreSQL's settings beside our own. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Run the web program too, which must have been built, and send the voters through it. */
  readonly web?: boolean;
}

export async function openArena(dir: string, { settings = {}, web = false }: ArenaOptions = {}): Promise<Arena> {
  mkdirSync(dir, { recursive: true });
  const options = { dir: path.join(dir, "pg"), settings };
  const server = await ensureServer(options);
  const name = `faults_${randomBytes(4).toString("hex")}`;
  const ownerUrl = await server.ensureDatabase(name);
  await migrate(ownerUrl);
  await prepareJobs(ownerUrl);
  Object.assign(process.env, secrets);
  const sql = postgres(ownerUrl, { max: 4, onnotice: () => undefined });
  const passwords = { web: secret(), issuer: secret(), box: secret(), counter: secret() };
  await giveLogins(sql, passwords);
  connect(ownerUrl, { max: 4 });
  runProgramsHere();
  const council = await makeCouncil();
  const pollId = await makeReadyPoll(council, { closesAt: new Date(Date.now() + 24 * HOUR) });

  const ports = { issuer: await freePort(), box: await freePort(), counter: await freePort(), web: await freePort() };
  const at = (program: Killed): string => `http://127.0.0.1:${String(ports[program])}`;
  const ownSecrets = (program: Killed): Readonly<Record<string, string>> => {
    if (program === "web") return { FOLKMOOT_SECRET: secrets.FOLKMOOT_SECRET, FOLKMOOT_DATA: dir, NEXTAUTH_SECRET: secrets.FOLKMOOT_SECRET, NEXTAUTH_URL: secrets.BASE_URL, ISSUER_URL: at("issuer"), BOX_URL: at("box"), COUNTER_URL: at("counter") };
    const own = `${program.toUpperCase()}_SECRET` as "ISSUER_SECRET";
    return { [own]: secrets[own] };
  };
  const children = new Map<Killed, ChildProcess>();
  let ending = false;
  const start = (program: Killed): void => {
    const child = spawn(process.execPath, [...FILES[program]], {
      cwd: ROOT,
      stdio: "ignore",
      env: { PATH: process.env["PATH"], NODE_ENV: "production", PORT: String(ports[program]), DATABASE_URL: loginAddress(ownerUrl, program, passwords[program]), PROGRAMS_SECRET: secrets.PROGRAMS_SECRET, BASE_URL: secrets.BASE_URL, ...ownSecrets(program) },
    });
    children.set(program, child);
    child.once("exit", () => {
      if (!ending && children.get(program) === child) start(program);
    });
  };
  const running: readonly Killed[] = web ? [...SMALL, "web"] : SMALL;
  for (const program of running) start(program);
  process.once("exit", () => {
    for (const child of children.values()) child.kill("SIGKILL");
  });
  await Promise.all(running.map((program) => answers(at(program))));

  return {
    council,
    pollId,
    address: web ? { issuer: at("web"), box: at("web") } : { issuer: at("issuer"), box: at("box") },
    own: { issuer: at("issuer"), box: at("box"), counter: at("counter"), web: at("web") },
    boxDatabaseUrl: loginAddress(ownerUrl, "box", passwords.box),
    sql,
    async kill(program) {
      await answers(at(program));
      const child = children.get(program);
      const gone = new Promise((resolve) => child?.once("exit", resolve));
      child?.kill("SIGKILL");
      await gone;
    },
    async stopDatabase() {
      process.kill(postmasterOf(server), "SIGQUIT");
      while (isAlive(server)) await sleep(20);
      await ensureServer(options);
    },
    spoilRoll: () => spoilRoll(sql),
    openPoll: (closesAt) => makeReadyPoll(council, { closesAt }),
    cpuMs: (of) => (of === "database" ? databaseCpuMs(server.dir) : cpuMsOf(children.get(of)?.pid ?? 0)),
    memory: (program) => memoryOf(children.get(program)?.pid ?? 0),
    pause: (ms) => sleep(ms),
    async close() {
      ending = true;
      for (const child of children.values()) child.kill("SIGKILL");
      await disconnect();
      await sql.end({ timeout: 1 });
      await (await ensureServer(options)).dropDatabase(name);
      await (await ensureServer(options)).stop();
    },
  };
}

const postmasterOf = ({ dir }: EmbeddedServer): number => Number(readFileSync(path.join(dir, "data", "postmaster.pid"), "utf8").split("\n")[0]);

function isAlive(server: EmbeddedServer): boolean {
  try {
    process.kill(postmasterOf(server), 0);
    return true;
  } catch {
    return false;
  }
}

async function answers(address: string): Promise<void> {
  for (;;) {
    try {
      await fetch(address, { signal: AbortSignal.timeout(5_000) });
      return;
    } catch {
      await sleep(100);
    }
  }
}

async function spoilRoll(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(`alter table roll_marks drop constraint roll_marks_poll_id_voter_hash_pk`);
  await sql.unsafe(`
    create or replace function issue_ballot(p_pass bytea, p_poll uuid, p_style text, p_blinded_hash bytea, p_channel channel) returns text
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare v_pass record;
    begin
      select * into v_pass from voter_passes where token_hash = p_pass and poll_id = p_poll;
      if exists (select from roll_marks where poll_id = p_poll and voter_hash = v_pass.voter_hash and blinded_hash <> p_blinded_hash) then return 'already-issued'; end if;
      perform pg_sleep(0.02);
      insert into roll_marks (council_id, poll_id, voter_hash, channel, style, blinded_hash, marked_on)
        values (v_pass.council_id, p_poll, v_pass.voter_hash, p_channel, p_style, p_blinded_hash, now()::date) on conflict do nothing;
      return 'issued';
    end $$`);
}
