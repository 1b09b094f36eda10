import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import type { ElectionStage } from "#domain/elections/stage.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { Button, ButtonLink } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { NominationOnDesk } from "#features/elections/nominations/queries.ts";
import type { CandidateInView } from "#features/elections/nominations/queries.ts";
import { schoolInWords } from "#features/elections/ui/school-in-words.ts";
import { CalendarThread } from "#features/elections/ui/calendar-thread.tsx";
import { ElectedWithoutVote } from "#features/elections/uncontested/ui/elected-without-vote.tsx";
import { StageTag } from "#features/elections/ui/stage-tag.tsx";
import { ElectionRulesShown } from "#features/elections/ui/election-rules.tsx";
import type { ContestInView } from "#features/elections/queries.ts";
import { placesOf } from "#domain/elections/offices.ts";
import { nominationOutcome, polledContests } from "#domain/elections/without-poll.ts";
import type { ElectionEngagement } from "#features/involvement/electing/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface ElectionDeskProps {
  readonly locale: Locale;
  /** Of the workspace and of the public page. */
  readonly desk: string;
  readonly home: string;
  readonly publicAddress: string;
  readonly engagement: ElectionEngagement;
  readonly stage: ElectionStage;
  readonly today: CivilDay;
  readonly now: Date;
  readonly who: string;
  /** Null for those who do not see them. */
  readonly nominations: readonly NominationOnDesk[] | null;
  readonly candidates: readonly CandidateInView[];
  readonly voters: number;
  /** Schools that take part. */
  readonly schools: number;
  readonly may: { readonly setUp: boolean; readonly giveNotice: boolean; readonly decide: boolean; readonly print: boolean; readonly close: boolean; readonly seeCodes: boolean };
  readonly form: RefusedForm;
  /** What was just done, in words. */
  readonly done: string | null;
}

/** An election in the workspace: where it stands, what is to be done next, and everything of it. */
export function ElectionDesk(props: ElectionDeskProps) {
  const { locale, home, publicAddress, engagement, stage, today, who, form, done } = props;
  const t = messages(locale).elections;
  const { election } = engagement;
  return (
    <div className="stack-xl">
      <div className="stack">
        <FormFaults locale={locale} form={form} own={{ ...t.faults, ...messages(locale).uncontested.faults }} />
        {done === null ? null : <Notice kind="good" answers title={done} />}
        <PageHead tag={<StageTag locale={locale} stage={stage} />} title={textIn(engagement.title, locale).text} lead={textIn(engagement.summary, locale).text} />
        {election.noticeGivenAt === null ? null : (
          <p>
            <a href={publicAddress}>{t.desk.see}</a>
          </p>
        )}
      </div>
      <Section id="next" title={t.desk.next} surface="tint">
        <NextStep {...props} />
      </Section>
      <Section id="dates" title={t.desk.dates}>
        <CalendarThread locale={locale} calendar={election.calendar} today={today} />
      </Section>
      <NominationTable {...props} />
      {election.noticeGivenAt === null ? null : (
        <Section id="hustings" title={messages(locale).hustings.desk.title}>
          <p>
            <a href={`${home}/hustings`}>{t.desk.hustings}</a>
          </p>
        </Section>
      )}
      {election.noticeGivenAt === null ? null : (
        <Section id="schools" title={messages(locale).schools.title}>
          <p>
            <a href={`${home}/schools`}>{t.desk.schools({ count: props.schools })}</a>
          </p>
        </Section>
      )}
      {stage === "draft" || stage === "announced" || stage === "nominations" ? null : <Papers {...props} />}
      {stage === "candidates" || stage === "voting" || stage === "counting" || stage === "declared" ? <Voting {...props} /> : null}
      <Section id="rules" title={t.desk.rulesShown}>
        <ElectionRulesShown locale={locale} election={election} who={who} />
        {props.may.setUp ? (
          <p>
            <a href={`${home}/set-up`}>{t.desk.setUp}</a>
          </p>
        ) : null}
      </Section>
    </div>
  );
}

