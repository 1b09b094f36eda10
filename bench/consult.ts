/**
 * A consultation of sixty questions with a hundred thousand responses: sending a response through the web program beside a bare node:http
 * server that makes the same writes on the same database, in turns; a table of two questions; and all answers as a file, with the memory that
 * sending it takes of the web program.
 */
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { get, type IncomingMessage } from "node:http";
import path from "node:path";
import { connect, disconnect, rawClient } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import { defined } from "#domain/basics/assert.ts";
import { newQuestion, newSection } from "#domain/consultations/edit-survey.ts";
import { EMPTY_SURVEY, NO_TEXT, type Question, type QuestionType, type Survey, type SurveyText } from "#domain/consultations/survey.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { tokenHash } from "#features/accounts/session.ts";
import { compare, findAsked } from "#features/consultations/analysis/queries.ts";
import { hashOfKey } from "#features/consultations/answering/queries.ts";
import { actorScopeOf } from "#features/councils/actor-scope.ts";
import { ensureServer } from "#platform/embedded-postgres/server.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { BRACKENSHIRE } from "#seed/demo/brackenshire.ts";
import { publishConsultation } from "#seed/demo/hold-consultation.ts";
import { layGround } from "#seed/demo/lay-ground.ts";
import { buildIfStale } from "#start/build.ts";
import { WEB_PROGRAM } from "#start/settings.ts";
import { note, type BenchOptions } from "./bench.ts";
import { posted } from "./fill-ballots.ts";
import { sendLoad, type LoadMeasure } from "./send-load.ts";
import { databaseCpuMs, startServer, type BenchServer } from "./servers.ts";

const ROOT = path.dirname(import.meta.dirname);
const SECRET = "a secret of the benches, and of nothing else";
/** The cookie of a session over plain HTTP. */
const SESSION = "next-auth.session-token";
const CONNECTIONS = 16;
const QUESTIONS = 60;
const TARGETS = { submitP95Ms: 300, crossMs: 1_000, exportMegabytes: 64 };
const DAY = 86_400_000;

export async function run({ quick, json }: BenchOptions): Promise<object> {
  const [responses, rounds, each] = quick ? [5_000, 2, 120] : [100_000, 5, 400];
  const dir = path.join(ROOT, ".cache", "bench", "pg");
  const given = process.env["DATABASE_URL"];
  if (!given) mkdirSync(path.dirname(dir), { recursive: true });
  const server = given ? null : await ensureServer({ dir });
  const databaseUrl = given ?? (await defined(server, "server").ensureDatabase(quick ? "consult_quick" : "consult"));
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1", DATABASE_URL: databaseUrl, FOLKMOOT_SECRET: process.env["FOLKMOOT_SECRET"] ?? SECRET, FOLKMOOT_DATA: path.dirname(dir), NEXTAUTH_SECRET: SECRET };
  Object.assign(process.env, { FOLKMOOT_SECRET: env.FOLKMOOT_SECRET, FOLKMOOT_DATA: env.FOLKMOOT_DATA });
  await migrate(databaseUrl);
  await prepareJobs(databaseUrl);
  connect(databaseUrl);
  const servers: BenchServer[] = [];
  try {
    await layGround([BRACKENSHIRE]);
    const officer = await actorScopeOf(BRACKENSHIRE.slug, "officer@brackenshire.example");
    const { consultationId, engagementId, slug } = await holdConsultation(officer, responses);
    const crossed = await measureCross(officer, consultationId, quick ? 3 : 7);

    await buildIfStale({ ...env, BASE_URL: "http://localhost:3000" });
    const start = async (name: string, args: readonly string[]): Promise<BenchServer> => {
      const started = await startServer(name, args, { cwd: ROOT, env });
      servers.push(started);
      return started;
    };
    const ours = await start("Folkmoot", WEB_PROGRAM);
    const bare = await start("the bare server", [path.join(import.meta.dirname, "bare-consult.ts")]);
    const written = { csv: await measureExport(ours, officer, engagementId, "csv"), xlsx: await measureExport(ours, officer, engagementId, "xlsx") };
    const submitted = await measureSubmit({ ours, bare, officer, consultationId, slug, rounds, each, databaseDir: server?.dir ?? null });

    const reached = submitted.ours.p95Ms < TARGETS.submitP95Ms && crossed.slowestMs < TARGETS.crossMs && Math.max(written.csv.megabytesMore, written.xlsx.megabytesMore) < TARGETS.exportMegabytes;
    const answer = { bench: "consult", responses, questions: QUESTIONS, connections: CONNECTIONS, submit: submitted, cross: crossed, export: written, targets: TARGETS, reached };
    if (!json) for (const [name, value] of Object.entries(answer)) console.log(`${name.padEnd(12)} ${JSON.stringify(value)}`);
    return answer;
  } finally {
    await Promise.all(servers.map((each_) => each_.stop()));
    await disconnect();
    if (server?.started) await server.stop();
  }
}

