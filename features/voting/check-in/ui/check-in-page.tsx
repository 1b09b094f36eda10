import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { CHECK_IN_OUTCOMES, DOCUMENTS_SEEN } from "#domain/voting/check-in/document-seen.ts";
import { shownVotingCode } from "#domain/voting/access-codes/voting-code.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Message } from "#components/feedback/message.tsx";
import { Button, ButtonLink } from "#components/forms/button.tsx";
import { Radios } from "#components/forms/choices.tsx";
import { DateField } from "#components/forms/date-field.tsx";
import { Form } from "#components/forms/form.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { Qr, type Squares } from "#features/voting/access-codes/ui/print-page.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import type { CheckInRefusal, HandedOver } from "../check-in-voter.ts";
import type { CheckInPlace, RollPerson } from "../queries.ts";

export interface CheckInPageProps {
  readonly locale: Locale;
  /** The vote's title. */
  readonly vote: string;
  /** The page's own address. */
  readonly home: string;
  readonly places: readonly CheckInPlace[];
  readonly place: CheckInPlace | null;
  /** Whether the rules of the vote name a roll. */
  readonly hasRoll: boolean;
  /** Whether the form for somebody on no roll is asked for. */
  readonly asPerson: boolean;
  readonly wanted: string;
  /** Found on the roll; null where nothing was looked for. */
  readonly found: readonly RollPerson[] | null;
  readonly mayHandPapers: boolean;
  readonly once: string;
  readonly form: RefusedForm;
}

/** Where an officer looks somebody up, or records them, and hands over a code or a paper. */
export function CheckInPage(props: CheckInPageProps) {
  const { locale, vote, places, place, form } = props;
  const t = messages(locale).checkIn;
  return (
    <div className="narrow">
      <FormFaults locale={locale} form={form} own={t.faults} />
      <PageHead kicker={vote} title={t.title} lead={t.lead} />
      {places.length === 0 ? (
        <EmptyState level={2} title={t.noPlaces}>
          {t.noPlacesMore}
        </EmptyState>
      ) : place === null ? (
        <Form method="get" className="stack">
          <SelectField name="place" label={t.place} options={places.map(({ id, name }) => ({ value: id, text: textIn(name, locale).text }))} />
          <div>
            <Button>{t.choosePlace}</Button>
          </div>
        </Form>
      ) : (
        <AtPlace {...props} place={place} />
      )}
    </div>
  );
}

function AtPlace(props: CheckInPageProps & { readonly place: CheckInPlace }) {
  const { locale, home, place, hasRoll, asPerson, wanted, found } = props;
  const t = messages(locale).checkIn;
  const here = `${home}?place=${place.id}`;
  return (
    <div className="stack-l">
      <p>
        <strong>
          {t.place}: {textIn(place.name, locale).text}
        </strong>
      </p>
      {hasRoll && !asPerson ? (
        <Form method="get" hidden={{ place: place.id }} className="stack">
          <TextField name="q" label={t.search} hint={t.searchHint} type="search" width="medium" value={wanted} spellCheck={false} />
          <div>
            <Button look={found === null ? "main" : "line"}>{t.searchButton}</Button>
          </div>
        </Form>
      ) : null}
      {!asPerson && found !== null && found.length === 0 ? <EmptyState title={t.noneFound}>{t.noneFoundMore}</EmptyState> : null}
      {!asPerson && found !== null && found.length > 0 ? <ElectorForm {...props} found={found} /> : null}
      {asPerson || !hasRoll ? <PersonForm {...props} /> : null}
      {hasRoll ? (
        <p>
          <a href={asPerson ? here : `${here}&who=person`}>{asPerson ? t.onRoll : t.notOnRoll}</a>
        </p>
      ) : null}
    </div>
  );
}

function ElectorForm(props: CheckInPageProps & { readonly place: CheckInPlace; readonly found: readonly RollPerson[] }) {
  const { locale, place, found, wanted, form, once } = props;
  const t = messages(locale).checkIn;
  return (
    <Form hidden={{ once: typed(form, "once", once), place: place.id, who: "elector", q: wanted }} className="stack">
      <Radios
        name="entry"
        legend={t.who}
        value={typed(form, "entry", found.length === 1 ? entryOf(found[0]) : "")}
        error={fieldError(locale, form, "entry", t.faults)}
        choices={found.map((person) => ({ value: entryOf(person), text: person.name, hint: t.entry({ name: "", address: [person.address, person.postcode, person.school].filter((part) => part !== "").join(", "), born: person.born }) }))}
      />
      <Outcome {...props} />
    </Form>
  );
}

