import type { Locale } from "#domain/basics/bilingual.ts";
import type { DeliveryStanding } from "#domain/budgeting/delivery.ts";
import { Tag, type TagKind } from "#components/feedback/tag.tsx";
import { messages } from "#i18n/messages.ts";

const KINDS: Record<DeliveryStanding, TagKind> = { "being-planned": "notYet", "on-track": "good", late: "atRisk", finished: "done", stopped: "closed" };

/** How a funded project stands, in a word. */
export const StandingTag = ({ locale, standing }: { readonly locale: Locale; readonly standing: DeliveryStanding }) => (
  <Tag kind={KINDS[standing]}>{messages(locale).delivery.standings[standing]}</Tag>
);
