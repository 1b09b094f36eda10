import { textIn } from "#domain/basics/bilingual.ts";
import { couldAdd, select, type BallotPaper } from "#domain/voting/ballot-paper.ts";
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
import { namesOf, voteAddresses, type BallotPlace } from "./ballot-place.ts";
import { OfflineMessage } from "./moments.tsx";

export interface CheckPageProps extends BallotPlace {
  readonly paper: BallotPaper;
  readonly subjects: ReadonlyMap<number, SubjectAtHand>;
  readonly choices: readonly number[];
}

/** What was chosen, before it is cast. The choices travel in the form, never in an address. */
export function checkPage(props: CheckPageProps) {
  return {
    title: messages(props.locale).voting.check.title,
    layout: "task" as const,
    robots: "noindex",
    scripts: ["offline"],
    body: <Check {...props} />,
  };
}

function Check(props: CheckPageProps) {
  const { paper, subjects, choices, locale, ballot } = props;
  const t = messages(locale).voting.check;
  const f = format(locale);
  const at = voteAddresses(props).ballotOf(ballot);
  const { chosen, costPence } = select(paper, choices);
  const pot = paper.kind === "knapsack" ? paper.budgetPence : null;
  return (
    <div className="narrow narrow--wide stack-l">
      <PageHead kicker={t.step(namesOf(props))} title={t.title} lead={<Sum {...props} />} />
      <OfflineMessage locale={locale} form="check" />
      <form id="check" action={at.ballot} method="post" noValidate data-offline="">
        <HiddenFields fields={{ choice: chosen.map(({ number }) => String(number)) }} />
        {chosen.length === 0 ? (
          <Notice kind="warn" title={t.nothing}>
            {t.nothingBody}
          </Notice>
        ) : (
          <ChosenList
            items={chosen.map((option) => {
              const title = textIn(option.title, locale);
              const tile = subjects.get(option.number)?.tile ?? "";
              return {
                id: String(option.number),
                tile: isTileName(tile) ? tile : ("conversation" as const),
                title: title.text,
                ...(title.lang === locale ? {} : { lang: title.lang }),
                figure: option.costPence === null ? undefined : f.money(option.costPence),
                action: (
                  <LinkButton name="remove" value={String(option.number)} formAction={at.check} about={title.text}>
                    {t.remove}
                  </LinkButton>
                ),
              };
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

function Sum(props: CheckPageProps) {
  const { paper, choices, locale } = props;
  const t = messages(locale).voting.check;
  const f = format(locale);
  const { chosen, costPence } = select(paper, choices);
  if (chosen.length === 0) return <>{t.nothing}.</>;
  const count = <strong>{t.projects({ count: chosen.length, shown: f.number(chosen.length) })}</strong>;
  if (paper.kind !== "knapsack" || paper.budgetPence === null)
    return (
      <>
        {t.chosenBefore} {count}.
      </>
    );
  return (
    <>
      {t.chosenBefore} {count} {t.costing} <strong>{f.money(costPence)}</strong>. {t.leaves({ left: f.money(paper.budgetPence - costPence), ballot: namesOf(props).ballot })}
    </>
  );
}

function StillLeft({ paper, choices, locale }: CheckPageProps) {
  const t = messages(locale).voting.check;
  const f = format(locale);
  const selection = select(paper, choices);
  const more = couldAdd(paper, selection);
  if (more === null || paper.budgetPence === null) return null;
  const { dearest, others } = more;
  return (
    <Notice title={t.stillLeft({ left: f.money(paper.budgetPence - selection.costPence) })} className="mb-6">
      <p>
        {t.couldAdd({ project: textIn(dearest.title, locale).text, cost: f.money(dearest.costPence ?? 0), others })}{" "}
        <LinkButton name="intent" value="change">
          {t.addMore}
        </LinkButton>
      </p>
    </Notice>
  );
}