const entryOf = (person: RollPerson | undefined): string => (person ? `${person.rollId}.${person.id}` : "");

function PersonForm(props: CheckInPageProps & { readonly place: CheckInPlace }) {
  const { locale, place, form, once } = props;
  const t = messages(locale).checkIn;
  const error = (field: string) => fieldError(locale, form, field, t.faults);
  return (
    <Form hidden={{ once: typed(form, "once", once), place: place.id, who: "person" }} className="stack">
      <h2>{t.personTitle}</h2>
      <p>{t.personLead}</p>
      <TextField name="name" label={t.name} width="medium" autoComplete="off" spellCheck={false} value={typed(form, "name")} error={error("name")} />
      <DateField name="born" legend={t.born} hint={t.bornHint} labels={t.labels} values={{ day: typed(form, "born-day"), month: typed(form, "born-month"), year: typed(form, "born-year") }} error={error("born")} />
      <TextField name="postcode" label={t.postcode} width="short" autoComplete="off" spellCheck={false} value={typed(form, "postcode")} error={error("postcode")} />
      <TextField name="email" label={t.email} hint={t.emailHint} type="email" width="medium" autoComplete="off" spellCheck={false} value={typed(form, "email")} error={error("email")} />
      <Outcome {...props} />
    </Form>
  );
}

function Outcome({ locale, form, mayHandPapers }: CheckInPageProps) {
  const t = messages(locale).checkIn;
  return (
    <>
      <Radios
        name="document"
        legend={t.document}
        hint={t.documentHint}
        compact
        value={typed(form, "document")}
        error={fieldError(locale, form, "document", t.faults)}
        choices={DOCUMENTS_SEEN.map((document) => ({ value: document, text: t.documents[document] }))}
      />
      <Radios
        name="outcome"
        legend={t.outcome}
        hint={mayHandPapers ? undefined : t.paperOnlyPresiding}
        compact
        value={typed(form, "outcome", "online")}
        error={fieldError(locale, form, "outcome", t.faults)}
        choices={CHECK_IN_OUTCOMES.filter((outcome) => outcome === "online" || mayHandPapers).map((outcome) => ({ value: outcome, text: t.outcomes[outcome] }))}
      />
      <div>
        <Button>{t.submit}</Button>
      </div>
    </>
  );
}

export interface HandedOverProps {
  readonly locale: Locale;
  readonly handed: HandedOver;
  /** Names of the vote's ballots by poll. */
  readonly ballots: ReadonlyMap<string, string>;
  /** Where the code is typed, without what every browser adds, and its QR code. */
  readonly address: string;
  readonly squares: Squares | null;
  /** To the next person. */
  readonly next: string;
}

/** What the officer hands over now: a code that is shown this once, or which pad to take a paper from. */
export function HandedOverPage({ locale, handed, ballots, address, squares, next }: HandedOverProps) {
  const t = messages(locale).checkIn;
  const name = (pollId: string) => ballots.get(pollId) ?? "";
  if (handed.kind === "paper")
    return (
      <div className="narrow stack-l">
        <PageHead title={t.paper.title} lead={t.paper.lead} />
        <ul>
          {handed.papers.map(({ pollId, batch }) => (
            <li key={pollId}>{t.paper.pad({ ballot: name(pollId), batch })}</li>
          ))}
        </ul>
        <p>
          <ButtonLink href={next}>{t.next}</ButtonLink>
        </p>
      </div>
    );
  return (
    <div className="narrow stack-l">
      <PageHead title={t.code.title} lead={t.code.lead} />
      <p className="letter__code">
        <span className="mono">{shownVotingCode(handed.code)}</span>
      </p>
      {squares ? <Qr label={t.code.qr} squares={squares} /> : null}
      <p>
        {t.code.address}: <strong className="letter__address">{address}</strong>
      </p>
      <p>{t.code.ballots({ ballots: handed.pollIds.map(name).join(", ") })}</p>
      <p>{t.code.until({ time: format(locale).time(handed.expiresAt) })}</p>
      <p>
        <ButtonLink href={next}>{t.next}</ButtonLink>
      </p>
    </div>
  );
}

/** Why nothing is handed over. */
export function CheckInRefused({ locale, refusal, next }: { readonly locale: Locale; readonly refusal: CheckInRefusal; readonly next: string }) {
  const t = messages(locale).checkIn.refused;
  return (
    <div className="narrow">
      <Message kind="warn" icon="warning" title={t[refusal.code]} actions={<ButtonLink href={next}>{t.again}</ButtonLink>}>
        {t[`${refusal.code}More`]}
      </Message>
    </div>
  );
}
