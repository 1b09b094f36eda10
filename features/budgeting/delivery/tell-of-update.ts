import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { bilingual } from "#db/columns.ts";
import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { listProposers } from "#features/budgeting/proposers/queries.ts";
import { tellFollowers } from "#features/notifications/following/tell-followers.ts";
import { beginRound } from "#features/notifications/letters/begin-round.ts";
import { messages } from "#i18n/messages.ts";
import { env } from "#platform/env.ts";

export interface UpdateToTell {
  readonly projectId: string;
  readonly updateId: string;
  readonly title: BilingualText;
  readonly text: BilingualText;
}

/** Sends an update to those who follow the project, and to those of its vote's mailing list and its proposers who do not: each once. */
export async function tellOfUpdate(tx: Transaction, scope: AnyScope, { projectId, updateId, title, text }: UpdateToTell): Promise<void> {
  const [project] = await tx.execute<{ title_en: string; title_cy: string; address: string; engagement_id: string }>(sql`
    select p.title_en, p.title_cy, 'votes/' || e.slug || '/projects/' || t.slug || '/' || p.slug as address, e.id as engagement_id
    from projects p join pots t on t.id = p.pot_id join engagements e on e.programme_id = t.programme_id
    where p.council_id = ${scope.council.id} and p.id = ${projectId}`);
  if (!project) return;
  const name = bilingual(project.title_en, project.title_cy);
  const subjectIn = (locale: Locale) => messages(locale).delivery.mail.subject({ project: textIn(name, locale).text, title: textIn(title, locale).text });
  const bodyIn = (locale: Locale) => `${textIn(text, locale).text}\n\n${messages(locale).delivery.mail.read}\n${env().BASE_URL}/${locale}/${scope.council.slug}/${project.address}`;
  const event = `project.updated:${updateId}`;
  const subject = { en: subjectIn("en"), cy: subjectIn("cy") };
  await tellFollowers(tx, scope, { kind: "project", id: projectId, event, message: { title: subject, text, address: project.address } });
  await beginRound(tx, scope, {
    occasion: `update:${updateId}`,
    engagementId: project.engagement_id,
    subject,
    body: { en: bodyIn("en"), cy: bodyIn("cy") },
    proposers: await listProposers(scope, { projectId }, tx),
    deliveryOnly: true,
    besides: event,
  });
}
