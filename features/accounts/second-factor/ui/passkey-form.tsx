import type { ReactNode } from "react";
import { Button } from "#components/forms/button.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { HiddenFields } from "#components/forms/hidden-fields.tsx";
import type { Locale } from "#domain/basics/bilingual.ts";

interface PasskeyFormProps {
  readonly locale: Locale;
  /** "show" an existing passkey or "add" a new one. */
  readonly ceremony: "show" | "add";
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly button: string;
  /** What to do where the browser runs no scripts or knows no passkeys. */
  readonly noScript: string;
  readonly failed: string;
  readonly children?: ReactNode;
}

/** A form whose answer the browser's authenticator gives (components/scripts/passkey.ts). Without the script it says what to do instead. */
export function PasskeyForm({ locale, ceremony, action, hidden, button, noScript, failed, children }: PasskeyFormProps) {
  return (
    <form method="post" action={action} data-passkey={ceremony} data-begin={`/${locale}/second-step/passkey`}>
      <HiddenFields fields={{ ...hidden, challenge: "", answer: "" }} />
      <p className="muted" data-passkey-without>
        {noScript}
      </p>
      <div data-passkey-with hidden>
        {children}
        <div data-passkey-failed hidden role="alert">
          <Notice kind="bad" title={failed} />
        </div>
        <div className="btns">
          <Button>{button}</Button>
        </div>
      </div>
    </form>
  );
}
