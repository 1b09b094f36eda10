import type { BilingualText, Locale } from "#domain/basics/bilingual.ts";
import type { Answers } from "#domain/consultations/answer.ts";
import type { Survey } from "#domain/consultations/survey.ts";
import type { CouncilInView } from "#domain/councils/scope.ts";
import type { AnsweringPlace } from "./answering-place.ts";

interface Previewed {
  readonly slug: string;
  readonly texts: { readonly title: BilingualText };
  readonly resultsAt: Date | null;
  readonly consultation: { readonly id: string; readonly draft: Survey; readonly version: number | null; readonly opensAt: Date | null; readonly closesAt: Date | null };
}

/** The survey being written, as if it were asked. */
export const previewPlace = ({ locale, council }: { readonly locale: Locale; readonly council: CouncilInView }, { slug, texts, resultsAt, consultation }: Previewed): AnsweringPlace => ({
  locale,
  council,
  slug,
  title: texts.title,
  resultsAt,
  consultationId: consultation.id,
  survey: consultation.draft,
  version: consultation.version ?? 0,
  opensAt: consultation.opensAt ?? new Date(0),
  closesAt: consultation.closesAt ?? new Date(0),
});

/** The answers a preview carries along; none where they cannot be read. */
export function readCarried(text: string): Answers {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === "object" && read !== null ? (read as Answers) : {};
  } catch {
    return {};
  }
}
