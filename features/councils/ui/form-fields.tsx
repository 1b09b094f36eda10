import type { ReactNode } from "react";
import { Checkboxes, type Choice } from "#components/forms/choices.tsx";
import type { SelectOption } from "#components/forms/select-field.tsx";
import type { FieldWidth } from "#components/forms/text-field.tsx";
import { fieldError } from "#features/accounts/ui/form-faults.tsx";
import { BothLines, BothParagraphs, Choose, DateBoxes, Line, Paragraphs, Select, Whole, type FormKit } from "./form-kit.tsx";

/** A question of a form, by what kind of answer it takes. */
export type FormField =
  | { readonly kind: "line"; readonly name: string; readonly hint?: ReactNode; readonly width?: FieldWidth }
  | { readonly kind: "both-lines" | "date" | "whole"; readonly name: string; readonly hint?: ReactNode }
  | { readonly kind: "both-paragraphs" | "paragraphs"; readonly name: string; readonly hint?: ReactNode; readonly rows?: number }
  | { readonly kind: "select"; readonly name: string; readonly hint?: ReactNode; readonly options: readonly SelectOption[] }
  | { readonly kind: "choose"; readonly name: string; readonly hint?: ReactNode; readonly choices: readonly Choice[] }
  | { readonly kind: "checks"; readonly name: string; readonly hint?: ReactNode; readonly choices: readonly Choice[]; readonly stands?: readonly string[] };

/** The questions of a form, one under the other. */
export function FormFields({ kit, fields }: { readonly kit: FormKit; readonly fields: readonly FormField[] }) {
  return fields.map((field) => <OneField key={`${field.kind} ${field.name}`} kit={kit} field={field} />);
}

function OneField({ kit, field }: { readonly kit: FormKit; readonly field: FormField }) {
  const { name, hint } = field;
  switch (field.kind) {
    case "line":
      return <Line kit={kit} name={name} hint={hint} width={field.width ?? "full"} />;
    case "both-lines":
      return <BothLines kit={kit} name={name} hint={hint} />;
    case "date":
      return <DateBoxes kit={kit} name={name} hint={hint} />;
    case "whole":
      return <Whole kit={kit} name={name} hint={hint} />;
    case "both-paragraphs":
      return <BothParagraphs kit={kit} name={name} hint={hint} rows={field.rows ?? 4} />;
    case "paragraphs":
      return <Paragraphs kit={kit} name={name} hint={hint} rows={field.rows ?? 4} />;
    case "select":
      return <Select kit={kit} name={name} hint={hint} options={field.options} />;
    case "choose":
      return <Choose kit={kit} name={name} hint={hint} choices={field.choices} />;
    case "checks":
      return (
        <Checkboxes
          name={name}
          legend={kit.labels[name]}
          hint={hint}
          choices={field.choices}
          values={kit.form.faults.length > 0 ? (kit.form.values[name] ?? []) : field.stands}
          error={fieldError(kit.locale, kit.form, name, kit.faultWords ?? {})}
          compact
        />
      );
  }
}
