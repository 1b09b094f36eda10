import type { Locale } from "#domain/basics/bilingual.ts";
import type { CouncilInView } from "#domain/councils/scope.ts";
import { showClaimReference } from "#domain/eligibility/claims/claim-reference.ts";

/** Where somebody sees how their request stands and answers. */
export const requestPath = ({ locale, council }: { readonly locale: Locale; readonly council: Pick<CouncilInView, "slug"> }, reference: string): string =>
  `/${locale}/${council.slug}/requests/${showClaimReference(reference)}`;
