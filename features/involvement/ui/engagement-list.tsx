import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { standing, type Standing, type Topic } from "#domain/involvement/engagement.ts";
import { responseClock } from "#domain/involvement/response-clock.ts";
import { Tag, type TagKind } from "#components/feedback/tag.tsx";
import { Grid } from "#components/layout/columns.tsx";
import { EngagementCard } from "#components/layout/engagement-card.tsx";
import { isTileName, type TileName } from "#components/pictures/tile.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import type { EngagementToShow } from "./engagement-to-show.ts";

export interface EngagementListProps {
  readonly locale: Locale;
  /** The council's own address: `/en/millbrook`. */
  readonly home: string;
  readonly engagements: readonly EngagementToShow[];
  readonly now: Date;
  readonly columns?: 2 | 3;
  /** The headings' level in the page; 3 unless told. */
  readonly level?: 2 | 3;
}

/** Engagements as cards, each a link to its page. */
export function EngagementList({ locale, home, engagements, now, columns = 2, level = 3 }: EngagementListProps) {
  return (
    <Grid columns={columns} list="unordered">
      {engagements.map((engagement) => (
        <li key={engagement.slug}>
          <Card locale={locale} home={home} engagement={engagement} now={now} level={level} />
        </li>
      ))}
    </Grid>
  );
}

/** An engagement's own page, or its results. */
export const addressOf = (home: string, { slug, consultationId }: Pick<EngagementToShow, "slug" | "consultationId">, finished = false): string =>
  `${home}/${consultationId === null ? "votes" : "consultations"}/${slug}${finished ? "/results" : ""}`;

const TILE_OF_TOPIC: Record<Topic, TileName> = {
  "budget-and-spending": "budget",
  "children-and-young-people": "young-people",
  "community-safety": "lights",
  "culture-and-leisure": "theatre",
  "environment-and-parks": "trees",
  "health-and-care": "health",
  "housing-and-planning": "homes",
  "transport-and-streets": "bus",
};

/** The picture of an engagement: of a vote its first project's, of a consultation its topic's. */
export const tileOf = ({ tile, consultationId, topic }: Pick<EngagementToShow, "tile" | "consultationId" | "topic">): TileName =>
  consultationId !== null ? TILE_OF_TOPIC[topic] : isTileName(tile) ? tile : "budget";

interface CardProps {
  readonly locale: Locale;
  readonly home: string;
  readonly engagement: EngagementToShow;
  readonly now: Date;
  readonly level: 2 | 3;
}

function Card({ locale, home, engagement, now, level }: CardProps) {
  const t = messages(locale).pages.facts;
  const f = format(locale);
  const title = textIn(engagement.title, locale);
  const places = engagement.areaNames.map((name) => textIn(name, locale).text);
  const stands = standing(engagement, now);
  const finished = stands === "results" || stands === "we-did";
  return (
    <EngagementCard
      level={level}
      tile={tileOf(engagement)}
      tag={<StandingTag locale={locale} engagement={engagement} now={now} />}
      href={addressOf(home, engagement, finished)}
      title={title.text}
      lang={title.lang === locale ? undefined : title.lang}
      facts={[
        { icon: "place", text: places.length === 0 ? t.everywhere : f.list(places) },
        ...(stands === "open" || stands === "closing-soon" ? [{ icon: "clock" as const, text: t.minutes({ count: engagement.consultationId === null ? 6 : (engagement.surveyMinutes ?? 10) }) }] : []),
        ...(engagement.takenPart > 0 ? [{ icon: "people" as const, text: t[engagement.consultationId === null ? "voted" : "answered"]({ count: engagement.takenPart, shown: f.number(engagement.takenPart) }) }] : []),
      ]}
    >
      {textIn(engagement.summary, locale).text}
    </EngagementCard>
  );
}

const TAGS: Record<Standing, TagKind> = { forthcoming: "upcoming", open: "open", "closing-soon": "closing", closed: "closed", results: "decided", "we-did": "done" };

/** Whether it is open, and until when, in words; of a consultation that it waits for its answer longer than twelve weeks. */
export function StandingTag({ locale, engagement, now }: { readonly locale: Locale; readonly engagement: EngagementThatStands; readonly now: Date }) {
  const late = isAnswerLate(engagement, now);
  return <Tag kind={late ? "atRisk" : TAGS[standing(engagement, now)]}>{standingWords(locale, engagement, now)}</Tag>;
}

type EngagementThatStands = Pick<EngagementToShow, "state" | "opensAt" | "closesAt"> & { readonly consultationId?: string | null };

const isAnswerLate = (engagement: EngagementThatStands, now: Date): boolean => Boolean(engagement.consultationId) && responseClock({ ...engagement, decidedAt: null }, now).at === "overdue";

/** How an engagement stands, in the words of its tag. */
export function standingWords(locale: Locale, engagement: EngagementThatStands, now: Date): string {
  const t = messages(locale).pages.standing;
  const f = format(locale);
  if (isAnswerLate(engagement, now)) return messages(locale).conduct.response.overdueTag;
  const words: Record<Standing, string> = {
    forthcoming: engagement.opensAt ? t.opens({ date: f.dayAndMonth(engagement.opensAt) }) : t.opens({ date: "" }),
    open: engagement.closesAt ? t.openUntil({ date: f.dayAndMonth(engagement.closesAt) }) : t.openUntil({ date: "" }),
    "closing-soon": engagement.closesAt ? t.closes({ date: f.dayAndMonth(engagement.closesAt) }) : "",
    closed: engagement.consultationId ? t.reading : t.counting,
    results: t.results,
    "we-did": t.weDid,
  };
  return words[standing(engagement, now)];
}