const text = (en: string): SurveyText => ({ ...NO_TEXT, en, cy: `${en} (cy)` });
const options = (many: number) => Array.from({ length: many }, (_, at) => ({ code: `o${String(at)}`, text: text(`Answer ${String(at)}`) }));

/** Sixty questions as a long survey has them: most closed, a few with numbers, money, an order or words. */
function sixtyQuestions(): Survey {
  const typeOf = (at: number): QuestionType => (at === 59 ? "postcode" : at % 15 === 14 ? "long-text" : at % 15 === 13 ? "number" : at % 15 === 12 ? "ranking" : at % 5 === 4 ? "multiple-choice" : at % 5 === 3 ? "likert" : "single-choice");
  const questions = Array.from({ length: QUESTIONS }, (_, at): Question => {
    const type = typeOf(at);
    const choosable = ["single-choice", "multiple-choice", "likert", "ranking"].includes(type) ? { options: options(5) } : {};
    return { ...newQuestion(type, `q${String(at)}`), text: text(`Question ${String(at)}?`), optional: true, ...choosable } as Question;
  });
  return { ...EMPTY_SURVEY, layout: "sections", minutes: 30, start: { ...EMPTY_SURVEY.start, why: text("To measure.") }, sections: [{ ...newSection("all"), title: text("All"), questions }] };
}

/** The answer to question `at` of response `n`, as SQL over the two numbers. */
const ANSWER = `case
  when at = 59 then jsonb_build_object('areaId', wards[1 + n % cardinality(wards)])
  when at % 15 = 14 then jsonb_build_object('text', 'What I think of question ' || at || ' is said in about as many words as people write, the ' || n || 'th time.')
  when at % 15 = 13 then jsonb_build_object('number', n % 40)
  when at % 15 = 12 then jsonb_build_object('order', jsonb_build_array('o' || n % 5, 'o' || (n + 1) % 5, 'o' || (n + 2) % 5))
  when at % 5 = 4 then jsonb_build_object('choices', jsonb_build_array('o' || n % 3, 'o' || 3 + n % 2))
  else jsonb_build_object('choice', 'o' || ((n * (at + 7)) % 97) % 5) end`;

/** The consultation, made by the commands people use, with responses laid straight into their tables: nobody answers 100,000 times. */
async function holdConsultation(author: ActorScope, many: number): Promise<{ readonly consultationId: string; readonly engagementId: string; readonly slug: string }> {
  const sql = rawClient();
  const slug = "bench-consultation";
  const [there] = await sql<{ consultationId: string; engagementId: string }[]>`select consultation_id as "consultationId", id as "engagementId" from engagements where council_id = ${author.council.id} and slug = ${slug}`;
  const { consultationId, engagementId } = there ?? (await publish());
  const [{ responses: standing } = { responses: 0 }] = await sql<{ responses: number }[]>`select count(*)::integer as responses from responses where consultation_id = ${consultationId} and state = 'submitted'`;
  for (let from = standing; from < many; from += 5_000) {
    if (from % 20_000 === 0) note(`Laying responses: ${String(from)} of ${String(many)}…`);
    await lay(consultationId, from, Math.min(from + 5_000, many), true);
  }
  // As the database does by itself once such a table has grown: without it no index can answer alone.
  if (standing < many) await sql`vacuum analyze responses, response_answers`;
  return { consultationId, engagementId, slug };

  async function publish(): Promise<{ readonly consultationId: string; readonly engagementId: string }> {
    note("Making a consultation of sixty questions…");
    const [checker, approver] = [await actorScopeOf(BRACKENSHIRE.slug, "admin@brackenshire.example"), await actorScopeOf(BRACKENSHIRE.slug, "approver@brackenshire.example")];
    const words = { en: "To measure", cy: "I fesur" };
    const story = { title: { en: "Bench consultation", cy: "Ymgynghoriad mainc" }, slug, topic: "transport-and-streets" as const, summary: words, decision: words, decidedBy: words, affected: words, survey: sixtyQuestions() };
    const made = await publishConsultation({ author, checker, approver }, story, { opensAt: new Date(Date.now() - 30 * DAY), closesAt: new Date(Date.now() + 3_650 * DAY), resultsAt: new Date(Date.now() + 3_700 * DAY) });
    return { consultationId: made.consultationId, engagementId: made.engagementId };
  }

  async function lay(id: string, from: number, to: number, sent: boolean, keys: readonly Buffer[] = []): Promise<void> {
    await layResponses(author, id, { from, to, sent, keys });
  }
}

