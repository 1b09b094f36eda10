import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { DataTable } from "#components/tables/data-table.tsx";
import { StageTag } from "#features/elections/ui/stage-tag.tsx";
import type { EngagementListed } from "#features/involvement/workspace/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { Status } from "./status.tsx";

interface VotesTableProps {
  readonly locale: Locale;
  readonly desk: string;
  readonly caption: string;
  readonly votes: readonly EngagementListed[];
  readonly now: Date;
}

/** Votes, elections and consultations with their status, end and who takes part. */
export function VotesTable({ locale, desk, caption, votes, now }: VotesTableProps) {
  const { workspace, waiting } = messages(locale);
  const t = workspace.list;
  const f = format(locale);
  const closes = ({ opensAt, closesAt }: EngagementListed) => {
    if (opensAt && opensAt > now) return t.opensOn({ date: f.date(opensAt) });
    return closesAt ? f.date(closesAt) : t.noDate;
  };
  return (
    <DataTable
      caption={caption}
      captionLook="hidden"
      stack
      rows={votes}
      rowKey={({ id }) => id}
      columns={[
        { key: "name", header: t.name, cell: (vote) => <a href={`${desk}/${vote.instrument}s/${vote.id}`}>{textIn(vote.title, locale).text}</a> },
        { key: "type", header: t.type, cell: ({ instrument }) => ({ vote: t.budgetVote, election: waiting.election, consultation: waiting.consultation })[instrument] },
        { key: "status", header: t.status, cell: (vote) => vote.stage !== null ? <StageTag locale={locale} stage={vote.stage} /> : <Status locale={locale} vote={vote} now={now} consultation={vote.instrument === "consultation"} /> },
        { key: "closes", header: t.closes, cell: closes },
        { key: "part", header: t.takingPart, numeric: true, cell: ({ instrument, takingPart }) => (instrument === "consultation" ? waiting.answers : t.ballots)({ count: takingPart, shown: f.number(takingPart) }) },
      ]}
    />
  );
}
