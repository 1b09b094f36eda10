import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { DataTable } from "#components/tables/data-table.tsx";
import type { VoteOnDesk } from "#features/involvement/workspace/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { Status } from "./status.tsx";

interface VotesTableProps {
  readonly locale: Locale;
  readonly desk: string;
  readonly votes: readonly VoteOnDesk[];
  readonly now: Date;
}

/** Votes with their status, end and ballots. */
export function VotesTable({ locale, desk, votes, now }: VotesTableProps) {
  const t = messages(locale).workspace.list;
  const f = format(locale);
  const closes = ({ opensAt, closesAt }: VoteOnDesk) => {
    if (opensAt && opensAt > now) return t.opensOn({ date: f.date(opensAt) });
    return closesAt ? f.date(closesAt) : t.noDate;
  };
  return (
    <DataTable
      caption={t.title}
      captionLook="hidden"
      stack
      rows={votes}
      rowKey={({ id }) => id}
      columns={[
        { key: "name", header: t.name, cell: (vote) => <a href={`${desk}/votes/${vote.id}`}>{textIn(vote.title, locale).text}</a> },
        { key: "type", header: t.type, cell: () => t.budgetVote },
        { key: "status", header: t.status, cell: (vote) => <Status locale={locale} vote={vote} now={now} /> },
        { key: "closes", header: t.closes, cell: closes },
        { key: "part", header: t.takingPart, numeric: true, cell: ({ ballots }) => t.ballots({ count: ballots, shown: f.number(ballots) }) },
      ]}
    />
  );
}
