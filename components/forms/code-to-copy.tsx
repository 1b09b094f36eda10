import { Field } from "./field.tsx";

export interface CodeToCopyProps {
  readonly label: string;
  readonly text: string;
}

/** Text to take into another program, in a box that selects as a whole and changes nothing. */
export function CodeToCopy({ label, text }: CodeToCopyProps) {
  const id = `copy-${label.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
  return (
    <Field name={id} id={id} label={label}>
      <textarea className="in in--copy" id={id} rows={4} readOnly spellCheck={false} defaultValue={text} />
    </Field>
  );
}
