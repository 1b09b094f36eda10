import type { ReactNode } from "react";
import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import type { RefusedForm } from "#domain/basics/fault.ts";
import { ENOUGH_HOLDERS } from "#domain/voting/ballot-box/key-shares.ts";
import type { BallotKind, PollState } from "#domain/voting/poll.ts";
import { isUnderWay, type CountRunState } from "#domain/voting/results/count-run.ts";
import type { CountSheet, SideCount } from "#domain/voting/results/count-sheet.ts";
import { readPollRule, ruleName } from "#domain/voting/results/poll-rule.ts";
import type { OfficeSheet } from "#domain/voting/results/office-sheet.ts";
import { publishesBallots } from "#domain/voting/results/published-ballots.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Progress } from "#components/feedback/progress.tsx";
import { ReadinessList, type ReadinessItem } from "#components/feedback/readiness-list.tsx";
import { Tag, type TagKind } from "#components/feedback/tag.tsx";
import { Button, ButtonLink } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { Facts } from "#components/layout/facts.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { HoldersOfPoll } from "#features/voting/key-holders/queries.ts";
import { HoldersStanding } from "#features/voting/key-holders/ui/holders-standing.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { OtherRules } from "./other-rules.tsx";
import { counted, optionsToShow, resultParts, titlesOf, type ResultParts } from "./options-to-show.ts";
import { SupportTable } from "./support-table.tsx";

export interface DeskToShow {
  readonly seesCount: boolean;
  readonly poll: {
    readonly id: string;
    readonly state: PollState;
    readonly ballotKind: BallotKind;
    readonly budgetPence: number | null;
    readonly rule: string;
    readonly ruleParameters: Readonly<Record<string, unknown>>;
  };
  readonly options: readonly { readonly number: number; readonly title: BilingualText; readonly costPence: number | null }[];
  readonly run: {
    readonly state: CountRunState;
    readonly stopAsked: boolean;
    readonly ballotsExpected: number;
    readonly ballotsRead: number;
    readonly rule: string;
    readonly steps: number;
    readonly tied: readonly number[];
  } | null;
  readonly counts: readonly { readonly id: string; readonly sheet: CountSheet; readonly digest: string; readonly countedAt: Date; readonly publishedAt: Date | null; readonly publishedBy: string }[];
  /** Counts of an election; one of the two is always empty. */
  readonly offices: readonly { readonly id: string; readonly sheet: OfficeSheet; readonly digest: string; readonly countedAt: Date; readonly publishedAt: Date | null; readonly publishedBy: string }[];
  readonly beside: readonly SideCount[];
  readonly lots: readonly { readonly lotOrder: readonly number[]; readonly witness: string; readonly drawnAt: Date }[];
  readonly ballots: number;
  readonly marks: number;
  readonly keyHolders: HoldersOfPoll | null;
  readonly paper: { readonly batches: number; readonly open: number; readonly accepted: number; readonly marked: number };
}

export interface CountDeskProps {
  readonly locale: Locale;
  readonly home: string;
  /** This page's own address. */
  readonly address: string;
  readonly name: string;
  readonly desk: DeskToShow;
  /** Where the result is shown to residents and where the vote is managed; empty for a poll of no vote. */
  readonly publicAddress: string;
  readonly voteAddress: string;
  /** Whether the person is the returning officer, who alone counts and declares. */
  readonly mayCount: boolean;
  readonly refused: RefusedForm;
  /** Of an election: the name of its rule, and its newest count as it is shown. */
  readonly office?: { readonly rule: string; readonly shown: ReactNode };
  /** The holders of the count key were just written to again. */
  readonly reminded?: boolean;
}

const TAGS: Record<PollState, TagKind> = { draft: "notYet", ready: "open", closed: "closed", counted: "underway", declared: "decided" };

/** The returning officer's desk: where the count stands, what to do next, and what came of it. */
export function CountDesk(props: CountDeskProps) {
  const { locale, home, name, desk, publicAddress, refused } = props;
  const t = messages(locale).results;
  const f = format(locale);
  const { poll } = desk;
  const rule = readPollRule(poll.rule, poll.ruleParameters);
  const [budget] = desk.counts;
  const latest = budget ?? desk.offices[0];
  const parts = budget && deskParts(props, budget.sheet);
  return (
    <>
      <FormFaults locale={locale} form={refused} own={{ ...t.faults, ...messages(locale).keyHolders.faults }} />
      <div className="stack-xl">
        <PageHead tag={<Tag kind={TAGS[poll.state]}>{t.desk.states[poll.state]}</Tag>} title={t.desk.title({ name })} />
        <Facts
          facts={[
            { term: t.desk.rule, figure: props.office?.rule ?? (rule ? t.rules[ruleName(rule.rule)].name : poll.rule) },
            ...(poll.budgetPence === null ? [] : [{ term: t.desk.pot, figure: f.money(poll.budgetPence) }]),
            { term: t.desk.ballots, figure: f.number(desk.ballots) },
            { term: t.desk.marks, figure: f.number(desk.marks) },
          ]}
        />
        <NextStep {...props} />
        {latest ? (
          <>
            <Section id="result" title={t.desk.provisional} hideTitle={poll.state === "declared"}>
              {poll.state === "declared" ? (
                <p>
                  {t.desk.declared({ when: f.dateAndTime(latest.publishedAt ?? latest.countedAt), name: latest.publishedBy })} {publicAddress ? <a href={publicAddress}>{t.desk.public}</a> : null}
                </p>
              ) : (
                <p>{t.desk.provisionalNote}</p>
              )}
            </Section>
            {parts ? <SupportTable parts={parts} /> : props.office?.shown}
            {parts ? <OtherRules parts={parts} beside={desk.beside} /> : null}
            <Checks {...props} home={home} />
            <CountsMade {...props} />
          </>
        ) : null}
      </div>
    </>
  );
}

