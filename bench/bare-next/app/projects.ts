import postgres from "postgres";

export interface Project {
  readonly number: number;
  readonly title: string;
  readonly summary: string;
  readonly proposer: string;
  readonly pence: string;
}

const held = globalThis as { bareSql?: postgres.Sql };
const sql = () => (held.bareSql ??= postgres(process.env["DATABASE_URL"] ?? "", { max: 5 }));

/** What a ballot shows, in one statement: whether the pass is good, and every option with its project. */
export function listProjects(pollId: string, pass: string): Promise<readonly Project[]> {
  return sql()<Project[]>`
    select o.number, o.title_en as title, p.summary_en as summary, p.proposer, o.cost_pence as pence
    from poll_options o join projects p on p.id = o.subject_id join polls on polls.id = o.poll_id
    left join voter_passes on voter_passes.poll_id = o.poll_id and voter_passes.token_hash = sha256(${pass}::bytea)
    where o.poll_id = ${pollId} and polls.state <> 'draft' order by o.number`;
}

/** The same without a pass, for the first open poll. */
export function listAnyProjects(): Promise<readonly Project[]> {
  return sql()<Project[]>`
    select o.number, o.title_en as title, p.summary_en as summary, p.proposer, o.cost_pence as pence
    from poll_options o join projects p on p.id = o.subject_id
    where o.poll_id = (select id from polls where state = 'ready' order by id limit 1) order by o.number`;
}
