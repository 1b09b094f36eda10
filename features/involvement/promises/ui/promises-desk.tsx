import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { promisesOf } from "#domain/elections/statement.ts";
import { PROMISE_TOLD } from "#domain/involvement/promise.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { Button } from "#components/forms/button.tsx";
import { Checkboxes } from "#components/forms/choices.tsx";
import { Form } from "#components/forms/form.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Details } from "#components/layout/details.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { BothLines, BothParagraphs, Choose, DateBoxes, dateBoxes, FormFrame, labelsOfFaults, Money, poundsBox, Select, type FormKit } from "#features/councils/ui/form-kit.tsx";
import type { Elected } from "#features/elections/results/queries.ts";
import type { MayorsBudget, OfferInView, PersonWithPromises, PromiseInView } from "#features/involvement/promises/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { electedInWords, PROMISE_TAGS } from "./promise-words.ts";

export interface MakeBudgetProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  readonly form: RefusedForm;
  readonly once: string;
  readonly back: string;
  readonly today: string;
  readonly usualPence: number;
  readonly year: string;
  readonly contests: number;
  readonly elected: readonly Elected[];
  readonly keyOf: (nominationId: string, number: number) => string;
}

/** Before there is a budget: its name, its money, its first day, and which promises begin as proposals. */
export function MakeBudget({ locale, welsh, form, once, back, today, usualPence, year, contests, elected, keyOf }: MakeBudgetProps) {
  const t = messages(locale).promises;
  const both = { en: messages("en").promises.make.usualTitle({ year }), cy: messages("cy").promises.make.usualTitle({ year }) };
  const kit: FormKit = {
    locale,
    welsh,
    form,
    stands: { titleEn: both.en, titleCy: both.cy, amountPence: poundsBox(usualPence), ...dateBoxes("startsOn", today) },
    labels: { title: t.make.title, amountPence: t.make.amount, startsOn: t.make.startsOn },
    faultWords: t.faults,
  };
  const sent = form.values["act"] !== undefined || form.faults.length > 0;
  const chosen = form.values["proposals"] ?? [];
  return (
    <FormFrame kit={kit} title={t.make.heading} lead={t.make.lead} hidden={{ act: "make", once: typed(form, "once", once) }} button={t.make.button} back={{ href: back, text: t.back }}>
      <BothLines kit={kit} name="title" />
      <Money kit={kit} name="amountPence" hint={t.make.amountHint} />
      <DateBoxes kit={kit} name="startsOn" hint={t.make.startsOnHint} />
      <Section id="promises" title={t.make.promises}>
        <div className="stack">
          <p>{t.make.promisesLead}</p>
          {elected.map((person, at) => {
            const words = electedInWords(locale, person, contests);
            const text = textIn(person.promises, locale);
            const choices = promisesOf(text.text).map((line, index) => ({ value: keyOf(person.nominationId, index + 1), text: line, ...(text.lang === locale ? {} : { lang: text.lang }) }));
            const title = words.office === "" ? words.title : `${words.title}, ${words.office}`;
            if (choices.length === 0)
              return (
                <div key={person.nominationId}>
                  <h3>{title}</h3>
                  <p className="muted">{person.name === null ? t.make.takenDown : t.make.noneOf}</p>
                </div>
              );
            return <Checkboxes key={person.nominationId} name="proposals" id={`proposals-${String(at + 1)}`} legend={title} choices={choices} values={sent ? chosen : choices.map(({ value }) => value)} />;
          })}
        </div>
      </Section>
    </FormFrame>
  );
}

export interface PromisesDeskProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  readonly form: RefusedForm;
  /** What was just done, in words. */
  readonly done: string | null;
  readonly once: string;
  readonly publicAddress: string;
  /** Above the pages on which it is told what became of a promise. */
  readonly tellAddress: string;
  /** The budget vote in the workspace. */
  readonly budgetAddress: string;
  readonly budget: MayorsBudget;
  readonly contests: number;
  readonly people: readonly PersonWithPromises[];
  /** Sent by those elected and not yet decided. */
  readonly offers: readonly OfferInView[];
  readonly may: boolean;
}

/** The promises of those elected for the officers who follow them: which are proposals, what became of the others. */
export function PromisesDesk(props: PromisesDeskProps) {
  const { locale, welsh, form, done, once, publicAddress, budgetAddress, budget, contests, people, may } = props;
  const t = messages(locale).promises;
  const writing = typed(form, "act") === "write";
  const kit: FormKit = { locale, welsh, form: writing ? form : { values: {}, faults: [] }, stands: {}, labels: { nominationId: t.desk.who, text: t.desk.text }, faultWords: t.faults };
  return (
    <div className="stack-xl">
      <div className="stack">
        <FormFaults locale={locale} form={form} own={t.faults} labels={labelsOfFaults(kit)} />
        {done === null ? null : <Notice kind="good" answers title={done} />}
        <PageHead title={t.desk.title} lead={t.desk.lead} />
        <ul>
          <li>
            <a href={budgetAddress}>{textIn(budget.title, locale).text}</a>
          </li>
          <li>
            <a href={publicAddress}>{t.desk.see}</a>
          </li>
        </ul>
      </div>
      {may && props.offers.length > 0 ? <Offers {...props} /> : null}
      {people.map((person) => {
        const words = electedInWords(locale, person, contests);
        const statement = textIn(person.statement, locale);
        return (
          <Section key={person.nominationId} id={`elected-${person.nominationId}`} title={words.title}>
            <div className="stack">
              {words.office === "" ? null : <p className="muted">{words.office}</p>}
              {statement.text === "" ? null : (
                <Details summary={t.desk.statement}>
                  <div lang={statement.lang === locale ? undefined : statement.lang}>
                    {statement.text.split(/\n+/).map((line, at) => (
                      <p key={at}>{line}</p>
                    ))}
                  </div>
                </Details>
              )}
              {person.made.length === 0 ? <p>{t.page.none}</p> : null}
              {person.made.map((promise) => (
                <OnePromise key={promise.id} {...props} promise={promise} />
              ))}
            </div>
          </Section>
        );
      })}
      {may && people.length > 0 ? (
        <Section id="write" title={t.desk.write} surface="tint">
          <Form className="stack" hidden={{ act: "write", once: writing ? typed(form, "once", once) : once }}>
            <p>{t.desk.writeLead}</p>
            <Select kit={kit} name="nominationId" options={people.map((person) => ({ value: person.nominationId, text: electedInWords(locale, person, contests).title }))} />
            <BothLines kit={kit} name="text" />
            <Button look="line">{t.desk.writeButton}</Button>
          </Form>
        </Section>
      ) : null}
    </div>
  );
}

