import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { balances } from "#domain/voting/paper/account.ts";
import { ENTRY_PASSES } from "#domain/voting/paper/double-entry.ts";
import { shownPaperNumber } from "#domain/voting/paper/paper-number.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Button, ButtonLink } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { BatchInView } from "#features/voting/paper/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { AccountFigures, AccountVerdict } from "./account-table.tsx";
import { StageTag } from "./stage-tag.tsx";

interface BatchPageProps {
  readonly locale: Locale;
  /** This page's own address. */
  readonly address: string;
  readonly batch: BatchInView;
  readonly personId: string;
  readonly pollClosed: boolean;
  readonly may: { readonly handOut: boolean; readonly account: boolean; readonly key: boolean; readonly decide: boolean; readonly sign: boolean; readonly countersign: boolean };
  readonly form: RefusedForm;
  readonly saved: boolean;
}

/** One batch from the printer to its sign-off. */
export function BatchPage(props: BatchPageProps) {
  const { locale, batch, form, saved } = props;
  const t = messages(locale).paper;
  const f = format(locale);
  return (
    <>
      <FormFaults locale={locale} form={form} own={t.faults} />
      <div className="stack-xl">
        <PageHead
          tag={<StageTag locale={locale} stage={batch.stage} />}
          title={t.batch.title({ batch: batch.code })}
          lead={t.batch.from({ place: textIn(batch.place.name, locale).text, date: f.date(batch.printedAt) })}
        />
        {saved ? <Notice kind="good" title={t.batch.saved} answers /> : null}
        <div className="pg">
          <Account {...props} />
          <Keying {...props} />
        </div>
        <Decisions {...props} />
        <SignOff {...props} />
        {batch.stage === "out" ? <Printing {...props} /> : null}
      </div>
    </>
  );
}

function Account({ locale, address, batch, may }: BatchPageProps) {
  const t = messages(locale).paper;
  const f = format(locale);
  const { account } = batch;
  const sealed = batch.stage === "sealed";
  return (
    <Section id="account" title={t.batch.accountTitle} surface="card">
      {account ? (
        <>
          <AccountVerdict locale={locale} account={account} keyingDone={keyingDone(batch)} />
          <AccountFigures locale={locale} account={account} />
          {batch.accountAt ? <p className="small muted">{t.batch.accountBy({ who: batch.accountBy, when: f.dateAndTime(batch.accountAt) })}</p> : null}
        </>
      ) : (
        <>
          <p>{t.batch.noAccount}</p>
          <SummaryList
            rows={[
              { term: t.account.printed, answer: <span className="num">{f.number(batch.printed)}</span> },
              { term: t.account.marked, answer: <span className="num">{f.number(batch.marked)}</span> },
              { term: t.account.spoilt, answer: <span className="num">{f.number(batch.cancelled)}</span> },
            ]}
          />
        </>
      )}
      <div className="btns">
        {may.handOut && !account ? (
          <ButtonLink href={`${address}/hand-out`} small>
            {t.batch.handOut}
          </ButtonLink>
        ) : null}
        {may.account && !sealed ? (
          <ButtonLink href={`${address}/account`} look="line" small>
            {account ? t.accountForm.again : t.accountForm.write}
          </ButtonLink>
        ) : null}
      </div>
    </Section>
  );
}

const keyingDone = ({ account, passes, undecided }: BatchInView): boolean => account?.returned === 0 || (passes.length === 2 && passes.every(({ done }) => done) && undecided.length === 0);

function Keying({ locale, address, batch, personId, may }: BatchPageProps) {
  const t = messages(locale).paper.batch;
  const f = format(locale);
  const own = batch.passes.find(({ officerId }) => officerId === personId);
  const both = batch.passes.length === 2;
  // While somebody keys, how well the two agree would tell one what the other saw.
  const shows = keyingDone(batch) || (both && batch.passes.every(({ done }) => done));
  const offer = () => {
    if (batch.stage === "sealed" || !may.key) return null;
    if (!batch.account) return <p className="muted">{t.waitAccount}</p>;
    if (batch.account.returned === 0) return <p className="muted">{t.nothingToKey}</p>;
    if (own?.done) return <p className="muted">{t.ownDone}</p>;
    if (own) return <ButtonLink href={`${address}/key`}>{t.goOn}</ButtonLink>;
    if (both) return null;
    return (
      <Form hidden={{ act: "take" }}>
        <Button>{t.take}</Button>
      </Form>
    );
  };
  return (
    <Section id="keying" title={t.keyingTitle} surface="card">
      <p>{t.keyingLead}</p>
      <SummaryList
        rows={[
          ...ENTRY_PASSES.map((pass) => {
            const taken = batch.passes.find((each) => each.pass === pass);
            return { term: t.pass[pass], answer: taken ? `${t.passOf[pass]({ who: taken.officer, keyed: f.number(taken.keyed) })}${taken.done ? `, ${t.done}` : ""}` : t.free };
          }),
          ...(shows && batch.account?.returned !== 0
            ? [
                { term: t.matched, answer: <span className="num">{f.number(batch.matched)}</span> },
                { term: t.mismatched, answer: <span className="num">{f.number(batch.undecided.length + batch.decided)}</span> },
              ]
            : []),
        ]}
      />
      {offer()}
    </Section>
  );
}

