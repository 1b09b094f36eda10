import type { Locale } from "#domain/basics/bilingual.ts";
import type { PackStanding } from "#domain/elections/code-packs.ts";
import { Tag, type TagKind } from "#components/feedback/tag.tsx";
import { messages } from "#i18n/messages.ts";

const KINDS: Record<PackStanding, TagKind> = { making: "underway", failed: "offTrack", "to-print": "closing", "on-its-way": "underway", short: "offTrack", arrived: "good", accounted: "done", void: "closed" };

/** Where a pack of codes stands, by shape and in words. */
export const PackTag = ({ locale, standing }: { readonly locale: Locale; readonly standing: PackStanding }) => <Tag kind={KINDS[standing]}>{messages(locale).schools.one.standings[standing]}</Tag>;
