import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { connect, database, disconnect } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import { councils } from "#db/schema/councils/councils.ts";
import { defined } from "#domain/basics/assert.ts";
import { addDays, londonDay, londonInstant } from "#domain/basics/london-time.ts";
import { AccessError } from "#domain/policy/access-error.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { actorScopeOf } from "#features/councils/actor-scope.ts";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { getBudgetVote } from "#features/involvement/queries.ts";
import { issueByEmail } from "#features/voting/credentials/issue-by-email.ts";
import { getPoll } from "#features/voting/polls/queries.ts";
import { ensureServer } from "#platform/embedded-postgres/server.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { runWaitingJobs } from "#platform/jobs/run-waiting.ts";
import { now } from "#platform/clock.ts";
import { BRACKENSHIRE, MILLBROOK_PROJECTS, type DemoProject } from "#seed/demo/brackenshire.ts";
import { castBallots } from "#seed/demo/cast-ballots.ts";
import { publishVote } from "#seed/demo/hold-vote.ts";
import { layGround, somePostcode } from "#seed/demo/lay-ground.ts";
import { reportBack } from "#seed/demo/report-back.ts";
import { LAST_YEAR, THIS_YEAR } from "#seed/demo/votes.ts";
import { registry } from "#worker/registry.ts";
import { note } from "./bench.ts";

const ROOT = path.dirname(import.meta.dirname);
const SECRET = "a secret of the benches, and of nothing else";
const COUNCIL = BRACKENSHIRE.slug;
const OPEN = "bench-sixty";
const DECLARED = "bench-declared";
const SECONDS_TO_VOTE = 12;
const DAYS_OPEN = 3_650;

/** Where a bench works: a database with a vote of sixty projects that is open, and one that is declared. */
export interface Ground {
  readonly databaseUrl: string;
  /** Folder of the PostgreSQL server, where it is our own. */
  readonly databaseDir: string | null;
  /** What a program working on it needs in its environment, its port and base address apart. */
  readonly env: NodeJS.ProcessEnv;
  readonly council: string;
  /** The open vote and its one ballot, for people of the ward Millbrook. */
  readonly open: { readonly vote: string; readonly pot: string; readonly pollId: string };
  /** The declared vote and its one ballot. */
  readonly declared: { readonly vote: string; readonly pot: string };
  /** Passes of so many new voters for the open ballot, issued by the real command: the value of the cookie `pass-{pollId}`. */
  issuePasses(many: number): Promise<string[]>;
  close(): Promise<void>;
}

/**
 * Opens the database of DATABASE_URL or, without one, a built-in server below `.cache/bench`, which is kept for the next run.
 * What is missing is made through the commands people use.
 *
 * @throws Error when the database belongs to real councils: a bench casts ballots
 */
export async function openGround(): Promise<Ground> {
  const given = process.env["DATABASE_URL"];
  const dir = path.join(ROOT, ".cache", "bench", "pg");
  if (!given) mkdirSync(path.dirname(dir), { recursive: true });
  const server = given ? null : await ensureServer({ dir });
  const databaseUrl = given ?? (await defined(server, "server").ensureDatabase("bench"));
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1", DATABASE_URL: databaseUrl, FOLKMOOT_SECRET: process.env["FOLKMOOT_SECRET"] ?? SECRET, FOLKMOOT_DATA: path.dirname(dir), NEXTAUTH_SECRET: SECRET };
  Object.assign(process.env, { FOLKMOOT_SECRET: env.FOLKMOOT_SECRET, FOLKMOOT_DATA: env.FOLKMOOT_DATA });
  await migrate(databaseUrl);
  await prepareJobs(databaseUrl);
  connect(databaseUrl);
  await refuseRealCouncils();
  await layGround([BRACKENSHIRE]);
  const officer = await actorScopeOf(COUNCIL, "officer@brackenshire.example");
  if (!(await isThere(officer, DECLARED))) await holdDeclaredVote(officer, databaseUrl);
  if (!(await isThere(officer, OPEN))) await publishSixty(officer);
  const [open, declared] = await Promise.all([getBudgetVote(officer, OPEN), getBudgetVote(officer, DECLARED)]);
  if (declared.state !== "fed-back") throw new Error("An earlier run ended before its vote was declared: remove .cache/bench, or take another database.");
  const pot = defined(open.pots[0], "pot");
  const { electorateId } = await getPoll(officer, pot.pollId);
  return {
    databaseUrl,
    databaseDir: server?.dir ?? null,
    env,
    council: COUNCIL,
    open: { vote: OPEN, pot: pot.slug, pollId: pot.pollId },
    declared: { vote: DECLARED, pot: defined(declared.pots[0], "pot").slug },
    issuePasses: async (many) => {
      const run = randomBytes(6).toString("hex");
      const tokens: string[] = [];
      for (let voter = 0; voter < many; voter++) {
        const asked = { polls: [{ pollId: pot.pollId, electorateId }], email: `bench-${run}-${String(voter)}@example.org`, age: 30, postcode: somePostcode("ZZ5", voter) };
        tokens.push(defined((await issueByEmail(officer, asked)).token, "pass"));
      }
      return tokens;
    },
    close: async () => {
      await disconnect();
      if (server?.started) await server.stop();
    },
  };
}

