import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { BURST_MINUTES } from "#domain/eligibility/claims/burst.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Button, ButtonLink, ButtonRow } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import type { OpenAlarm } from "../queries.ts";

export interface AlarmsProps {
  readonly locale: Locale;
  readonly desk: string;
  readonly alarms: readonly OpenAlarm[];
  /** Title of a vote, by its engagement. */
  readonly titleOf: (exerciseId: string) => BilingualText | undefined;
  readonly maySee: boolean;
}

/** Alarms that nobody has said to have seen, on the officers' first page. */
export function Alarms({ locale, desk, alarms, titleOf, maySee }: AlarmsProps) {
  const t = messages(locale).claims.desk.alarm;
  const f = format(locale);
  return alarms.map(({ exerciseId, kind, seen, expectedTenths, raisedAt }) => {
    const title = titleOf(exerciseId);
    const words = { seen: f.number(seen), minutes: f.number(BURST_MINUTES), expected: f.decimal(expectedTenths / 10, 1), when: f.dateAndTime(raisedAt) };
    const here = `${desk}/votes/${exerciseId}/requests`;
    return (
      <Notice key={`${exerciseId}${raisedAt.toISOString()}`} kind="bad" title={t.title({ vote: title ? textIn(title, locale).text : "" })}>
        <p>{kind === "burst" ? t.body(words) : t.bodyHeld(words)}</p>
        <Form action={`${here}/seen`} className="mt-4">
          <ButtonRow>
            <ButtonLink small href={here}>
              {t.look}
            </ButtonLink>
            {maySee ? (
              <Button small look="line">
                {t.seen}
              </Button>
            ) : null}
          </ButtonRow>
        </Form>
      </Notice>
    );
  });
}