/** What those elected added of their own, each with its two answers. */
function Offers({ locale, form, people, contests, offers }: PromisesDeskProps) {
  const t = messages(locale).promises;
  return (
    <Section id="offers" title={t.offers.title} surface="tint">
      <div className="stack">
        <p>{t.offers.lead}</p>
        {offers.map(({ id, nominationId, text, offeredAt }) => {
          const said = textIn(text, locale);
          const person = people.find((each) => each.nominationId === nominationId);
          const reason = `reason-${id}`;
          return (
            <article key={id} className="card stack-s">
              <h3 lang={said.lang === locale ? undefined : said.lang}>{said.text}</h3>
              <p className="small muted">{t.offers.from({ who: person ? electedInWords(locale, person, contests).title : "", when: format(locale).date(offeredAt) })}</p>
              <Form hidden={{ act: "offer", offerId: id, answer: "take" }}>
                <Button look="line" small>
                  {t.offers.take} <span className="vh">: {said.text}</span>
                </Button>
              </Form>
              <Details summary={t.offers.decline} open={fieldError(locale, form, reason, t.faults) !== undefined}>
                <Form className="stack-s" hidden={{ act: "offer", offerId: id, answer: "decline" }}>
                  <TextField name={reason} id={reason} label={t.offers.reason} value={typed(form, reason)} error={fieldError(locale, form, reason, t.faults)} />
                  <Button look="line" small>
                    {t.offers.decline}
                  </Button>
                </Form>
              </Details>
            </article>
          );
        })}
      </div>
    </Section>
  );
}

/** The language a promise lacks, for an officer to add; nothing where it has both. */
function Translate({ locale, welsh, form, promise }: PromisesDeskProps & { readonly promise: PromiseInView }) {
  const t = messages(locale).promises;
  const missing = promise.text.cy === "" ? "cy" : promise.text.en === "" ? "en" : null;
  if (missing === null || (missing === "cy" && !welsh)) return null;
  const name = `translation-${promise.id}`;
  const error = fieldError(locale, form, name, t.faults);
  return (
    <Details summary={t.translate.open[missing]} open={error !== undefined}>
      <Form className="stack-s" hidden={{ act: "translate", promiseId: promise.id }}>
        <TextField name={name} id={name} label={t.translate.field[missing]} hint={t.translate.hint} lang={missing} value={typed(form, name)} error={error} />
        <Button look="line" small>
          {t.translate.button}
        </Button>
      </Form>
    </Details>
  );
}

function OnePromise(props: PromisesDeskProps & { readonly promise: PromiseInView }) {
  const { locale, promise, may, tellAddress } = props;
  const t = messages(locale).promises;
  const text = textIn(promise.text, locale);
  return (
    <article className="card stack-s" id={`promise-${promise.id}`}>
      <p>
        <Tag kind={PROMISE_TAGS[promise.standing]}>{t.standings[promise.standing]}</Tag>
      </p>
      <h3 lang={text.lang === locale ? undefined : text.lang}>{text.text}</h3>
      {promise.proposal !== null ? (
        <p>{t.desk.isProposal({ number: promise.proposal.number })}</p>
      ) : may ? (
        <>
          {promise.told === null ? (
            <Form hidden={{ act: "propose", promiseId: promise.id }}>
              <Button look="line" small>
                {t.desk.propose} <span className="vh">{text.text}</span>
              </Button>
            </Form>
          ) : null}
          <p>
            <a href={`${tellAddress}/${promise.id}`}>
              {promise.told === null ? t.desk.tell : t.desk.tellAgain}<span className="vh">: {text.text}</span>
            </a>
          </p>
        </>
      ) : null}
      {may ? <Translate {...props} /> : null}
    </article>
  );
}

export interface TellPromiseProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  readonly form: RefusedForm;
  readonly back: string;
  readonly promise: PromiseInView;
}

/** What became of a promise that no money was needed for. */
export function TellPromiseForm({ locale, welsh, form, back, promise }: TellPromiseProps) {
  const t = messages(locale).promises;
  const kit: FormKit = {
    locale,
    welsh,
    form,
    stands: { told: promise.told === null ? "" : promise.standing, wordsEn: promise.told?.words.en ?? "", wordsCy: promise.told?.words.cy ?? "" },
    labels: { told: t.desk.told, words: t.desk.words },
    faultWords: t.faults,
  };
  return (
    <FormFrame kit={kit} title={t.desk.tell} lead={textIn(promise.text, locale).text} hidden={{ promiseId: promise.id }} button={t.desk.tellButton} back={{ href: back, text: t.desk.title }}>
      <Choose kit={kit} name="told" choices={PROMISE_TOLD.map((told) => ({ value: told, text: t.standings[told] }))} />
      <BothParagraphs kit={kit} name="words" hint={t.desk.wordsHint} />
    </FormFrame>
  );
}
