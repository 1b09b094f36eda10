import type { ReactNode } from "react";
import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { isSaid } from "#domain/golden-thread/thread.ts";
import { PageHead } from "#components/layout/page-head.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import type { NotedStop, ThreadStop } from "#features/golden-thread/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface NotedPageProps {
  readonly locale: Locale;
  /** The council's own address. */
  readonly home: string;
  readonly noted: NotedStop;
  /** Where it was said, if in a vote or consultation. */
  readonly engagement: ThreadStop | null;
  readonly areaName: BilingualText | null;
  /** The threads through it, already drawn. */
  readonly thread: ReactNode;
}

/** A figure, an opinion, a theme of comments, a policy ask or a decision, with what it came from and what it moved. */
export function NotedPage({ locale, home, noted, engagement, areaName, thread }: NotedPageProps) {
  const { noted: t, kinds } = messages(locale).goldenThread;
  const f = format(locale);
  const words = textIn(noted.words, locale);
  const say = (text: BilingualText) => textIn(text, locale).text;
  const host = /^https:\/\/([^/]+)/.exec(noted.source)?.[1] ?? "";
  return (
    <div className="stack-xl">
      <PageHead kicker={kinds[noted.kind]} title={say(noted.title)} />
      <div className="prose" lang={words.lang === locale ? undefined : words.lang}>
        {words.text.split(/\n+/).map((paragraph, index) => (
          <p key={index}>{paragraph}</p>
        ))}
      </div>
      <SummaryList
        rows={[
          ...(engagement ? [{ term: t.facts.saidIn, answer: <a href={`${home}/${engagement.address}`}>{say(engagement.title)}</a> }] : []),
          ...(noted.people === null ? [] : [{ term: t.facts.people, answer: t.peopleCount({ count: noted.people, shown: f.number(noted.people) }) }]),
          ...(isSaid(noted.kind) || say(noted.by) === "" ? [] : [{ term: noted.kind === "policy-ask" ? t.facts.asked : t.facts.by, answer: say(noted.by) }]),
          ...(noted.standing === null ? [] : [{ term: t.facts.standing, answer: t.standings[noted.standing] }]),
          { term: t.facts.onDay, answer: f.date(noted.onDay) },
          { term: t.facts.place, answer: areaName ? say(areaName) : t.everywhere },
          ...(noted.source === "" ? [] : [{ term: t.facts.source, answer: <a href={noted.source} rel="noopener">{`${t.openSource} (${host})`}</a> }]),
        ]}
      />
      {thread}
    </div>
  );
}
