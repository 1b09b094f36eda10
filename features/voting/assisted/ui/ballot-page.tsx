import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import type { TypedValues } from "#domain/basics/fault.ts";
import { fieldOf, pointsField, rankField, TICK_FIELD } from "#domain/voting/ballot-form.ts";
import { hasPoints, isRanked, mostChoices, optionsForVoter, overBudget, rulesOfPaper, select, USUAL_POINTS, withoutGaps, type BallotPaper, type Mark } from "#domain/voting/ballot-paper.ts";
import type { BallotFault } from "#domain/voting/ballots/ballot.ts";
import type { PollOption } from "#domain/voting/rules-of-poll.ts";
import type { SubjectAtHand } from "#domain/voting/vote-at-hand.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { ApprovalList } from "#components/forms/approval-row.tsx";
import { BallotList } from "#components/forms/ballot-card.tsx";
import { BudgetMeter, CountMeter } from "#components/forms/budget-meter.tsx";
import { Button, ButtonRow, LinkButton } from "#components/forms/button.tsx";
import { Radios } from "#components/forms/choices.tsx";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { meterStylesheet } from "#components/forms/meter-stylesheet.ts";
import { PointsCard } from "#components/forms/points-card.tsx";
import { RankCard, RankSlip, sameRankStylesheet } from "#components/forms/ranking.tsx";
import { Details } from "#components/layout/details.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Initials } from "#components/pictures/initials.tsx";
import { Photo } from "#components/pictures/photo.tsx";
import { isTileName, Tile, TileSheet, type TileName } from "#components/pictures/tile.tsx";
import { format } from "#i18n/format.ts";
import { faultText, messages } from "#i18n/messages.ts";
import type { LoggedAmendment } from "#features/voting/polls/queries.ts";
import type { SecretPath } from "#features/voting/assisted/queries.ts";
import { namesOf, voteAddresses, type BallotPlace } from "./ballot-place.ts";
import { votingWords } from "./ballot-words.ts";
import { OfflineMessage } from "./moments.tsx";
import { Handling, SecretBallot } from "./secret-ballot.tsx";

export interface BallotPageProps extends BallotPlace {
  readonly paper: BallotPaper;
  readonly subjects: ReadonlyMap<number, SubjectAtHand>;
  /** What is marked. */
  readonly marks: readonly Mark[];
  /** What was sent, where a place or points in it could not be read. */
  readonly typed?: TypedValues;
  /** The order follows from it: something of the voter's own that stays the same. */
  readonly voter: string;
  readonly faults: readonly BallotFault[];
  /** A ballot is in the box already and this one will take its place. */
  readonly changing: boolean;
  /** What two people changed of the rules since the vote began. */
  readonly amendments?: readonly LoggedAmendment[];
  /** How the voter's own device seals the ballot; null where the server handles it, as in a preview. */
  readonly secret?: SecretPath | null;
}

/** The ballot as a page: its title, its body and what its head must load. */
export function ballotPage(props: BallotPageProps) {
  const { paper, locale, ballot, faults, secret } = props;
  const at = voteAddresses(props);
  const meter = paper.kind === "knapsack" || paper.kind === "cumulative" ? ["meter"] : [];
  return {
    title: wordsOf(props).title,
    layout: "task" as const,
    robots: "noindex",
    crumbs: [{ href: at.about, text: namesOf(props).vote }],
    body: secret ? (
      <SecretBallot {...props} secret={secret}>
        <Ballot {...props} />
      </SecretBallot>
    ) : (
      <Ballot {...props} />
    ),
    scripts: [...meter, "offline", ...(secret ? ["vote", "receipt"] : [])],
    ...(hasStylesheet(paper) ? { stylesheets: [`${at.ballotOf(ballot).meter}?v=${paper.fingerprint.slice(0, 8)}${locale}`] } : {}),
    ...(faults.length > 0 ? { status: 422 } : {}),
  };
}

/** Every two options are compared for each place: of more than so many the browser leaves it to the server. */
const MOST_COMPARED = 12;
/** From nine places on, boxes to press become a list to choose from. */
const MOST_PLACES_AS_BOXES = 8;

const showsSameRank = (paper: BallotPaper): boolean => isRanked(paper) && paper.options.length <= MOST_COMPARED && mostChoices(paper) <= MOST_PLACES_AS_BOXES;
const hasStylesheet = (paper: BallotPaper): boolean => paper.kind === "knapsack" || showsSameRank(paper);