function NextStep({ locale, home, engagement, stage, may, desk }: ElectionDeskProps) {
  const t = messages(locale).elections.desk;
  const f = format(locale);
  const { election } = engagement;
  switch (stage) {
    case "draft":
      return (
        <div className="stack">
          {may.setUp ? (
            <ButtonLink look="line" href={`${home}/set-up`}>
              {t.setUp}
            </ButtonLink>
          ) : null}
          <p>{may.giveNotice ? t.noticeLead : t.noticeWait}</p>
          {may.giveNotice ? (
            <Form hidden={{ act: "notice" }}>
              <Button>{t.notice}</Button>
            </Form>
          ) : null}
        </div>
      );
    case "announced":
      return <p>{t.nominationsLater({ when: f.longDate(election.calendar.nominationsOpenOn) })}</p>;
    case "nominations":
      return <p>{t.nominationsOpen}</p>;
    case "checking":
      return <p>{isReadyToPrint(election) ? t.papersLead : polledContests(election).some((contest) => nominationOutcome(election, contest) !== "poll") ? messages(locale).uncontested.desk.next : t.lotLead}</p>;
    case "candidates":
    case "voting":
      return may.seeCodes ? (
        <ul>
          <li>
            <a href={`${home}/schools`}>{t.codesForSchools}</a>
          </li>
          <li>
            <a href={`${desk}/votes/${engagement.engagementId}/codes`}>{t.codes}</a>
          </li>
        </ul>
      ) : (
        <p>{messages(locale).elections.steps.pollingDay}: {f.longDate(election.calendar.pollingDay)}</p>
      );
    case "counting":
    case "declared":
      return (
        <ul>
          {polledContests(election).map(({ id, name, pollId }) => (
            <li key={id}>
              <a href={`${desk}/results/${pollId}`}>{t.countOf({ contest: textIn(name, locale).text })}</a>
            </li>
          ))}
          {stage === "declared" ? (
            <li>
              <a href={`${home}/promises`}>{messages(locale).promises.desk.link}</a>
            </li>
          ) : null}
          {stage === "declared" && polledContests(election).length > 0 ? (
            <li>
              <a href={`${home}/evaluation`}>{messages(locale).electionEvaluation.desk}</a>
            </li>
          ) : null}
        </ul>
      );
  }
}

function NominationTable({ locale, home, engagement, nominations }: ElectionDeskProps) {
  const { elections, nominations: words } = messages(locale);
  const t = elections.desk;
  if (nominations === null) return null;
  const kinds = { draft: "notYet", sent: "underway", accepted: "done", rejected: "closed", withdrawn: "closed" } as const;
  if (nominations.length === 0)
    return (
      <Section id="nominations" title={t.nominations}>
        <p className="muted">{t.noNominations}</p>
      </Section>
    );
  return (
    <DataTable
      caption={t.nominations}
      captionId="nominations"
      captionLook="heading"
      stack
      columns={[
        { key: "name", header: t.candidate, names: true, cell: (row: NominationOnDesk) => <a href={`${home}/nominations/${engagement.election.contests.find(({ id }) => id === row.contestId)?.slug ?? ""}/${row.number}`}>{row.name}</a> },
        { key: "school", header: t.school, cell: ({ school }: NominationOnDesk) => schoolInWords(locale, school) },
        { key: "behind", header: t.behind, cell: ({ confirmed }: NominationOnDesk) => words.desk.confirmed({ have: confirmed, need: engagement.election.nominators }) },
        { key: "state", header: t.state, cell: ({ state }: NominationOnDesk) => <Tag kind={kinds[state]}>{words.states[state]}</Tag> },
      ]}
      rows={nominations}
      rowKey={({ contestId, number }) => `${contestId}${number}`}
    />
  );
}

const isReadyToPrint = (election: ElectionEngagement["election"]): boolean =>
  polledContests(election).length > 0 && polledContests(election).every((contest) => contest.lot !== null && nominationOutcome(election, contest) === "poll");

