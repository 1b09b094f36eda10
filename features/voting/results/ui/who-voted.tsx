import type { ReactNode } from "react";
import { Grid } from "#components/layout/columns.tsx";
import { Section } from "#components/layout/section.tsx";
import { Choropleth } from "#components/maps/choropleth.tsx";
import type { AreaShape } from "#components/maps/projection.ts";
import { DataTable } from "#components/tables/data-table.tsx";
import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import type { ShownCount } from "#domain/basics/small-counts.ts";
import type { AreaBoundary } from "#domain/councils/area.ts";
import type { AgeBand } from "#domain/eligibility/age.ts";
import type { Channel } from "#domain/voting/poll.ts";
import type { AreaTurnout, PublishedTurnout } from "#domain/voting/results/turnout.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface WhoVotedProps {
  readonly locale: Locale;
  readonly turnout: PublishedTurnout & {
    readonly byChannel: readonly ShownCount<Channel>[];
    readonly byAgeBand: readonly ShownCount<AgeBand | "">[];
    readonly names: ReadonlyMap<string, BilingualText>;
    readonly boundaries: ReadonlyMap<string, AreaBoundary>;
  };
}

/** Beyond this many areas a map names them by their place in the table. */
const MOST_NAMES = 8;

/** Turnout by area as a map with its table, and by way of voting. */
export function WhoVoted({ locale, turnout }: WhoVotedProps) {
  const t = messages(locale).results.who;
  const f = format(locale);
  if (turnout.areas.length === 0) return null;
  const channels = turnout.byChannel.filter(({ count }) => count !== null && count > 0);
  const hidden = turnout.areas.some(({ voted }) => voted === null);
  return (
    <Section id="turnout" title={t.title}>
      <Grid columns={hasMap(turnout) ? 2 : 1} className="result__turnout">
        <TurnoutMap locale={locale} turnout={turnout} />
        <div className="stack">
          <TurnoutTable locale={locale} turnout={turnout} />
          <p className="small muted">
            {t.population} {hidden ? t.hidden : null}
          </p>
          {channels.length > 1 ? (
            <p className="small muted">{t.channels({ list: f.list(channels.map(({ key, count }) => t.oneChannel({ shown: f.number(count ?? 0), channel: t.channel[key] }))) })}</p>
          ) : null}
          <Ages locale={locale} turnout={turnout} />
        </div>
      </Grid>
    </Section>
  );
}

/** How many voted in each age band, where ages were asked. Small numbers are hidden. */
function Ages({ locale, turnout }: WhoVotedProps) {
  const t = messages(locale).results.who;
  const f = format(locale);
  const bands = turnout.byAgeBand.filter(({ count }) => count !== 0);
  if (bands.length === 0) return null;
  return (
    <DataTable
      caption={t.byAge}
      columns={[
        { key: "band", header: t.age, cell: ({ key }) => (key === "" ? t.unknown : t.bands[key]) },
        { key: "voted", header: t.voted, numeric: true, cell: ({ count }) => (count === null ? <span className="muted">{t.notShown}</span> : f.number(count)) },
      ]}
      rows={bands}
      rowKey={({ key }) => key}
    />
  );
}

function TurnoutTable({ locale, turnout }: WhoVotedProps) {
  const t = messages(locale).results.who;
  const f = format(locale);
  const numbered = hasMap(turnout) && turnout.areas.length > MOST_NAMES;
  const number = (value: number | null, absent: string): ReactNode => (value === null ? <span className="muted">{absent}</span> : f.number(value));
  const share = (area: Pick<AreaTurnout, "share" | "voted">): ReactNode => (area.share === null ? <span className="muted">{area.voted === null ? t.notShown : t.unknown}</span> : f.percent(area.share, 1));
  return (
    <DataTable
      caption={t.table}
      scrollLabel={t.region}
      columns={[
        { key: "area", header: t.area, cell: ({ areaId, at }) => `${numbered ? `${at + 1}. ` : ""}${nameOf(turnout, areaId, locale)}`, foot: t.all },
        { key: "voted", header: t.voted, numeric: true, cell: ({ voted }) => number(voted, t.notShown), foot: number(turnout.total.voted, t.notShown) },
        { key: "live", header: t.live, numeric: true, cell: ({ population }) => number(population, t.unknown), foot: number(turnout.total.population, t.unknown) },
        { key: "turnout", header: t.turnout, numeric: true, cell: share, foot: share(turnout.total) },
      ]}
      rows={turnout.areas.map((area, at) => ({ ...area, at }))}
      rowKey={({ areaId }) => areaId}
    />
  );
}

function TurnoutMap({ locale, turnout }: WhoVotedProps) {
  const t = messages(locale).results.who;
  const f = format(locale);
  const [highest] = turnout.areas;
  if (!hasMap(turnout) || highest?.share === null || highest === undefined) return null;
  return (
    <Choropleth
      label={t.map({ area: nameOf(turnout, highest.areaId, locale), turnout: f.percent(highest.share, 1) })}
      labels={turnout.areas.length > MOST_NAMES ? "numbers" : "names"}
      areas={turnout.areas.map(({ areaId, share }) => ({
        id: areaId,
        geometry: turnout.boundaries.get(areaId) as unknown as AreaShape["geometry"],
        name: nameOf(turnout, areaId, locale),
        value: share ?? 0,
        text: share === null ? t.notShown : f.percent(share, 1),
      }))}
    />
  );
}

/** A map wants every area's boundary, more than one area, and a share to show. */
const hasMap = ({ areas, boundaries }: WhoVotedProps["turnout"]): boolean =>
  areas.length > 1 && areas.every(({ areaId }) => boundaries.has(areaId)) && areas.some(({ share }) => share !== null);

const nameOf = ({ names }: WhoVotedProps["turnout"], areaId: string, locale: Locale): string => textIn(names.get(areaId) ?? { en: "", cy: "" }, locale).text;
