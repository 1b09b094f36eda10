import type { ReactNode } from "react";
import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { ASSESSMENT_KINDS, FLAG_COLOURS } from "#domain/priorities/assessment.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { ButtonLink, ButtonRow } from "#components/forms/button.tsx";
import { Card } from "#components/layout/card.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { FormFields } from "#features/councils/ui/form-fields.tsx";
import { dateBoxes, FormFrame, type FormKit } from "#features/councils/ui/form-kit.tsx";
import { Said, SaidParagraphs } from "#features/councils/ui/said.tsx";
import type { AssessmentInView, FlagInView } from "#features/priorities/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface AssessmentsProps {
  readonly locale: Locale;
  readonly assessments: readonly AssessmentInView[];
  /** Titles and addresses of linked targets, by id. */
  readonly targets: ReadonlyMap<string, { readonly title: BilingualText; readonly href: string }>;
  /** What an officer may do with one; nothing for the public. */
  readonly act?: (form: "assessment" | "flag", query: string, text: string, about: string) => ReactNode;
}

/** Every assessment with its flags, newest first. */
export function AssessmentsPage(props: AssessmentsProps) {
  const t = messages(props.locale).assessments;
  return (
    <div className="stack-xl">
      <PageHead title={t.title} lead={t.lead} />
      <AssessmentList {...props} />
    </div>
  );
}

function AssessmentList({ locale, assessments, targets, act }: AssessmentsProps) {
  const t = messages(locale).assessments;
  if (assessments.length === 0) return <p>{t.none}</p>;
  return assessments.map((assessment) => (
    <Section
      key={assessment.id}
      id={assessment.slug}
      title={
        <>
          <Said locale={locale} text={assessment.title} />, {assessment.year}
        </>
      }
      beside={
        <span className="row">
          <Tag kind="decided">{t.kinds[assessment.kind]}</Tag>
          {assessment.published ? null : <Tag kind="notYet">{t.draft}</Tag>}
        </span>
      }
    >
      <div className="stack">
        {act?.("assessment", `id=${assessment.id}`, t.desk.change, textIn(assessment.title, locale).text)}
        <SaidParagraphs locale={locale} text={assessment.narrative} />
        <h3>{t.flags}</h3>
        {assessment.flags.length === 0 ? <p>{t.noFlags}</p> : assessment.flags.map((flag) => <Flag key={flag.id} locale={locale} flag={flag} targets={targets} act={act?.("flag", `assessment=${assessment.id}&id=${flag.id}`, t.desk.change, textIn(flag.title, locale).text)} />)}
        {act?.("flag", `assessment=${assessment.id}`, t.desk.addFlag, textIn(assessment.title, locale).text)}
      </div>
    </Section>
  ));
}

function Flag({ locale, flag, targets, act }: { readonly locale: Locale; readonly flag: FlagInView; readonly targets: AssessmentsProps["targets"]; readonly act: ReactNode }) {
  const t = messages(locale).assessments;
  const f = format(locale);
  const target = flag.targetId === null ? undefined : targets.get(flag.targetId);
  return (
    <Card>
      <div className="stack-s">
        <p className="row">
          <Tag kind={flag.colour === "green" ? "good" : "offTrack"}>{flag.colour === "green" ? t.green : t.red}</Tag>
          {flag.clearedOn === null ? null : <Tag kind="done">{t.cleared({ date: f.date(flag.clearedOn) })}</Tag>}
        </p>
        <h4>
          <Said locale={locale} text={flag.title} />
        </h4>
        <p>
          <strong>{t.evidence}:</strong> <Said locale={locale} text={flag.evidence} />
        </p>
        {flag.action.en + flag.action.cy === "" || flag.dueOn === null ? null : (
          <p>
            <strong>{t.action({ by: flag.actionBy, date: f.date(flag.dueOn) })}:</strong> <Said locale={locale} text={flag.action} />
          </p>
        )}
        {target ? (
          <p>
            {t.linked}{" "}
            <a href={target.href}>
              <Said locale={locale} text={target.title} />
            </a>
          </p>
        ) : null}
        {act}
      </div>
    </Card>
  );
}

