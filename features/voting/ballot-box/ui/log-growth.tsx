import { textIn } from "#domain/basics/bilingual.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Details } from "#components/layout/details.tsx";
import { Facts } from "#components/layout/facts.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { namesOf, voteAddresses, type BallotPlace } from "#features/voting/assisted/ui/ballot-place.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

/** One signed state of the log. */
interface ShownState {
  readonly size: number;
  readonly root: string;
}

export interface LogGrowthProps extends BallotPlace {
  /** Null before the log has begun. */
  readonly growth: {
    readonly states: readonly ShownState[];
    readonly checkpoint: string | null;
    readonly manifest: string;
    readonly kinds: readonly { readonly kind: string; readonly lines: number }[];
    readonly openings: number;
  } | null;
  /** Where the files of the log are read: the box's own address of this poll. */
  readonly files: string;
}

const MOST_ROWS = 50;

/** How the log of one ballot has grown, and everything in it. */
export function logGrowthPage(props: LogGrowthProps) {
  const { locale, vote } = props;
  const at = voteAddresses(props);
  return {
    title: messages(locale).ballotBox.growth.title(namesOf(props)),
    section: "take-part" as const,
    crumbs: [
      { href: at.about, text: textIn(vote.title, locale).text },
      { href: at.log, text: messages(locale).voting.log.title },
    ],
    body: <LogGrowth {...props} />,
  };
}

function LogGrowth(props: LogGrowthProps) {
  const { locale, growth, files } = props;
  const t = messages(locale).ballotBox.growth;
  const f = format(locale);
  if (growth === null || growth.states.length === 0)
    return (
      <>
        <PageHead title={t.title(namesOf(props))} lead={t.lead} />
        <EmptyState level={2} title={t.none}>
          {t.noneBody}
        </EmptyState>
      </>
    );
  const { states, kinds, checkpoint, manifest, openings } = growth;
  const size = states.at(-1)?.size ?? 0;
  const rows = states.map((state, at) => ({ ...state, at, added: state.size - (states[at - 1]?.size ?? 0) })).reverse();
  const nameOf = (kind: string): string => (kind in t.kinds ? t.kinds[kind as keyof typeof t.kinds] : kind);
  return (
    <div className="stack-xl">
      <PageHead title={t.title(namesOf(props))} lead={t.lead} />
      <Facts
        columns={3}
        surface="card"
        facts={[
          { term: t.size, figure: f.number(size) },
          { term: t.ballots, figure: f.number(kinds.find(({ kind }) => kind === "ballot")?.lines ?? 0) },
          { term: t.states, figure: f.number(states.length) },
        ]}
      />
      <Section id="grown" title={t.plotTitle}>
        <GrowthPlot states={states} label={t.plot({ states: f.number(states.length), size: f.number(size) })} />
        <p className="small muted">{t.noTimes}</p>
        <DataTable
          caption={t.table}
          stack
          rows={rows.slice(0, MOST_ROWS)}
          rowKey={({ size: lines }) => String(lines)}
          columns={[
            { key: "state", header: t.state, numeric: true, cell: ({ at }) => f.number(at + 1) },
            { key: "lines", header: t.lines, numeric: true, cell: (row) => f.number(row.size) },
            { key: "added", header: t.added, numeric: true, cell: ({ added }) => f.number(added) },
            { key: "root", header: t.root, cell: ({ root }) => <span className="mono hash">{root}</span> },
          ]}
        />
      </Section>
      <Section id="kinds" title={t.kindsTitle}>
        <DataTable
          caption={t.kindsTitle}
          captionLook="hidden"
          rows={kinds}
          rowKey={({ kind }) => kind}
          columns={[
            { key: "kind", header: t.kind, cell: ({ kind }) => nameOf(kind) },
            { key: "lines", header: t.lines, numeric: true, cell: ({ lines }) => f.number(lines) },
          ]}
        />
      </Section>
      <Section id="download" title={t.downloadTitle} surface="panel">
        <ul className="stack-s">
          <li>
            <a href={`${files}/leaves.ndjson`}>{t.downloads.leaves}</a> (leaves.ndjson)
          </li>
          <li>
            <a href={`${files}/checkpoints.txt`}>{t.downloads.checkpoints}</a> (checkpoints.txt)
          </li>
          <li>
            <a href={`${files}/manifest.json`}>{t.downloads.manifest}</a> (manifest.json)
          </li>
          {openings > 0 ? (
            <li>
              <a href={`${files}/openings.ndjson`}>{t.downloads.openings}</a> (openings.ndjson)
            </li>
          ) : null}
        </ul>
        <p>{t.rules}</p>
        <p className="mono hash">{manifest}</p>
        <Details summary={t.newest}>
          <pre className="mono hash proof__text">{checkpoint}</pre>
        </Details>
      </Section>
    </div>
  );
}

const WIDTH = 600;
const HEIGHT = 160;

/** Lines by state, as steps: each state is a batch that was added at once. */
function GrowthPlot({ states, label }: { readonly states: readonly ShownState[]; readonly label: string }) {
  const most = Math.max(1, ...states.map(({ size }) => size));
  const x = (at: number): number => (at / states.length) * WIDTH;
  const y = (size: number): number => HEIGHT - (size / most) * (HEIGHT - 8);
  const path = states.map(({ size }, at) => `V${y(size).toFixed(1)}H${x(at + 1).toFixed(1)}`).join("");
  return (
    <svg className="growth" role="img" aria-label={label} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" focusable="false">
      <path d={`M0 ${HEIGHT}${path}V${HEIGHT}Z`} className="growth__area" />
      <path d={`M0 ${HEIGHT}${path}`} className="growth__line" fill="none" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