const deskParts = ({ locale, home, address, desk }: Pick<CountDeskProps, "locale" | "home" | "address" | "desk">, sheet: CountSheet): ResultParts =>
  resultParts({ locale, home, voteAddress: "", resultAddress: address }, { ballotKind: desk.poll.ballotKind, options: desk.options, sheet }, []);

function NextStep(props: CountDeskProps) {
  const { locale, home, address, desk, voteAddress, mayCount } = props;
  const t = messages(locale).results.desk;
  const { poll, run } = desk;
  if (poll.state === "draft" || poll.state === "ready")
    return (
      <Notice title={t.states[poll.state]}>
        <p>
          {t.ready} {voteAddress ? <a href={voteAddress}>{t.closeFirst}</a> : null}
        </p>
      </Notice>
    );
  if (!desk.seesCount) return <Notice title={t.onlyReturningOfficer}>{t.seenWhenDeclared}</Notice>;
  if (run && isUnderWay(run.state)) return <UnderWay {...props} run={run} />;
  if (!mayCount) return <Notice title={t.onlyReturningOfficer} />;
  if (poll.state === "declared") return <ButtonLink href={`${address}/sheet`}>{t.sheet}</ButtonLink>;
  if (run?.state === "lots-required")
    return (
      <Notice kind="warn" title={t.lots}>
        <p>{t.lotsBody({ projects: titlesOf({ locale, options: optionsToShow(desk.options, []) }, run.tied) })}</p>
        <ButtonLink href={`${address}/lots`}>{t.recordLots}</ButtonLink>
      </Notice>
    );
  if (desk.keyHolders && poll.state === "closed" && desk.paper.open === 0) return <CodesFirst {...props} circle={desk.keyHolders} />;
  if (poll.state === "counted")
    return (
      <div className="btns">
        <ButtonLink href={`${address}/declare`} forward>
          {t.declareForward}
        </ButtonLink>
        <ButtonLink href={`${address}/sheet`} look="line">
          {t.sheet}
        </ButtonLink>
        <Button form="count-again" look="line">
          {t.countAgain}
        </Button>
        <Form id="count-again" hidden={{ act: "count" }}>
          {null}
        </Form>
      </div>
    );
  if (desk.paper.open > 0)
    return (
      <Notice kind="warn" title={t.paperOpen(counted(format(locale), desk.paper.open))}>
        <p>
          {t.paperOpenMore} <a href={`${home}/manage/paper/${poll.id}`}>{t.toPaper}</a>
        </p>
      </Notice>
    );
  const news = run?.state === "failed" ? t.failed : run?.state === "stopped" ? (desk.lots.length > 0 ? t.lotsRecorded : t.stopped) : null;
  return (
    <div className="stack">
      {news ? <Notice kind={run?.state === "failed" ? "bad" : "info"} title={news} /> : null}
      <p>{t.countLead}</p>
      <ActButton act="count">{t.count}</ActButton>
    </div>
  );
}

/** Where people hold the key: who has given their code, and the count once two have. */
function CodesFirst({ locale, circle: { holders, standing }, desk, reminded }: CountDeskProps & { readonly circle: HoldersOfPoll }) {
  const { keyHolders: t, results } = messages(locale);
  if (standing === null)
    return (
      <Notice kind="warn" title={t.away}>
        {t.awayMore}
      </Notice>
    );
  const enough = standing.given.length >= ENOUGH_HOLDERS;
  return (
    <div className="stack">
      {reminded ? <Notice kind="good" answers title={t.desk.reminded} /> : null}
      {desk.run?.state === "failed" ? <Notice kind="bad" title={results.desk.failed} /> : null}
      <Notice kind={enough ? "good" : "warn"} title={enough ? t.desk.enough : t.desk.title}>
        {t.desk.lead}
      </Notice>
      <HoldersStanding locale={locale} holders={holders} standing={standing} closed />
      {enough ? <ActButton act="count">{results.desk.count}</ActButton> : <ActButton act="remind" look="line">{t.desk.remind}</ActButton>}
    </div>
  );
}

