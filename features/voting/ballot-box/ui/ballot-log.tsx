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
import { FileField } from "#components/forms/file-field.tsx";
import { Form } from "#components/forms/form.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Card, CardList } from "#components/layout/card.tsx";
import { MainAndAside } from "#components/layout/columns.tsx";
import { Facts } from "#components/layout/facts.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Pagination } from "#components/navigation/pagination.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { voteAddresses, type VotePlace } from "#features/voting/assisted/ui/ballot-place.ts";
import { format } from "#i18n/format.ts";
import { faultText, messages } from "#i18n/messages.ts";
import { ProofInWords } from "./proof-in-words.tsx";

/** One line of the log: that a ballot is there. Nothing of whose, when or for what. */
export interface LogLine {
  readonly pollId: string;
  readonly tracking: string;
  readonly version: number;
  readonly lastVersion: number;
}

/** A code or a receipt that was looked for, and what the box says of it. */
export interface LookedFor {
  readonly code: string;
  readonly found: (LogLine & { readonly index: number | null; readonly proof: string | null; readonly size: number | null }) | null;
  /** The receipt holds the box's own signature for a ballot that is not there. */
  readonly broken: boolean;
}

export interface BallotLogProps extends VotePlace {
  readonly form: RefusedForm;
  /** What was looked for, and what was found; `undefined` when nothing was. */
  readonly looked: LookedFor | undefined;
  readonly lines: readonly LogLine[];
  readonly page: number;
  readonly pages: number;
  readonly ballots: number;
  readonly replaced: number;
  /** Ballots that are in the box and not in the log yet. */
  readonly waiting: number;
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
    scripts: ["ballot-log"],
    ...(form.faults.length > 0 ? { status: 422 } : {}),
    body: <BallotLog {...props} />,
  };
}

function BallotLog(props: BallotLogProps) {
  const { locale, council, vote, form, looked, lines, page, pages, ballots, replaced, waiting, requests } = props;
  const more = messages(locale).ballotBox;
  const t = messages(locale).voting.log;
  const f = format(locale);
  const at = voteAddresses(props);
  const [fault] = form.faults;
  const error = fault ? { word: messages(locale).site.errorHidden, message: faultText(locale, fault, { ...messages(locale).voting.faults, "file-wrong": more.log.fileWrong, "file-other": more.log.fileOther }) } : undefined;
  return (
    <>
      {error ? <ErrorSummary title={messages(locale).site.errorSummary} errors={[{ href: `#${fault?.field === "receipt" ? "receipt" : "code"}`, text: error.message }]} /> : null}
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
                { term: more.log.waitingCount, figure: f.number(waiting) },
              ]}
            />
            <p className="small muted">{t.grows}</p>
            <Card title={more.log.growth}>
              <CardList
                items={vote.ballots.map((ballot) => (
                  <a key={ballot.pollId} href={at.ballotOf(ballot).log}>
                    {more.log.ofBallot({ ballot: textIn(ballot.name, locale).text })}
                  </a>
                ))}
              />
              <p className="small">
                <a href={at.secrecy}>{more.secrecy.title}</a>
              </p>
            </Card>
          </>
        }
      >
        <div className="stack">
          <Form action={at.log} className="panel" multipart>
            <TextField name="code" width="code" label={t.find} hint={t.hint} maxLength={40} value={typed(form, "code")} error={fault?.field === "code" ? error : undefined} />
            <FileField name="receipt" label={more.log.file} hint={more.log.fileHint} accept=".json,application/json" error={fault?.field === "receipt" ? error : undefined} />
            <ButtonRow>
              <Button>{t.submit}</Button>
            </ButtonRow>
          </Form>
          {looked ? <Answer {...looked} locale={locale} phone={council.contactPhone} /> : null}
          {looked?.found && looked.found.index !== null && looked.found.proof !== null && looked.found.size !== null ? (
            <ProofInWords locale={locale} index={looked.found.index} size={looked.found.size} proof={looked.found.proof} />
          ) : null}
        </div>
        {lines.length === 0 ? (
          <EmptyState level={2} title={t.empty}>
            {t.emptyBody}
          </EmptyState>
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
            <p className="small muted mt-4">{more.log.sealed}</p>
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

function Answer({ locale, phone, code, found, broken }: LookedFor & { readonly locale: VotePlace["locale"]; readonly phone: string }) {
  const more = messages(locale).ballotBox.log;
  const t = messages(locale).voting.log;
  const f = format(locale);
  const shown = shownTrackingCode(code);
  if (found === null && broken)
    return (
      <Notice kind="bad" title={more.broken} answers>
        <p>{more.brokenBody}</p>
        {phone ? <p>{t.missingHelp({ phone })}</p> : null}
      </Notice>
    );
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
  if (found.index === null)
    return (
      <Notice title={more.waiting} answers>
        {more.waitingBody({ code: shown })}
      </Notice>
    );
  return (
    <Notice kind="good" title={t.inCount} answers>
      {t.inCountBody({ code: shown, version: f.number(found.version) })}
    </Notice>
  );
}
