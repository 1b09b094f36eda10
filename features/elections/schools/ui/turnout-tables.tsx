import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import type { TurnoutLine } from "#domain/elections/school-turnout.ts";
import { BarsTable } from "#components/charts/bars-table.tsx";
import { Section } from "#components/layout/section.tsx";
import type { PublishedSchools } from "#features/elections/schools/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

interface TurnoutBarsProps {
  readonly locale: Locale;
  readonly caption: string;
  readonly name: string;
  readonly lines: readonly (Omit<TurnoutLine<string>, "key"> & { readonly name: string; readonly note?: string | undefined })[];
  /** Voters with no school's slip; left out where there are none. Null where it is hidden. */
  readonly elsewhere: number | null | undefined;
}

/** Turnout line by line: voters, pupils, and the share as a bar. */
export function TurnoutBars({ locale, caption, name, lines, elsewhere }: TurnoutBarsProps) {
  const t = messages(locale).schools;
  const f = format(locale);
  const shown = (count: number | null): string => (count === null ? t.public.hidden : f.number(count));
  return (
    <BarsTable
      caption={caption}
      captionLook="hidden"
      showPlotHeader
      headers={{ name, value: t.voted, second: t.pupils, plot: t.turnout }}
      rows={[
        ...lines.map((line) => ({
          name: line.name,
          note: line.note,
          value: shown(line.voted),
          second: line.pupils === null ? "" : f.number(line.pupils),
          percent: (line.share ?? 0) * 90,
          ...(line.share === null ? {} : { besideBar: f.percent(line.share) }),
        })),
        ...(elsewhere === undefined || elsewhere === 0 ? [] : [{ name: t.elsewhere, value: shown(elsewhere), second: "", percent: 0 }]),
      ]}
    />
  );
}

interface PublicTurnoutProps {
  readonly locale: Locale;
  readonly election: BilingualText;
  /** Null before the election is declared, and where no school took part. */
  readonly turnout: PublishedSchools | null;
}

/** Turnout by school and by year group as everybody reads it. */
export function PublicTurnout({ locale, election, turnout }: PublicTurnoutProps) {
  const t = messages(locale).schools;
  const f = format(locale);
  const title = t.public.title({ election: textIn(election, locale).text });
  if (turnout === null)
    return (
      <div className="stack">
        <h1>{title}</h1>
        <p>{t.public.later}</p>
      </div>
    );
  return (
    <div className="stack-xl">
      <div className="stack">
        <h1>{title}</h1>
        <p className="lead">{t.public.lead({ count: turnout.voted, shown: f.number(turnout.voted) })}</p>
      </div>
      <SchoolTurnoutSections locale={locale} turnout={turnout} />
    </div>
  );
}

/** The two tables of turnout with what must be said about them. */
export function SchoolTurnoutSections({ locale, turnout }: { readonly locale: Locale; readonly turnout: PublishedSchools }) {
  const t = messages(locale).schools;
  const nameOf = (key: string): string => textIn(turnout.names.get(key) ?? { en: key, cy: key }, locale).text;
  const { elsewhere } = turnout;
  const hidden = [...turnout.schools, ...turnout.years].some(({ voted }) => voted === null) || elsewhere.besideSchools === null || elsewhere.besideYears === null;
  return (
    <>
      <Section id="schools" title={t.bySchool}>
        <TurnoutBars locale={locale} caption={t.bySchool} name={t.school} lines={turnout.schools.map((line) => ({ ...line, name: nameOf(line.key) }))} elsewhere={elsewhere.besideSchools} />
      </Section>
      <Section id="years" title={t.byYear}>
        <TurnoutBars locale={locale} caption={t.byYear} name={t.yearGroup} lines={turnout.years.map((line) => ({ ...line, name: t.year({ year: line.key }) }))} elsewhere={elsewhere.besideYears} />
      </Section>
      <div className="small muted">
        <p>{t.public.pupilsNote}</p>
        {hidden ? <p>{t.public.hiddenNote}</p> : null}
      </div>
    </>
  );
}
