import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { SMALLEST_CELL } from "#domain/consultations/analysis/hide-small-cells.ts";
import { BarsTable } from "#components/charts/bars-table.tsx";
import type { ThemeInView } from "#features/consultations/coding/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface ThemesFoundProps {
  readonly locale: Locale;
  readonly themes: readonly ThemeInView[];
  /** How many wrote something. */
  readonly written: number;
  /** Whether what the council says to each is public. */
  readonly answered: boolean;
}

/** What came up in comments, how often, and what the council says to each. */
export function ThemesFound({ locale, themes, written, answered }: ThemesFoundProps) {
  const t = messages(locale).coding.public;
  const hidden = messages(locale).analysis.hidden;
  const f = format(locale);
  const shown = themes.filter(({ answers }) => answers > 0);
  if (shown.length === 0) return null;
  const answers = themes.filter(({ answer }) => textIn(answer, locale).text.trim() !== "");
  return (
    <div className="stack">
      <BarsTable
        caption={t.title}
        headers={{ name: t.theme, value: t.comments, plot: t.comments }}
        rows={shown.map((theme) => {
          const small = theme.answers < SMALLEST_CELL;
          return { name: textIn(theme.name, locale).text, value: small ? hidden : f.number(theme.answers), percent: small ? 0 : (100 * theme.answers) / written };
        })}
      />
      <p className="small muted">{t.how({ count: f.number(written) })}</p>
      {answered && answers.length > 0 ? (
        <>
          <h3>{t.answers}</h3>
          <dl className="stack">
            {answers.map((theme) => (
              <div key={theme.id} id={`theme-${theme.id}`}>
                <dt>
                  <strong>{textIn(theme.name, locale).text}</strong>
                </dt>
                <dd>{textIn(theme.answer, locale).text}</dd>
              </div>
            ))}
          </dl>
        </>
      ) : null}
    </div>
  );
}
