import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { CHECK_STATES, CHECKS, GRADES, isLateReview } from "#domain/budgeting/feasibility.ts";
import type { ReactNode } from "react";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { Button, ButtonRow, LinkButton } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { Details } from "#components/layout/details.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { ReviewInView } from "#features/budgeting/feasibility/queries.ts";
import { BothLines, BothParagraphs, Choose, DateBoxes, FormFrame, Line, Money, Paragraphs, poundsBox, seenToSend, Select, Whole, type FormKit } from "#features/councils/ui/form-kit.tsx";
import { EMPTY_FORM } from "#domain/basics/fault.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { StandingTag } from "./review-tags.tsx";

/** The forms of one proposal; the one that was refused is shown again with what was typed. */
export const REVIEW_FORMS = ["findings", "decide", "assign", "note", "exclude"] as const;
export type ReviewForm = (typeof REVIEW_FORMS)[number];

export interface ReviewPageProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  readonly review: ReviewInView;
  readonly refused: { readonly which: ReviewForm; readonly form: RefusedForm } | null;
  readonly reviewers: readonly { readonly id: string; readonly name: string }[];
  readonly may: { readonly write: boolean; readonly decide: boolean; readonly assign: boolean };
  readonly home: string;
  readonly saved: boolean;
  readonly today: string;
  readonly once: string;
}