/** The stylesheet that lets a recent browser add up, or notice two alike, by itself. */
export function ballotStylesheet(paper: BallotPaper, locale: "en" | "cy"): string {
  if (showsSameRank(paper)) return sameRankStylesheet(paper.options.map(({ number }) => rankField(number)), mostChoices(paper));
  const t = messages(locale).voting.ballot;
  const options = paper.options.map(({ number, costPence }) => ({ id: idOf(number), costPence: costPence ?? 0 }));
  return meterStylesheet(options, paper.budgetPence ?? 0, { left: t.left, tooMuch: t.tooMuch });
}

const idOf = (number: number): string => `p${number}`;
const tileOf = (subject: SubjectAtHand | undefined): TileName => (subject && isTileName(subject.tile) ? subject.tile : "conversation");

function wordsOf({ paper, locale, ballot }: Pick<BallotPageProps, "paper" | "locale" | "ballot">): { readonly title: string; readonly more: string } {
  const t = votingWords(locale, ballot).ballot;
  switch (paper.kind) {
    case "knapsack":
      return { title: t.knapsackTitle, more: t.knapsackMore };
    case "approval":
      return { title: t.approvalTitle, more: t.approvalMore };
    case "single-choice":
      return { title: t.singleTitle, more: ballot.holds === "candidates" ? t.approvalMore : "" };
    case "first-and-second":
      return { title: t.twoTitle, more: t.twoMore };
    case "ranked":
      return { title: t.rankedTitle, more: t.approvalMore };
    case "cumulative":
      return { title: t.pointsTitle, more: t.approvalMore };
    case "score":
      return { title: t.scoreTitle, more: t.approvalMore };
  }
}

function Ballot(props: BallotPageProps) {
  const { paper, locale, ballot, faults, changing } = props;
  const t = votingWords(locale, ballot).ballot;
  const at = voteAddresses(props).ballotOf(ballot);
  const names = namesOf(props);
  const { title, more } = wordsOf(props);
  const counts = paper.kind === "approval" ? "ballot ballot--count" : "ballot";
  return (
    <>
      {faults.length > 0 ? <BallotFaults {...props} /> : null}
      <PageHead kicker={t.step(names)} title={title} lead={<Lead {...props} />}>
        {more === "" ? null : <p className="muted">{more}</p>}
      </PageHead>
      {(props.amendments ?? []).map(({ number, words, closesAt }) => (
        <Notice key={number} kind="warn" title={messages(locale).amendments.voterTitle} className="mb-6">
          <p>{textIn(words, locale).text}</p>
          {closesAt ? <p>{messages(locale).amendments.voterCloses({ when: format(locale).dateAndTime(closesAt) })}</p> : null}
          <p className="small">{messages(locale).amendments.voterLog}</p>
        </Notice>
      ))}
      {props.secret ? <Handling {...props} /> : null}
      {changing || props.secret ? (
        <div hidden={!changing} data-vote-changing="">
          <Notice title={t.changing} className="mb-6">
            {t.changingBody}
          </Notice>
        </div>
      ) : null}
      <OfflineMessage locale={locale} form="ballot" />
      <form className={isRanked(paper) ? `${counts} rank-page` : counts} id="ballot" action={at.check} method="post" noValidate data-offline="">
        <Options {...props} />
        <Foot {...props} />
      </form>
    </>
  );
}

function Lead({ paper, locale, ...place }: BallotPageProps) {
  const t = votingWords(locale, place.ballot).ballot;
  const f = format(locale);
  const rules = rulesOfPaper(paper, paper.options.length);
  switch (rules.kind) {
    case "knapsack":
      return (
        <>
          {t.knapsackLead({ ballot: namesOf({ locale, ...place }).ballot })} <strong>{f.money(rules.potPence)}</strong>.
        </>
      );
    case "approval":
      return (
        <>
          {t.approvalLead} {paper.maxChoices === null ? null : t.approvalLimit({ max: mostChoices(paper) })}
        </>
      );
    case "choose-one":
      return <>{t.singleLead}</>;
    case "first-and-second":
      return <>{t.twoLead}</>;
    case "ranked":
      return (
        <>
          {t.rankedLead} {paper.maxChoices === null ? t.rankedFree : t.rankedLimit({ max: rules.max })}
        </>
      );
    case "points":
      return (
        <>
          {t.pointsLead({ total: rules.total })} {rules.mostForOne < rules.total ? t.pointsLimit({ most: rules.mostForOne }) : null}
        </>
      );
    case "score":
      return <>{t.scoreLead({ highest: rules.highest })}</>;
  }
}