function Decisions({ locale, address, batch, personId, may }: BatchPageProps) {
  const t = messages(locale).paper.batch;
  const keyed = batch.passes.some(({ officerId }) => officerId === personId);
  const visible = batch.undecided.length > 0 && (!keyed || batch.passes.every(({ done }) => done));
  if (!visible) return null;
  return (
    <Section id="decide" title={t.decideTitle} surface="card">
      {keyed || !may.decide ? (
        <p>{keyed ? t.notYou : null}</p>
      ) : (
        <ul className="plain stack-s">
          {batch.undecided.map((number) => {
            const paper = shownPaperNumber({ place: batch.place.letters, number });
            return (
              <li key={number}>
                <a href={`${address}/decide/${paper}`}>{t.decide({ paper })}</a>
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}

function SignOff({ locale, batch, personId, pollClosed, may, form }: BatchPageProps) {
  const t = messages(locale).paper;
  const f = format(locale);
  const { account, stage } = batch;
  if (stage === "sealed")
    return (
      <Section id="sign" title={t.batch.signTitle} surface="card">
        <p>
          {batch.sealedAt ? t.batch.sealed({ when: f.dateAndTime(batch.sealedAt) }) : null} {t.batch.names({ first: batch.signedBy, second: batch.countersignedBy })}
        </p>
        {batch.reason === "" ? null : <p>{t.batch.reasonGiven({ reason: batch.reason })}</p>}
        <DataTable
          caption={t.account.accepted}
          captionLook="hidden"
          rows={[
            { name: t.account.accepted, count: batch.accepted ?? 0 },
            { name: t.account.rejected, count: batch.rejected ?? 0 },
            { name: t.account.blank, count: batch.blank ?? 0 },
          ]}
          rowKey={({ name }) => name}
          columns={[
            { key: "name", header: t.statement.figure, cell: ({ name }) => name },
            { key: "count", header: t.account.returned, numeric: true, cell: ({ count }) => f.number(count) },
          ]}
        />
      </Section>
    );
  if (!account || (!may.sign && !may.countersign)) return null;
  const ready = stage === "to-sign" || stage === "to-countersign";
  return (
    <Section id="sign" title={t.batch.signTitle} surface="card">
      {!pollClosed ? (
        <p>{t.batch.waitClose}</p>
      ) : !ready ? (
        <p>{t.batch.notReady}</p>
      ) : stage === "to-countersign" ? (
        <>
          <p>{t.batch.awaits({ who: batch.signedBy })}</p>
          <p>{t.batch.reasonGiven({ reason: batch.reason })}</p>
          {batch.signedById === personId || !may.countersign ? (
            <p className="muted">{t.batch.yourOwn}</p>
          ) : (
            <Form hidden={{ act: "countersign" }}>
              <Button>{t.batch.countersign}</Button>
            </Form>
          )}
        </>
      ) : may.sign ? (
        <Form hidden={{ act: "sign" }} className="stack">
          <p>{t.batch.signLead}</p>
          {balances(account) ? null : (
            <TextAreaField name="reason" label={t.batch.reason} hint={t.batch.reasonHint} rows={3} maxLength={500} value={typed(form, "reason")} error={fieldError(locale, form, "reason", t.faults)} />
          )}
          <div>
            <Button>{balances(account) ? t.batch.sign : t.batch.signReason}</Button>
          </div>
        </Form>
      ) : null}
    </Section>
  );
}

const EDITIONS = ["standard", "large", "easy"] as const;
const LANGUAGES = ["both", "en", "cy"] as const;

function Printing({ locale, address, batch }: BatchPageProps) {
  const t = messages(locale).paper.batch;
  return (
    <Section id="printing" title={t.printTitle} surface="card">
      <p>{t.printLead}</p>
      <DataTable
        caption={t.printTitle}
        captionLook="hidden"
        stack
        rows={EDITIONS}
        rowKey={(edition) => edition}
        columns={[
          { key: "edition", header: t.edition, cell: (edition) => t.editions[edition] },
          ...LANGUAGES.map((language) => ({
            key: language,
            header: t.languages[language],
            cell: (edition: (typeof EDITIONS)[number]) => {
              const about = `${t.editions[edition]}, ${t.languages[language]}, ${batch.code}`;
              const href = `${address}/papers?edition=${edition}&language=${language}`;
              return (
                <>
                  <a href={href}>
                    {t.pdf}
                    <span className="vh"> {about}</span>
                  </a>{" "}
                  <a href={`${href}&as=page`}>
                    {t.page}
                    <span className="vh"> {about}</span>
                  </a>
                </>
              );
            },
          })),
        ]}
      />
    </Section>
  );
}
