import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { bilingual } from "#db/columns.ts";
import { pots } from "#db/schema/budgeting/programmes.ts";
import { engagementAreas, engagementChanges, engagements } from "#db/schema/involvement/engagements.ts";
import { LOCALES, textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { tellFollowers } from "#features/notifications/following/tell-followers.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

/** What those who follow an engagement are told of. */
export type EngagementNews = "published" | "closing" | "decided" | "fed-back" | { readonly changeId: string };

/** Tells those who follow an engagement, its areas or the whole council what happened to it. Safe to repeat. */
export async function tellOfEngagement(tx: Transaction, scope: AnyScope, engagementId: string, news: EngagementNews): Promise<void> {
  const [row] = await tx
    .select({
      slug: engagements.slug,
      consultationId: engagements.consultationId,
      titleEn: engagements.titleEn,
      titleCy: engagements.titleCy,
      summaryEn: engagements.summaryEn,
      summaryCy: engagements.summaryCy,
      opensAt: engagements.opensAt,
      closesAt: engagements.closesAt,
      areaIds: sql<string>`coalesce((select json_agg(ea.area_id) from ${engagementAreas} ea where ea.engagement_id = engagements.id), '[]')::text`,
    })
    .from(engagements)
    .where(and(eq(engagements.councilId, scope.council.id), eq(engagements.id, engagementId)));
  if (!row) return;
  const name = bilingual(row.titleEn, row.titleCy);
  const summary = bilingual(row.summaryEn, row.summaryCy);
  const change = typeof news === "object" ? await findChange(tx, engagementId, news.changeId) : null;
  if (typeof news === "object" && !change) return;
  const inBoth = (say: (locale: Locale) => string): BilingualText => ({ en: say(LOCALES[0]), cy: say(LOCALES[1]) });
  const kind = typeof news === "object" ? "changed" : news;
  const words = (locale: Locale) => {
    const day = (at: Date | null) => (at ? format(locale).dayAndMonth(at) : "");
    return {
      t: messages(locale).following.engagement[kind],
      p: {
        title: textIn(name, locale).text,
        summary: textIn(summary, locale).text,
        opens: day(row.opensAt),
        closes: day(row.closesAt),
        what: change ? textIn(change.what, locale).text : "",
        reason: change ? textIn(change.reason, locale).text : "",
      },
    };
  };
  await tellFollowers(tx, scope, {
    kind: "engagement",
    id: engagementId,
    event: typeof news === "object" ? `engagement.changed:${news.changeId}` : `engagement.${news}:${engagementId}`,
    areaIds: JSON.parse(row.areaIds) as string[],
    message: {
      title: inBoth((locale) => words(locale).t.subject(words(locale).p)),
      text: inBoth((locale) => words(locale).t.text(words(locale).p)),
      address: `${row.consultationId === null ? "votes" : "consultations"}/${row.slug}${kind === "decided" || kind === "fed-back" ? "/results" : ""}`,
    },
  });
}

async function findChange(tx: Transaction, engagementId: string, changeId: string): Promise<{ readonly what: BilingualText; readonly reason: BilingualText } | null> {
  const [row] = await tx
    .select()
    .from(engagementChanges)
    .where(and(eq(engagementChanges.id, changeId), eq(engagementChanges.engagementId, engagementId)));
  return row ? { what: bilingual(row.whatEn, row.whatCy), reason: bilingual(row.reasonEn, row.reasonCy) } : null;
}

/** Tells of the result of the engagement a poll belongs to, once all its polls are declared. */
export async function tellOfDeclared(tx: Transaction, scope: AnyScope, pollId: string): Promise<void> {
  const [row] = await tx
    .select({ id: engagements.id })
    .from(engagements)
    .innerJoin(pots, eq(pots.programmeId, engagements.programmeId))
    .where(and(eq(engagements.councilId, scope.council.id), eq(pots.pollId, pollId), eq(engagements.state, "decided")));
  if (row) await tellOfEngagement(tx, scope, row.id, "decided");
}
