import type { BilingualText, Locale } from "#domain/basics/bilingual.ts";
import type { CorrectedPart, StandingPaper } from "#domain/consultations/register/correction.ts";
import type { Question } from "#domain/consultations/survey.ts";
import { Tag } from "#components/feedback/tag.tsx";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { answerLines, shortName } from "#features/consultations/answering/ui/answer-words.ts";
import type { CorrectionInView } from "#features/consultations/corrections/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

interface WithQuestions {
  readonly locale: Locale;
  readonly questions: readonly Question[];
  readonly wards: ReadonlyMap<string, BilingualText>;
}

export interface CorrectionListProps extends WithQuestions {
  readonly corrections: readonly CorrectionInView[];
  /** Of the response. */
  readonly address: string;
  /** The officer who looks. */
  readonly me: string;
  /** May confirm and decline. */
  readonly mayCorrect: boolean;
}

/** Every correction of a response with what it replaced, the newest first; one that waits can be confirmed or declined. */
export function CorrectionList({ corrections, address, me, mayCorrect, ...props }: CorrectionListProps) {
  const t = messages(props.locale).corrections;
  if (corrections.length === 0) return null;
  return (
    <Section id="corrections" title={t.changes}>
      <div className="stack-l">
        {corrections.map((correction) => (
          <div key={correction.id} className="card stack">
            <p>
              <strong>{whoAndWhen(props.locale, correction)}</strong> {correction.state === "waiting" ? <Tag kind="atRisk">{t.waitsTag}</Tag> : null}
            </p>
            <p>
              {t.why}: {correction.reason}
            </p>
            <ChangesTable {...props} before={correction.before} after={correction.after} changes={correction.changes} />
            {correction.state === "waiting" && mayCorrect ? <Decision locale={props.locale} address={address} correction={correction} mine={correction.proposedBy.id === me} /> : null}
          </div>
        ))}
      </div>
    </Section>
  );
}

function whoAndWhen(locale: Locale, { state, proposedBy, proposedAt, decidedBy, decidedAt }: CorrectionInView): string {
  const t = messages(locale).corrections;
  const words = { who: proposedBy.name, other: decidedBy ?? "", when: format(locale).dateAndTime(decidedAt ?? proposedAt) };
  if (state === "waiting") return t.waits(words);
  const alone = decidedBy === proposedBy.name;
  if (state === "declined") return alone ? t.takenBack(words) : t.declined(words);
  return alone ? t.stands(words) : t.confirmed(words);
}

function Decision({ locale, address, correction, mine }: { readonly locale: Locale; readonly address: string; readonly correction: CorrectionInView; readonly mine: boolean }) {
  const t = messages(locale).corrections;
  return (
    <Form action={`${address}#corrections`} hidden={{ correction: correction.id }}>
      <div className="stack">
        {mine ? null : <p>{t.confirmLead}</p>}
        <ButtonRow>
          {mine ? null : (
            <Button name="do" value="confirm">
              {t.confirm}
            </Button>
          )}
          <Button look="line" name="do" value="decline">
            {mine ? t.takeBack : t.decline}
          </Button>
        </ButtonRow>
      </div>
    </Form>
  );
}

/** What differs between two states of a response, line by line. */
export function ChangesTable({ locale, questions, wards, before, after, changes }: WithQuestions & { readonly before: StandingPaper; readonly after: StandingPaper; readonly changes: readonly CorrectedPart[] }) {
  const { corrections: t, register } = messages(locale);
  const about = (part: Exclude<CorrectedPart, object>, paper: StandingPaper): string =>
    part === "channel" ? register.channels[paper.channel]
    : part === "receivedOn" ? format(locale).date(paper.receivedOn)
    : part === "respondent" ? register.add[paper.respondent]
    : part === "language" ? register.add.languages[paper.language]
    : part === "publishConsent" ? register.add.publishes[paper.publishConsent]
    : part === "tellResults" ? t.tells[paper.contact?.tellResults ? "yes" : "no"]
    : part === "organisationName" ? paper.organisationName
    : (paper.contact?.[part] ?? "");
  const rows = changes.map((part) => {
    if (typeof part === "string") return { name: t.parts[part], before: about(part, before).split("\n"), after: about(part, after).split("\n") };
    const question = questions.find(({ code }) => code === part.question);
    const words = (paper: StandingPaper): readonly string[] => (question ? answerLines(question, paper.answers[question.code], { locale, wards }) : []);
    return { name: question ? shortName(question, locale) : part.question, before: words(before), after: words(after) };
  });
  if (rows.length === 0) return <p className="muted">{t.forgotten}</p>;
  const lines = (all: readonly string[]) => (all.join("") === "" ? t.empty : all.map((line, at) => <div key={at}>{line}</div>));
  return (
    <DataTable
      caption={t.table}
      captionLook="hidden"
      stack
      rows={rows}
      rowKey={({ name }) => name}
      columns={[
        { key: "what", header: t.what, cell: ({ name }) => name },
        { key: "before", header: t.before, cell: (row) => lines(row.before) },
        { key: "after", header: t.after, cell: (row) => lines(row.after) },
      ]}
    />
  );
}
