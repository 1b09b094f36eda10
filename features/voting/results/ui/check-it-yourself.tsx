import { Section } from "#components/layout/section.tsx";
import { Icon } from "#components/pictures/icon.tsx";
import { publishesBallots } from "#domain/voting/results/published-ballots.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import type { ResultParts } from "./options-to-show.ts";

export interface CheckItYourselfProps {
  readonly parts: ResultParts;
  readonly downloads: readonly { readonly name: string; readonly bytes: number }[];
  readonly digest: string;
  readonly declared: { readonly at: Date; readonly by: string };
}

/** What is published, and how to check the count with it. */
export function CheckItYourself({ parts: { locale, sheet, voteAddress, resultAddress }, downloads, digest, declared }: CheckItYourselfProps) {
  const t = messages(locale).results.check;
  const f = format(locale);
  const size = (bytes: number): string => t.kilobytes({ size: f.number(Math.max(1, Math.round(bytes / 1024))) });
  const known = downloads.filter((each): each is { name: "votes.pb" | "projects.csv" | "count.json"; bytes: number } => ["votes.pb", "projects.csv", "count.json"].includes(each.name));
  return (
    <Section id="check" title={t.title} surface="panel">
      <p>{publishesBallots(sheet.ballots) ? t.lead : t.leadFew}</p>
      <ul className="plain stack-s">
        {known.map(({ name, bytes }) => (
          <li key={name}>
            <a href={`${resultAddress}/${name}`} download>
              <Icon name="download" /> {t[name]({ size: size(bytes) })}
            </a>
          </li>
        ))}
        <li>
          <a href={`${resultAddress}/ballot-log.tar.gz`} download>
            <Icon name="download" /> {t.bundle}
          </a>
        </li>
        <li>
          <a href={`/${locale}/verify`}>{messages(locale).verification.title}</a>
        </li>
        {publishesBallots(sheet.ballots) ? (
          <li>
            <a href={`${resultAddress}/recount`}>{t.recount}</a>
          </li>
        ) : null}
        <li>
          <a href={`${resultAddress}/sheet`}>{t.sheet}</a>
        </li>
        <li>
          <a href={`${voteAddress}/log`}>{t.log}</a>
        </li>
        <li>
          <a href={`${resultAddress}/result.json`}>{messages(locale).announcing.embed.json}</a>
        </li>
      </ul>
      <p className="small">
        {t.digest}: <code className="result__digest">{digest}</code>
      </p>
      <p className="small muted">
        {t.digestNote} {t.declared({ name: declared.by, when: f.dateAndTime(declared.at) })} {t.licence}
      </p>
    </Section>
  );
}
