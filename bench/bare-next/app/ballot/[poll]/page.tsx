import { cookies } from "next/headers";
import { listProjects } from "../../projects";

/** A dynamic page with the ballot's query and its words, and nothing else. */
export default async function Ballot({ params }: { readonly params: Promise<{ readonly poll: string }> }) {
  const { poll } = await params;
  const pass = (await cookies()).get(`pass-${poll}`)?.value ?? "";
  const projects = await listProjects(poll, pass);
  return (
    <main>
      <h1>Choose projects</h1>
      <form method="post">
        <ol>
          {projects.map(({ number, title, summary, proposer, pence }) => (
            <li key={number}>
              <label>
                <input type="checkbox" name="choice" value={number} /> <b>{title}</b> £{Number(pence) / 100}
              </label>
              <p>{summary}</p>
              <p>{proposer}</p>
            </li>
          ))}
        </ol>
        <button type="submit">Check</button>
      </form>
    </main>
  );
}
