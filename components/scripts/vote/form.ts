import type { TypedValues } from "#domain/basics/fault.ts";

/** What a form would send, with the button that was pressed. */
export function readForm(form: HTMLFormElement, submitter: HTMLElement | null): TypedValues {
  const values: Record<string, string[]> = {};
  for (const [name, value] of new FormData(form)) if (typeof value === "string") (values[name] ??= []).push(value);
  const name = submitter?.getAttribute("name");
  if (submitter && name) (values[name] ??= []).push(submitter.getAttribute("value") ?? "");
  return values;
}

/** Puts what is to be marked into a form, and tells the scripts that add up. What is not named is unmarked. */
export function writeForm(form: HTMLFormElement, values: TypedValues): void {
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement) {
      const given = values[control.name] ?? [];
      if (control.type === "checkbox") control.checked = given.includes(control.value);
      else if (control.type === "radio") control.checked = given.length === 0 ? control.value === "0" : given.includes(control.value);
      else if (control.type === "text") control.value = given[0] ?? "";
    } else if (control instanceof HTMLSelectElement) control.value = values[control.name]?.[0] ?? "0";
  }
  form.dispatchEvent(new Event("change", { bubbles: true }));
  form.dispatchEvent(new Event("input", { bubbles: true }));
}