/** One proposal: what its author wants, what services found, what it costs, and the decision. */
export function ReviewPage(props: ReviewPageProps) {
  const { locale, welsh, review, refused, home, saved } = props;
  const { feasibility } = messages(locale);
  const t = feasibility.one;
  const f = format(locale);
  const form = refused?.which === "findings" ? withoutWaiting(refused.form) : EMPTY_FORM;
  const name = textIn(review.title, locale).text;
  const versionOf = (grade: (typeof GRADES)[number]) => review.versions.find((version) => version.grade === grade);
  const stands = {
    ...Object.fromEntries(CHECKS.flatMap((check) => [[`${check}-state`, review.checks[check].state], [`${check}-words`, review.checks[check].words]])),
    ...Object.fromEntries(
      GRADES.flatMap((grade) => [
        [`what-${grade}En`, versionOf(grade)?.what.en ?? ""],
        [`what-${grade}Cy`, versionOf(grade)?.what.cy ?? ""],
        [`cost-${grade}`, poundsBox(versionOf(grade)?.costPence ?? null)],
        [`running-${grade}`, poundsBox(versionOf(grade)?.runningPence ?? null)],
      ]),
    ),
    lowPence: poundsBox(review.lowPence),
    highPence: review.highPence === review.lowPence ? "" : poundsBox(review.highPence),
    runningPence: poundsBox(review.runningPence),
    costNoteEn: review.costNote.en,
    costNoteCy: review.costNote.cy,
  };
  const labels = {
    ...Object.fromEntries(CHECKS.flatMap((check) => [[`${check}-state`, t.state({ check: feasibility.checks[check] })], [`${check}-words`, t.words({ check: feasibility.checks[check] })]])),
    ...Object.fromEntries(
      GRADES.flatMap((grade) => [
        [`what-${grade}`, t.what({ grade: t.grades[grade] })],
        [`cost-${grade}`, t.cost({ grade: t.grades[grade] })],
        [`running-${grade}`, t.runningOf({ grade: t.grades[grade] })],
      ]),
    ),
    lowPence: t.low,
    highPence: t.high,
    runningPence: t.running,
    costNote: t.costNote,
  };
  const choices = Object.fromEntries(CHECKS.map((check) => [`${check}-state`, feasibility.states]));
  const kit: FormKit = { locale, welsh, form, stands, labels, choices, faultWords: { ...messages(locale).drafting.faults, ...feasibility.faults, "changed-meanwhile": messages(locale).drafting.faults["changed-meanwhile"] } };
  const others = <OtherForms {...props} />;
  const about = (
    <>
      {saved ? (
        <Notice kind="good" title={t.saved} answers>
          {t.savedMore}
        </Notice>
      ) : null}
      <p className="row small">
        {[...(props.may.write ? [["findings", t.findings] as const] : []), ["decide", t.decide] as const, ["services", t.services] as const, ["exclusions", t.exclusions] as const, ["notes", t.notes] as const].map(([id, text]) => (
          <a key={id} href={`#${id}`}>
            {text}
          </a>
        ))}
      </p>
      <p className="row">
        <StandingTag locale={locale} standing={review.standing} />
        <span className="muted">{[review.author === "" ? "" : t.by({ author: review.author }), review.place === "" ? "" : t.where({ place: review.place }), t.supports({ count: review.supports, shown: f.number(review.supports) })].filter((part) => part !== "").join(" · ")}</span>
      </p>
      <Section id="idea" title={t.idea} surface="card" prose>
        {textIn(review.text, locale)
          .text.split(/\n+/)
          .map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        {review.askedPence === null ? null : <p>{t.askedFor({ amount: f.money(review.askedPence) })}</p>}
      </Section>
    </>
  );
  const otherFaults = refused === null || refused.which === "findings" ? null : <FormFaults locale={locale} form={refused.form} own={{ ...messages(locale).drafting.faults, ...feasibility.faults }} labels={otherLabels(props)} />;
  if (!props.may.write)
    return (
      <div className="stack-l">
        {otherFaults}
        <h1>{name}</h1>
        {about}
        {others}
        <a href={`${home}/proposals`}>{t.back}</a>
      </div>
    );
  return (
    <div className="stack-l">
      {otherFaults}
    <FormFrame
      kit={kit}
      title={name}
      lead={t.number({ number: review.number })}
      hidden={{ form: "findings", seen: seenToSend(form, String(review.version)) }}
      button={t.save}
      beside={{ name: "next", value: "yes", text: t.saveNext }}
      back={{ href: `${home}/proposals`, text: t.back }}
      after={others}
    >
      {about}
      <h2 id="findings">{t.findings}</h2>
      <p className="muted">{t.findingsLead}</p>
      {review.changedBy === null ? null : <p className="small muted">{t.lastBy({ name: review.changedBy })}</p>}
      {CHECKS.map((check) => (
        <div key={check} className="card">
        <fieldset className="stack">
          <legend className="label">{feasibility.checks[check]}</legend>
          <p className="small muted">{feasibility.checkHints[check]}</p>
          <div className="grid g2">
            <div>
              <Select kit={kit} name={`${check}-state`} options={CHECK_STATES.map((state) => ({ value: state, text: feasibility.states[state] }))} />
            </div>
            <div>
              <Line kit={kit} name={`${check}-words`} />
            </div>
          </div>
        </fieldset>
        </div>
      ))}
      <div className="grid g2">
        <div>
          <Money kit={kit} name="lowPence" hint={t.lowHint} />
        </div>
        <div>
          <Money kit={kit} name="highPence" hint={t.highHint} />
        </div>
        <div>
          <Money kit={kit} name="runningPence" hint={t.runningHint} />
        </div>
      </div>
      <BothParagraphs kit={kit} name="costNote" hint={t.costNoteHint} rows={2} />
      <Details summary={t.versions} open={review.versions.length > 0 || GRADES.some((grade) => form.faults.some(({ field }) => field.endsWith(grade)) || typed(form, `cost-${grade}`) !== "")}>
        <div className="stack">
          <p className="muted">{t.versionsLead}</p>
          {GRADES.map((grade) => (
            <div key={grade} className="card">
              <fieldset className="stack">
                <legend className="label">{t.grades[grade]}</legend>
                <BothLines kit={kit} name={`what-${grade}`} />
                <div className="grid g2">
                  <div>
                    <Money kit={kit} name={`cost-${grade}`} />
                  </div>
                  <div>
                    <Money kit={kit} name={`running-${grade}`} />
                  </div>
                </div>
              </fieldset>
            </div>
          ))}
        </div>
      </Details>
    </FormFrame>
    </div>
  );
}

/** A check that was left waiting says nothing: where somebody else has written meanwhile, theirs is shown. */
function withoutWaiting(form: RefusedForm): RefusedForm {
  if (!form.faults.some(({ code }) => code === "changed-meanwhile")) return form;
  return { ...form, values: Object.fromEntries(Object.entries(form.values).filter(([name, all]) => !name.endsWith("-state") || all.at(-1) !== "waiting")) };
}

/** Decision, services, exclusions and notes: each a form of its own, under the findings. */
function OtherForms(props: ReviewPageProps) {
  return (
    <>
      <Decide {...props} />
      <Services {...props} />
      <Exclusions {...props} />
      <Notes {...props} />
    </>
  );
}

/** What the fields of the other forms are called, for the summary of what is wrong. */
function otherLabels({ locale, welsh }: ReviewPageProps): Readonly<Record<string, string>> {
  const { feasibility, drafting } = messages(locale);
  const t = feasibility.one;
  const inBoth = (name: string, label: string) => ({ [`${name}En`]: welsh ? drafting.english({ label }) : label, [`${name}Cy`]: drafting.welsh({ label }) });
  return { service: t.service, reviewerId: t.reviewer, dueOn: t.due, other: t.other, text: t.note, ...inBoth("reason", t.reason), ...inBoth("why", t.why) };
}

const formOf = ({ refused }: ReviewPageProps, which: ReviewForm): RefusedForm => (refused?.which === which ? refused.form : EMPTY_FORM);

const kitOf = (props: ReviewPageProps, which: ReviewForm, labels: Readonly<Record<string, string>>, stands: Readonly<Record<string, string>> = {}): FormKit => ({
  locale: props.locale,
  welsh: props.welsh,
  form: formOf(props, which),
  labels,
  stands,
  faultWords: messages(props.locale).feasibility.faults,
});

function Part({ id, title, children }: { readonly id: string; readonly title: string; readonly children: ReactNode }) {
  return (
    <Section id={id} title={title} surface="card" className="stack">
      {children}
    </Section>
  );
}

function Decide(props: ReviewPageProps) {
  const { locale, review, may } = props;
  const t = messages(locale).feasibility.one;
  const decided = review.standing === "feasible" || review.standing === "not-feasible";
  const kit = kitOf(props, "decide", { verdict: t.verdict, reason: t.reason }, { verdict: "feasible" });
  const reason = textIn(review.reason, locale).text;
  return (
    <Part id="decide" title={t.decide}>
      {decided ? <p>{t.decided({ words: messages(locale).feasibility.standings[review.standing] })}</p> : null}
      {decided && reason !== "" ? <p>{reason}</p> : null}
      {!may.decide ? (
        <p className="muted">{t.onlyOfficers}</p>
      ) : review.state === "on-ballot" ? null : (
        <Form hidden={{ form: "decide" }} className="stack">
          <Choose kit={kit} name="verdict" choices={(["feasible", "not-feasible", ...(decided ? (["reopen"] as const) : [])] as const).map((verdict) => ({ value: verdict, text: t.verdicts[verdict] }))} />
          <BothParagraphs kit={kit} name="reason" hint={t.reasonHint} rows={3} />
          <ButtonRow>
            <Button look="line">{t.decideButton}</Button>
          </ButtonRow>
        </Form>
      )}
    </Part>
  );
}

function Services(props: ReviewPageProps) {
  const { locale, review, reviewers, may, today } = props;
  const t = messages(locale).feasibility.one;
  const f = format(locale);
  const kit = kitOf(props, "assign", { service: t.service, reviewerId: t.reviewer, dueOn: t.due });
  const stateOf = (assignment: ReviewInView["assignments"][number]) =>
    assignment.doneAt !== null ? (
      <Tag kind="done">{t.doneOn({ date: f.date(assignment.doneAt) })}</Tag>
    ) : isLateReview(assignment, today) ? (
      <Tag kind="offTrack">{t.late({ date: f.date(assignment.dueOn ?? "") })}</Tag>
    ) : assignment.dueOn === null ? (
      "–"
    ) : (
      t.dueOn({ date: f.date(assignment.dueOn) })
    );
  return (
    <Part id="services" title={t.services}>
      {review.assignments.length === 0 ? (
        <p className="muted">{t.noServices}</p>
      ) : (
        <Form hidden={{ form: "done" }}>
          <DataTable
            caption={t.services}
            captionLook="hidden"
            stack
            rows={review.assignments}
            rowKey={({ id }) => id}
            columns={[
              { key: "service", header: t.service, cell: ({ service }) => service },
              { key: "who", header: t.reviewer, cell: ({ reviewer }) => reviewer || t.anybody },
              { key: "due", header: t.due, cell: stateOf },
              {
                key: "done",
                header: t.done,
                hideHeader: true,
                cell: ({ id, doneAt, service }) =>
                  doneAt === null && may.write ? (
                    <LinkButton name="done" value={id} about={service}>
                      {t.markDone}
                    </LinkButton>
                  ) : null,
              },
            ]}
          />
        </Form>
      )}
      {may.assign ? (
        <Form hidden={{ form: "assign" }} className="stack">
          <div className="grid g2">
            <div>
              <Line kit={kit} name="service" hint={t.serviceHint} />
            </div>
            <div>
              <Select kit={kit} name="reviewerId" options={[{ value: "", text: t.anybody }, ...reviewers.map(({ id, name }) => ({ value: id, text: name }))]} />
            </div>
          </div>
          <DateBoxes kit={kit} name="dueOn" hint={t.dueHint} />
          <ButtonRow>
            <Button look="line">{t.assign}</Button>
          </ButtonRow>
        </Form>
      ) : null}
    </Part>
  );
}

function Exclusions(props: ReviewPageProps) {
  const { locale, review, may, home } = props;
  const t = messages(locale).feasibility.one;
  const kit = kitOf(props, "exclude", { other: t.other, why: t.why });
  return (
    <Part id="exclusions" title={t.exclusions}>
      <p className="muted">{t.exclusionsLead}</p>
      {review.exclusions.length === 0 ? (
        <p className="muted">{t.noExclusions}</p>
      ) : (
        <Form hidden={{ form: "allow" }}>
          <ul className="plain stack-s">
            {review.exclusions.map(({ otherId, number, title, reason }) => (
              <li key={otherId}>
                <a href={`${home}/proposals/${number}`}>{textIn(title, locale).text}</a> <span className="muted">{textIn(reason, locale).text}</span>{" "}
                {may.write ? (
                  <LinkButton name="allow" value={otherId} about={textIn(title, locale).text}>
                    {t.allow}
                  </LinkButton>
                ) : null}
              </li>
            ))}
          </ul>
        </Form>
      )}
      {may.write ? (
        <Form hidden={{ form: "exclude" }} className="stack">
          <Whole kit={kit} name="other" />
          <BothLines kit={kit} name="why" />
          <ButtonRow>
            <Button look="line">{t.addExclusion}</Button>
          </ButtonRow>
        </Form>
      ) : null}
    </Part>
  );
}

function Notes(props: ReviewPageProps) {
  const { locale, review, may, once } = props;
  const t = messages(locale).feasibility.one;
  const f = format(locale);
  const kit = kitOf(props, "note", { text: t.note });
  return (
    <Part id="notes" title={t.notes}>
      <p className="muted">{t.notesLead}</p>
      {review.notes.length === 0 ? (
        <p className="muted">{t.noNotes}</p>
      ) : (
        <ul className="plain stack">
          {review.notes.map(({ id, text, by, at }) => (
            <li key={id}>
              <p className="small muted">{t.noteBy({ name: by, when: f.dateAndTime(at) })}</p>
              <p>{text}</p>
            </li>
          ))}
        </ul>
      )}
      {may.write ? (
        <Form hidden={{ form: "note", once: typed(formOf(props, "note"), "once", once) }} className="stack">
          <Paragraphs kit={kit} name="text" rows={3} />
          <ButtonRow>
            <Button look="line">{t.addNote}</Button>
          </ButtonRow>
        </Form>
      ) : null}
    </Part>
  );
}
