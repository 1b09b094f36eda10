import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { shownBallotKey, type BallotKey } from "#domain/voting/ballot-box/ballot-key.ts";
import { shownTrackingCode } from "#domain/voting/ballot-box/receipt.ts";
import { Receipt } from "#components/feedback/receipt.tsx";
import { Button, ButtonLink, ButtonRow } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Details } from "#components/layout/details.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { namesOf, voteAddresses, type BallotPlace } from "./ballot-place.ts";

export interface ReceiptPageProps extends BallotPlace {
  readonly tracking: string;
  readonly version: number;
  readonly votingKey: BallotKey;
  /** Known only to the browser that cast it. */
  readonly castAt: Date | null;
  readonly open: boolean;
  /** The browser has passes for other ballots of the vote. */
  readonly hasOthers: boolean;
  /** Parts that fold away stand open, to be printed. */
  readonly print: boolean;
}

export function receiptPage(props: ReceiptPageProps) {
  const t = messages(props.locale).voting.receipt;
  return {
    title: props.version > 1 ? t.changedTitle : t.title,
    layout: "task" as const,
    robots: "noindex",
    scripts: ["print"],
    body: <ReceiptBody {...props} />,
  };
}

function ReceiptBody(props: ReceiptPageProps) {
  const { tracking, version, votingKey, castAt, open, hasOthers, print, locale, council, vote, ballot } = props;
  const t = messages(locale).voting.receipt;
  const f = format(locale);
  const addresses = voteAddresses(props);
  const at = addresses.ballotOf(ballot);
  const names = namesOf(props);
  return (
    <div className="narrow narrow--centred">
      <Receipt
        title={version > 1 ? t.changedTitle : t.title}
        codeLabel={t.code}
        code={shownTrackingCode(tracking)}
        note={castAt ? t.castAt({ when: f.dateAndTime(castAt), ...names }) : t.where(names)}
      >
        {version > 1 ? t.changed({ version: f.number(version) }) : t.thanks(names)}
      </Receipt>
      <div className="btns noprint">
        <a className="btn btn--line" href={`${at.receipt}?print=1`} data-print="">
          {t.print}
        </a>
        {open ? <a href={at.ballot}>{t.changeMine}</a> : null}
      </div>
      <div className="stack-l">
        <Section id="check" title={t.checkTitle} prose>
          <p>{t.checkBody}</p>
          <ol>
            <li>{t.stepLog}</li>
            <li>{t.stepGood}</li>
          </ol>
          <p>
            <a href={addresses.log}>{t.logLink}</a>
          </p>
          {council.contactPhone ? <p>{t.checkHelp({ phone: council.contactPhone })}</p> : null}
        </Section>
        <Details summary={t.keyTitle} open={print}>
          <p>{t.keyBody}</p>
          <p className="mono">{shownBallotKey(votingKey)}</p>
          <p>{t.keyKeep}</p>
        </Details>
        <Section id="next" title={t.nextTitle} surface="panel">
          <p>
            {open && vote.closesAt ? t.closes({ when: f.dateAndTime(vote.closesAt) }) : t.closed} {vote.resultsOut ? <a href={addresses.results}>{messages(locale).voting.moments.closedSeeResults}</a> : vote.resultsAt ? <strong>{t.results({ when: f.longDate(vote.resultsAt) })}</strong> : null}
          </p>
          {open && hasOthers ? (
            <p className="noprint">
              <a href={addresses.start}>{t.otherBallots}</a>
            </p>
          ) : null}
        </Section>
        <p className="noprint">
          <a href={addresses.home}>{t.home}</a>
        </p>
      </div>
    </div>
  );
}

export interface VotingKeyPageProps extends BallotPlace {
  readonly form: RefusedForm;
}

/** Asks for the voting key, in a browser that holds no ballot. */
export function votingKeyPage(props: VotingKeyPageProps) {
  const { locale, form, ballot } = props;
  const t = messages(locale).voting.receipt;
  const own = messages(locale).voting.faults;
  const addresses = voteAddresses(props);
  return {
    title: t.keyPageTitle,
    layout: "task" as const,
    robots: "noindex",
    crumbs: [{ href: addresses.about, text: namesOf(props).vote }],
    ...(form.faults.length > 0 ? { status: 422 } : {}),
    body: (
      <div className="narrow">
        <FormFaults locale={locale} form={form} own={own} />
        <PageHead kicker={namesOf(props).ballot} title={t.keyPageTitle} lead={t.keyPageLead} />
        <Form action={addresses.ballotOf(ballot).receipt}>
          <TextField
            name="key"
            label={t.keyLabel}
            hint={t.keyHint}
            value={typed(form, "key")}
            maxLength={120}
            autoComplete="off"
            spellCheck={false}
            error={fieldError(locale, form, "key", own)}
          />
          <ButtonRow>
            <Button forward>{t.keySubmit}</Button>
            <ButtonLink look="line" href={addresses.start}>
              {messages(locale).voting.moments.noPassStart}
            </ButtonLink>
          </ButtonRow>
        </Form>
        <Details summary={t.keyLost}>
          <p>{t.keyLostBody}</p>
        </Details>
      </div>
    ),
  };
}
