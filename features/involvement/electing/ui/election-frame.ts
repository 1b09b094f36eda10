import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import type { CouncilInView } from "#domain/councils/scope.ts";
import { messages } from "#i18n/messages.ts";

interface Where {
  readonly locale: Locale;
  readonly council: CouncilInView;
}

/** Where officers work at an election. */
export const electionHome = ({ locale, council }: Where, engagementId: string): string => `/${locale}/${council.slug}/manage/elections/${engagementId}`;

/** Where everybody reads of it. */
export const electionAddress = ({ locale, council }: Where, slug: string): string => `/${locale}/${council.slug}/elections/${slug}`;

/** What every page has on which somebody who stands does one thing, with the way back to their nomination. */
export const standFrame = (where: Where, { slug, title }: { readonly slug: string; readonly title: BilingualText }) => ({
  section: "take-part" as const,
  robots: "noindex",
  crumbs: [
    { href: electionAddress(where, slug), text: textIn(title, where.locale).text },
    { href: `${electionAddress(where, slug)}/stand`, text: messages(where.locale).nominations.own.title },
  ],
});

export const electionCrumbs = (where: Where, more: readonly { readonly href: string; readonly text: string }[] = []) => [
  { href: `/${where.locale}/${where.council.slug}/manage/elections`, text: messages(where.locale).elections.desk.title },
  ...more,
];
