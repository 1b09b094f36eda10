import type { ReactNode } from "react";
import { textIn } from "#domain/basics/bilingual.ts";
import type { RefusedForm } from "#domain/basics/fault.ts";
import { typed } from "#domain/basics/fault.ts";
import { shownTrackingCode } from "#domain/voting/ballot-box/receipt.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { Form } from "#components/forms/form.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { MainAndAside } from "#components/layout/columns.tsx";
import { Facts } from "#components/layout/facts.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Pagination } from "#components/navigation/pagination.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { voteAddresses, type VotePlace } from "#features/voting/assisted/ui/ballot-place.ts";
import { format } from "#i18n/format.ts";
import { faultText, messages } from "#i18n/messages.ts";

/** One line of the log: that a ballot is there. Nothing of whose, when or for what. */
export interface LogLine {
  readonly pollId: string;
  readonly tracking: string;
  readonly version: number;
  readonly lastVersion: number;
}

export interface BallotLogProps extends VotePlace {
  readonly form: RefusedForm;
  /** What was looked for, and what was found; `undefined` when nothing was. */
  readonly looked: { readonly code: string; readonly found: LogLine | null } | undefined;
  readonly lines: readonly LogLine[];
  readonly page: number;
  readonly pages: number;
  readonly ballots: number;
  readonly replaced: number;
  /** How requests to vote came out that a person looked at. */
  readonly requests: ReactNode;
}

/** The public log of a vote. */
export function ballotLogPage(props: BallotLogProps) {
  const { locale, vote, form } = props;
  const t = messages(locale).voting.log;
  const at = voteAddresses(props);
  return {
    title: t.title,
    section: "take-part" as const,
    crumbs: [
      { href: at.home, text: messages(locale).site.haveYourSay },
      { href: at.about, text: textIn(vote.title, locale).text },
    ],
    ...(form.faults.length > 0 ? { status: 422 } : {}),
    body: <BallotLog {...props} />,
  };
}

function BallotLog(props: BallotLogProps) {
  const { locale, council, vote, form, looked, lines, page, pages, ballots, replaced, requests } = props;
  const t = messages(locale).voting.log;
  const f = format(locale);
  const at = voteAddresses(props);
  const [fault] = form.faults;
  const error = fault ? { word: messages(locale).site.errorHidden, message: faultText(locale, fault, messages(locale).voting.faults) } : undefined;
  return (
    <>
      {error ? <ErrorSummary title={messages(locale).site.errorSummary} errors={[{ href: "#code", text: error.message }]} /> : null}
      <PageHead title={t.title} lead={t.lead({ vote: textIn(vote.title, locale).text })} />
      <MainAndAside
        aside={
          <>
            <Facts
              columns={1}
              surface="card"
              facts={[
                { term: t.count, figure: f.number(ballots) },
                { term: t.replacedCount, figure: f.number(replaced) },
              ]}
            />
            <p className="small muted">{t.grows}</p>
          </>
        }
      >
        <div className="stack">
          <Form action={at.log} className="panel">
            <TextField name="code" width="code" label={t.find} hint={t.hint} maxLength={40} value={typed(form, "code")} error={error} />
            <ButtonRow>
              <Button>{t.submit}</Button>
            </ButtonRow>
          </Form>
          {looked ? <Answer {...looked} locale={locale} phone={council.contactPhone} /> : null}
        </div>
        {lines.length === 0 ? (
          <EmptyState title={t.empty}>{t.emptyBody}</EmptyState>
        ) : (
          <div>
            <DataTable
              caption={t.tableTitle}
              captionLook="heading"
              stack
              rows={lines}
              rowKey={({ pollId, tracking }) => `${pollId}${tracking}`}
              columns={[
                { key: "code", header: t.columnCode, cell: ({ tracking }) => <span className="mono nowrap">{shownTrackingCode(tracking)}</span> },
                ...(vote.ballots.length > 1 ? [{ key: "ballot", header: t.columnBallot, cell: ({ pollId }: LogLine) => ballotName(props, pollId) }] : []),
                { key: "status", header: t.columnStatus, cell: (line) => <Status locale={locale} line={line} /> },
              ]}
            />
            <p className="small muted mt-4">{t.order}</p>
            <Pagination label={t.pages} pageWord={t.page} current={page} pages={pages} href={(to) => `${at.log}?page=${to}`} previous={t.previous} next={t.next} />
          </div>
        )}
        {requests}
      </MainAndAside>
    </>
  );
}

function ballotName({ vote, locale }: VotePlace, pollId: string): string {
  const ballot = vote.ballots.find((each) => each.pollId === pollId);
  return ballot ? textIn(ballot.name, locale).text : "";
}

const counts = ({ version, lastVersion }: LogLine): boolean => version === lastVersion;

function Status({ locale, line }: { readonly locale: VotePlace["locale"]; readonly line: LogLine }) {
  const t = messages(locale).voting.log;
  return counts(line) ? <Tag kind="done">{t.inCount}</Tag> : <Tag kind="closed">{t.replaced}</Tag>;
}

function Answer({ locale, phone, code, found }: { readonly locale: VotePlace["locale"]; readonly phone: string; readonly code: string; readonly found: LogLine | null }) {
  const t = messages(locale).voting.log;
  const f = format(locale);
  const shown = shownTrackingCode(code);
  if (found === null)
    return (
      <Notice kind="warn" title={t.missing} answers>
        <p>{t.missingBody({ code: shown })}</p>
        {phone ? <p>{t.missingHelp({ phone })}</p> : null}
      </Notice>
    );
  if (!counts(found))
    return (
      <Notice title={t.replaced} answers>
        {t.replacedBody({ code: shown, version: f.number(found.version), last: f.number(found.lastVersion) })}
      </Notice>
    );
  return (
    <Notice kind="good" title={t.inCount} answers>
      {t.inCountBody({ code: shown, version: f.number(found.version) })}
    </Notice>
  );
}