function Papers(props: ElectionDeskProps) {
  const { locale, engagement, candidates, may, form, now, stage } = props;
  const t = messages(locale).elections.desk;
  const f = format(locale);
  const { election } = engagement;
  return (
    <Section id="papers" title={t.lot}>
      <div className="stack">
        {election.contests.map((contest) =>
          contest.withoutPoll !== null || (stage === "checking" && now >= election.at.withdrawByAt && contest.undecided === 0 && nominationOutcome(election, contest) !== "poll") ? (
            <WithoutPoll key={contest.id} {...props} contest={contest} />
          ) : contest.lot !== null ? (
            <div key={contest.id} className="stack-s">
              <p>{messages(locale).elections.public.order({ when: f.dateAndTime(contest.lot.drawnAt), seed: contest.lot.seed, witness: contest.lot.witness })}</p>
              <ol>
                {candidates.filter(({ contestId }) => contestId === contest.id).map(({ id, name, withdrawn }) => (
                  <li key={id}>
                    {textIn(name, locale).text} {withdrawn ? <span className="muted">({messages(locale).elections.public.withdrawn})</span> : null}
                  </li>
                ))}
              </ol>
            </div>
          ) : now < election.at.withdrawByAt ? (
            <p key={contest.id}>{t.lotWait({ when: f.dateAndTime(election.at.withdrawByAt) })}</p>
          ) : may.decide ? (
            <Form key={contest.id} className="stack-s" hidden={{ act: "lot", contestId: contest.id }}>
              {election.contests.length > 1 ? <h3>{textIn(contest.name, locale).text}</h3> : null}
              <TextField name="witness" id={`witness-${contest.slug}`} label={t.witness} width="medium" value={typed(form, "contestId") === contest.id ? typed(form, "witness") : ""} error={typed(form, "contestId") === contest.id ? fieldError(locale, form, "witness", messages(locale).elections.faults) : undefined} />
              <Button>{t.draw}</Button>
            </Form>
          ) : (
            <p key={contest.id}>{t.lotLead}</p>
          ),
        )}
        {stage === "checking" && isReadyToPrint(election) && may.print ? (
          <Form className="stack-s" hidden={{ act: "print" }}>
            <p>{t.papersLead}</p>
            <Button>{t.print}</Button>
          </Form>
        ) : null}
      </div>
    </Section>
  );
}

/** A contest that needs no vote: declared already, or to be declared. */
function WithoutPoll({ locale, engagement, publicAddress, may, form, contest }: ElectionDeskProps & { readonly contest: ContestInView }) {
  const { uncontested } = messages(locale);
  const t = uncontested.desk;
  const { election } = engagement;
  const heading = election.contests.length > 1 ? <h3>{textIn(contest.name, locale).text}</h3> : null;
  if (contest.withoutPoll !== null)
    return (
      <div className="stack-s">
        {heading}
        <ElectedWithoutVote locale={locale} ended={contest.withoutPoll} />
        <p>
          <a href={`${publicAddress}/results/${contest.slug}/sheet`}>{uncontested.notice}</a>
        </p>
      </div>
    );
  const vacant = contest.standing === 0;
  const typedHere = typed(form, "contestId") === contest.id;
  return (
    <div className="stack-s">
      {heading}
      <p>{vacant ? t.vacant : t.elected({ count: contest.standing, shown: format(locale).number(contest.standing), places: placesOf(election.offices) })}</p>
      {may.decide ? (
        <Form className="stack-s" hidden={{ act: "uncontested", contestId: contest.id }}>
          <p>{t.warn}</p>
          <TextField name="name" id={`name-${contest.slug}`} label={t.name} width="medium" value={typedHere ? typed(form, "name") : ""} error={typedHere ? fieldError(locale, form, "name", uncontested.faults) : undefined} />
          <Button>{vacant ? t.declareVacant : t.declareElected}</Button>
        </Form>
      ) : null}
    </div>
  );
}

function Voting({ locale, desk, engagement, voters, may, stage, form }: ElectionDeskProps) {
  const t = messages(locale).elections.desk;
  const id = engagement.engagementId;
  const links = [
    ...(may.seeCodes ? [[`${desk}/votes/${id}/codes`, t.codes] as const] : []),
    [`${desk}/votes/${id}/check-in`, messages(locale).checkIn.title],
    [`${desk}/paper`, t.paper],
    [`${desk}/places`, t.places],
  ] as const;
  return (
    <Section id="votes" title={t.votes}>
      <div className="stack">
        <p>{t.taken({ count: voters, shown: format(locale).number(voters) })}</p>
        <ul>
          {links.map(([href, text]) => (
            <li key={href}>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
        {may.close && (stage === "voting" || engagement.election.contests.some(({ pollState }) => pollState === "ready")) ? (
          <Form className="stack-s" hidden={{ act: "close" }}>
            {stage === "voting" || stage === "candidates" ? <TextField name="earlyBecause" label={t.early} value={typed(form, "earlyBecause")} error={fieldError(locale, form, "earlyBecause", messages(locale).elections.faults)} /> : null}
            <Button look="line">{t.close}</Button>
          </Form>
        ) : null}
      </div>
    </Section>
  );
}
