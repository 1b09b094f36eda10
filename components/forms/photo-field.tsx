import type { ReactNode } from "react";
import { Photo } from "#components/pictures/photo.tsx";
import { Checkbox } from "./choices.tsx";
import { describedBy, FieldErrorMessage, type FieldError } from "./field-error.tsx";
import { TextAreaField } from "./text-area-field.tsx";

export interface PhotoAlternative {
  /** The end of the field's name: `photoAltEn`. */
  readonly language: "En" | "Cy";
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly value?: string | undefined;
  readonly error?: FieldError | undefined;
}

export interface PhotoFieldProps {
  /** The name of the file; `<name>Id`, `<name>Remove`, `<name>AltEn` and `<name>AltCy` go with it. */
  readonly name: string;
  readonly legend: ReactNode;
  readonly hint: ReactNode;
  readonly error?: FieldError | undefined;
  /** What stands or was sent with a form that had faults; it need not be chosen again. */
  readonly kept?: { readonly id: string; readonly width: number; readonly height: number } | undefined;
  readonly words: { readonly file: string; readonly another: string; readonly kept: string; readonly keptAlt: string; readonly remove: string };
  /** One for each language that is asked for. */
  readonly alternatives: readonly PhotoAlternative[];
}

/** A photo and what it shows in words, asked for together. The form must be `multipart`. */
export function PhotoField({ name, legend, hint, error, kept, words, alternatives }: PhotoFieldProps) {
  return (
    <fieldset className={error ? "field--err" : undefined}>
      <legend className="label">{legend}</legend>
      <p className="hint" id={`${name}-hint`}>
        {hint}
      </p>
      {error ? <FieldErrorMessage id={`${name}-error`} error={error} /> : null}
      {kept ? (
        <div className="photo-kept">
          <input type="hidden" name={`${name}Id`} value={kept.id} />
          <Photo id={kept.id} width={kept.width} height={kept.height} alt={words.keptAlt} sizes="160px" />
          <div>
            <p>{words.kept}</p>
            <Checkbox name={`${name}Remove`} text={words.remove} />
          </div>
        </div>
      ) : null}
      <div className="stack">
        <div className="field">
          <label htmlFor={name}>{kept ? words.another : words.file}</label>
          <input className="in in--file" id={name} name={name} type="file" accept="image/jpeg,image/png,image/webp" aria-describedby={describedBy(name, hint, error)} aria-invalid={error ? true : undefined} />
        </div>
        {alternatives.map(({ language, label, hint: about, value, error: wrong }) => (
          <TextAreaField key={language} name={`${name}Alt${language}`} label={label} hint={about} value={value} error={wrong} rows={2} lang={language === "Cy" ? "cy" : "en"} />
        ))}
      </div>
    </fieldset>
  );
}
