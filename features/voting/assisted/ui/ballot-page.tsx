import { textIn } from "#domain/basics/bilingual.ts";
import { mostChoices, optionsForVoter, select, type BallotPaper, type ChoicesFault } from "#domain/voting/ballot-paper.ts";
import type { PollOption } from "#domain/voting/rules-of-poll.ts";
import type { SubjectAtHand } from "#domain/voting/vote-at-hand.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { ApprovalList } from "#components/forms/approval-row.tsx";
import { BallotList } from "#components/forms/ballot-card.tsx";
import { BudgetMeter, CountMeter } from "#components/forms/budget-meter.tsx";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Radios } from "#components/forms/choices.tsx";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { meterStylesheet } from "#components/forms/meter-stylesheet.ts";
import { PageHead } from "#components/layout/page-head.tsx";
import { isTileName, type TileName } from "#components/pictures/tile.tsx";
import { format } from "#i18n/format.ts";
import { faultText, messages } from "#i18n/messages.ts";
import { namesOf, voteAddresses, type BallotPlace } from "./ballot-place.ts";
import { OfflineMessage } from "./moments.tsx";

export interface BallotPageProps extends BallotPlace {
  readonly paper: BallotPaper;
  readonly subjects: ReadonlyMap<number, SubjectAtHand>;
  /** What is ticked. */
  readonly choices: readonly number[];
  /** The order follows from it: something of the voter's own that stays the same. */
  readonly voter: string;
  readonly fault: ChoicesFault | null;
  /** A ballot is in the box already and this one will take its place. */
  readonly changing: boolean;
}

/** The ballot as a page: its title, its body and what its head must load. */
export function ballotPage(props: BallotPageProps) {
  const { paper, locale, ballot, fault } = props;
  const at = voteAddresses(props);
  const knapsack = paper.kind === "knapsack";
  return {
    title: titleOf(props),
    layout: "task" as const,
    robots: "noindex",
    crumbs: [{ href: at.about, text: namesOf(props).vote }],
    body: <Ballot {...props} />,
    scripts: knapsack ? ["meter", "offline"] : ["offline"],
    ...(knapsack ? { stylesheets: [`${at.ballotOf(ballot).meter}?v=${paper.fingerprint.slice(0, 8)}${locale}`] } : {}),
    ...(fault ? { status: 422 } : {}),
  };
}

/** The stylesheet that lets a recent browser add up by itself. */
export function ballotStylesheet(paper: BallotPaper, locale: "en" | "cy"): string {
  const t = messages(locale).voting.ballot;
  const options = paper.options.map(({ number, costPence }) => ({ id: idOf(number), costPence: costPence ?? 0 }));
  return meterStylesheet(options, paper.budgetPence ?? 0, { left: t.left, tooMuch: t.tooMuch });
}

const idOf = (number: number): string => `p${number}`;
const tileOf = (subject: SubjectAtHand | undefined): TileName => (subject && isTileName(subject.tile) ? subject.tile : "conversation");

function titleOf({ paper, locale }: BallotPageProps): string {
  const t = messages(locale).voting.ballot;
  return { knapsack: t.knapsackTitle, approval: t.approvalTitle, "single-choice": t.singleTitle }[paper.kind];
}

function Ballot(props: BallotPageProps) {
  const { paper, locale, ballot, fault, changing } = props;
  const t = messages(locale).voting.ballot;
  const at = voteAddresses(props).ballotOf(ballot);
  const names = namesOf(props);
  const counts = paper.kind === "approval" ? "ballot ballot--count" : "ballot";
  return (
    <>
      {fault ? <BallotFaults {...props} fault={fault} /> : null}
      <PageHead kicker={t.step(names)} title={titleOf(props)} lead={<Lead {...props} />}>
        {paper.kind === "single-choice" ? null : <p className="muted">{paper.kind === "knapsack" ? t.knapsackMore : t.approvalMore}</p>}
      </PageHead>
      {changing ? (
        <Notice title={t.changing} className="mb-6">
          {t.changingBody}
        </Notice>
      ) : null}
      <OfflineMessage locale={locale} form="ballot" />
      <form className={counts} id="ballot" action={at.check} method="post" noValidate data-offline="">
        <Options {...props} />
        <Foot {...props} />
      </form>
    </>
  );
}

function Lead({ paper, locale, ...place }: BallotPageProps) {
  const t = messages(locale).voting.ballot;
  const f = format(locale);
  switch (paper.kind) {
    case "knapsack":
      return (
        <>
          {t.knapsackLead({ ballot: namesOf({ locale, ...place }).ballot })} <strong>{f.money(paper.budgetPence ?? 0)}</strong>.
        </>
      );
    case "approval":
      return (
        <>
          {t.approvalLead} {paper.maxChoices === null ? null : t.approvalLimit({ max: mostChoices(paper) })}
        </>
      );
    case "single-choice":
      return <>{t.singleLead}</>;
  }
}

