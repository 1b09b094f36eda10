import { Icon } from "#components/pictures/icon.tsx";

/** What is wrong with an answer, and how to fix it. */
export interface FieldError {
  /** Said before the message to screen readers: "Error". */
  readonly word: string;
  readonly message: string;
  /** A part of the message that stands in English on a page that does not. */
  readonly english?: string | undefined;
}

/** The words of a message, with what it quotes in English marked for those who hear the page. */
export function ErrorWords({ text, english = "" }: { readonly text: string; readonly english?: string | undefined }) {
  const at = english === "" ? -1 : text.indexOf(english);
  if (at === -1) return text;
  return (
    <>
      {text.slice(0, at)}
      <span lang="en">{english}</span>
      {text.slice(at + english.length)}
    </>
  );
}

export function FieldErrorMessage({ id, error }: { readonly id: string; readonly error: FieldError }) {
  return (
    <p className="err" id={id}>
      <Icon name="warning" />
      <span>
        <span className="vh">{error.word}: </span>
        <ErrorWords text={error.message} english={error.english} />
      </span>
    </p>
  );
}

/** The ids that describe a control, for `aria-describedby`. */
export function describedBy(id: string, hint: unknown, error: FieldError | undefined): string | undefined {
  return [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ") || undefined;
}
