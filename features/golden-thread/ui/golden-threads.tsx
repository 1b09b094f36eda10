import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { isSearched, TAKEN_DOWN, threadsOf, type ThreadEnd } from "#domain/golden-thread/thread.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Card } from "#components/layout/card.tsx";
import { GoldenThread, type GoldenThreadStop } from "#components/layout/golden-thread.tsx";
import { Section } from "#components/layout/section.tsx";
import { messages } from "#i18n/messages.ts";

interface Stop extends ThreadEnd {
  readonly title: BilingualText;
  readonly state: string;
  readonly address: string;
}

export interface StrandToShow {
  readonly from: Stop;
  readonly to: Stop;
  readonly how: BilingualText;
}

export interface GoldenThreadsProps {
  readonly locale: Locale;
  /** The council's own address: `/en/millbrook`. */
  readonly home: string;
  readonly strands: readonly StrandToShow[];
  /** How many threads at the most. */
  readonly most?: number;
  /** The headings' level in the page; 3 unless told. */
  readonly level?: 2 | 3;
  /** Whether the page is of what was moved: each thread is then named by where it began, since where it ends is known. */
  readonly atEnd?: boolean;
}

/** Each thread on a card of its own, from the first voice to what is next. Those that reached furthest first. */
export function GoldenThreads({ locale, home, strands, most = 3, level = 3, atEnd = false }: GoldenThreadsProps) {
  const threads = [...threadsOf(strands)].sort((one, other) => other.length - one.length).slice(0, most);
  return (
    <div className="stack">
      {threads.map((thread, index) => {
        const named = atEnd ? thread[0]?.from : thread.at(-1)?.to;
        const title = named ? textIn(named.title, locale) : { text: "", lang: locale };
        return (
          <Card key={index} title={<span lang={title.lang === locale ? undefined : title.lang}>{title.text}</span>} level={level}>
            <GoldenThread stops={stopsOf(locale, home, thread)} />
          </Card>
        );
      })}
    </div>
  );
}

/** The threads through one thing, under a heading. Without any it says `empty`, or is left out where no such words are given. */
export function ThreadSection({ locale, home, strands, most = 6, empty, atEnd = false }: GoldenThreadsProps & { readonly empty?: string }) {
  const t = messages(locale).goldenThread;
  if (strands.length === 0 && empty === undefined) return null;
  return (
    <Section id="thread" title={atEnd ? t.cameFrom : t.title}>
      {strands.length === 0 ? (
        <EmptyState title={empty} />
      ) : (
        <div className="stack">
          <p>{t.lead}</p>
          <GoldenThreads locale={locale} home={home} strands={strands} most={most} atEnd={atEnd} />
        </div>
      )}
    </Section>
  );
}

/** What became of something one person wrote: the threads through it. Who wrote it reads also that there are none yet. */
export function WhatBecame({ own, ...props }: GoldenThreadsProps & { readonly own: boolean }) {
  const t = messages(props.locale).goldenThread.became;
  if (props.strands.length === 0 && !own) return null;
  return (
    <Section id="became" title={t.title}>
      {props.strands.length === 0 ? <EmptyState title={t.nothing}>{t.nothingMore}</EmptyState> : <GoldenThreads {...props} most={6} />}
    </Section>
  );
}

/** Whether people voted on a budget, elected somebody or answered there: the state of an engagement says only how far it is. */
const heldBy = ({ address }: Stop): "engagement" | "consultation" | "election" => (address.startsWith("consultations/") ? "consultation" : address.startsWith("elections/") ? "election" : "engagement");

/** Which words say how a stop stands: of an idea what it is, as its own page tells its story. */
const standingOf = (stop: Stop): string => (stop.kind === "engagement" ? heldBy(stop) : isSearched(stop.kind) && stop.state !== TAKEN_DOWN ? stop.kind : stop.state);

function stopsOf(locale: Locale, home: string, thread: readonly StrandToShow[]): readonly GoldenThreadStop[] {
  const t = messages(locale).goldenThread;
  const states: Readonly<Record<string, string>> = t.states;
  const [first] = thread;
  const passed = first ? [{ stop: first.from, how: null }, ...thread.map(({ to, how }) => ({ stop: to, how }))] : [];
  const stops = passed.map(({ stop, how }): GoldenThreadStop => {
    const title = textIn(stop.title, locale);
    const said = how ? textIn(how, locale).text : "";
    const stands = states[standingOf(stop)] ?? "";
    return {
      kind: t.stops[stop.kind],
      href: `${home}/${stop.address}`,
      title: title.text,
      note: said === "" ? stands : said,
      ...(title.lang === locale ? {} : { lang: title.lang }),
    };
  });
  const last = passed.at(-1)?.stop;
  // A thread is never cut short: its missing stops are drawn hollow and say that they are missing.
  if (last?.kind === "project") stops.push({ kind: t.stops.target, title: t.nothingYet, note: t.nothingYetMore, hollow: true });
  return [...stops, { kind: t.stops.next, title: t.toDo, note: t.toDoMore, hollow: true }];
}
