import type { ReactNode } from "react";
import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { standing } from "#domain/involvement/engagement.ts";
import { ButtonLink } from "#components/forms/button.tsx";
import { Card } from "#components/layout/card.tsx";
import { PageHero } from "#components/layout/page-hero.tsx";
import { Section } from "#components/layout/section.tsx";
import { WeAsked } from "#components/layout/we-asked.tsx";
import { OnPageLinks } from "#components/navigation/on-page-links.tsx";
import { ViewSwitch } from "#components/navigation/view-switch.tsx";
import { FindForm } from "#features/involvement/finding/ui/find-engagements.tsx";
import type { ProgrammeInView } from "#features/involvement/phases/queries.ts";
import { ProgrammeCards } from "#features/involvement/phases/ui/programme-page.tsx";
import { FollowLink } from "#features/notifications/following/ui/follow-link.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { addressOf, EngagementList } from "./engagement-list.tsx";
import type { AreaToChoose, EngagementToShow } from "./engagement-to-show.ts";

export interface HubProps {
  readonly locale: Locale;
  readonly home: string;
  readonly council: { readonly name: BilingualText; readonly phone: string };
  readonly engagements: readonly EngagementToShow[];
  /** Those whose vote is not published yet: people may suggest ideas, or see them checked. */
  readonly programmes: readonly ProgrammeInView[];
  readonly feedback: readonly FeedbackToShow[];
  readonly areas: readonly AreaToChoose[];
  /** Projects residents funded, and how many of them are finished. */
  readonly delivered: { readonly funded: number; readonly delivered: number };
  /** The golden threads of the council, already drawn; nothing where there are none. */
  readonly threads: ReactNode;
  readonly now: Date;
}

export interface FeedbackToShow {
  /** Null where it holds no consultation. */
  readonly consultationId: string | null;
  readonly slug: string;
  readonly title: BilingualText;
  readonly asked: BilingualText;
  readonly said: BilingualText;
  readonly did: BilingualText;
}

/** So many that are being counted or read, and so many with results, are shown here; the rest are on the page of results. */
const MOST_CLOSED = 3;
const MOST_DONE = 6;

/** The engagements of a hub by how they stand: what closes soonest first, and of what is over the newest. */
function sorted({ engagements, now }: Pick<HubProps, "engagements" | "now">) {
  const of = (...wanted: string[]) => engagements.filter((engagement) => wanted.includes(standing(engagement, now)));
  return { open: of("open", "closing-soon"), soon: of("closing-soon"), coming: of("forthcoming"), closed: of("closed").toReversed(), done: of("results", "we-did").toReversed() };
}

/** The dark band at the top: what this place is for, and the vote that closes first. */
export function HubHero({ locale, home, council, engagements, now }: HubProps) {
  const t = messages(locale).pages.hub;
  const [first] = sorted({ engagements, now }).open;
  const amount = first ? format(locale).money(first.potTotalPence) : "";
  return (
    <PageHero
      kicker={textIn(council.name, locale).text}
      title={t.heading}
      lead={t.lead}
      actions={
        <>
          {first ? (
            <ButtonLink look="gold" forward href={addressOf(home, first)}>
              {first.potTotalPence > 0 ? t.vote({ amount }) : textIn(first.title, locale).text}
            </ButtonLink>
          ) : null}
          <ButtonLink look={first ? "ghost" : "gold"} href={`${home}/results`}>
            {t.seeWhatChanged}
          </ButtonLink>
        </>
      }
    />
  );
}

