import { lastDayListed } from "#domain/asset-transfers/clock.ts";
import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import type { TransferLine } from "../../queries.ts";

const reachedOn = ({ stages }: TransferLine, stage: string): CivilDay | null => stages.find((each) => each.stage === stage)?.reachedOn ?? null;

/** Land that is listed on a day; a listing ends after five years (Localism Act 2011, section 87(3)). */
export const isListed = (line: TransferLine, today: CivilDay): boolean => {
  const since = reachedOn(line, "listed");
  return line.transfer.regimeId === "right-to-bid" && since !== null && line.transfer.stage !== "declined" && lastDayListed(since) >= today;
};

/** A nomination that was not accepted, or came off the list on the owner's review or appeal (sections 90(6), 92(4) and 93). */
export const isUnsuccessful = ({ transfer }: TransferLine): boolean => transfer.regimeId === "right-to-bid" && transfer.stage === "declined";

export interface CommunityValueListsProps {
  readonly locale: Locale;
  readonly home: string;
  readonly lines: readonly TransferLine[];
  readonly today: CivilDay;
}

/** The list of assets of community value and the list of unsuccessful nominations, with the reasons. */
export function CommunityValueLists({ locale, home, lines, today }: CommunityValueListsProps) {
  const t = messages(locale).listingReviews.lists;
  const f = format(locale);
  const land = { key: "land", header: t.land, names: true, cell: ({ transfer }: TransferLine) => <a href={`${home}/asset-transfers/${transfer.slug}`}>{textIn(transfer.title, locale).text}</a> };
  const by = { key: "by", header: t.by, cell: ({ transfer }: TransferLine) => (transfer.organisation === "" ? messages(locale).firstLook.somebody : transfer.organisation) };
  const day = (line: TransferLine, stage: string): string => f.date(reachedOn(line, stage) ?? today);
  const listed = lines.filter((line) => isListed(line, today));
  const unsuccessful = lines.filter(isUnsuccessful);
  return (
    <div className="stack-l">
      <PageHead title={t.title} lead={t.lead} />
      <Section id="listed" title={t.listed}>
        {listed.length === 0 ? (
          <p>{t.noneListed}</p>
        ) : (
          <DataTable
            caption={t.listed}
            captionLook="hidden"
            stack
            rows={listed}
            rowKey={({ transfer }) => transfer.slug}
            columns={[
              land,
              by,
              { key: "since", header: t.since, cell: (line) => day(line, "listed") },
              { key: "until", header: t.until, cell: (line) => f.date(lastDayListed(reachedOn(line, "listed") ?? today)) },
              { key: "state", header: t.state, cell: ({ review }) => (review === null ? t.notReviewed : review.decision === null ? t.underReview : t.upheld) },
            ]}
          />
        )}
      </Section>
      <Section id="unsuccessful" title={t.unsuccessful}>
        {unsuccessful.length === 0 ? (
          <p>{t.noneUnsuccessful}</p>
        ) : (
          <DataTable
            caption={t.unsuccessful}
            captionLook="hidden"
            stack
            rows={unsuccessful}
            rowKey={({ transfer }) => transfer.slug}
            columns={[land, by, { key: "on", header: t.on, cell: (line) => day(line, "declined") }, { key: "why", header: t.why, cell: (line) => <Why locale={locale} line={line} /> }]}
          />
        )}
      </Section>
    </div>
  );
}

/** What the Tribunal said, else what was decided on the review, else the note with which the nomination was refused. */
function Why({ locale, line: { review, stages } }: { readonly locale: Locale; readonly line: TransferLine }) {
  const words = review?.appeal?.ended?.summary ?? review?.decision?.reasons ?? stages.find(({ stage }) => stage === "declined")?.note;
  const { text, lang } = textIn(words ?? { en: "", cy: "" }, locale);
  return text === "" ? messages(locale).listingReviews.lists.noReason : <span className="whitespace-pre-line" lang={lang === locale ? undefined : lang}>{text}</span>;
}
