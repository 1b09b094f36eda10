import type { ReactNode } from "react";
import { PATH, type TransferStage } from "#domain/asset-transfers/transfer.ts";
import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Tag, type TagKind } from "#components/feedback/tag.tsx";
import { Grid } from "#components/layout/columns.tsx";
import { EngagementCard } from "#components/layout/engagement-card.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { Thread, type ThreadStop } from "#components/layout/thread.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface TransferToShow {
  readonly slug: string;
  readonly reference: string;
  readonly title: BilingualText;
  readonly summary: BilingualText;
  readonly organisation: string;
  readonly areaName: BilingualText | null;
  readonly stage: TransferStage;
}

const TAGS: Partial<Record<TransferStage, TagKind>> = { completion: "done", monitoring: "done", declined: "closed", withdrawn: "closed" };

function StageTag({ locale, stage }: { readonly locale: Locale; readonly stage: TransferStage }) {
  return <Tag kind={TAGS[stage] ?? "underway"}>{messages(locale).assetTransfers.stages[stage]}</Tag>;
}

export interface TransferListProps {
  readonly locale: Locale;
  readonly home: string;
  readonly transfers: readonly TransferToShow[];
}

/** Every building or piece of land a local group asks to run. */
export function TransferList({ locale, home, transfers }: TransferListProps) {
  const t = messages(locale).assetTransfers;
  return (
    <div className="stack-l">
      <PageHead title={t.title} lead={t.lead} />
      {transfers.length === 0 ? (
        <EmptyState level={2} title={t.none}>
          {t.noneMore}
        </EmptyState>
      ) : (
        <Grid columns={2} list="unordered">
          {transfers.map((transfer) => (
            <li key={transfer.slug}>
              <EngagementCard
                level={2}
                tile="hall"
                tag={<StageTag locale={locale} stage={transfer.stage} />}
                href={`${home}/asset-transfers/${transfer.slug}`}
                title={textIn(transfer.title, locale).text}
                facts={transfer.areaName ? [{ icon: "place", text: textIn(transfer.areaName, locale).text }] : []}
              >
                {t.by({ organisation: transfer.organisation })}
              </EngagementCard>
            </li>
          ))}
        </Grid>
      )}
    </div>
  );
}

export interface TransferPageProps {
  readonly locale: Locale;
  readonly transfer: TransferToShow & { readonly stages: readonly { readonly stage: TransferStage; readonly reachedOn: string; readonly note: BilingualText }[] };
  /** The golden threads that led to it, already drawn; nothing where there are none. */
  readonly thread: ReactNode;
}

/** One proposal: how far it has got, what is proposed, and the voices behind it. */
export function TransferPage({ locale, transfer, thread }: TransferPageProps) {
  const t = messages(locale).assetTransfers;
  const summary = textIn(transfer.summary, locale);
  return (
    <div className="stack-xl">
      <PageHead tile="hall" tag={<StageTag locale={locale} stage={transfer.stage} />} title={textIn(transfer.title, locale).text} lead={t.by({ organisation: transfer.organisation })} />
      <Section id="stages" title={t.where}>
        <Thread across stops={stopsOf(locale, transfer)} words={{ done: t.done, now: t.now }} />
      </Section>
      <Section id="proposed" title={t.proposed} className="stack">
        {summary.text === "" ? null : (
          <div className="prose" lang={summary.lang === locale ? undefined : summary.lang}>
            {summary.text.split(/\n{2,}/).map((paragraph, index) => (
              <p key={index}>{paragraph}</p>
            ))}
          </div>
        )}
        <SummaryList
          rows={[
            { term: t.facts.organisation, answer: transfer.organisation },
            { term: t.facts.reference, answer: transfer.reference },
            ...(transfer.areaName ? [{ term: t.facts.area, answer: textIn(transfer.areaName, locale).text }] : []),
          ]}
        />
      </Section>
      {thread}
    </div>
  );
}

/** The stages in order with their dates. One that ended early shows its end after the stages it reached. */
function stopsOf(locale: Locale, transfer: TransferPageProps["transfer"]): readonly ThreadStop[] {
  const t = messages(locale).assetTransfers;
  const f = format(locale);
  const reached = new Map(transfer.stages.map((stage) => [stage.stage, stage]));
  const ended = transfer.stage === "declined" || transfer.stage === "withdrawn";
  const path = ended ? [...PATH.filter((stage) => reached.has(stage)), transfer.stage] : PATH;
  const at = path.indexOf(transfer.stage);
  return path.map((stage, index) => {
    const noted = reached.get(stage);
    const note = noted ? textIn(noted.note, locale).text : "";
    return {
      state: index < at ? "done" : index === at ? "now" : "later",
      title: t.stages[stage],
      ...(noted ? { note: [f.date(noted.reachedOn), note].filter(Boolean).join(". ") } : {}),
    };
  });
}
