import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { Notice } from "#components/feedback/notice.tsx";
import type { DeclaredWithoutPoll } from "#features/elections/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

/** That a contest ended without a vote, with those elected and who declared it. */
export function ElectedWithoutVote({ locale, ended }: { readonly locale: Locale; readonly ended: DeclaredWithoutPoll }) {
  const t = messages(locale).uncontested;
  const f = format(locale);
  const vacant = ended.outcome === "vacant";
  return (
    <Notice kind={vacant ? "warn" : "good"} title={vacant ? t.vacantTitle : t.title}>
      <p>{vacant ? t.vacant : t.elected({ count: ended.elected.length, names: f.list(ended.elected.map(({ name }) => textIn(name, locale).text)) })}</p>
      <p>{t.declared({ when: f.dateAndTime(ended.at), name: ended.by })}</p>
    </Notice>
  );
}
