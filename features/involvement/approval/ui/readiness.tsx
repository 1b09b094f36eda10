import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import type { RefusedForm } from "#domain/basics/fault.ts";
import { typed } from "#domain/basics/fault.ts";
import { questionsOf } from "#domain/consultations/survey.ts";
import { readingScore } from "#domain/involvement/plain-english.ts";
import { judgeTime, type ItemVerdict, type Readiness, type ReadinessItem } from "#domain/involvement/readiness.ts";
import { ReadinessList } from "#components/feedback/readiness-list.tsx";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { EngagementForOfficers, Signature } from "#features/involvement/drafting/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

const STATES = { done: "done", attention: "attention", "not-yet": "notYet" } as const;

interface ReadinessPageProps {
  readonly locale: Locale;
  readonly vote: EngagementForOfficers;
  readonly readiness: Readiness;
  readonly home: string;
}

/** Every check with its evidence and name, and how easy the texts are to read. */
export function ReadinessPage({ locale, vote, readiness, home }: ReadinessPageProps) {
  const t = messages(locale).workspace.readiness;
  return (
    <>
      <p className="lead">{t.lead}</p>
      <ReadinessChecks locale={locale} vote={vote} readiness={readiness} home={home} />
      <PlainEnglish locale={locale} vote={vote} />
    </>
  );
}

/** The list of checks by itself. */
export function ReadinessChecks({ locale, vote, readiness, home }: ReadinessPageProps) {
  const t = messages(locale).workspace.readiness;
  const signature = (item: ReadinessItem) => vote.signatures.find((each) => each.item === item);
  return (
    <ReadinessList
      words={t.words}
      about={t.about}
      items={readiness.items.map((verdict) => ({
        state: STATES[verdict.state],
        title: t.items[verdict.item][0],
        link: linkOf(locale, home, verdict),
        note: noteOf(locale, verdict, signature(verdict.item), vote.askedByLaw),
      }))}
    />
  );
}

/** To the evidence; to where it is put right first where that must be done before signing. */
function linkOf(locale: Locale, home: string, { item, state, code }: ItemVerdict) {
  const t = messages(locale).workspace.readiness;
  if (code === "texts-missing") return { href: home, text: t.fix };
  if (code === "times-not-set") return { href: `${home}/times`, text: t.fix };
  return { href: `${home}/readiness/${item}`, text: state === "not-yet" ? t.sign : t.change };
}

function noteOf(locale: Locale, { code, params }: ItemVerdict, signature: Signature | undefined, askedByLaw: EngagementForOfficers["askedByLaw"]): string {
  const t = messages(locale).workspace.readiness;
  const days = Number(params?.["days"] ?? 0);
  const signed = signature ? { evidence: signature.evidence, name: signature.signedBy, date: format(locale).date(signature.signedAt) } : null;
  if (code === "texts-missing") return t.textsMissing;
  if (code === "times-not-set") return t.timesNotSet;
  if (code === "time-needs-reason") return t.timeNeedsReason({ days });
  if (code === "time-under-statute" && askedByLaw) {
    const short = messages(locale).duty.readiness.short({ days, minimum: Number(params?.["minimum"] ?? 0), statute: textIn(askedByLaw.statute, locale).text });
    return signed === null ? short : `${short} ${t.signedBy(signed)}`;
  }
  if (code === "equality-needs-reason") return t.equalityNeedsReason;
  if (signed === null) return t.notSigned;
  if (code === "equality-not-asked") return t.equalityNotAsked(signed);
  if (code === "time-short") return t.timeShort({ days, ...signed });
  if (code === "time-very-short") return t.timeVeryShort({ days, ...signed });
  return t.signedBy(signed);
}

function PlainEnglish({ locale, vote }: { readonly locale: Locale; readonly vote: EngagementForOfficers }) {
  const t = messages(locale).workspace.readiness;
  const { summary, decision, decidedBy, affected } = vote.texts;
  const projects = (vote.programme?.pots ?? []).flatMap((pot) => pot.projects.flatMap((project) => [project.summary.en, project.description.en]));
  const survey = vote.consultation?.draft;
  const questions = survey ? [survey.start.why.en, survey.start.use.en, ...questionsOf(survey).flatMap(({ text, hint }) => [text.en, hint.en])] : [];
  const score = readingScore([summary.en, decision.en, decidedBy.en, affected.en, ...projects, ...questions].join("\n"));
  return (
    <Section id="plain" title={t.plainTitle} surface="card" className="stack-s">
      <p className="small muted">{t.plainLead}</p>
      {score === null ? (
        <p>{t.plainNone}</p>
      ) : (
        <>
          <p>
            {t.plainAge({ age: score.age })} {score.age > 11 ? t.plainHard : null}
          </p>
          {score.longSentences.length > 0 ? (
            <>
              <h3>{t.plainLong}</h3>
              <ul lang="en">
                {score.longSentences.slice(0, 5).map((sentence) => (
                  <li key={sentence}>{sentence}…</li>
                ))}
              </ul>
            </>
          ) : null}
        </>
      )}
    </Section>
  );
}

interface SignPageProps {
  readonly locale: Locale;
  readonly vote: EngagementForOfficers;
  readonly item: ReadinessItem;
  readonly form: RefusedForm;
  readonly home: string;
  /** Whose name will stand under it; null where it cannot be signed now. */
  readonly signer: string | null;
}

/** One check: what it asks, and where the evidence is written. */
export function SignPage({ locale, vote, item, form, home, signer }: SignPageProps) {
  const t = messages(locale).workspace.readiness;
  const [title, question] = t.items[item];
  const signature = vote.signatures.find((each) => each.item === item);
  const hurried = item === "adequate-time" && judgeTime(vote.opensAt, vote.closesAt).given === "very-short";
  return (
    <div className="stack-l">
      <FormFaults locale={locale} form={form} own={{}} />
      <PageHead kicker={textIn(vote.texts.title, locale).text} title={title} lead={question} />
      {signature ? <p>{t.signedBy({ evidence: signature.evidence, name: signature.signedBy, date: format(locale).date(signature.signedAt) })}</p> : null}
      {signer === null ? (
        <p className="muted">{t.readOnly}</p>
      ) : (
        <Form>
          <TextAreaField
            name="evidence"
            label={hurried ? t.reason : t.evidence}
            hint={hurried ? t.reasonHint : t.evidenceHint}
            rows={4}
            value={typed(form, "evidence", signature?.evidence ?? "")}
            error={fieldError(locale, form, "evidence", {})}
          />
          <ButtonRow>
            <Button>{t.signAs({ name: signer })}</Button>
            <a href={`${home}/readiness`}>{t.title}</a>
          </ButtonRow>
        </Form>
      )}
      {signer === null ? (
        <p>
          <a href={`${home}/readiness`}>{t.title}</a>
        </p>
      ) : null}
    </div>
  );
}