function ActButton({ act, look, children }: { readonly act: "count" | "stop" | "remind"; readonly look?: "main" | "line" | "danger"; readonly children: ReactNode }) {
  return (
    <Form hidden={{ act }}>
      <Button look={look}>{children}</Button>
    </Form>
  );
}

function UnderWay({ locale, run, mayCount, office }: CountDeskProps & { readonly run: NonNullable<DeskToShow["run"]> }) {
  const t = messages(locale).results;
  const f = format(locale);
  const { state, ballotsRead, ballotsExpected, steps } = run;
  const rule = readPollRule(run.rule, {});
  const read = ballotsExpected === 0 ? 0 : (100 * ballotsRead) / ballotsExpected;
  const words =
    state === "waiting"
      ? t.desk.waiting
      : state === "opening"
        ? t.desk.opening({ read: f.number(ballotsRead), all: f.number(ballotsExpected) })
        : state === "reading"
          ? t.desk.reading({ read: f.number(ballotsRead), all: f.number(ballotsExpected) })
          : t.desk.counting({ rule: office?.rule ?? (rule ? t.rules[ruleName(rule.rule)].name : run.rule) });
  // Nobody knows how many steps a count will take, so the bar stands still while it counts.
  const percent = state === "waiting" ? 0 : state === "opening" ? read / 2 : state === "reading" ? 50 + read / 4 : 75;
  return (
    <div className="stack" role="status">
      <Progress title={run.stopAsked ? t.desk.stopping : words} percent={percent} label={t.desk.progressLabel}>
        {state === "counting" && steps > 0 ? `${t.desk.steps(counted(f, steps))}. ` : null}
        {t.desk.refresh}
      </Progress>
      {run.stopAsked || !mayCount ? null : (
        <ActButton act="stop" look="danger">
          {t.desk.stop}
        </ActButton>
      )}
    </div>
  );
}

/** What is checked before a declaration. The first two stop it while they are wrong. */
function Checks({ locale, desk, address }: CountDeskProps) {
  const t = messages(locale).results.desk;
  const f = format(locale);
  const made = [...desk.counts, ...desk.offices];
  const digests = new Set(made.map(({ digest }) => digest));
  const ballots = f.number(desk.ballots);
  const without = desk.paper.marked - desk.paper.accepted;
  const balanced = desk.ballots + without === desk.marks;
  const repeated: Pick<ReadinessItem, "state" | "note"> =
    digests.size > 1
      ? { state: "attention", note: t.repeatedBad }
      : made.length > 1
        ? { state: "done", note: t.repeatedGood({ times: f.number(made.length) }) }
        : { state: "notYet", note: t.repeatedOnce };
  const evidence = { href: `${address}#counts`, text: t.evidence };
  return (
    <Section id="checks" title={t.checks}>
      <ReadinessList
        words={t.check}
        about={t.about}
        items={[
          { state: balanced ? "done" : "attention", title: t.balance, link: evidence, note: balanced ? (without === 0 ? t.balanceGood({ ballots }) : t.balanceWithPaper({ ballots, papers: f.number(without), marks: f.number(desk.marks) })) : t.balanceBad({ ballots, marks: f.number(desk.marks) }) },
          { ...repeated, title: t.repeated, link: evidence },
          { state: "done", title: t.ballotsPublished, link: evidence, note: publishesBallots(desk.ballots) ? t.ballotsPublishedGood : t.ballotsPublishedFew },
        ]}
      />
    </Section>
  );
}

type Made = DeskToShow["counts"][number] | DeskToShow["offices"][number];

function CountsMade({ locale, desk }: CountDeskProps) {
  const t = messages(locale).results.desk;
  const f = format(locale);
  return (
    <section id="counts">
      <DataTable
        caption={t.counts}
        captionLook="heading"
        stack
        columns={[
          { key: "at", header: t.countedAt, cell: ({ countedAt }: Made) => f.dateAndTime(countedAt) },
          { key: "ballots", header: t.ballots, numeric: true, cell: ({ sheet }: Made) => f.number(sheet.ballots) },
          { key: "winners", header: t.winners, numeric: true, cell: ({ sheet }: Made) => f.number(sheet.outcome.winners.length) },
          ...(desk.poll.budgetPence === null ? [] : [{ key: "spent", header: t.spent, numeric: true, cell: ({ sheet }: Made) => f.money("totalCost" in sheet.outcome ? sheet.outcome.totalCost : 0) }]),
          { key: "digest", header: t.digest, cell: ({ digest }: Made) => <code className="result__digest">{digest}</code> },
        ]}
        rows={[...desk.counts, ...desk.offices]}
        rowKey={({ id }) => id}
      />
    </section>
  );
}

/** The name under which a poll's count is spoken of: its vote, and its pot where that has a name of its own. */
export function deskName(locale: Locale, pot: { readonly voteTitle: BilingualText; readonly potName: BilingualText } | null, question: BilingualText): string {
  if (!pot) return textIn(question, locale).text;
  const [vote, name] = [textIn(pot.voteTitle, locale).text, textIn(pot.potName, locale).text];
  return name === "" || name === vote ? vote : `${vote}, ${name}`;
}
