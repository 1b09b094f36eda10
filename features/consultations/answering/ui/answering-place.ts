import type { BilingualText, Locale } from "#domain/basics/bilingual.ts";
import type { CouncilInView } from "#domain/councils/scope.ts";
import type { Survey } from "#domain/consultations/survey.ts";

/** The consultation somebody is answering, and where its pages stand. */
export interface AnsweringPlace {
  readonly locale: Locale;
  readonly council: CouncilInView;
  readonly slug: string;
  readonly title: BilingualText;
  readonly consultationId: string;
  readonly survey: Survey;
  readonly version: number;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly resultsAt: Date | null;
}

interface AtHand {
  readonly engagement: { readonly slug: string; readonly title: BilingualText; readonly resultsAt: Date | null };
  readonly open: { readonly consultationId: string; readonly survey: Survey; readonly version: number; readonly opensAt: Date; readonly closesAt: Date };
}

export const answeringPlace = ({ locale, council }: { readonly locale: Locale; readonly council: CouncilInView }, { engagement, open }: AtHand): AnsweringPlace => ({
  locale,
  council,
  slug: engagement.slug,
  title: engagement.title,
  resultsAt: engagement.resultsAt,
  ...open,
});

/** The addresses of a consultation's pages. */
export function answeringAddresses({ locale, council, slug }: Pick<AnsweringPlace, "locale" | "council" | "slug">) {
  const home = `/${locale}/${council.slug}/consultations/${slug}`;
  return {
    hub: `/${locale}/${council.slug}`,
    home,
    start: `${home}/start`,
    tasks: `${home}/tasks`,
    check: `${home}/check`,
    saved: `${home}/saved`,
    back: `${home}/return`,
    equality: `${home}/equality`,
    done: `${home}/done`,
    updates: `${home}/updates`,
    page: (code: string, from = "") => `${home}/q/${code}${from === "" ? "" : `?from=${from}`}`,
  };
}
