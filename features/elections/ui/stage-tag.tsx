import type { Locale } from "#domain/basics/bilingual.ts";
import type { ElectionStage } from "#domain/elections/stage.ts";
import { Tag, type TagKind } from "#components/feedback/tag.tsx";
import { messages } from "#i18n/messages.ts";

const KINDS: Record<ElectionStage, TagKind> = { draft: "notYet", announced: "notYet", nominations: "open", checking: "underway", candidates: "notYet", voting: "open", counting: "underway", declared: "decided" };

/** Where an election stands, by shape and in words. */
export const StageTag = ({ locale, stage }: { readonly locale: Locale; readonly stage: ElectionStage }) => <Tag kind={KINDS[stage]}>{messages(locale).elections.stages[stage]}</Tag>;
