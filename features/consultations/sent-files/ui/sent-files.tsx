import type { Locale } from "#domain/basics/bilingual.ts";
import { showReadableCode } from "#domain/basics/readable-code.ts";
import { SCAN_CODE } from "#domain/consultations/response.ts";
import type { Question } from "#domain/consultations/survey.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Pagination } from "#components/navigation/pagination.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { questionName } from "#features/consultations/analysis/ui/words.ts";
import type { SentFilesOnPage } from "#features/consultations/sent-files/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

const KINDS = { waiting: "underway", clean: "good", refused: "atRisk" } as const;

interface SentFilesProps {
  readonly locale: Locale;
  readonly address: string;
  readonly listed: SentFilesOnPage;
  readonly questions: readonly Question[];
  /** Whether the installation has a scanner. */
  readonly scanner: boolean;
}

/** Files that people sent, each with what the scanner said; only those it found clean can be opened. */
export function SentFilesPage({ locale, address, listed, questions, scanner }: SentFilesProps) {
  const t = messages(locale).sentFiles;
  const f = format(locale);
  const nameOf = (code: string): string => {
    if (code === SCAN_CODE) return messages(locale).register.scans.label;
    const question = questions.find((each) => each.code === code);
    return question ? questionName(locale, question) : code;
  };
  return (
    <div className="stack-l">
      <PageHead title={t.title} lead={t.lead} />
      {scanner ? null : <Notice kind="warn" title={t.noScanner}>{t.noScannerMore}</Notice>}
      {listed.total === 0 ? (
        <EmptyState level={2} title={t.none}>{t.noneMore}</EmptyState>
      ) : (
        <DataTable
          caption={t.title}
          captionLook="hidden"
          stack
          rows={listed.files}
          rowKey={({ id }) => id}
          columns={[
            { key: "name", header: t.name, names: true, cell: ({ id, name, scan }) => (scan === "clean" ? <a href={`${address}/${id}`}>{name}</a> : name) },
            { key: "question", header: t.question, cell: ({ questionCode }) => nameOf(questionCode) },
            { key: "response", header: t.response, cell: ({ reference }) => showReadableCode(reference) },
            { key: "sent", header: t.sent, cell: ({ sentAt }) => f.dateAndTime(sentAt) },
            {
              key: "scan",
              header: t.scan,
              cell: ({ scan, scanTries, scanAfter }) => (
                <>
                  <Tag kind={KINDS[scan]}>{t.states[scan]}</Tag>
                  {scan === "waiting" && scanTries > 0 && scanAfter ? <span className="block small muted">{t.again({ count: scanTries, when: f.dateAndTime(scanAfter) })}</span> : null}
                </>
              ),
            },
          ]}
        />
      )}
      <Pagination label={t.pages} pageWord={t.page} current={listed.page} pages={listed.pages} href={(page) => `${address}?page=${String(page)}`} previous={t.previous} next={t.next} />
    </div>
  );
}
