import type { ReactNode } from "react";
import { HiddenFields, type HiddenFieldsProps } from "./hidden-fields.tsx";

export interface FormProps {
  /** Where it is sent; the page's own address unless told. */
  readonly action?: string | undefined;
  /** "post" unless told. */
  readonly method?: "get" | "post" | undefined;
  readonly hidden?: HiddenFieldsProps["fields"] | undefined;
  /** The form sends a file. */
  readonly multipart?: boolean | undefined;
  readonly className?: string | undefined;
  readonly id?: string | undefined;
  readonly children: ReactNode;
}

/** An ordinary form. The browser's own messages are off, because the server's are kinder and in the page's language. */
export function Form({ action, method = "post", hidden = {}, multipart, className, id, children }: FormProps) {
  return (
    <form action={action} method={method} encType={multipart ? "multipart/form-data" : undefined} className={className} id={id} noValidate>
      <HiddenFields fields={hidden} />
      {children}
    </form>
  );
}
