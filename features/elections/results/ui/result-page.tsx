import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import type { ContestCounted, ContestResult } from "#features/elections/results/queries.ts";
import { ElectionSheet } from "#features/voting/count-sheets/ui/election-sheet.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { ElectedWithoutVote } from "#features/elections/uncontested/ui/elected-without-vote.tsx";
import { OfficesTable } from "./offices-table.tsx";

interface ElectionResultProps {
  readonly locale: Locale;
  readonly title: BilingualText;
  readonly address: string;
  readonly results: readonly ContestResult[];
  /** Other pages that follow from the result, with their names. */
  readonly more: readonly { readonly href: string; readonly text: string }[];
}

/** The result of an election: who holds which office, and every step of the count in words and bars. */
export function ElectionResult({ locale, title, address, results, more }: ElectionResultProps) {
  const t = messages(locale).elections.results;
  const f = format(locale);
  return (
    <div className="stack-xl">
      <PageHead title={t.title({ election: textIn(title, locale).text })} />
      {more.length === 0 ? null : (
        <ul className="noprint">
          {more.map(({ href, text }) => (
            <li key={href}>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
      )}
      {results.map(({ contest, lotsAwaited, declared, withoutPoll }) => {
        const name = textIn(contest.name, locale).text;
        const heading = results.length > 1 ? name : t.elected;
        if (withoutPoll !== null)
          return (
            <Section key={contest.id} id={contest.slug} title={heading}>
              <div className="stack-l">
                <ElectedWithoutVote locale={locale} ended={withoutPoll} />
                {withoutPoll.outcome === "vacant" ? null : <OfficesTable locale={locale} offices={withoutPoll.offices} />}
                <p className="noprint">
                  <a href={`${address}/results/${contest.slug}/sheet`}>{messages(locale).uncontested.notice}</a>
                </p>
              </div>
            </Section>
          );
        if (declared === null)
          return (
            <Section key={contest.id} id={contest.slug} title={heading}>
              <Notice title={lotsAwaited ? t.lots : t.waiting} />
            </Section>
          );
        const here = `${address}/results/${contest.slug}`;
        return (
          <Section key={contest.id} id={contest.slug} title={heading}>
            <div className="stack-l">
              <OfficesTable locale={locale} offices={declared.offices} />
              <CountNotes locale={locale} counted={declared} />
              <p>
                {t.ballots({ count: declared.sheet.ballots, shown: f.number(declared.sheet.ballots) })} {t.declared({ when: f.dateAndTime(declared.at), name: declared.by })}
              </p>
              <HowClose locale={locale} margin={declared.margin} reissues={declared.reissues} />
              <ul className="noprint">
                <li>
                  <a href={`${here}/evening`}>{t.evening}</a>
                </li>
                <li>
                  <a href={`${here}/sheet`}>{t.sheet}</a>
                </li>
                <li>
                  <a href={`${here}/lesson`}>{messages(locale).lesson.link}</a>
                </li>
              </ul>
              <ElectionSheet locale={locale} outcome={declared.sheet.outcome} name={(id) => textIn(declared.names.get(id) ?? { en: id, cy: id }, locale).text} />
              <Downloads locale={locale} address={here} downloads={declared.downloads} />
            </div>
          </Section>
        );
      })}
    </div>
  );
}

/** By how many ballots it stands, and whether ballots given out again could have changed it; nothing where neither can be said. */
function HowClose({ locale, margin, reissues }: { readonly locale: Locale; readonly margin: number | null; readonly reissues: number }) {
  const t = messages(locale).elections.results.close;
  const f = format(locale);
  const counted = (count: number) => ({ count, shown: f.number(count) });
  if (margin === null && reissues === 0) return null;
  return (
    <p>
      {margin === null ? t.unknown : t.margin(counted(margin))}
      {reissues === 0 ? null : ` ${messages(locale).reissues.result(counted(reissues))} ${margin === null ? t.mayBe : reissues < margin ? t.same : t.mayHaveChanged}`}
    </p>
  );
}

/** Lots that were drawn and candidates who withdrew, in sentences. */
export function CountNotes({ locale, counted }: { readonly locale: Locale; readonly counted: Pick<ContestCounted, "lots" | "withdrawn" | "names"> }) {
  const t = messages(locale).elections.results;
  const f = format(locale);
  const nameOf = (number: number) => textIn(counted.names.get(String(number)) ?? { en: String(number), cy: String(number) }, locale).text;
  return (
    <>
      {counted.withdrawn.length === 0 ? null : <p>{t.withdrawn({ names: f.list(counted.withdrawn.map((name) => textIn(name, locale).text)) })}</p>}
      {counted.lots.map(({ drawnAt, lotOrder, witness }) => (
        <p key={drawnAt.toISOString()}>{t.lot({ when: f.dateAndTime(drawnAt), order: f.list(lotOrder.map(nameOf)), witness })}</p>
      ))}
    </>
  );
}

const FILES = ["votes.blt", "candidates.csv", "count.json"] as const;

function Downloads({ locale, address, downloads }: { readonly locale: Locale; readonly address: string; readonly downloads: readonly { readonly name: string }[] }) {
  const t = messages(locale).elections.results;
  const there = FILES.filter((name) => downloads.some((each) => each.name === name));
  return (
    <section aria-labelledby="downloads" className="panel noprint stack-s">
      <h2 id="downloads" className="h3">
        {t.downloads}
      </h2>
      <p>{there.includes("votes.blt") ? t.downloadsLead : t.small}</p>
      <ul>
        {there.map((name) => (
          <li key={name}>
            <a href={`${address}/${name}`} download>
              {t.files[name]}
            </a>
          </li>
        ))}
        <li>
          <a href={`${address}/ballot-log.tar.gz`} download>
            {t.files["ballot-log"]}
          </a>
        </li>
      </ul>
    </section>
  );
}
