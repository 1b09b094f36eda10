import type { ReactNode } from "react";
import type { BilingualText, Locale } from "#domain/basics/bilingual.ts";
import { showReadableCode } from "#domain/basics/readable-code.ts";
import { findPersonalHints } from "#domain/consultations/publishing/personal-hints.ts";
import { wordsOf } from "#domain/consultations/publishing/publishable.ts";
import { LETTER_CODE, type CorrectionState } from "#domain/consultations/response.ts";
import type { Question } from "#domain/consultations/survey.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import { answerLines, shortName } from "#features/consultations/answering/ui/answer-words.ts";
import type { RegisteredResponse } from "#features/consultations/register/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface ResponsePageProps {
  readonly locale: Locale;
  readonly response: RegisteredResponse;
  /** Every question that was ever asked, in order. */
  readonly questions: readonly Question[];
  readonly wards: ReadonlyMap<string, BilingualText>;
  readonly address: string;
  /** The officer who looks. */
  readonly me: string;
  readonly mayRead: boolean;
  readonly mayPublish: boolean;
  /** Opening it was recorded. */
  readonly recorded: boolean;
  /** It was put in the register just now. */
  readonly entered: boolean;
  readonly mayEnter: boolean;
  /** The scans of a letter, already drawn; nothing where it came by the web. */
  readonly scans: ReactNode;
  /** Every correction, already drawn. */
  readonly corrections: ReactNode;
  /** A correction that was just sent, confirmed or declined. */
  readonly corrected: CorrectionState | null;
  /** Deciding about publishing, already drawn. */
  readonly publishing: ReactNode;
}

/** One response with all that is known about it. */
export function ResponsePage(props: ResponsePageProps) {
  const { locale, response, questions, wards, address, me, mayRead, mayEnter, recorded, entered, scans, corrections, corrected, publishing } = props;
  const { register, corrections: words } = messages(locale);
  const t = register.one;
  const list = address.replace(/\/[^/]+$/, "");
  const reference = showReadableCode(response.reference);
  const answered = questions.filter(({ code }) => response.answers[code] !== undefined);
  return (
    <div className="stack-xl">
      <div className="stack">
        {entered ? (
          <Notice kind="good" title={register.add.saved({ reference })} answers>
            <p>
              <a href={`${list}/new`}>{register.add.another}</a>
            </p>
          </Notice>
        ) : null}
        {corrected === null ? null : (
          <Notice kind={corrected === "stands" ? "good" : undefined} title={words.saved[corrected]} answers>
            {corrected === "stands" ? <p>{words.unread}</p> : null}
          </Notice>
        )}
        <PageHead
          title={t.title({ reference })}
          tag={
            response.late || response.corrections > 0 ? (
              <span className="row">
                {response.late ? <Tag kind="closed">{register.late}</Tag> : null}
                {response.corrections > 0 ? <Tag kind="notYet">{words.tag}</Tag> : null}
              </span>
            ) : undefined
          }
        />
        {recorded ? <p className="small muted">{t.personal}</p> : null}
      </div>
      <Section id="answers" title={t.answers}>
        {answered.length === 0 ? (
          <p>{t.nothing}</p>
        ) : (
          <SummaryList
            rows={answered.map((question) => ({
              term: shortName(question, locale),
              answer: answerLines(question, response.answers[question.code], { locale, wards }).map((line, at) => <div key={at}>{line}</div>),
            }))}
          />
        )}
        {mayEnter && response.channel !== "web" ? (
          <p className="mt-4">
            <a href={`${address}/correct`}>{words.correct}</a>
          </p>
        ) : null}
      </Section>
      {scans}
      {corrections}
      <Section id="readers" title={t.readers} surface="card">
        <div className="stack">
          {response.readers.length === 0 ? (
            <p>{t.noReaders}</p>
          ) : (
            <ul>
              {response.readers.map(({ id, name, read, at }) => (
                <li key={id}>
                  {name}, {t.reads[read]}, {format(locale).dateAndTime(at)}
                </li>
              ))}
            </ul>
          )}
          {response.readers.some(({ id, read }) => id === me && read === "whole") ? (
            <Notice kind="good" title={t.readDone} />
          ) : mayRead ? (
            <Form action={`${address}#readers`} hidden={{ do: "read" }}>
              <ButtonRow>
                <Button>{t.readIt}</Button>
              </ButtonRow>
            </Form>
          ) : null}
        </div>
      </Section>
      {publishing}
      <About {...props} />
      <p>
        <a href={list}>{t.back}</a>
      </p>
    </div>
  );
}

function About({ locale, response, address, mayPublish }: ResponsePageProps) {
  const { register, signs } = messages(locale);
  const t = register.one;
  const f = format(locale);
  const contact = response.contact;
  const rows = [
    { term: t.came, answer: register.channels[response.channel] },
    { term: t.received, answer: `${response.channel === "web" ? f.dateAndTime(response.receivedAt) : f.date(response.receivedAt)}${response.late ? `. ${t.lateNote}` : ""}` },
    { term: t.from, answer: response.organisationName || register.person },
    { term: t.lives, answer: register.sources[response.recruitmentSource] },
    { term: t.language, answer: register.add.languages[response.language] },
    { term: t.version, answer: t.versionOf({ version: response.version }) },
    ...(response.paperNumber === null ? [] : [{ term: t.paper, answer: response.paperNumber }]),
    ...(response.enteredBy === null ? [] : [{ term: t.entered, answer: response.enteredBy }]),
    { term: t.consent, answer: t.consents[response.publishConsent] },
    ...(contact === null
      ? []
      : [{ term: t.contact, answer: [contact.name, contact.email, ...contact.address.split("\n"), ...(contact.tellResults ? [t.tell] : [])].filter((line) => line !== "").map((line, at) => <div key={at}>{line}</div>) }]),
    ...response.letters.map(({ occasion, way, sentAt }) => ({ term: t.letters[occasion], answer: `${f.date(sentAt)}, ${t.ways[way]}` })),
    ...response.signs.map(({ kind, verdict, others, reason }) => ({ term: signs.kinds[kind], answer: `${signs.verdicts[verdict]}, ${t.signOthers({ count: others })}${reason === "" ? "" : `: ${reason}`}` })),
  ];
  return (
    <Section id="about" title={t.about}>
      <div className="stack">
        <SummaryList rows={rows} />
        {response.publishConsent === "yes" && mayPublish ? (
          <Form action={`${address}#about`} hidden={{ do: "withdraw" }}>
            <ButtonRow>
              <Button small look="danger">
                {t.withdraw}
              </Button>
            </ButtonRow>
          </Form>
        ) : null}
      </div>
    </Section>
  );
}

/** Whether it says who or where somebody is: by its question, in a letter, or in words that look like a name, an address or a number. */
export const saysWho = (questions: readonly Question[], { answers, contact, scans }: Pick<RegisteredResponse, "answers" | "contact" | "scans">): boolean =>
  contact !== null ||
  scans.length > 0 ||
  answers[LETTER_CODE] !== undefined ||
  questions.some((question) => {
    const answer = answers[question.code];
    return answer !== undefined && (question.personal || ASK_WHO.includes(question.type) || findPersonalHints(wordsOf(answer)).length > 0);
  });

const ASK_WHO: readonly Question["type"][] = ["contact", "address", "postcode", "organisation", "file", "map"];
