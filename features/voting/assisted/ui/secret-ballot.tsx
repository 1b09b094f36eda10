import type { ReactNode } from "react";
import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { BALLOT_FAULT_CODES, type BallotFaultCode } from "#domain/voting/ballots/ballot.ts";
import { isRanked, marksOf, mostChoices, rulesOfPaper, type BallotPaper } from "#domain/voting/ballot-paper.ts";
import type { SubjectAtHand } from "#domain/voting/vote-at-hand.ts";
import { Message } from "#components/feedback/message.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { Button, ButtonLink, ButtonRow, LinkButton } from "#components/forms/button.tsx";
import { ChosenList } from "#components/forms/chosen-list.tsx";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { RankSlip } from "#components/forms/ranking.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { isTileName } from "#components/pictures/tile.tsx";
import type { BallotWords, PluralForms } from "#components/scripts/vote/words.ts";
import { format } from "#i18n/format.ts";
import { faultText, messages } from "#i18n/messages.ts";
import type { SecretPath } from "#features/voting/assisted/queries.ts";
import { namesOf, voteAddresses, type BallotPlace } from "./ballot-place.ts";
import { votingWords } from "./ballot-words.ts";
import { receiptWords, votePlaceData } from "./vote-place-data.ts";
import { noPassPage, notOpenPage, tooManyChangesPage } from "./moments.tsx";
import { ReceiptBody, RECEIPT_PATTERN } from "./receipt-page.tsx";

interface SecretBallotProps extends BallotPlace {
  readonly paper: BallotPaper;
  readonly subjects: ReadonlyMap<number, SubjectAtHand>;
  readonly secret: SecretPath;
  readonly children: ReactNode;
}

/**
 * The ballot with everything its script will show in its place: check, receipt and hard moments, as templates that the browser keeps
 * unseen. The script brings no words of its own. Without it the ballot is the whole page.
 */
export function SecretBallot(props: SecretBallotProps) {
  return (
    <div data-vote-place={votePlaceData(props, props.secret, props.paper.closesAt)} data-vote-words={JSON.stringify(wordsOf(props))}>
      <div data-vote-ballot="">{props.children}</div>
      <div data-vote-other="" hidden />
      <template id="vote-check">
        <CheckTemplate {...props} />
      </template>
      <FaultTemplates {...props} />
      <template id="vote-receipt">
        <ReceiptBody {...props} {...RECEIPT_PATTERN} secret open hasOthers={props.vote.ballots.length > 1} print={false} />
      </template>
      <MomentTemplates {...props} />
    </div>
  );
}

/** Says, before anybody chooses, who can read the vote. What holds without script stands there from the start; the script puts what holds with it. */
export function Handling(place: BallotPlace) {
  const t = messages(place.locale).assisted.handling;
  const more = <a href={voteAddresses(place).secrecy}>{t.more}</a>;
  return (
    <div className="mb-6" role="status">
      <div data-vote-handling="readable">
        <Notice kind="warn" title={t.readableTitle}>
          <p>
            {t.readableBody} {more}
          </p>
        </Notice>
      </div>
      <div data-vote-handling="preparing" hidden>
        <Notice title={t.preparingTitle}>{t.preparingBody}</Notice>
      </div>
      <div data-vote-handling="sealed" hidden>
        <Notice kind="good" title={t.sealedTitle}>
          <p>
            {t.sealedBody} {more}
          </p>
        </Notice>
      </div>
      <div data-vote-handling="unreachable" hidden>
        <Notice kind="warn" title={t.unreachableTitle}>
          {t.unreachableBody}
        </Notice>
      </div>
      <div data-vote-handling="cannot" hidden>
        <Notice kind="warn" title={t.cannotTitle}>
          <p>
            {t.cannotBody} {more}
          </p>
        </Notice>
      </div>
      <p data-vote-wait="" hidden>
        {t.wait}
      </p>
    </div>
  );
}

const SAMPLE_COUNTS: Readonly<Record<Locale, Readonly<Partial<Record<Intl.LDMLPluralRule, number>>>>> = {
  en: { one: 1, other: 5 },
  cy: { zero: 0, one: 1, two: 2, few: 3, many: 6, other: 5 },
};

/** A sentence in each plural form of the language, with {n} for the number. */
function formsOf(locale: Locale, sentence: (count: number, shown: string) => string): PluralForms {
  return Object.fromEntries(Object.entries(SAMPLE_COUNTS[locale]).map(([category, count]) => [category, sentence(count, "{n}")]));
}

