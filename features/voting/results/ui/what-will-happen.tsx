import { PotBar } from "#components/charts/pot-bar.tsx";
import { Grid } from "#components/layout/columns.tsx";
import { ProjectCard } from "#components/layout/project-card.tsx";
import { Section } from "#components/layout/section.tsx";
import { isTileName } from "#components/pictures/tile.tsx";
import { resultOf, winnersOf, type CountSheet } from "#domain/voting/results/count-sheet.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { counted, titleOf, type ResultParts } from "./options-to-show.ts";

/** The pot as one bar and its winners as cards, numbered alike. */
export function WhatWillHappen({ parts }: { readonly parts: ResultParts }) {
  const { locale, sheet } = parts;
  const t = messages(locale).results.happen;
  const f = format(locale);
  const winners = winnersOf(sheet);
  const left = sheet.budgetPence - sheet.outcome.totalCost;
  const rest = left === 0 ? t.barAll : fitsNoMore(sheet) ? t.barTooLittle({ left: f.money(left) }) : t.barLeft({ left: f.money(left) });
  return (
    <Section id="won" title={t.title}>
      <PotBar parts={winners.map((winner) => (100 * (resultOf(sheet, winner)?.cost ?? 0)) / sheet.budgetPence)} />
      <p className="small muted result__rest">
        {t.bar({ pot: f.money(sheet.budgetPence) })} {rest}
      </p>
      {winners.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <Grid columns={3} list="ordered">
          {winners.map((winner, at) => (
            <li key={winner}>
              <Winner parts={parts} number={winner} place={at + 1} />
            </li>
          ))}
        </Grid>
      )}
    </Section>
  );
}

function Winner({ parts, number, place }: { readonly parts: ResultParts; readonly number: number; readonly place: number }) {
  const { locale, sheet, options, resultAddress, hasPoints } = parts;
  const t = messages(locale).results.happen;
  const f = format(locale);
  const result = resultOf(sheet, number);
  const option = options.get(number);
  const title = titleOf(parts, number);
  return (
    <ProjectCard
      tile={option && isTileName(option.tile) ? option.tile : "budget"}
      number={`${place}.`}
      href={option?.slug ? `${resultAddress}/${option.slug}` : undefined}
      title={title.text}
      lang={title.lang === locale ? undefined : title.lang}
      cost={f.money(result?.cost ?? 0)}
      note={hasPoints ? t.points(counted(f, result?.score ?? 0)) : t.votes(counted(f, result?.votes ?? 0))}
    />
  );
}

/** Whether what is left pays for none of the others that people chose. */
function fitsNoMore({ outcome, budgetPence }: CountSheet): boolean {
  const left = budgetPence - outcome.totalCost;
  return outcome.projects.every(({ funded, cost, votes }) => funded || votes === 0 || cost > left);
}
