import type { Locale } from "#domain/basics/bilingual.ts";
import { Tag, type TagKind } from "#components/feedback/tag.tsx";
import type { BatchStage } from "#features/voting/paper/queries.ts";
import { messages } from "#i18n/messages.ts";

const KINDS: Record<BatchStage, TagKind> = { out: "upcoming", "to-key": "underway", "to-decide": "atRisk", "to-sign": "closing", "to-countersign": "offTrack", sealed: "done" };

/** What a batch waits for. */
export const StageTag = ({ locale, stage }: { readonly locale: Locale; readonly stage: BatchStage }) => <Tag kind={KINDS[stage]}>{messages(locale).paper.stages[stage]}</Tag>;
