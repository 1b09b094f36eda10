import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import type { DeclaredVote } from "#features/involvement/announcing/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

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

/** The sheet in one language; `base` is where this installation is reached. */
export function pressSheet({ council, vote: { vote, outcomes, winners, projects }, locale, base }: { readonly council: { readonly slug: string; readonly name: BilingualText; readonly contactEmail: string; readonly contactPhone: string }; readonly vote: DeclaredVote; readonly locale: Locale; readonly base: string }): PressSheet {
  const t = messages(locale).announcing.pressSheet;
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
    dateline: t.dateline({ date: f.date(declaredAt) }),
    headline: t.headline({ council: name, projects: shown, spent }),
    paragraphs: [
      t.opening({ vote: words(vote.title), ballots: f.number(sum(({ ballots }) => ballots)), projects: shown, spent, pot: f.money(sum(({ budgetPence }) => budgetPence)) }),
      ...(vote.closesAt ? [t.closed({ date: f.date(vote.closesAt) })] : []),
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
      t.check({ link: `${base}/${locale}/${council.slug}/votes/${vote.slug}/results` }),
      ...(council.contactEmail === "" ? [] : [t.contact({ email: council.contactEmail, phone: council.contactPhone })]),
    ],
  };
}
