import { inTransaction } from "#db/client.ts";
import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { getVoteForOfficers, type BudgetVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { beginRound, type Recipient } from "#features/notifications/letters/begin-round.ts";
import { listOutcomes, type OutcomeInView } from "#features/voting/results/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { record } from "#platform/audit-trail.ts";
import { env } from "#platform/env.ts";
import { listProposers } from "./queries.ts";

/** The letter that says how a vote ended, in one language. */
export interface AnnouncementLetter {
  readonly subject: string;
  readonly body: string;
}

export const occasionOf = (engagementId: string): string => `announcement:${engagementId}`;

/**
 * Writes to everybody who asked to be told, and to those who proposed a project, how the vote ended: each person once, whatever
 * happens. Sent again nothing is sent. Only when every pot is declared.
 */
export function announce(scope: ActorScope, { engagementId, note }: { readonly engagementId: string; readonly note: BilingualText }): Promise<Result<void, "not-declared">> {
  return inTransaction(async (tx) => {
    const vote = await getVoteForOfficers(scope, engagementId, tx);
    authorise(scope, "engagement.give-feedback", vote);
    if (vote.state !== "decided" && vote.state !== "fed-back") return err("not-declared");
    const outcomes = await listOutcomes(scope, vote.programme.pots.map(({ pollId }) => pollId));
    const [en, cy] = (["en", "cy"] as const).map((locale) => announcementLetter(scope, locale, vote, outcomes, textIn(note, locale).text));
    const proposers: readonly Recipient[] = await listProposers(scope, vote.programme.id, tx);
    const welsh = scope.council.welsh;
    const began = await beginRound(tx, scope, {
      occasion: occasionOf(vote.id),
      engagementId: vote.id,
      subject: { en: en?.subject ?? "", cy: welsh ? (cy?.subject ?? "") : "" },
      body: { en: en?.body ?? "", cy: welsh ? (cy?.body ?? "") : "" },
      proposers,
      deliveryOnly: false,
    });
    if (began) await record(tx, scope, { act: "announcement.sent", thing: { kind: "engagement", id: vote.id } });
    return ok();
  });
}

/** The letter: the officer's own words, what each pot chose, and where to read why. It is the same for everybody of a language. */
export function announcementLetter(scope: ActorScope, locale: Locale, vote: BudgetVoteForOfficers, outcomes: ReadonlyMap<string, OutcomeInView>, note: string): AnnouncementLetter {
  const t = messages(locale).announcement.letter;
  const f = format(locale);
  const title = textIn(vote.texts.title, locale).text;
  const lines = vote.programme.pots.flatMap(({ pollId, name }) => {
    const declared = outcomes.get(pollId)?.declared;
    if (!declared) return [];
    const { winners, spentPence, budgetPence, ballots } = declared;
    return [t.pot({ pot: textIn(name, locale).text, winners: { count: winners, shown: f.number(winners) }, spent: f.money(spentPence), of: f.money(budgetPence), ballots: f.number(ballots) })];
  });
  const link = `${env().BASE_URL}/${locale}/${scope.council.slug}/votes/${vote.slug}/results`;
  return {
    subject: t.subject({ vote: title }),
    body: [...(note === "" ? [] : [note]), t.opening({ vote: title, council: textIn(scope.council.name, locale).text }), lines.join("\n"), `${t.read}\n${link}`].join("\n\n"),
  };
}
