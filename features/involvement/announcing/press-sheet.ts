import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import type { ProjectInView } from "#features/budgeting/projects/queries.ts";
import { listProjects } from "#features/budgeting/projects/queries.ts";
import { getBudgetVote, type BudgetVoteInView } from "#features/involvement/queries.ts";
import { listOutcomes, listWinners, type OutcomeInView, type WinnerInView } from "#features/voting/results/queries.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { env } from "#platform/env.ts";

/** What newspapers are sent of a result, in one language: the same in print and as a document. */
export interface PressSheet {
  readonly lang: Locale;
  readonly council: string;
  readonly dateline: string;
  readonly headline: string;
  readonly paragraphs: readonly string[];
  readonly tables: readonly { readonly caption: string; readonly head: readonly [string, string, string]; readonly rows: readonly (readonly [string, string, string])[] }[];
  readonly notesTitle: string;
  readonly notes: readonly string[];
}

export interface DeclaredVote {
  readonly vote: BudgetVoteInView;
  readonly outcomes: ReadonlyMap<string, OutcomeInView>;
  readonly winners: readonly WinnerInView[];
  readonly projects: readonly ProjectInView[];
}

/** A vote of which every pot is declared, in five statements however many pots; 404 before. */
export async function getDeclaredVote(scope: AnyScope, slug: string): Promise<DeclaredVote> {
  const vote = await getBudgetVote(scope, slug);
  const pollIds = vote.pots.map(({ pollId }) => pollId);
  const [outcomes, winners, projects] = await Promise.all([listOutcomes(scope, pollIds), listWinners(scope, pollIds), listProjects(scope, vote.pots.map(({ id }) => id))]);
  for (const pollId of pollIds) found(outcomes.get(pollId)?.declared, "declared result");
  return { vote, outcomes, winners, projects };
}

/** The sheet in one language. */
export function pressSheet({ council, vote: { vote, outcomes, winners, projects }, locale }: { readonly council: { readonly slug: string; readonly name: BilingualText; readonly contactEmail: string; readonly contactPhone: string }; readonly vote: DeclaredVote; readonly locale: Locale }): PressSheet {
  const t = messages(locale).announcement.pressSheet;
  const f = format(locale);
  const words = (text: BilingualText): string => textIn(text, locale).text;
  const ends = vote.pots.flatMap((pot) => {
    const declared = outcomes.get(pot.pollId)?.declared;
    return declared ? [{ pot, ...declared }] : [];
  });
  const sum = (of: (end: (typeof ends)[number]) => number): number => ends.reduce((total, end) => total + of(end), 0);
  const funded = sum(({ winners: number }) => number);
  const spent = f.money(sum(({ spentPence }) => spentPence));
  const declaredAt = new Date(Math.max(...ends.map((end) => end.declaredAt.getTime())));
  const name = words(council.name);
  const shown = { count: funded, shown: f.number(funded) };
  return {
    lang: locale,
    council: name,
    dateline: t.dateline({ date: f.longDate(declaredAt) }),
    headline: t.headline({ council: name, projects: shown, spent }),
    paragraphs: [
      t.opening({ vote: words(vote.title), ballots: f.number(sum(({ ballots }) => ballots)), projects: shown, spent, pot: f.money(sum(({ budgetPence }) => budgetPence)) }),
      ...(vote.closesAt ? [t.closed({ date: f.longDate(vote.closesAt) })] : []),
      t.fair,
    ],
    tables: ends.map(({ pot, budgetPence, spentPence, ballots }) => ({
      caption: t.table({ pot: words(pot.name), spent: f.money(spentPence), of: f.money(budgetPence), ballots: f.number(ballots) }),
      head: [t.project, t.votes, t.cost],
      rows: winners
        .filter(({ pollId }) => pollId === pot.pollId)
        .map(({ option, votes, costPence }) => {
          const project = projects.find(({ potId, number }) => potId === pot.id && number === option);
          return [project ? words(project.title) : String(option), f.number(votes), f.money(costPence)];
        }),
    })),
    notesTitle: t.notes,
    notes: [
      t.secret,
      t.check({ link: `${env().BASE_URL}/${locale}/${council.slug}/votes/${vote.slug}/results` }),
      ...(council.contactEmail === "" ? [] : [t.contact({ email: council.contactEmail, phone: council.contactPhone })]),
    ],
  };
}