/** Assessments as officers keep them. */
export function AssessmentsDesk({ address, saved, mayEdit, ...props }: Omit<AssessmentsProps, "act"> & { readonly address: string; readonly saved: boolean; readonly mayEdit: boolean }) {
  const t = messages(props.locale).assessments.desk;
  return (
    <div className="stack-xl">
      <PageHead title={t.title} lead={t.lead} />
      {saved ? <Notice kind="good" title={t.saved} answers /> : null}
      {mayEdit ? (
        <ButtonRow>
          <ButtonLink href={`${address}/assessment`}>{t.add}</ButtonLink>
        </ButtonRow>
      ) : null}
      <AssessmentList
        {...props}
        {...(mayEdit && {
          act: (form, query, text, about) => (
            <p>
              <a href={`${address}/${form}?${query}`}>
                {text}
                <span className="vh">: {about}</span>
              </a>
            </p>
          ),
        })}
      />
    </div>
  );
}

export const ASSESSMENT_FORMS = ["assessment", "flag"] as const;

export interface AssessmentFormProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  readonly which: (typeof ASSESSMENT_FORMS)[number];
  readonly assessments: readonly AssessmentInView[];
  readonly assessmentId: string;
  readonly id: string | null;
  readonly targets: readonly { readonly id: string; readonly title: BilingualText }[];
  readonly form: RefusedForm;
  readonly once: string;
  readonly back: string;
}

const both = (name: string, text: BilingualText): Record<string, string> => ({ [`${name}En`]: text.en, [`${name}Cy`]: text.cy });

/** One form of an assessment on a page of its own. */
export function AssessmentFormPage({ locale, welsh, which, assessments, assessmentId, id, targets, form, once, back }: AssessmentFormProps) {
  const t = messages(locale).assessments;
  const assessment = assessments.find((each) => each.id === id);
  const flag = assessments.flatMap(({ flags }) => flags).find((each) => each.id === id);
  const stands: Record<string, string> =
    which === "assessment"
      ? assessment
        ? { kind: assessment.kind, year: String(assessment.year), ...both("title", assessment.title), ...both("narrative", assessment.narrative), publish: assessment.published ? "yes" : "no" }
        : { publish: "no" }
      : flag
        ? { colour: flag.colour, ...both("title", flag.title), ...both("evidence", flag.evidence), ...both("action", flag.action), actionBy: flag.actionBy, ...dateBoxes("dueOn", flag.dueOn), ...dateBoxes("clearedOn", flag.clearedOn), targetId: flag.targetId ?? "" }
        : {};
  const kit: FormKit = { locale, welsh, form, stands, labels: t.forms.labels, faultWords: t.faults };
  const words = t.forms[which];
  return (
    <FormFrame kit={kit} title={words.title} lead={words.lead} button={words.button} back={{ href: back, text: messages(locale).plans.forms.back }} hidden={{ once: typed(form, "once", id ?? once), ...(which === "flag" && { assessmentId: typed(form, "assessmentId", assessmentId) }) }}>
      <FormFields
        kit={kit}
        fields={
          which === "assessment"
            ? [
                { kind: "choose", name: "kind", choices: ASSESSMENT_KINDS.map((value) => ({ value, text: t.kinds[value] })) },
                { kind: "whole", name: "year" },
                { kind: "both-lines", name: "title" },
                { kind: "both-paragraphs", name: "narrative", rows: 10 },
                { kind: "choose", name: "publish", choices: (["yes", "no"] as const).map((value) => ({ value, text: t.forms.publishes[value] })) },
              ]
            : [
                { kind: "choose", name: "colour", choices: FLAG_COLOURS.map((value) => ({ value, text: t.forms.colours[value] })) },
                { kind: "both-lines", name: "title" },
                { kind: "both-paragraphs", name: "evidence" },
                { kind: "both-paragraphs", name: "action", rows: 3 },
                { kind: "line", name: "actionBy", width: "medium" },
                { kind: "date", name: "dueOn" },
                { kind: "date", name: "clearedOn" },
                { kind: "select", name: "targetId", options: [{ value: "", text: t.forms.noTarget }, ...targets.map((each) => ({ value: each.id, text: textIn(each.title, locale).text }))] },
              ]
        }
      />
    </FormFrame>
  );
}
