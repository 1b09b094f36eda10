import { PhotoField } from "#components/forms/photo-field.tsx";
import type { Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { fieldError } from "#features/accounts/ui/form-faults.tsx";
import { messages } from "#i18n/messages.ts";
import type { PhotoInView } from "#platform/photos/photo-in-view.ts";

export interface PhotoQuestionProps {
  readonly locale: Locale;
  readonly form: RefusedForm;
  /** The name of the field; "photo" unless told. */
  readonly name?: string;
  /** Languages in which it is asked what the photo shows: both for officers of a council that publishes in Welsh. */
  readonly languages: readonly Locale[];
  /** The photo that stands or that came with the refused form: `findPhotos` of the id in `<name>Id`. */
  readonly photo: PhotoInView | null;
}

/** A photo and what it shows in words, with what was typed and what is wrong. The form must be `multipart`, read by `readPhotoForm`. */
export function PhotoQuestion({ locale, form, name = "photo", languages, photo }: PhotoQuestionProps) {
  const t = messages(locale).photos;
  const suffix = (language: Locale) => (language === "en" ? "En" : "Cy");
  return (
    <PhotoField
      name={name}
      legend={t.legend}
      hint={t.hint}
      error={fieldError(locale, form, name, t.faults)}
      kept={photo ?? undefined}
      words={t}
      alternatives={languages.map((language) => ({
        language: suffix(language),
        label: languages.length === 1 ? t.alt : t.altIn[language],
        hint: t.altHint,
        value: typed(form, `${name}Alt${suffix(language)}`, photo?.alt[language] ?? ""),
        error: fieldError(locale, form, `${name}Alt${suffix(language)}`, t.faults),
      }))}
    />
  );
}