/** Everything a council asks its residents, and what came of it. */
export function Hub(props: HubProps) {
  const { locale, home, council, engagements, programmes, feedback, areas, delivered, threads, now } = props;
  const t = messages(locale).pages.hub;
  const { open, soon, coming, closed, done } = sorted(props);
  return (
    <div className="stack-xl">
      <div>
        <OnPageLinks
          label={t.show}
          links={[
            { href: "#open", text: t.openNowCount({ count: open.length }), current: true },
            ...(soon.length > 0 ? [{ href: `${home}/search?show=closing-soon`, text: t.closingSoonCount({ count: soon.length }) }] : []),
            ...(coming.length > 0 ? [{ href: "#forthcoming", text: t.forthcomingCount({ count: coming.length }) }] : []),
            { href: `${home}/results`, text: t.resultsCount({ count: done.length }) },
            ...(feedback.length > 0 ? [{ href: "#we-did", text: t.weDid }] : []),
          ]}
        />
        <Section id="open" title={t.openNow} beside={<ListOrMap locale={locale} home={home} current="list" />}>
          <div className="stack">
          <FindForm locale={locale} home={home} areas={areas} />
          {open.length === 0 ? (
            <Card surface="panel" title={engagements.length === 0 ? t.noneYet : t.nothingOpen} level={3}>
              <p>{engagements.length === 0 ? t.noneYetMore : t.nothingOpenMore}</p>
            </Card>
          ) : (
            <EngagementList locale={locale} home={home} engagements={open} now={now} />
          )}
          </div>
        </Section>
      </div>
      {programmes.length > 0 ? (
        <Section id="programmes" title={messages(locale).programme.list.title} beside={<a href={`${home}/programmes`}>{messages(locale).programme.list.all}</a>}>
          <ProgrammeCards locale={locale} home={home} programmes={programmes} now={now} level={3} />
        </Section>
      ) : null}
      {coming.length > 0 ? (
        <Section id="forthcoming" title={t.forthcoming}>
          <EngagementList locale={locale} home={home} engagements={coming} now={now} />
        </Section>
      ) : null}
      {closed.length + done.length > 0 ? (
        <Section id="results" title={messages(locale).pages.results.title} beside={<a href={`${home}/results`}>{t.allResults}</a>}>
          <EngagementList locale={locale} home={home} engagements={[...closed.slice(0, MOST_CLOSED), ...done.slice(0, MOST_DONE)]} now={now} />
        </Section>
      ) : null}
      {delivered.funded > 0 ? (
        <Section id="delivered" title={messages(locale).delivery.list.title} surface="panel">
          <p>
            <a href={`${home}/projects`}>{messages(locale).delivery.list.delivered(delivered)}</a>
          </p>
        </Section>
      ) : null}
      {feedback.length > 0 ? (
        <Section id="we-did" title={t.weDid}>
          <div className="stack">
            {feedback.slice(0, 3).map((one) => (
              <Feedback key={one.slug} locale={locale} home={home} feedback={one} />
            ))}
          </div>
        </Section>
      ) : null}
      {threads ? (
        <Section id="threads" title={t.threads}>
          <div className="stack">
            <p>{t.threadsLead}</p>
            {threads}
          </div>
        </Section>
      ) : null}
      <Section id="hear" title={messages(locale).finding.hear} surface="tint">
        <div className="stack">
          <p>{messages(locale).finding.hearLead}</p>
          <div className="row">
            <FollowLink locale={locale} home={home} />
            <a href={`${home}/feeds`}>{messages(locale).finding.takeAlong}</a>
          </div>
        </div>
      </Section>
      {council.phone === "" ? null : (
        <Section id="no-internet" title={t.noInternet} surface="panel">
          <p>{t.noInternetBody({ phone: council.phone })}</p>
        </Section>
      )}
    </div>
  );
}

export function ListOrMap({ locale, home, current }: { readonly locale: Locale; readonly home: string; readonly current: "list" | "map" }) {
  const t = messages(locale).pages.hub;
  return (
    <ViewSwitch
      label={t.showAs}
      views={[
        { href: home, text: t.list, icon: "list", current: current === "list" },
        { href: `${home}/map`, text: t.map, icon: "map", current: current === "map" },
      ]}
    />
  );
}

/** We asked, you said, we did, with a link to the whole result. */
export function Feedback({ locale, home, feedback, level = 3, readMore = true }: { readonly locale: Locale; readonly home: string; readonly feedback: FeedbackToShow; readonly level?: 2 | 3; readonly readMore?: boolean }) {
  const t = messages(locale).pages.weAsked;
  const title = textIn(feedback.title, locale).text;
  const words = (text: BilingualText) => textIn(text, locale).text;
  return (
    <WeAsked
      label={title}
      level={level}
      asked={{ title: t.asked, words: words(feedback.asked) }}
      said={{ title: t.said, words: words(feedback.said) }}
      did={{
        title: t.did,
        words: (
          <>
            <p>{words(feedback.did)}</p>
            {readMore ? (
              <p>
                <a href={addressOf(home, feedback, true)}>
                  {t.readMore}
                  <span className="vh"> {t.about({ title })}</span>
                </a>
              </p>
            ) : null}
          </>
        ),
      }}
    />
  );
}
