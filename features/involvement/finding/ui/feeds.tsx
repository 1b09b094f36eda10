import type { Locale } from "#domain/basics/bilingual.ts";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import type { Asked } from "#features/involvement/finding/queries.ts";
import type { AreaToChoose } from "#features/involvement/ui/engagement-to-show.ts";
import { messages } from "#i18n/messages.ts";
import { FindForm } from "./find-engagements.tsx";

export interface FeedsPageProps {
  readonly locale: Locale;
  /** The council's own address: `/en/millbrook`. */
  readonly home: string;
  /** The same with its host. */
  readonly whole: string;
  readonly areas: readonly AreaToChoose[];
  readonly asked: Asked;
  /** What was asked, as an address has it. */
  readonly query: string;
}

/** The list to take along: feeds for readers and calendars, data for programs, and a frame for the council's own site. */
export function FeedsPage({ locale, home, whole, areas, asked, query }: FeedsPageProps) {
  const t = messages(locale).finding.feeds;
  const address = (file: string) => `${whole}/${file}${query === "" ? "" : `?${query}`}`;
  const snippet = `<iframe src="${address("embed").replaceAll("&", "&amp;")}" title="${t.frameTitle}" width="100%" height="600" style="border:0" loading="lazy"></iframe>`;
  return (
    <div className="stack-xl">
      <PageHead title={t.title} lead={t.lead} />
      <FindForm locale={locale} home={home} areas={areas} asked={asked} whole action={`${home}/feeds`} />
      <Section id="feeds" title={t.feeds}>
        <ul className="stack">
          {(
            [
              ["engagements.atom", t.atom, t.atomFor],
              ["engagements.ics", t.calendar, t.calendarFor],
              ["engagements.json", t.json, t.jsonFor],
            ] as const
          ).map(([file, name, use]) => (
            <li key={file}>
              <a href={address(`feeds/${file}`)}>{name}</a>
              <br />
              {use}
            </li>
          ))}
        </ul>
      </Section>
      <Section id="embed" title={t.embed}>
        <div className="stack">
          <p>{t.embedFor}</p>
          <TextAreaField name="snippet" label={t.snippet} rows={4} value={snippet} />
          <p>
            <a href={address("embed")}>{t.look}</a>
          </p>
        </div>
      </Section>
    </div>
  );
}
