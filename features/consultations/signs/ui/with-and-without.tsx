import type { Locale } from "#domain/basics/bilingual.ts";
import { mayTellBoth } from "#domain/consultations/register/signs.ts";
import { Details } from "#components/layout/details.tsx";
import { Section } from "#components/layout/section.tsx";
import { BarsTable } from "#components/charts/bars-table.tsx";
import type { Asked } from "#features/consultations/analysis/queries.ts";
import { dimensionName, valueName, valuesInOrder } from "#features/consultations/analysis/ui/words.ts";
import type { CountedApart, WithAndWithout as Compared } from "#features/consultations/signs/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface WithAndWithoutProps {
  readonly locale: Locale;
  readonly asked: Asked;
  readonly apart: CountedApart;
  readonly compared: readonly Compared[];
}

/**
 * What is counted apart and why, and how every question comes out with and without it. In whole per cents, and not at all where so few
 * are counted apart, or left, that a difference would tell what one of them answered.
 */
export function WithAndWithout({ locale, asked, apart, compared }: WithAndWithoutProps) {
  const t = messages(locale).signs.report;
  const f = format(locale);
  if (apart.responses === 0) return null;
  const shown = compared.filter(({ all, without }) => mayTellBoth(all.answered, without.answered));
  return (
    <Section id="with-and-without" title={t.title}>
      <div className="stack">
        <p>{t.lead({ count: apart.responses, shown: f.number(apart.responses) })}</p>
        <ul>
          {apart.groups.map(({ kind, responses, reason }, at) => (
            <li key={at}>
              {t.group({ kind: messages(locale).signs.kinds[kind], count: responses })}: {reason}
            </li>
          ))}
        </ul>
        {shown.map(({ dimension, all, without }) => {
          const values = valuesInOrder(dimension, asked.wards);
          const share = (count: number | undefined, answered: number) => (answered === 0 ? 0 : Math.round((100 * (count ?? 0)) / answered));
          return (
            <Details key={dimension.key} summary={dimensionName(locale, dimension)}>
              <BarsTable
                caption={dimensionName(locale, dimension)}
                captionLook="hidden"
                headers={{ name: t.answer, value: t.with, second: t.without, plot: t.both }}
                rows={values.map((value) => {
                  const [one, other] = [share(all.counts.get(value), all.answered), share(without.counts.get(value), without.answered)];
                  return { name: valueName(locale, dimension, value, asked), value: f.percent(one / 100), second: f.percent(other / 100), percent: one, comparedPercent: other };
                })}
              />
            </Details>
          );
        })}
        {shown.length < compared.length ? <p className="small muted">{t.hidden}</p> : null}
      </div>
    </Section>
  );
}
