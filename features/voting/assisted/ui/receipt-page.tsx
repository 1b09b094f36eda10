import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { shownBallotKey, type BallotKey } from "#domain/voting/ballot-box/ballot-key.ts";
import { shownTrackingCode } from "#domain/voting/ballot-box/receipt.ts";
import { Notice } from "#components/feedback/notice.tsx";
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
import type { SecretPath } from "#features/voting/assisted/queries.ts";
import { namesOf, voteAddresses, type BallotPlace } from "./ballot-place.ts";
import { receiptWords, votePlaceData } from "./vote-place-data.ts";

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
  const { locale, version, tracking, votingKey, castAt } = props;
  const t = messages(locale).voting.receipt;
  const f = format(locale);
  const names = namesOf(props);
  const title = version > 1 ? t.changedTitle : t.title;
  return {
    title,
    layout: "task" as const,
    robots: "noindex",
    scripts: ["print"],
    body: (
      <ReceiptBody
        {...props}
        title={title}
        words={version > 1 ? t.changed({ version: f.number(version) }) : t.thanks(names)}
        code={shownTrackingCode(tracking)}
        note={castAt ? t.castAt({ when: f.dateAndTime(castAt), ...names }) : t.where(names)}
        keyInWords={shownBallotKey(votingKey)}
      />
    ),
  };
}

interface ReceiptInWords {
  readonly title: string;
  readonly words: string;
  readonly code: string;
  readonly note: string;
  readonly keyInWords: string;
}

/** What a script puts the receipt's own words in place of, for a ballot that only this device knows. */
export const RECEIPT_PATTERN: ReceiptInWords = {
  title: "{title}",
  words: "{thanks}",
  code: "{code}",
  note: "{note}",
  keyInWords: "{key}",
};

export interface ReceiptBodyProps extends BallotPlace, ReceiptInWords {
  readonly open: boolean;
  readonly hasOthers: boolean;
  readonly print: boolean;
  /** The ballot was sealed on this device, which alone knows key and receipt; a script fills in the rest. */
  readonly secret?: boolean;
}

