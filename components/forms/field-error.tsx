import { Icon } from "#components/pictures/icon.tsx";

/** What is wrong with an answer, and how to fix it. */
export interface FieldError {
  /** Said before the message to screen readers: "Error". */
  readonly word: string;
  readonly message: string;
}

export function FieldErrorMessage({ id, error }: { readonly id: string; readonly error: FieldError }) {
  return (
    <p className="err" id={id}>
      <Icon name="warning" />
      <span>
        <span className="vh">{error.word}: </span>
        {error.message}
      </span>
    </p>
  );
}

/** The ids that describe a control, for `aria-describedby`. */
export function describedBy(id: string, hint: unknown, error: FieldError | undefined): string | undefined {
  return [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ") || undefined;
}
