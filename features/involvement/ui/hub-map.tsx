import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { standing } from "#domain/involvement/engagement.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { centreOf, type AreaShape } from "#components/maps/projection.ts";
import { MapList, PinMap } from "#components/maps/pin-map.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { addressOf, StandingTag } from "./engagement-list.tsx";
import type { AreaToChoose, EngagementToShow } from "./engagement-to-show.ts";
import { ListOrMap } from "./hub.tsx";

export interface HubMapProps {
  readonly locale: Locale;
  readonly home: string;
  readonly councilName: string;
  readonly engagements: readonly EngagementToShow[];
  readonly shapes: readonly (AreaToChoose & AreaShape)[];
  readonly now: Date;
}

/** Where something is going on: a drawing with numbered pins, and the list they number. */
export function HubMap({ locale, home, councilName, engagements, shapes, now }: HubMapProps) {
  const t = messages(locale).pages;
  const f = format(locale);
  const current = engagements.filter((engagement) => ["open", "closing-soon", "forthcoming"].includes(standing(engagement, now)));
  return (
    <>
      <PageHead title={t.mapPage.title} lead={t.mapPage.lead}>
        <ListOrMap locale={locale} home={home} current="map" />
      </PageHead>
      {shapes.length === 0 ? (
        <EmptyState level={2} title={t.mapPage.noAreas} action={<a href={home}>{t.hub.list}</a>} />
      ) : current.length === 0 ? (
        <EmptyState level={2} title={t.hub.nothingOpen} action={<a href={home}>{t.hub.list}</a>} />
      ) : (
        <MapList
          level={2}
          map={
            <PinMap
              label={t.mapPage.label({ council: councilName })}
              areas={shapes.map(({ id, name, geometry }) => ({ id, geometry, name: textIn(name, locale).text }))}
              hideNames={shapes.length > 12}
              pins={current.map((engagement, index) => pinOf(engagement, shapes, index))}
            />
          }
          items={current.map((engagement, index) => ({
            pin: t.mapPage.pin({ number: index + 1 }),
            href: addressOf(home, engagement),
            title: textIn(engagement.title, locale).text,
            place: engagement.areaNames.length === 0 ? t.mapPage.wholeCouncil : f.list(engagement.areaNames.map((name) => textIn(name, locale).text)),
            tag: <StandingTag locale={locale} engagement={engagement} now={now} />,
          }))}
        />
      )}
    </>
  );
}

/** In the middle of its first area, or of the whole council; set a little apart so that pins do not cover each other. */
function pinOf(engagement: EngagementToShow, shapes: HubMapProps["shapes"], index: number): { longitude: number; latitude: number } {
  const own = shapes.filter(({ id }) => engagement.areaIds.includes(id));
  const { longitude, latitude } = centreOf(own.length > 0 ? own.slice(0, 1) : shapes);
  return { longitude: longitude + (index % 3) * 0.004, latitude: latitude - Math.floor(index / 3) * 0.003 };
}