async function refuseRealCouncils(): Promise<void> {
  const rows = await database().select({ slug: councils.slug, demo: councils.demo }).from(councils);
  const real = rows.find(({ demo }) => !demo);
  if (real) throw new Error(`The council "${real.slug}" in this database is no demo council. A bench casts ballots; give it a database of its own, or none.`);
}

async function isThere(scope: ActorScope, slug: string): Promise<boolean> {
  try {
    await getBudgetVote(scope, slug);
    return true;
  } catch (fault) {
    if (fault instanceof AccessError) return false;
    throw fault;
  }
}

async function holdDeclaredVote(author: ActorScope, databaseUrl: string): Promise<void> {
  note("Making a declared vote…");
  const closing = new Date(now().getTime() + SECONDS_TO_VOTE * 1000);
  const pots = [{ ward: "Millbrook", amountPounds: 120_000, projects: MILLBROOK_PROJECTS }];
  const officers = { author, approver: await approver() };
  const engagementId = await publishVote(officers, { ...LAST_YEAR, slug: DECLARED, opensAt: londonInstant(addDays(londonDay(now()), -42), "09:00"), closesAt: closing, pots });
  const [pot] = (await getVoteForOfficers(author, engagementId)).programme.pots;
  await castBallots(author, { pollId: defined(pot, "pot").pollId, district: "ZZ5", voters: 60 });
  const returning = await actorScopeOf(COUNCIL, "returning@brackenshire.example");
  await reportBack({ officer: author, returning, engagementId, closing, runJobs: () => runWaitingJobs(databaseUrl, registry) });
}

/** The open vote of sixty projects in a database that has none yet: its poll, its council, and the address of its ballot. */
export async function openVoteOfSixty(): Promise<{ readonly pollId: string; readonly council: string; readonly address: string }> {
  await layGround([BRACKENSHIRE]);
  const officer = await actorScopeOf(COUNCIL, "officer@brackenshire.example");
  await publishSixty(officer);
  const pot = defined((await getBudgetVote(officer, OPEN)).pots[0], "pot");
  return { pollId: pot.pollId, council: officer.council.id, address: `/en/${COUNCIL}/votes/${OPEN}/${pot.slug}/ballot` };
}

async function publishSixty(author: ActorScope): Promise<void> {
  note("Making a vote of sixty projects…");
  const from = londonInstant(addDays(londonDay(now()), -7), "09:00");
  const closesAt = londonInstant(addDays(londonDay(now()), DAYS_OPEN), "20:00");
  const pots = [{ ward: "Millbrook", amountPounds: 400_000, projects: sixtyProjects() }];
  await publishVote({ author, approver: await approver() }, { ...THIS_YEAR, slug: OPEN, opensAt: from, closesAt, pots });
}

const approver = (): Promise<ActorScope> => actorScopeOf(COUNCIL, "approver@brackenshire.example");

/** The demo projects again and again, each on another street. */
function sixtyProjects(): DemoProject[] {
  return Array.from({ length: 60 }, (_, at) => {
    const project = defined(MILLBROOK_PROJECTS[at % MILLBROOK_PROJECTS.length], "project");
    const round = Math.floor(at / MILLBROOK_PROJECTS.length);
    if (round === 0) return project;
    const { title, costPounds } = project;
    return { ...project, title: { en: `${title.en}, part ${String(round + 1)}`, cy: `${title.cy}, rhan ${String(round + 1)}` }, costPounds: costPounds + round * 500 };
  });
}
