import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { DataTable } from "#components/tables/data-table.tsx";
import type { EngagementOnDesk } from "#features/involvement/workspace/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { Status } from "./status.tsx";

interface VotesTableProps {
  readonly locale: Locale;
  readonly desk: string;
  readonly caption: string;
  readonly votes: readonly EngagementOnDesk[];
  readonly now: Date;
}

/** Votes and consultations with their status, end and who takes part. */
export function VotesTable({ locale, desk, caption, votes, now }: VotesTableProps) {
  const { workspace, waiting } = messages(locale);
  const t = workspace.list;
  const f = format(locale);
  const closes = ({ opensAt, closesAt }: EngagementOnDesk) => {
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
        { key: "type", header: t.type, cell: ({ instrument }) => (instrument === "vote" ? t.budgetVote : waiting.consultation) },
        { key: "status", header: t.status, cell: (vote) => <Status locale={locale} vote={vote} now={now} consultation={vote.instrument === "consultation"} /> },
        { key: "closes", header: t.closes, cell: closes },
        { key: "part", header: t.takingPart, numeric: true, cell: ({ instrument, takingPart }) => (instrument === "vote" ? t.ballots : waiting.answers)({ count: takingPart, shown: f.number(takingPart) }) },
      ]}
    />
  );
}
