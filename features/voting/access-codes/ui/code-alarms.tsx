import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface CodeAlarmsProps {
  readonly locale: Locale;
  readonly desk: string;
  readonly alarms: readonly { readonly voteId: string; readonly raisedAt: Date; readonly tries: number; readonly wrong: number }[];
  readonly titleOf: (voteId: string) => BilingualText | undefined;
}

/** Votes whose codes somebody may be guessing, for the first page of the workspace. */
export function CodeAlarms({ locale, desk, alarms, titleOf }: CodeAlarmsProps) {
  const t = messages(locale).accessCodes.desk;
  const { number, dateAndTime } = format(locale);
  return alarms.map(({ voteId, raisedAt, tries, wrong }) => {
    const title = titleOf(voteId);
    return (
      <Notice key={voteId} kind="bad" title={title ? `${t.alarmTitle}: ${textIn(title, locale).text}` : t.alarmTitle}>
        <p>{t.alarmBody({ wrong: number(wrong), tries: number(tries), when: dateAndTime(raisedAt) })}</p>
        <p>
          <a href={`${desk}/votes/${voteId}/codes`}>{t.alarmLink}</a>
        </p>
      </Notice>
    );
  });
}
