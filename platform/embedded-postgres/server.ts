import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import net from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { EmbeddedPostgresError, installedBinaries } from "./binaries.ts";
import { isAlive, withLock } from "./lock.ts";
import { checkPrograms, chooseRunAs, commandLine, hand, ids, type RunAs } from "./run-as.ts";

const HOST = "127.0.0.1";
/** Owns the cluster; used for nothing but making databases. */
const SUPERUSER = "postgres";
/** Owns the databases. Not a superuser, so that what works here works on a managed server too. */
const APP_ROLE = "folkmoot";
const ANSWER_TIMEOUT_MS = 1_000;
const START_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 60_000;
const LOG_LIMIT_BYTES = 20_000_000;

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: HOST,
  unix_socket_directories: "",
  max_connections: "120",
  shared_buffers: "128MB",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  cluster_name: "folkmoot",
};

export interface EmbeddedServer {
  /** Superuser's address of the database "postgres". */
  readonly adminUrl: string;
  /** Whether this call started the server (else it was running already). */
  readonly started: boolean;
  readonly port: number;
  /** Where data, log and connection file really are (not below the given folder in one of root's cases). */
  readonly dir: string;
  /** The application's address of a database. Does not make it. */
  url(database: string): string;
  /** Makes the database if it is not there; returns its address for the application's role. */
  ensureDatabase(database: string): Promise<string>;
  /** Removes the database with all it holds, ending its connections. */
  dropDatabase(database: string): Promise<void>;
  /** Ends all connections and the server; what was committed is on disk. */
  stop(): Promise<void>;
}

interface Connection {
  readonly port: number;
  readonly password: string;
}

/**
 * A running PostgreSQL with its data below `dir`: made, started, or adopted when it runs already.
 * Any number of processes may ask at once. The server outlives the process that started it unless `stop` is called.
 * `settings` are added to the server's command line when it is started here.
 * Throws EmbeddedPostgresError with a message for the person at the terminal.
 */
export async function ensureServer(options: {
  dir: string;
  settings?: Readonly<Record<string, string>>;
}): Promise<EmbeddedServer> {
  const as = chooseRunAs(installedBinaries(), path.resolve(options.dir));
  return withLock(path.join(as.dir, "lock"), async () => {
    const data = path.join(as.dir, "data");
    if (!existsSync(path.join(data, "PG_VERSION"))) {
      checkPrograms(as);
      await initialise(as, data);
    }
    let connection = readConnection(as.dir);
    let started = false;
    if (!connection || !(await adopts(as, data, connection))) {
      connection ??= await replaceLostPassword(as, data);
      connection = await start(as, data, connection, options.settings ?? {});
      started = true;
    }
    return handle(as, data, connection, started);
  });
}

/** Ends the server of a folder, whoever started it; does nothing when none runs. */
export async function stopServer(options: { dir: string }): Promise<void> {
  await stop(path.join(path.resolve(options.dir), "data"));
}

function handle(as: RunAs, data: string, connection: Connection, started: boolean): EmbeddedServer {
  const address = (role: string, database: string) =>
    `postgres://${role}:${connection.password}@${HOST}:${String(connection.port)}/${encodeURIComponent(database)}`;
  const adminUrl = address(SUPERUSER, "postgres");
  return {
    adminUrl,
    started,
    port: connection.port,
    dir: as.dir,
    url: (database) => address(APP_ROLE, database),
    ensureDatabase: async (database) => {
      await makeDatabase(adminUrl, connection.password, database);
      return address(APP_ROLE, database);
    },
    dropDatabase: async (database) => {
      const admin = postgres(adminUrl, { max: 1, fetch_types: false, onnotice: () => undefined });
      await admin.unsafe(`drop database if exists ${quoted(database)} with (force)`).finally(() => admin.end({ timeout: 5 }));
    },
    stop: () => stop(data),
  };
}

