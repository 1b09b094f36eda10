import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { standing, type EngagementState } from "#domain/involvement/engagement.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { Section } from "#components/layout/section.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface ConcludeProps {
  readonly locale: Locale;
  readonly address: string;
  readonly engagement: { readonly state: EngagementState; readonly opensAt: Date | null; readonly closesAt: Date | null };
  /** Written answers that nobody has read. */
  readonly unread: number;
  /** Main themes without an answer. */
  readonly unanswered: readonly BilingualText[];
  readonly may: boolean;
  readonly now: Date;
}

/** From the close of a consultation to its decision: what may be done now, and what stands in the way. */
export function Conclude({ locale, address, engagement, unread, unanswered, may, now }: ConcludeProps) {
  const t = messages(locale).coding.conclude;
  const stands = standing(engagement, now);
  return (
    <Section id="next" title={t.title} surface="card">
      <div className="stack">
        {unread > 0 ? <Notice kind="warn" title={t.unread({ count: unread })} /> : null}
        {stands === "we-did" || engagement.state === "decided" ? (
          <Notice kind="good" title={t.decided} />
        ) : engagement.state === "analysed" ? (
          <>
            <Notice kind="good" title={t.shown} />
            <p>{t.decideLead}</p>
            {unanswered.length > 0 ? <p>{t.unanswered({ names: format(locale).list(unanswered.map((name) => textIn(name, locale).text)) })}</p> : null}
            {may ? <Act address={address} act="decide" text={t.decide} /> : null}
          </>
        ) : stands === "closed" ? (
          <>
            <p>{t.publishResultsLead}</p>
            {may ? <Act address={address} act="results" text={t.publishResults} /> : null}
          </>
        ) : (
          <p>{t.stillOpen}</p>
        )}
      </div>
    </Section>
  );
}

function Act({ address, act, text }: { readonly address: string; readonly act: "results" | "decide"; readonly text: string }) {
  return (
    <Form action={`${address}#next`} hidden={{ do: act }}>
      <ButtonRow>
        <Button>{text}</Button>
      </ButtonRow>
    </Form>
  );
}
