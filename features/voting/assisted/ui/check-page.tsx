import { textIn } from "#domain/basics/bilingual.ts";
import type { Vote } from "#domain/voting/ballot-box/vote.ts";
import { fieldsOf } from "#domain/voting/ballot-form.ts";
import { couldAdd, hasPoints, isRanked, marksOf, select, type BallotPaper } from "#domain/voting/ballot-paper.ts";
import type { SubjectAtHand } from "#domain/voting/vote-at-hand.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Button, ButtonRow, LinkButton } from "#components/forms/button.tsx";
import { ChosenList } from "#components/forms/chosen-list.tsx";
import { HiddenFields } from "#components/forms/hidden-fields.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { isTileName } from "#components/pictures/tile.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { votingWords } from "./ballot-words.ts";
import { namesOf, voteAddresses, type BallotPlace } from "./ballot-place.ts";
import { OfflineMessage } from "./moments.tsx";

export interface CheckPageProps extends BallotPlace {
  readonly paper: BallotPaper;
  readonly subjects: ReadonlyMap<number, SubjectAtHand>;
  readonly filled: Vote;
  /** Places were left out between others, and the order was closed up. */
  readonly closedUp: boolean;
}

/** What was chosen, before it is cast. The choices travel in the form, never in an address. */
export function checkPage(props: CheckPageProps) {
  return {
    title: votingWords(props.locale, props.ballot).check.title,
    layout: "task" as const,
    robots: "noindex",
    scripts: ["offline"],
    body: <Check {...props} />,
  };
}

function Check(props: CheckPageProps) {
  const { paper, subjects, filled, closedUp, locale, ballot } = props;
  const t = votingWords(locale, ballot).check;
  const f = format(locale);
  const at = voteAddresses(props).ballotOf(ballot);
  const { costPence } = select(paper, filled.choices);
  const marks = marksOf(paper, filled);
  const pot = paper.kind === "knapsack" ? paper.budgetPence : null;
  return (
    <div className="narrow narrow--wide stack-l">
      <PageHead kicker={t.step(namesOf(props))} title={t.title} lead={<Sum {...props} />} />
      <OfflineMessage locale={locale} form="check" />
      <form id="check" className="stack" action={at.ballot} method="post" noValidate data-offline="">
        <HiddenFields fields={fieldsOf(paper, filled)} />
        {closedUp ? <Notice title={t.closedUp}>{t.closedUpBody}</Notice> : null}
        {marks.length === 0 ? (
          <Notice kind="warn" title={t.nothing}>
            {t.nothingBody}
          </Notice>
        ) : (
          <ChosenList
            items={marks.flatMap(({ number, value }) => {
              const option = paper.options.find((each) => each.number === number);
              if (option === undefined) return [];
              const title = textIn(option.title, locale);
              const tile = subjects.get(number)?.tile ?? "";
              return [
                {
                  id: String(number),
                  tile: isTileName(tile) ? tile : ("conversation" as const),
                  letters: subjects.get(number)?.initial?.toUpperCase(),
                  title: title.text,
                  ...(title.lang === locale ? {} : { lang: title.lang }),
                  figure: figureOf(props, value, option.costPence),
                  action: (
                    <LinkButton name="remove" value={String(number)} formAction={at.check} about={title.text}>
                      {t.remove}
                    </LinkButton>
                  ),
                },
              ];
            })}
            total={pot === null ? undefined : { label: t.total, figure: t.totalOf({ chosen: f.money(costPence), pot: f.money(pot) }) }}
          />
        )}
        <StillLeft {...props} />
        <Section id="before" title={t.beforeTitle} surface="panel">
          <ul className="stack-s">
            {t.before.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Section>
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

/** What stands at the right of a choice: its place, its points, or what it costs. */
function figureOf({ paper, locale }: CheckPageProps, value: number, costPence: number | null): string | undefined {
  const t = messages(locale).voting.ballot;
  if (isRanked(paper)) return t.place({ place: value });
  if (hasPoints(paper)) return t.points({ count: value, shown: format(locale).number(value) });
  return costPence === null ? undefined : format(locale).money(costPence);
}

function Sum(props: CheckPageProps) {
  const { paper, filled, locale, ballot } = props;
  const t = votingWords(locale, ballot).check;
  const f = format(locale);
  const { chosen, costPence } = select(paper, filled.choices);
  if (chosen.length === 0) return <>{t.nothing}.</>;
  const count = <strong>{t.projects({ count: chosen.length, shown: f.number(chosen.length) })}</strong>;
  if (paper.kind === "knapsack" && paper.budgetPence !== null)
    return (
      <>
        {t.chosenBefore} {count} {t.costing} <strong>{f.money(costPence)}</strong>. {t.leaves({ left: f.money(paper.budgetPence - costPence), ballot: namesOf(props).ballot })}
      </>
    );
  return (
    <>
      {isRanked(paper) ? t.rankedBefore : hasPoints(paper) ? t.pointedBefore : t.chosenBefore} {count}.
    </>
  );
}

function StillLeft({ paper, filled, locale }: CheckPageProps) {
  const t = messages(locale).voting.check;
  const f = format(locale);
  const selection = select(paper, filled.choices);
  const more = couldAdd(paper, selection);
  if (more === null || paper.budgetPence === null) return null;
  const { dearest, others } = more;
  return (
    <Notice title={t.stillLeft({ left: f.money(paper.budgetPence - selection.costPence) })} className="mb-6">
      <p>
        {t.couldAdd({ project: textIn(dearest.title, locale).text, cost: f.money(dearest.costPence ?? 0), others, shown: f.number(others) })}{" "}
        <LinkButton name="intent" value="change">
          {t.addMore}
        </LinkButton>
      </p>
    </Notice>
  );
}