function Options(props: BallotPageProps) {
  const { paper, subjects, marks, typed = {}, locale, ballot, voter } = props;
  const t = votingWords(locale, ballot).ballot;
  const f = format(locale);
  const at = voteAddresses(props).ballotOf(ballot);
  const names = namesOf(props);
  const valueOf = (number: number): number => marks.find((mark) => mark.number === number)?.value ?? 0;
  const options = optionsForVoter(paper, voter).map((option) => {
    const subject = subjects.get(option.number);
    const title = textIn(option.title, locale);
    const common = {
      id: idOf(option.number),
      name: TICK_FIELD,
      value: String(option.number),
      checked: valueOf(option.number) > 0,
      tile: tileOf(subject),
      title: title.text,
      description: subject ? textIn(subject.summary, locale).text : "",
      ...(title.lang === locale ? {} : { lang: title.lang }),
    };
    const cost = option.costPence === null ? undefined : f.money(option.costPence);
    return { option, subject, common, cost, more: subject ? { href: at.projectOf(subject.slug), text: t.more, about: t.moreAbout({ project: common.title }) } : undefined };
  });
  const picture = ({ tile }: { readonly tile: TileName }, subject?: SubjectAtHand, index = 0) =>
    ballot.holds === "candidates" ? <CandidatePicture locale={locale} subject={subject} index={index} /> : <Tile name={tile} shared />;
  const note = (cost: string | undefined, subject: SubjectAtHand | undefined) => [cost, subject?.proposer, subject?.note && textIn(subject.note, locale).text].filter(Boolean).join(" · ");
  switch (paper.kind) {
    case "knapsack":
      return (
        <BallotList
          legend={t.knapsackLegend({ ballot: names.ballot, pot: f.money(paper.budgetPence ?? 0) })}
          cards={options.map(({ option, subject, common, more }) => ({
            ...common,
            cost: f.money(option.costPence ?? 0),
            costPence: option.costPence ?? 0,
            group: subject?.proposer ? `${subject.proposer}.` : undefined,
            more,
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
          rows={options.map(({ subject, common, cost }) => ({
            ...common,
            cost,
            group: note(undefined, subject) || undefined,
          }))}
        />
      );
    case "single-choice":
      return (
        <Radios
          name={TICK_FIELD}
          id={idOf(0)}
          legend={t.singleLegend(names)}
          hideLegend
          or={t.or}
          value={marks[0] === undefined ? undefined : String(marks[0].number)}
          choices={[
            ...options.map(({ common, cost, subject }) => ({
              value: common.value,
              text: cost === undefined ? common.title : votingWords(locale, ballot).over.option({ project: common.title, cost }),
              hint: [subject?.note ? textIn(subject.note, locale).text : "", common.description].filter((words) => words !== "").join(" · "),
              lang: common.lang,
            })),
            ...(paper.minChoices === 0 ? [{ value: "", text: t.none, apart: true }] : []),
          ]}
        />
      );
    case "ranked":
    case "first-and-second":
      return (
        <div>
          <div className="rank-list">
          {ballot.holds === "projects" ? <TileSheet names={options.map(({ common }) => common.tile)} /> : null}
          {options.map(({ option, subject, common, cost }, index) => (
            <RankCard
              key={common.id}
              name={rankField(option.number)}
              picture={picture(common, subject, index)}
              title={<span lang={common.lang}>{common.title}</span>}
              note={note(cost, subject)}
              description={common.description}
              legend={t.yourPlace({ project: common.title })}
              ranks={Array.from({ length: mostChoices(paper) }, (_, index) => ({ text: f.number(index + 1), spoken: t.place({ place: index + 1 }) }))}
              none={{ text: t.noPlace, spoken: t.noPlaceSpoken }}
              rank={valueOf(option.number)}
              lang={common.lang}
            >
              {subject?.statement ? <Manifesto locale={locale} name={common.title} statement={subject.statement} /> : null}
            </RankCard>
          ))}
          </div>
          {showsSameRank(paper)
            ? Array.from({ length: mostChoices(paper) }, (_, index) => (
                <Notice key={index} kind="bad" className={`same-rank same-rank--${index + 1} mt-4`} title={votingWords(locale, ballot).faults["preference-repeated"]({ preference: index + 1 })} />
              ))
            : null}
        </div>
      );
    case "score": {
      const highest = paper.pointsMost ?? USUAL_POINTS.scale;
      return (
        <div className="rank-list rank-list--two">
          <TileSheet names={options.map(({ common }) => common.tile)} />
          {options.map(({ option, subject, common, cost }) => (
            <RankCard
              key={common.id}
              name={pointsField(option.number)}
              picture={picture(common)}
              title={<span lang={common.lang}>{common.title}</span>}
              note={note(cost, subject)}
              description={common.description}
              legend={t.yourScore({ project: common.title })}
              ranks={Array.from({ length: highest }, (_, index) => ({ text: f.number(index + 1), spoken: t.score({ score: index + 1, highest }) }))}
              none={{ text: f.number(0), spoken: t.score({ score: 0, highest }) }}
              noneFirst
              rank={valueOf(option.number)}
              lang={common.lang}
            />
          ))}
        </div>
      );
    }
    case "cumulative":
      return (
        <div className="rank-list rank-list--two">
          <TileSheet names={options.map(({ common }) => common.tile)} />
          {options.map(({ option, subject, common, cost }) => {
            const value = valueOf(option.number);
            return (
              <PointsCard
                key={common.id}
                name={pointsField(option.number)}
                picture={picture(common)}
                title={<span lang={common.lang}>{common.title}</span>}
                note={note(cost, subject)}
                description={common.description}
                label={t.yourPoints({ project: common.title })}
                value={Number.isNaN(value) ? (typed[pointsField(option.number)]?.at(-1) ?? "") : value === 0 ? "" : String(value)}
                lang={common.lang}
              />
            );
          })}
        </div>
      );
  }
}

/** A candidate's photo, or the first letter of their name. */
function CandidatePicture({ locale, subject, index }: { readonly locale: Locale; readonly subject: SubjectAtHand | undefined; readonly index: number }) {
  if (!subject?.photo) return <Initials letters={(subject?.initial ?? "").toUpperCase()} index={index} />;
  const { id, width, height, alt } = subject.photo;
  return (
    <span className="cand__photo">
      <Photo id={id} width={width} height={height} alt={textIn(alt, locale).text} sizes="72px" />
    </span>
  );
}

/** Everything a candidate says, to unfold on the ballot itself. */
function Manifesto({ locale, name, statement }: { readonly locale: Locale; readonly name: string; readonly statement: BilingualText }) {
  const words = textIn(statement, locale);
  if (words.text === "") return null;
  return (
    <Details summary={messages(locale).elections.ballot.manifesto({ name })}>
      {words.text.split(/\n+/).map((line, at) => (
        <p key={at} lang={words.lang === locale ? undefined : words.lang}>
          {line}
        </p>
      ))}
    </Details>
  );
}

function Foot(props: BallotPageProps) {
  const { paper, marks, locale, ballot } = props;
  const t = votingWords(locale, ballot).ballot;
  const f = format(locale);
  const at = voteAddresses(props).ballotOf(ballot);
  const { chosen, costPence } = select(paper, marks.map(({ number }) => number));
  const rules = rulesOfPaper(paper, paper.options.length);
  switch (rules.kind) {
    case "knapsack": {
      const pot = rules.potPence;
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
    case "points": {
      const given = marks.reduce((sum, { value }) => sum + (value > 0 ? value : 0), 0);
      const figure = f.number(Math.abs(rules.total - given));
      return (
        <BudgetMeter
          label={t.meter}
          left={{ text: (given > rules.total ? t.pointsTooMany : t.pointsLeft).replace("{amount}", figure), figure }}
          chosen={{ text: t.pointsGiven({ given: f.number(given), total: f.number(rules.total) }), figure: f.number(given) }}
          percent={(given / rules.total) * 100}
          update={{ text: t.update, formAction: at.ballot, name: "intent", value: "total" }}
          check={t.check}
          script={{ points: rules.total, left: t.pointsLeft, tooMuch: t.pointsTooMany }}
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
    case "ranked":
    case "first-and-second":
      return <RankFoot {...props} />;
    case "choose-one":
    case "score":
      return (
        <ButtonRow>
          <Button forward>{t.check}</Button>
        </ButtonRow>
      );
  }
}

/** The order so far, beside the options or below them. */
function RankFoot(props: BallotPageProps) {
  const { paper, marks, locale, ballot } = props;
  const t = votingWords(locale, ballot).ballot;
  const at = voteAddresses(props).ballotOf(ballot);
  const most = mostChoices(paper);
  const placed = (paper.kind === "ranked" ? withoutGaps(marks) : marks).filter(({ value }) => value > 0);
  const last = Math.max(0, ...placed.map(({ value }) => value));
  const places = Array.from({ length: Math.min(most, Math.max(5, last)) }, (_, index) => {
    const option = paper.options.find(({ number }) => placed.some((mark) => mark.number === number && mark.value === index + 1));
    const title = option && textIn(option.title, locale).text;
    if (option === undefined || title === undefined) return { title: undefined };
    return {
      title,
      ...(index > 0 ? { up: { value: `${option.number} up`, words: t.moveUp({ project: title }) } } : {}),
      ...(index + 1 < last ? { down: { value: `${option.number} down`, words: t.moveDown({ project: title }) } } : {}),
    };
  });
  return (
    <aside className="card" aria-labelledby="slip">
      <h2 className="h3" id="slip">
        {t.meter}
      </h2>
      <RankSlip places={places} empty={t.nobodyYet} moveName="move" formAction={at.ballot} />
      <p>
        <LinkButton name="intent" value="total" formAction={at.ballot}>
          {t.updateList}
        </LinkButton>
      </p>
      <ButtonRow>
        <Button forward wide>
          {t.check}
        </Button>
      </ButtonRow>
    </aside>
  );
}

function BallotFaults(props: BallotPageProps) {
  const { faults, paper, locale, ballot } = props;
  const t = votingWords(locale, ballot);
  const f = format(locale);
  const over = faults.find(({ code }) => code === "over-the-pot");
  if (over === undefined) {
    const first = optionsForVoter(paper, props.voter)[0]?.number ?? 0;
    return <ErrorSummary title={messages(locale).site.errorSummary} errors={faults.map((fault) => ({ href: `#${idOfFault(paper, fault, first)}`, text: ballotFaultText(props, fault) }))} />;
  }
  const selection = select(paper, props.marks.map(({ number }) => number));
  const advice = overBudget(selection, paper.budgetPence ?? 0);
  const asError = (option: PollOption) => ({
    href: `#${idOf(option.number)}`,
    text: t.over.option({ project: textIn(option.title, locale).text, cost: f.money(option.costPence ?? 0) }),
  });
  const offered = advice.enough.length > 0 ? advice.enough : selection.chosen;
  return (
    <ErrorSummary title={t.over.title} errors={offered.map(asError)}>
      <p>
        {t.over.body({ chosen: f.money(advice.costPence), pot: f.money(advice.potPence) })} <strong>{t.over.takeOff({ over: f.money(advice.overPence) })}</strong>
      </p>
      <p>{advice.enough.length > 0 ? t.over.one : t.over.several}</p>
    </ErrorSummary>
  );
}

/** What is wrong, in words, with the name of the option that is to blame. */
function ballotFaultText({ paper, locale, ballot }: Pick<BallotPageProps, "paper" | "locale" | "ballot">, { code, params, optionId }: BallotFault): string {
  const option = paper.options.find(({ number }) => String(number) === optionId);
  return faultText(locale, { field: TICK_FIELD, code, params: { ...params, project: option ? textIn(option.title, locale).text : "" } }, votingWords(locale, ballot).faults);
}

/** The control that a fault leads to: the first of the option to blame, or of the first option shown. */
function idOfFault(paper: BallotPaper, { optionId }: BallotFault, first: number): string {
  const number = paper.options.some((option) => String(option.number) === optionId) ? Number(optionId) : first;
  if (paper.kind === "single-choice") return idOf(0);
  if (!isRanked(paper) && !hasPoints(paper)) return idOf(number);
  const places = paper.kind === "score" ? (paper.pointsMost ?? USUAL_POINTS.scale) : mostChoices(paper);
  const boxes = paper.kind !== "cumulative" && places <= MOST_PLACES_AS_BOXES;
  return `${fieldOf(paper, number)}${boxes ? (paper.kind === "score" ? "-0" : "-1") : ""}`;
}
