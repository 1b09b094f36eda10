import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { promisesKept } from "#domain/involvement/promise.ts";
import { Tag } from "#components/feedback/tag.tsx";
import { Facts } from "#components/layout/facts.tsx";
import { GoldenThread, type GoldenThreadStop } from "#components/layout/golden-thread.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import type { MayorsBudget, PersonWithPromises, PromiseInView } from "#features/involvement/promises/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { electedInWords, PROMISE_TAGS } from "./promise-words.ts";

export interface PromisesPageProps {
  readonly locale: Locale;
  /** The council's own address. */
  readonly home: string;
  readonly election: BilingualText;
  /** Contests of the election. */
  readonly contests: number;
  readonly budget: MayorsBudget;
  readonly people: readonly PersonWithPromises[];
}

/** Those elected, what they promised, and on one gold line each what became of it. */
export function PromisesPage({ locale, home, election, contests, budget, people }: PromisesPageProps) {
  const t = messages(locale).promises;
  const f = format(locale);
  const sum = promisesKept(people.flatMap(({ made }) => made.map(({ standing }) => standing)));
  return (
    <div className="stack-xl">
      <PageHead kicker={textIn(election, locale).text} title={t.page.title} lead={t.page.lead}>
        {budget.isPublic ? <a href={`${home}/votes/${budget.slug}`}>{textIn(budget.title, locale).text}</a> : budget.shown ? <a href={`${home}/programmes/${budget.slug}`}>{textIn(budget.title, locale).text}</a> : null}
      </PageHead>
      <Facts
        facts={[
          { term: t.page.made, figure: f.number(sum.made) },
          { term: t.page.underWay, figure: f.number(sum.underWay) },
          { term: t.page.kept, figure: f.number(sum.kept) },
        ]}
      />
      {people.map((person) => {
        const words = electedInWords(locale, person, contests);
        return (
          <Section key={person.nominationId} id={`elected-${person.nominationId}`} title={words.title}>
            <div className="stack-l">
              {words.office === "" ? null : <p className="muted">{words.office}</p>}
              {person.made.length === 0 ? <p>{t.page.none}</p> : person.made.map((promise) => <PromiseCard key={promise.id} locale={locale} home={home} budget={budget} promise={promise} />)}
            </div>
          </Section>
        );
      })}
    </div>
  );
}

function PromiseCard({ locale, home, budget, promise }: Pick<PromisesPageProps, "locale" | "home" | "budget"> & { readonly promise: PromiseInView }) {
  const t = messages(locale).promises;
  const text = textIn(promise.text, locale);
  const told = promise.told === null ? null : textIn(promise.told.words, locale);
  return (
    <article className="card stack-s" id={`promise-${promise.id}`}>
      <p>
        <Tag kind={PROMISE_TAGS[promise.standing]}>{t.standings[promise.standing]}</Tag>
      </p>
      <h3 lang={text.lang === locale ? undefined : text.lang}>{text.text}</h3>
      {promise.addedAt === null ? null : <p className="small muted">{t.page.added({ day: format(locale).date(promise.addedAt) })}</p>}
      {promise.proposal === null ? (
        told === null || promise.told === null ? (
          <p>{t.page.notYet}</p>
        ) : (
          <>
            <p lang={told.lang === locale ? undefined : told.lang}>{told.text}</p>
            <p className="small muted">{t.page.toldOn({ day: format(locale).date(promise.told.at) })}</p>
          </>
        )
      ) : (
        <GoldenThread stops={stopsOf(locale, home, budget, promise)} />
      )}
    </article>
  );
}

/** Promise, proposal, project, delivery: what is still to come is drawn hollow. */
function stopsOf(locale: Locale, home: string, budget: MayorsBudget, { text: promised, proposal, project, delivery, standing }: PromiseInView): readonly GoldenThreadStop[] {
  const t = messages(locale).promises;
  const { ideas, delivery: words } = messages(locale);
  const f = format(locale);
  const own = textIn(promised, locale);
  const stops: GoldenThreadStop[] = [{ kind: t.stops.promise, title: own.text, ...(own.lang === locale ? {} : { lang: own.lang }) }];
  if (proposal === null) return stops;
  const title = textIn(proposal.title, locale);
  const reason = textIn(proposal.reason, locale).text;
  // Once its project is voted on, the project says how it stands.
  const voted = project !== null && project.state !== "draft";
  const stands = [...(voted ? [] : [ideas.states[proposal.state]]), ...(proposal.merged ? [t.page.merged] : []), ...(reason === "" ? [] : [reason])].join(". ");
  stops.push({
    kind: t.stops.proposal,
    title: t.page.number({ number: proposal.number, title: title.text }),
    ...(stands === "" ? {} : { note: stands }),
    ...(budget.shown ? { href: `${home}/votes/${budget.slug}/ideas/${String(proposal.number)}` } : {}),
    ...(title.lang === locale ? {} : { lang: title.lang }),
  });
  if (standing === "not-taken-further") return stops;
  // What stands on a ballot that is still drafted is not known to anybody yet.
  if (project === null || project.state === "draft") return [...stops, { kind: t.stops.project, title: t.page.toChoose, hollow: true }];
  const built = textIn(project.title, locale);
  stops.push({
    kind: t.stops.project,
    title: built.text,
    href: `${home}/votes/${budget.slug}/projects/${project.pot}/${project.slug}`,
    note: `${f.money(project.costPence)}. ${t.standings[project.state === "delivered" ? "funded" : project.state]}`,
    ...(built.lang === locale ? {} : { lang: built.lang }),
  });
  if (project.state === "not-this-time") return stops;
  if (delivery === null) return [...stops, { kind: t.stops.delivery, title: t.page.toCount, hollow: true }];
  return [...stops, { kind: t.stops.delivery, title: words.standings[delivery.standing], ...(delivery.steps === 0 ? {} : { note: t.page.steps({ done: delivery.done, steps: delivery.steps, paid: f.money(delivery.paidPence) }) }), hollow: delivery.standing === "being-planned" }];
}

/** On the page of a proposal or project: that it began as a promise. */
export function BeganAsPromise({ locale, home, promise }: { readonly locale: Locale; readonly home: string; readonly promise: { readonly id: string; readonly text: BilingualText; readonly election: BilingualText; readonly electionSlug: string } | null }) {
  if (promise === null) return null;
  const t = messages(locale).promises;
  return (
    <Section id="promise" title={t.began.title}>
      <p>
        {t.began.text({ election: textIn(promise.election, locale).text })} <a href={`${home}/elections/${promise.electionSlug}/promises#promise-${promise.id}`}>{t.began.link}</a>
      </p>
    </Section>
  );
}