/** Lays responses with all their answers; those not sent have a browser's secret each. As the owner, past the guards of what was sent. */
async function layResponses(author: ActorScope, consultationId: string, { from, to, sent, keys }: { readonly from: number; readonly to: number; readonly sent: boolean; readonly keys: readonly Buffer[] }): Promise<void> {
  await rawClient().begin(async (tx) => {
    await tx.unsafe("alter table response_answers disable trigger user");
    await tx.unsafe(
      `with wards as (select array_agg(id) as wards from areas where council_id = $2 and kind = 'ward'),
        made as (
          insert into responses (id, council_id, consultation_id, version, state, channel, respondent, recruitment_source, language, received_at, started_at, saved_at, reference, key_hash)
          select gen_random_uuid(), $2, $1, 1, $5, 'web', 'person', (array['resident', 'panel', 'outside-area', 'not-known'])[1 + n % 4]::recruitment_source, 'en',
            case when $6 then now() end, now(), now(), case when $6 then 'B' || lpad(to_hex(n), 7, '0') end, decode(($7::text[])[n - $3::integer + 1], 'hex')
          from generate_series($3::integer, $4::integer - 1) n returning id, received_at, reference),
        numbered as (select id, (row_number() over (order by id) + $3::integer)::integer as n from made)
      insert into response_answers (response_id, consultation_id, question_code, value)
      select id, $1, 'q' || at, ${ANSWER} from numbered cross join wards cross join generate_series(0, ${String(QUESTIONS - 1)}) at`,
      [consultationId, author.council.id, from, to, sent ? "submitted" : "in-progress", sent, keys.map((key) => key.toString("hex"))],
    );
    await tx.unsafe("alter table response_answers enable trigger user");
  });
}

/** Milliseconds of a table of two questions, and of one by ward, of all responses: the middle of several, and the slowest first one. */
async function measureCross(officer: ActorScope, consultationId: string, times: number) {
  const asked = await findAsked(officer, consultationId);
  const of = async (rows: string, columns: string): Promise<number> => {
    const taken: number[] = [];
    for (let time = 0; time < times; time += 1) {
      const started = performance.now();
      const found = await compare(officer, consultationId, asked, { rows, columns, hide: true });
      if (!found?.table || found.table.total === 0) throw new Error(`${rows} by ${columns} came out empty`);
      taken.push(performance.now() - started);
    }
    first.push(taken[0] ?? 0);
    return Math.round(middle(taken));
  };
  const first: number[] = [];
  note("Comparing…");
  const [singleMs, severalMs, wardMs] = [await of("q:q0", "q:q1"), await of("q:q4", "q:q9"), await of("q:q0", "ward")];
  return { singleMs, severalMs, wardMs, slowestMs: Math.max(singleMs, severalMs, wardMs), slowestFirstMs: Math.round(Math.max(...first)) };
}

/**
 * All answers as a file to the last byte, asked of the web program by an officer who is signed in: how long, how much, and how much more
 * memory it held at the most than before, when it had sent a small file.
 */