function wordsOf({ locale, paper, ...place }: SecretBallotProps): BallotWords {
  const { site } = messages(locale);
  const voting = votingWords(locale, place.ballot);
  return {
    errorPrefix: site.errorPrefix,
    projects: formsOf(locale, (count, shown) => voting.check.projects({ count, shown })),
    points: formsOf(locale, (count, shown) => voting.ballot.points({ count, shown })),
    places: isRanked(paper) ? Array.from({ length: mostChoices(paper) }, (_, index) => voting.ballot.place({ place: index + 1 })) : [],
    faults: Object.fromEntries(BALLOT_FAULT_CODES.map((code) => [code, faultPattern({ locale, paper, ...place }, code)])),
    option: voting.over.option({ project: "{project}", cost: "{cost}" }),
    over: {
      title: voting.over.title,
      body: voting.over.body({ chosen: "{chosen}", pot: "{pot}" }),
      takeOff: voting.over.takeOff({ over: "{over}" }),
      one: voting.over.one,
      several: voting.over.several,
    },
    totalOf: voting.check.totalOf({ chosen: "{chosen}", pot: "{pot}" }),
    couldAdd: {
      alone: voting.check.couldAdd({ project: "{project}", cost: "{cost}", others: 0, shown: "" }),
      others: formsOf(locale, (others, shown) => voting.check.couldAdd({ project: "{project}", cost: "{cost}", others: Math.max(1, others), shown })),
    },
    ...receiptWords({ locale, ...place }),
  };
}

/** A fault's sentence for this paper: its limits are known, what the voter did is put in by the script. */
function faultPattern({ locale, paper, ballot }: Pick<SecretBallotProps, "locale" | "paper" | "ballot">, code: BallotFaultCode): string {
  const rules = rulesOfPaper(paper, paper.options.length);
  const limits = {
    min: paper.minChoices,
    max: mostChoices(paper),
    total: rules.kind === "points" ? rules.total : "{total}",
    highest: rules.kind === "points" ? rules.mostForOne : rules.kind === "score" ? rules.highest : "{highest}",
  };
  return faultText(locale, { field: "", code, params: { ...limits, marked: "{marked}", given: "{given}", preference: "{preference}", project: "{project}" } }, votingWords(locale, ballot).faults);
}

function CheckTemplate(props: SecretBallotProps) {
  const { paper, subjects, locale } = props;
  const { assisted } = messages(locale);
  const t = votingWords(locale, props.ballot).check;
  const f = format(locale);
  const pot = paper.kind === "knapsack" ? paper.budgetPence : null;
  const everything = marksOf(paper, { choices: paper.options.map(({ number }) => number) });
  return (
    <div className="narrow narrow--wide stack-l">
      <PageHead
        kicker={t.step(namesOf(props))}
        title={t.title}
        lead={
          <>
            <span data-vote-show="some">
              {isRanked(paper) ? t.rankedBefore : paper.kind === "cumulative" || paper.kind === "score" ? t.pointedBefore : t.chosenBefore} <strong>{"{count}"}</strong>
              {pot === null ? null : (
                <>
                  {" "}
                  {t.costing} <strong>{"{cost}"}</strong>
                </>
              )}
              .{pot === null ? null : <> {t.leaves({ left: "{left}", ballot: namesOf(props).ballot })}</>}
            </span>
            <span data-vote-show="none">{t.nothing}.</span>
          </>
        }
      />
      <form className="stack" method="post" noValidate>
        <div data-vote-show="closed-up">
          <Notice title={t.closedUp}>{t.closedUpBody}</Notice>
        </div>
        <div data-vote-show="none">
          <Notice kind="warn" title={t.nothing}>
            {t.nothingBody}
          </Notice>
        </div>
        <div data-vote-show="some">
          <ChosenList
            items={everything.flatMap(({ number }) => {
              const option = paper.options.find((each) => each.number === number);
              if (option === undefined) return [];
              const title = textIn(option.title, locale);
              const tile = subjects.get(number)?.tile ?? "";
              return [
                {
                  id: String(number),
                  tile: isTileName(tile) ? tile : ("conversation" as const),
                  shared: paper.kind !== "single-choice" && props.ballot.holds === "projects",
                  letters: subjects.get(number)?.initial?.toUpperCase(),
                  title: title.text,
                  ...(title.lang === locale ? {} : { lang: title.lang }),
                  figure: option.costPence === null ? "" : f.money(option.costPence),
                  action: (
                    <LinkButton name="remove" value={String(number)} about={title.text}>
                      {t.remove}
                    </LinkButton>
                  ),
                },
              ];
            })}
            total={pot === null ? undefined : { label: t.total, figure: "" }}
          />
        </div>
        <div data-vote-show="could-add">
          <Notice title={t.stillLeft({ left: "{left}" })} className="mb-6">
            <p>
              {"{advice}"}{" "}
              <LinkButton name="intent" value="change">
                {t.addMore}
              </LinkButton>
            </p>
          </Notice>
        </div>
        <Section id="before" title={t.beforeTitle} surface="panel">
          <ul className="stack-s">
            {t.before.map((line, index) => (
              <li key={line}>{index === 1 ? assisted.before : line}</li>
            ))}
          </ul>
        </Section>
        <div role="status">
          <p data-vote-sending="" hidden>
            {assisted.handling.sending}
          </p>
        </div>
        <ButtonRow>
          <Button name="intent" value="cast" forward>
            {t.cast}
          </Button>
          <LinkButton name="intent" value="change">
            {t.change}
          </LinkButton>
        </ButtonRow>
      </form>
    </div>
  );
}

