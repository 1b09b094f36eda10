import type { Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { FileField } from "#components/forms/file-field.tsx";
import { Form } from "#components/forms/form.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { ImportInView } from "#features/councils/imports/queries.ts";
import type { OfferedVote } from "#features/involvement/importing/check-vote-file.ts";
import type { VoteFileInView } from "#features/involvement/importing/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

interface HandOverProps {
  readonly locale: Locale;
  readonly form: RefusedForm;
  readonly once: string;
  /** Where each file read before is shown. */
  readonly home: string;
  readonly earlier: readonly ImportInView[];
}

/** Asks for the file. */
export function HandOverPage({ locale, form, once, home, earlier }: HandOverProps) {
  const t = messages(locale).importing;
  return (
    <div className="stack-l">
      <FormFaults locale={locale} form={form} own={t.faults} />
      <PageHead title={t.title} lead={t.lead} />
      <Form multipart hidden={{ once: typed(form, "once", once) }}>
        <FileField name="file" label={t.file} hint={t.fileHint} accept=".pb,.gz" error={fieldError(locale, form, "file", t.faults)} />
        <ButtonRow>
          <Button>{t.read}</Button>
        </ButtonRow>
      </Form>
      {earlier.length > 0 ? (
        <Section id="earlier" title={t.earlier}>
          <ul>
            {earlier.map(({ id, fileName, createdAt }) => (
              <li key={id}>
                <a href={`${home}/${id}`}>{fileName}</a> <span className="muted">{format(locale).dateAndTime(createdAt)}</span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </div>
  );
}

interface VoteFilePageProps {
  readonly locale: Locale;
  readonly file: VoteFileInView;
  /** Where another file is handed over. */
  readonly home: string;
  /** Where votes are. */
  readonly votes: string;
}

/** What a file holds, or what is wrong with it. */
export function VoteFilePage(props: VoteFilePageProps) {
  const { offered } = props.file;
  return offered === null ? <RefusedFile {...props} /> : <OfferedFile {...props} offered={offered} />;
}

export function voteFileTitle(locale: Locale, { fileName, offered }: VoteFileInView): string {
  const t = messages(locale).importing;
  return offered === null ? t.refusedTitle({ file: fileName }) : t.checkTitle({ file: fileName });
}

function OfferedFile({ locale, file, votes, offered }: VoteFilePageProps & { readonly offered: OfferedVote }) {
  const { importing: t, drafting } = messages(locale);
  const f = format(locale);
  const { vote, engagementId } = offered;
  const kind = drafting.ballot.kinds[vote.ballotKind][0];
  const rule = vote.rule in drafting.ballot.rules ? drafting.ballot.rules[vote.rule as keyof typeof drafting.ballot.rules][0] : drafting.ballot.otherRule({ rule: vote.rule });
  return (
    <div className="stack-l">
      <PageHead title={voteFileTitle(locale, file)} lead={engagementId === undefined ? t.checkLead : undefined} />
      <SummaryList
        rows={[
          { term: t.name, answer: vote.title },
          { term: t.pot, answer: f.money(vote.potPence) },
          { term: t.projects, answer: t.projectsValue({ count: vote.projects, shown: f.number(vote.projects), cost: f.money(vote.costPence) }) },
          { term: t.ballots, answer: f.number(vote.ballots) },
          { term: t.ballotKind, answer: kind },
          { term: t.rule, answer: rule },
          ...(vote.leftOut.length > 0 ? [{ term: t.leftOut, answer: t.leftOutValue({ ids: f.list(vote.leftOut) }) }] : []),
        ]}
      />
      <p className="muted">{t.money}</p>
      <Oddities locale={locale} offered={offered} />
      {engagementId === undefined ? (
        <Form>
          <ButtonRow>
            <Button>{t.bringIn}</Button>
          </ButtonRow>
        </Form>
      ) : (
        <Notice kind="good" title={t.done}>
          <p>
            <a href={`${votes}/${engagementId}`}>{t.doneLink}</a>
          </p>
        </Notice>
      )}
    </div>
  );
}

function Oddities({ locale, offered }: { readonly locale: Locale; readonly offered: OfferedVote }) {
  const t = messages(locale).importing;
  const f = format(locale);
  if (offered.warnings.length === 0) return null;
  const more = offered.warningsInAll - offered.warnings.length;
  return (
    <Section id="odd" title={t.odd}>
      <p className="muted">{t.oddLead}</p>
      <DataTable
        caption={t.odd}
        captionLook="hidden"
        rows={offered.warnings.map((warning, at) => ({ ...warning, at }))}
        rowKey={({ at }) => String(at)}
        columns={[
          { key: "line", header: t.line, cell: ({ line }) => (line === 0 ? t.whole : f.number(line)) },
          { key: "what", header: t.odd, cell: ({ code, params }) => wordsOf(t.warnings, code, params) },
        ]}
      />
      {more > 0 ? <p>{t.oddMore({ count: f.number(more) })}</p> : null}
    </Section>
  );
}

function RefusedFile({ locale, file, home }: VoteFilePageProps) {
  const t = messages(locale).importing;
  const f = format(locale);
  const more = file.faultsInAll - file.faults.length;
  return (
    <div className="stack-l">
      <PageHead title={voteFileTitle(locale, file)} lead={t.refusedLead({ count: file.faultsInAll })} />
      <DataTable
        caption={t.wrong}
        captionLook="hidden"
        rows={file.faults.map((fault, at) => ({ ...fault, at }))}
        rowKey={({ at }) => String(at)}
        columns={[
          { key: "line", header: t.line, numeric: true, cell: ({ line }) => (line === 0 ? t.whole : f.number(line)) },
          { key: "column", header: t.column, numeric: true, cell: ({ column }) => column },
          { key: "what", header: t.wrong, cell: ({ code, params }) => wordsOf(t.fileFaults, code, params) },
        ]}
      />
      {more > 0 ? <p>{t.moreFaults({ count: f.number(more) })}</p> : null}
      <p>
        <a href={home}>{t.again}</a>
      </p>
    </div>
  );
}

/** The words of a code of the file's reader; for one that has none yet, the code itself. */
function wordsOf(words: Readonly<Record<string, unknown>>, code: string, params: Readonly<Record<string, unknown>>): string {
  const message = words[code] ?? words["other"];
  return typeof message === "function" ? String(message({ ...params, code })) : String(message);
}