function Options(props: BallotPageProps) {
  const { paper, subjects, choices, locale, ballot, voter } = props;
  const t = messages(locale).voting.ballot;
  const f = format(locale);
  const at = voteAddresses(props).ballotOf(ballot);
  const names = namesOf(props);
  const options = optionsForVoter(paper, voter).map((option) => {
    const subject = subjects.get(option.number);
    const title = textIn(option.title, locale);
    const common = {
      id: idOf(option.number),
      name: "choice",
      value: String(option.number),
      checked: choices.includes(option.number),
      tile: tileOf(subject),
      title: title.text,
      description: subject ? textIn(subject.summary, locale).text : "",
      ...(title.lang === locale ? {} : { lang: title.lang }),
    };
    return { option, subject, common };
  });
  switch (paper.kind) {
    case "knapsack":
      return (
        <BallotList
          legend={t.knapsackLegend({ ballot: names.ballot, pot: f.money(paper.budgetPence ?? 0) })}
          cards={options.map(({ option, subject, common }) => ({
            ...common,
            cost: f.money(option.costPence ?? 0),
            costPence: option.costPence ?? 0,
            group: subject?.proposer ? `${subject.proposer}.` : undefined,
            more: subject ? { href: at.projectOf(subject.slug), text: t.more, about: t.moreAbout({ project: common.title }) } : undefined,
            choose: t.choose,
            chosen: t.chosen,
            doesNotFit: t.doesNotFit,
          }))}
        />
      );
    case "approval":
      return (
        <ApprovalList
          legend={t.approvalLegend(names)}
          rows={options.map(({ option, subject, common }) => ({
            ...common,
            cost: option.costPence === null ? undefined : f.money(option.costPence),
            group: subject?.proposer || undefined,
          }))}
        />
      );
    case "single-choice":
      return (
        <Radios
          name="choice"
          id={idOf(0)}
          legend={t.singleLegend(names)}
          hideLegend
          or={t.or}
          value={choices[0] === undefined ? undefined : String(choices[0])}
          choices={[
            ...options.map(({ option, common }) => ({
              value: common.value,
              text: option.costPence === null ? common.title : messages(locale).voting.over.option({ project: common.title, cost: f.money(option.costPence) }),
              hint: common.description,
              lang: common.lang,
            })),
            ...(paper.minChoices === 0 ? [{ value: "", text: t.none, apart: true }] : []),
          ]}
        />
      );
  }
}

function Foot(props: BallotPageProps) {
  const { paper, choices, locale, ballot } = props;
  const t = messages(locale).voting.ballot;
  const f = format(locale);
  const at = voteAddresses(props).ballotOf(ballot);
  const { chosen, costPence } = select(paper, choices);
  switch (paper.kind) {
    case "knapsack": {
      const pot = paper.budgetPence ?? 0;
      const figure = f.money(Math.abs(pot - costPence));
      return (
        <BudgetMeter
          label={t.meter}
          left={{ text: (costPence > pot ? t.tooMuch : t.left).replace("{amount}", figure), figure }}
          chosen={{ text: t.ofPot({ chosen: f.money(costPence), pot: f.money(pot) }), figure: f.money(costPence) }}
          percent={pot === 0 ? 0 : (costPence / pot) * 100}
          update={{ text: t.update, formAction: at.ballot, name: "intent", value: "total" }}
          check={t.check}
          script={{ potPence: pot, left: t.left, tooMuch: t.tooMuch }}
        />
      );
    }
    case "approval": {
      const figure = f.number(chosen.length);
      return (
        <CountMeter
          label={t.meter}
          counted={{ text: t.supported({ count: figure }), figure }}
          of={t.outOf({ count: f.number(paper.options.length), ballot: namesOf(props).ballot })}
          check={t.check}
        />
      );
    }
    case "single-choice":
      return (
        <ButtonRow>
          <Button forward>{t.check}</Button>
        </ButtonRow>
      );
  }
}

function BallotFaults(props: BallotPageProps & { readonly fault: ChoicesFault }) {
  const { fault, paper, locale } = props;
  const t = messages(locale).voting;
  const f = format(locale);
  if (fault.code !== "costs-too-much") {
    const { code, ...params } = fault;
    const text = faultText(locale, { field: "choice", code, params }, t.faults);
    const first = optionsForVoter(paper, props.voter)[0];
    return <ErrorSummary title={messages(locale).site.errorSummary} errors={[{ href: `#${idOf(paper.kind === "single-choice" ? 0 : (first?.number ?? 0))}`, text }]} />;
  }
  const { advice } = fault;
  const asError = (option: PollOption) => ({
    href: `#${idOf(option.number)}`,
    text: t.over.option({ project: textIn(option.title, locale).text, cost: f.money(option.costPence ?? 0) }),
  });
  const offered = advice.enough.length > 0 ? advice.enough : select(paper, props.choices).chosen;
  return (
    <ErrorSummary title={t.over.title} errors={offered.map(asError)}>
      <p>
        {t.over.body({ chosen: f.money(advice.costPence), pot: f.money(advice.potPence) })} <strong>{t.over.takeOff({ over: f.money(advice.overPence) })}</strong>
      </p>
      <p>{advice.enough.length > 0 ? t.over.one : t.over.several}</p>
    </ErrorSummary>
  );
}
