import type { HTMLInputAutoCompleteAttribute } from "react";
import { classNames } from "#components/styles/class-names.ts";
import { describedBy } from "./field-error.tsx";
import { Field, type FieldProps } from "./field.tsx";

/** How wide the box is, which tells how long an answer is expected. "code" and "long-code" are also set in capitals. */
export type FieldWidth = "full" | "medium" | "short" | "four" | "two" | "code" | "long-code";

const WIDTHS: Record<FieldWidth, string | undefined> = {
  full: undefined,
  medium: "in--20",
  short: "in--10",
  four: "in--4",
  two: "in--2",
  code: "in--code",
  "long-code": "in--code in--long-code",
};

export interface TextFieldProps extends FieldProps {
  readonly value?: string | undefined;
  /** "email", "tel", "search", "url" and "password" bring the fitting keyboard. Plain text unless told. */
  readonly type?: "text" | "email" | "tel" | "search" | "url" | "password" | undefined;
  readonly width?: FieldWidth | undefined;
  readonly autoComplete?: HTMLInputAutoCompleteAttribute | undefined;
  readonly inputMode?: "text" | "numeric" | "decimal" | "email" | "tel" | "search" | undefined;
  readonly maxLength?: number | undefined;
  /** Off for codes and names, which a spelling checker would mark. */
  readonly spellCheck?: boolean | undefined;
  /** The language the answer is written in, where it is not the page's. */
  readonly lang?: string | undefined;
  readonly hideLabel?: boolean | undefined;
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { name, id = name, label, hint, error, hideLabel, value, type = "text", width = "full" } = props;
  const isCode = width === "code" || width === "long-code";
  return (
    <Field name={name} id={id} label={label} hint={hint} error={error} hideLabel={hideLabel}>
      <input
        className={classNames("in", WIDTHS[width])}
        id={id}
        name={name}
        type={type}
        defaultValue={value}
        autoComplete={props.autoComplete ?? (isCode || type === "search" ? "off" : undefined)}
        autoCapitalize={isCode ? "characters" : undefined}
        inputMode={props.inputMode}
        maxLength={props.maxLength}
        spellCheck={props.spellCheck ?? (isCode ? false : undefined)}
        lang={props.lang}
        aria-describedby={describedBy(id, hint, error)}
        aria-invalid={error ? true : undefined}
      />
    </Field>
  );
}

/** An e-mail address, which the browser can fill in. */
export function EmailField(props: Omit<TextFieldProps, "type" | "inputMode">) {
  return <TextField width="medium" autoComplete="email" spellCheck={false} {...props} type="email" />;
}
