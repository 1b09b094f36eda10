import { listAnyProjects } from "../../projects";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

/** The frame of an empty page, and what one letter costs: each stands in the HTML and again in the data for React. */
const EMPTY_BYTES = 5_000;

/** A page made once and kept, whose document is about as long as its address says. */
export default async function Cached({ params }: { readonly params: Promise<{ readonly bytes: string }> }) {
  const wanted = Number((await params).bytes);
  const projects = await listAnyProjects();
  const rows: string[] = [];
  for (let length = EMPTY_BYTES, at = 0; length < wanted && projects.length > 0; at++) {
    const { title, summary, proposer } = projects[at % projects.length] as (typeof projects)[number];
    const row = `${title}. ${summary} ${proposer}`;
    rows.push(row);
    length += 2 * row.length + 45;
  }
  return (
    <main>
      <h1>Projects</h1>
      {rows.map((row, at) => (
        <p key={at}>{row}</p>
      ))}
    </main>
  );
}
