export interface HiddenFieldsProps {
  /** Values to send along; a list sends its name once for each. */
  readonly fields: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** What a form sends besides its answers: its one-use number, the filters it came from. */
export function HiddenFields({ fields }: HiddenFieldsProps) {
  return Object.entries(fields).flatMap(([name, value]) => {
    const values = value === undefined ? [] : typeof value === "string" ? [value] : value;
    return values.map((each, index) => <input key={`${name}-${index}`} type="hidden" name={name} value={each} />);
  });
}