function FaultTemplates({ paper, locale, ballot }: SecretBallotProps) {
  const { site } = messages(locale);
  const voting = votingWords(locale, ballot);
  return (
    <>
      <template id="vote-faults">
        <ErrorSummary title={site.errorSummary} errors={[]} />
      </template>
      {paper.kind === "knapsack" ? (
        <template id="vote-over">
          <ErrorSummary title={voting.over.title} errors={[]}>
            <p>
              {"{body}"} <strong>{"{takeOff}"}</strong>
            </p>
            <p>{"{which}"}</p>
          </ErrorSummary>
        </template>
      ) : null}
      {isRanked(paper) ? (
        <template id="vote-slip">
          <RankSlip
            moveName="move"
            empty={voting.ballot.nobodyYet}
            places={[
              { title: "{project}", up: { value: "up", words: voting.ballot.moveUp({ project: "{project}" }) }, down: { value: "down", words: voting.ballot.moveDown({ project: "{project}" }) } },
              { title: undefined },
            ]}
          />
        </template>
      ) : null}
    </>
  );
}

/** Every hard moment the script may meet, by the code it has for it. */
function MomentTemplates(props: SecretBallotProps) {
  const { locale, council, ballot } = props;
  const { assisted, voting } = messages(locale);
  const t = assisted.moments;
  const at = voteAddresses(props);
  const again = (
    <form method="post" noValidate>
      <ButtonRow>
        <Button name="again" value="again">
          {t.again}
        </Button>
        {council.contactPhone ? <a href={`tel:${council.contactPhone.replace(/\s/g, "")}`}>{voting.moments.phone({ phone: council.contactPhone })}</a> : null}
      </ButtonRow>
      <div role="status">
        <p data-vote-sending="" hidden>
          {assisted.handling.sending}
        </p>
      </div>
    </form>
  );
  const moments: Readonly<Record<string, ReactNode>> = {
    offline: (
      <Message kind="warn" icon="offline" title={t.offlineTitle}>
        <p>{t.offlineBody}</p>
        <p>{t.offlineAgain}</p>
        {again}
      </Message>
    ),
    unanswered: (
      <Message kind="warn" icon="warning" title={t.unansweredTitle}>
        <p>{t.unansweredBody}</p>
        <p>{t.unansweredAgain}</p>
        {again}
      </Message>
    ),
    unproved: (
      <Message kind="bad" icon="warning" title={t.unprovedTitle}>
        <p>{t.unprovedBody}</p>
        <p>{council.contactPhone ? t.unprovedDo({ phone: council.contactPhone }) : t.unprovedDoNoPhone}</p>
        {again}
      </Message>
    ),
    "already-issued": (
      <Message icon="shield" title={t.issuedTitle} actions={
          <>
            <ButtonLink href={at.ballotOf(ballot).key}>{t.useKey}</ButtonLink>
            <a href={at.ballotOf(ballot).lostKey}>{messages(locale).reissues.link}</a>
          </>
        }>
        <p>{t.issuedBody(namesOf(props))}</p>
        <p>{t.issuedKey}</p>
        <p>{t.issuedLost}</p>
        {council.contactPhone ? <p>{voting.moments.votedNotYou({ phone: council.contactPhone })}</p> : null}
      </Message>
    ),
    closed: (
      <Message
        icon="lock"
        title={voting.moments.closedTitle}
        actions={
          <ButtonLink look="line" href={at.about}>
            {voting.moments.closedAbout}
          </ButtonLink>
        }
      >
        <p>{voting.moments.closedNotIn}</p>
      </Message>
    ),
    "not-open": notOpenPage(props).body,
    "no-pass": noPassPage(props).body,
    "too-many-changes": tooManyChangesPage(props).body,
  };
  return Object.entries(moments).map(([code, body]) => (
    <template key={code} id={`vote-moment-${code}`}>
      {body}
    </template>
  ));
}