async function measureExport(ours: BenchServer, officer: ActorScope, engagementId: string, form: "csv" | "xlsx") {
  note(`Sending all answers as ${form}…`);
  const headers = { cookie: `${SESSION}=${await signIn(officer)}`, "accept-encoding": "gzip" };
  const ask = async (file: string): Promise<IncomingMessage> => {
    const [answer] = (await once(get(`http://localhost:${String(ours.port)}/en/${officer.council.slug}/manage/consultations/${engagementId}/answers/${file}`, { headers }), "response")) as [IncomingMessage];
    if (answer.statusCode !== 200) throw new Error(`${file} was answered with ${String(answer.statusCode)}`);
    return answer;
  };
  for await (const _ of await ask("codebook.csv"));
  const before = ours.memory() ?? Number.NaN;
  let [bytes, most, told] = [0, before, 0];
  const sampling = setInterval(() => (most = Math.max(most, ours.memory() ?? 0)), 50);
  const started = performance.now();
  const cpu = ours.cpuMs() ?? Number.NaN;
  for await (const piece of (await ask(`answers.${form}`)) as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes - told > 20_000_000) {
      told = bytes;
      note(`  ${String(Math.round(bytes / 1e6))} MB…`);
    }
  }
  clearInterval(sampling);
  const seconds = (performance.now() - started) / 1000;
  return { megabytes: Math.round(bytes / 1e6), seconds: rounded(seconds, 1), cpuSeconds: rounded(((ours.cpuMs() ?? Number.NaN) - cpu) / 1000, 1), megabytesBefore: Math.round(before / 1e6), megabytesMore: Math.round((most - before) / 1e6) };
}

/** A session of an officer who has shown a second factor, laid straight into its table. */
async function signIn(officer: ActorScope): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await rawClient()`insert into sessions (token_hash, person_id, expires_at, second_factor_at) values (${tokenHash(token)}, ${officer.actor.personId}, now() + interval '1 hour', now())`;
  return token;
}

interface SubmitOrder {
  readonly ours: BenchServer;
  readonly bare: BenchServer;
  readonly officer: ActorScope;
  readonly consultationId: string;
  readonly slug: string;
  readonly rounds: number;
  /** Responses sent in one round. */
  readonly each: number;
  readonly databaseDir: string | null;
}

/** Sends responses that are filled in already: through the whole web program, and by a bare server. Each is another person's. */
async function measureSubmit({ ours, bare, officer, consultationId, slug, rounds, each, databaseDir }: SubmitOrder) {
  note("Sending responses…");
  const secrets = Array.from({ length: each * (rounds + 1) * 2 }, () => randomBytes(32).toString("base64url"));
  await layResponses(officer, consultationId, { from: 0, to: secrets.length, sent: false, keys: secrets.map(hashOfKey) });
  const way = `/en/${officer.council.slug}/consultations/${slug}/check`;
  const measure = async (server: BenchServer): Promise<{ readonly load: LoadMeasure; readonly cpuMs: number | null; readonly databaseCpuMs: number | null }> => {
    const mine = secrets.splice(0, each);
    const requests =
      server === bare
        ? mine.map((secret) => posted(server.port, `/${consultationId}`, hashOfKey(secret).toString("hex"), { type: "text/plain" }))
        : mine.map((secret) => posted(server.port, way, "_publish=yes", { cookie: `response-${consultationId}=${secret}`, type: "application/x-www-form-urlencoded" }));
    const before = [server.cpuMs(), databaseCpuMs(databaseDir)] as const;
    const load = await sendLoad({ port: server.port, connections: CONNECTIONS, status: "303", requests, most: each, seconds: 120 });
    const used = (from: number | null, to: number | null): number | null => (from === null || to === null ? null : (to - from) / load.requests);
    return { load, cpuMs: used(before[0], server.cpuMs()), databaseCpuMs: used(before[1], databaseCpuMs(databaseDir)) };
  };
  await measure(bare);
  await measure(ours);
  const pairs: { readonly limit: Awaited<ReturnType<typeof measure>>; readonly own: Awaited<ReturnType<typeof measure>> }[] = [];
  for (let round = 0; round < rounds; round += 1) pairs.push({ limit: await measure(bare), own: await measure(ours) });
  const lineOf = (side: "limit" | "own") => {
    const of = (read: (pair: Awaited<ReturnType<typeof measure>>) => number | null, places: number): number => rounded(middle(pairs.map((pair) => read(pair[side]) ?? Number.NaN)), places);
    return { perSecond: of(({ load }) => load.requests / load.seconds, 0), p50Ms: of(({ load }) => load.p50, 1), p95Ms: of(({ load }) => load.p95, 1), cpuMs: of(({ cpuMs }) => cpuMs, 2), databaseCpuMs: of(({ databaseCpuMs: ms }) => ms, 2) };
  };
  return { ours: lineOf("own"), limit: lineOf("limit"), ratio: rounded(middle(pairs.map(({ own, limit }) => own.load.requests / own.load.seconds / (limit.load.requests / limit.load.seconds))), 2) };
}

const rounded = (value: number, places: number): number => Number(value.toFixed(places));
const middle = (values: readonly number[]): number => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