async function initialise(as: RunAs, data: string): Promise<void> {
  // Built beside its place and moved there whole: a folder left half made by a power cut is never taken for a cluster.
  const unfinished = `${data}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const password = randomBytes(24).toString("hex");
  const passwordFile = path.join(as.dir, "password");
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  hand(as, passwordFile);
  try {
    await run(as, "initdb", [
      "--pgdata", unfinished,
      "--username", SUPERUSER,
      "--pwfile", passwordFile,
      "--auth", "scram-sha-256",
      "--encoding", "UTF8",
      "--locale", "C",
      "--data-checksums",
      "--no-instructions",
    ]);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  writeConnection(as.dir, { port: await freePort(), password });
  renameSync(unfinished, data);
}

/**
 * Whether the server of this cluster runs and answers to our password, waiting while it recovers after a crash.
 * Only our own cluster knows the password, so a stranger on the port is never taken for it.
 */
async function adopts(as: RunAs, data: string, connection: Connection): Promise<boolean> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    const pid = postmaster(data);
    if (pid === null || !isAlive(pid)) return false;
    if (await answers(connection)) return true;
    if (!isServerOf(pid, data)) {
      await removeStalePidFile(data);
      return false;
    }
    if (Date.now() > deadline) {
      throw new EmbeddedPostgresError(
        `A database server (process ${String(pid)}) holds ${data} but does not answer on port ${String(connection.port)}. ` +
          `See ${path.join(as.dir, "log")}, stop it and start again.`,
      );
    }
    await sleep(100);
  }
}

async function start(
  as: RunAs,
  data: string,
  wanted: Connection,
  extra: Readonly<Record<string, string>>,
): Promise<Connection> {
  const log = path.join(as.dir, "log");
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES) renameSync(log, `${log}.1`);
  let connection = wanted;
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    const failure = await startOnce(as, data, log, connection, extra, deadline);
    if (failure === null) return connection;
    const portTaken = failure.includes("Address already in use") || failure.includes("could not bind");
    // Backends of a killed server take a moment to notice; PostgreSQL rightly refuses to start beside them.
    const orphansAlive = failure.includes("shared memory block") || failure.includes("lock file");
    if ((!portTaken && !orphansAlive) || Date.now() > deadline) {
      throw new EmbeddedPostgresError(`The built-in database did not start. The end of ${log}:\n${failure}`);
    }
    if (portTaken) {
      connection = { ...connection, port: await freePort() };
      writeConnection(as.dir, connection);
    } else {
      await sleep(200);
    }
  }
}

/** Null when the server answers, else what it wrote before it gave up. */
async function startOnce(
  as: RunAs,
  data: string,
  log: string,
  connection: Connection,
  extra: Readonly<Record<string, string>>,
  deadline: number,
): Promise<string | null> {
  const settings = { ...SETTINGS, ...extra, port: String(connection.port) };
  const [command, ...args] = commandLine(as, "postgres", [
    "-D", data,
    ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ]);
  const logFile = openSync(log, "a", 0o600);
  const from = statSync(log).size;
  // Its own session: neither Ctrl-C in the terminal nor the end of this process reaches it.
  const server = spawn(command, args, {
    ...ids(as),
    cwd: data,
    detached: true,
    stdio: ["ignore", logFile, logFile],
    env: serverEnvironment(),
  });
  closeSync(logFile);
  let ended = false;
  let failure = "";
  server.once("error", (error) => {
    ended = true;
    failure = error.message;
  });
  server.once("exit", () => {
    ended = true;
  });
  server.unref();
  while (!ended) {
    if (postmaster(data) === server.pid && (await answers(connection))) return null;
    if (Date.now() > deadline) {
      server.kill("SIGINT");
      return `It did not answer within ${String(START_TIMEOUT_MS / 1000)} seconds.`;
    }
    await sleep(20);
  }
  return failure || readFileSync(log).subarray(from).toString("utf8").slice(-4_000) || "It ended without a word.";
}

async function stop(data: string): Promise<void> {
  const pid = postmaster(data);
  if (pid === null || !isServerOf(pid, data)) return;
  process.kill(pid, "SIGINT"); // PostgreSQL's fast shutdown: connections are ended, transactions rolled back
  const deadline = Date.now() + STOP_TIMEOUT_MS;
  while (postmaster(data) === pid && isAlive(pid)) {
    if (Date.now() > deadline) throw new EmbeddedPostgresError(`The built-in database (process ${String(pid)}) does not stop.`);
    await sleep(20);
  }
}

/** The number in the server's own pid file, or null. */
function postmaster(data: string): number | null {
  try {
    const pid = Number(readFileSync(path.join(data, "postmaster.pid"), "utf8").split("\n", 1)[0]);
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

/** Whether that process is a server of this cluster, and not a dead one nobody collected or another program under its number. */
function isServerOf(pid: number, data: string): boolean {
  if (process.platform !== "linux") return isAlive(pid);
  try {
    const state = readFileSync(`/proc/${String(pid)}/stat`, "utf8").split(") ").at(-1)?.[0];
    return state !== "Z" && readlinkSync(`/proc/${String(pid)}/cwd`) === data;
  } catch {
    return false; // gone, or a stranger's: the folder's owner and root may look into every process of the cluster
  }
}

/**
 * PostgreSQL clears a stale pid file itself, except where the number belongs to a living process again or to a dead one
 * that was never collected. Removing it is safe only when no process of the cluster is left.
 */
async function removeStalePidFile(data: string): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (readdirSync("/proc").some((entry) => /^\d+$/.test(entry) && isServerOf(Number(entry), data))) {
    if (Date.now() > deadline) return;
    await sleep(50);
  }
  rmSync(path.join(data, "postmaster.pid"), { force: true });
}

/** Whether a server on that port takes our password. A stranger there may refuse, hang up or say nothing at all. */
async function answers(connection: Connection): Promise<boolean> {
  const client = adminClient(connection);
  try {
    return await Promise.race([client`select 1`.then(() => true), sleep(ANSWER_TIMEOUT_MS, false)]);
  } catch {
    return false;
  } finally {
    await client.end({ timeout: 0 });
  }
}

function adminClient(connection: Connection) {
  return postgres({
    host: HOST,
    port: connection.port,
    username: SUPERUSER,
    password: connection.password,
    database: "postgres",
    max: 1,
    connect_timeout: 5,
    fetch_types: false,
    onnotice: () => undefined,
  });
}

async function makeDatabase(adminUrl: string, password: string, database: string): Promise<void> {
  const admin = postgres(adminUrl, { max: 1, fetch_types: false, onnotice: () => undefined });
  try {
    // Two processes may come here together: each step says what to do when the other was first.
    const [role] = await admin`select 1 from pg_roles where rolname = ${APP_ROLE}`;
    if (!role) {
      await ignoring(["42710", "23505"], () =>
        admin.unsafe(`create role ${APP_ROLE} login createdb createrole password '${password}'`),
      );
    }
    const [found] = await admin`select 1 from pg_database where datname = ${database}`;
    if (!found) {
      await ignoring(["42P04", "23505"], () =>
        admin.unsafe(`create database ${quoted(database)} owner ${APP_ROLE}`),
      );
    }
  } finally {
    await admin.end({ timeout: 5 });
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

async function ignoring(codes: readonly string[], work: () => PromiseLike<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!codes.includes((error as { code?: string }).code ?? "")) throw error;
  }
}

/** The connection file was lost: a new password is set in the server's single-user mode, so that the data stays. */
async function replaceLostPassword(as: RunAs, data: string): Promise<Connection> {
  const password = randomBytes(24).toString("hex");
  const sql = [SUPERUSER, APP_ROLE].map(
    (role) =>
      `do $$ begin if exists (select from pg_roles where rolname = '${role}') then alter role ${role} password '${password}'; end if; end $$`,
  );
  await run(as, "postgres", ["--single", "-D", data, "postgres"], `${sql.join("\n")}\n`);
  const connection = { port: await freePort(), password };
  writeConnection(as.dir, connection);
  return connection;
}

function readConnection(dir: string): Connection | null {
  try {
    const found = JSON.parse(readFileSync(connectionFile(dir), "utf8")) as Partial<Connection>;
    return typeof found.port === "number" && typeof found.password === "string"
      ? { port: found.port, password: found.password }
      : null;
  } catch {
    return null;
  }
}

function writeConnection(dir: string, connection: Connection): void {
  const file = connectionFile(dir);
  writeFileSync(`${file}.new`, `${JSON.stringify(connection)}\n`, { mode: 0o600 });
  chmodSync(`${file}.new`, 0o600);
  renameSync(`${file}.new`, file);
}

function connectionFile(dir: string): string {
  return path.join(dir, "connection.json");
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net
      .createServer()
      .once("error", reject)
      .listen(0, HOST, () => {
        const { port } = probe.address() as net.AddressInfo;
        probe.close(() => {
          resolve(port);
        });
      });
  });
}

/** Runs one of PostgreSQL's programs to its end. Not the blocking kind, so that the lock keeps its heartbeat. */
async function run(as: RunAs, program: string, args: readonly string[], input = ""): Promise<void> {
  const [command, ...rest] = commandLine(as, program, args);
  const child = spawn(command, rest, { ...ids(as), cwd: as.dir, env: serverEnvironment() });
  let output = "";
  child.stdout.on("data", (text: Buffer) => (output += text.toString("utf8")));
  child.stderr.on("data", (text: Buffer) => (output += text.toString("utf8")));
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code !== 0) throw new EmbeddedPostgresError(`${program} failed in ${as.dir}:\n${output.slice(-4_000)}`);
}

/** No PG… variable of the person's shell reaches the server, and messages come in English to be searched for. */
function serverEnvironment(): NodeJS.ProcessEnv {
  return { NODE_ENV: "production", PATH: "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", LC_ALL: "C" };
}