/** The receipt, and what may be done with it. */
export function ReceiptBody(props: ReceiptBodyProps) {
  const { title, words, code, note, keyInWords, open, hasOthers, print, secret = false, locale, council, vote, ballot } = props;
  const t = messages(locale).voting.receipt;
  const more = messages(locale).assisted.receipt;
  const f = format(locale);
  const addresses = voteAddresses(props);
  const at = addresses.ballotOf(ballot);
  return (
    <div className="narrow narrow--centred">
      <Receipt title={title} codeLabel={t.code} code={code} note={note}>
        {words}
      </Receipt>
      <div className="btns noprint">
        <a className="btn btn--line" href={`${at.receipt}?print=1`} data-print="">
          {t.print}
        </a>
        {secret ? (
          <a className="btn btn--line" href={at.receipt} download={`receipt-${vote.slug}.json`} data-receipt-file="">
            {more.file}
          </a>
        ) : (
          <a className="btn btn--line" href={`${at.receipt}/receipt.json`} download={`receipt-${vote.slug}.json`}>
            {more.file}
          </a>
        )}
        {open ? (
          <a href={at.ballot} data-vote-key="">
            {t.changeMine}
          </a>
        ) : null}
      </div>
      <div className="stack-l">
        <Section id="check" title={t.checkTitle} prose>
          <p>{t.checkBody}</p>
          <ol>
            <li>{t.stepLog}</li>
            <li>{t.stepGood}</li>
            <li>{t.stepWait}</li>
          </ol>
          <p>
            <a href={addresses.log} data-receipt-log="">
              {t.logLink}
            </a>{" "}
            · <a href={addresses.secrecy}>{messages(locale).assisted.handling.more}</a>
          </p>
          {council.contactPhone ? <p>{t.checkHelp({ phone: council.contactPhone })}</p> : null}
          <p className="noprint">
            <a href={`${addresses.about}/updates`}>{messages(locale).mailingList.link}</a>
          </p>
          <p className="noprint">
            <a href={`${addresses.about}/equality`}>{messages(locale).evaluation.form.link}</a>
          </p>
        </Section>
        {secret ? (
          <Details summary={more.qrTitle} open={print}>
            <div className="grid g2">
              <figure className="stack-s">
                <div className="qr" data-receipt-qr="code" />
                <figcaption className="small muted">{more.qrCode}</figcaption>
              </figure>
              <figure className="stack-s" data-vote-key="">
                <div className="qr" data-receipt-qr="key" />
                <figcaption className="small muted">{more.qrKey}</figcaption>
              </figure>
            </div>
          </Details>
        ) : null}
        <div data-vote-key="">
          <Details summary={t.keyTitle} open={print}>
            <p>{t.keyBody}</p>
            <p className="mono">{keyInWords}</p>
            <p>{t.keyKeep}</p>
          </Details>
        </div>
        {secret ? (
          <div className="noprint">
            <Details summary={more.forgetTitle}>
              <p>{more.forgetBody}</p>
              <p>
                <button className="btn btn--line" type="button" data-receipt-forget="">
                  {more.forget}
                </button>
              </p>
              <p role="status">
                <span data-receipt-forgotten="" hidden>
                  {more.forgotten}
                </span>
              </p>
            </Details>
          </div>
        ) : null}
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
  /** A script reads the key on the device; null where there is no log to look it up in. */
  readonly secret: SecretPath | null;
  /** Where the receipt would stand: a script shows it if this device holds one. */
  readonly receipt?: boolean;
  /** The vote may still be changed. */
  readonly open: boolean;
}

/** Asks for the voting key, in a browser that holds no ballot, or whose ballot only a script can find. */
export function votingKeyPage(props: VotingKeyPageProps) {
  const { locale, form, secret, receipt = false } = props;
  const t = messages(locale).voting.receipt;
  const addresses = voteAddresses(props);
  const body = <VotingKeyBody {...props} />;
  return {
    title: t.keyPageTitle,
    layout: "task" as const,
    robots: "noindex",
    crumbs: [{ href: addresses.about, text: namesOf(props).vote }],
    scripts: secret ? ["voting-key", "receipt"] : [],
    ...(form.faults.length > 0 ? { status: 422 } : {}),
    body: secret ? (
      <div data-vote-place={votePlaceData(props, secret, props.vote.closesAt)} data-vote-words={JSON.stringify(receiptWords(props))}>
        <div {...(receipt ? { "data-receipt-shell": "" } : {})}>{body}</div>
        <template id="vote-receipt">
          <ReceiptBody {...props} {...RECEIPT_PATTERN} secret open={props.open} hasOthers={false} print={false} />
        </template>
      </div>
    ) : (
      body
    ),
  };
}

function VotingKeyBody(props: VotingKeyPageProps) {
  const { locale, form, ballot, secret } = props;
  const t = messages(locale).voting.receipt;
  const own = messages(locale).voting.faults;
  const more = messages(locale).assisted.key;
  const addresses = voteAddresses(props);
  return (
    <div className="narrow">
      <FormFaults locale={locale} form={form} own={own} />
      <PageHead kicker={namesOf(props).ballot} title={t.keyPageTitle} lead={t.keyPageLead} />
      {secret ? (
        <div className="mb-6">
          <div data-key-handling="readable">
            <Notice kind="warn" title={more.readable} />
          </div>
          <div data-key-handling="private" hidden>
            <Notice title={more.private} />
          </div>
          <div role="alert">
            <div data-key-says="mistyped" hidden>
              <Notice kind="bad" title={own["key-mistyped"]} />
            </div>
            <div data-key-says="unknown" hidden>
              <Notice kind="warn" title={more.unknown} />
            </div>
            <div data-key-says="unreachable" hidden>
              <Notice kind="warn" title={more.unreachable} />
            </div>
          </div>
          <p role="status">
            <span data-key-says="looking" hidden>
              {more.looking}
            </span>
          </p>
        </div>
      ) : null}
      <Form action={addresses.ballotOf(ballot).key} id="voting-key">
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
  );
}
