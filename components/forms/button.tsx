import type { ReactNode } from "react";
import { Icon, type IconName } from "#components/pictures/icon.tsx";
import { classNames } from "#components/styles/class-names.ts";

/** "main" once on a page; "line" the second choice; "gold" and "ghost" only on dark bands; "danger" for what hurts. */
export type ButtonLook = "main" | "line" | "gold" | "ghost" | "danger";

interface ButtonFace {
  readonly look?: ButtonLook | undefined;
  /** 40px high, for officers. */
  readonly small?: boolean | undefined;
  readonly wide?: boolean | undefined;
  /** An icon before the words. */
  readonly icon?: IconName | undefined;
  /** An arrow after the words: this goes forward. */
  readonly forward?: boolean | undefined;
  /** A verb and a thing: "Cast my ballot". */
  readonly children: ReactNode;
}

export interface ButtonProps extends ButtonFace {
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  /** Sends the form to another address than its own. */
  readonly formAction?: string | undefined;
  /** Sends the form with this id, wherever the button stands. */
  readonly form?: string | undefined;
  /** Cannot be pressed. Say why in words beside it, and give their id as `describedBy`. */
  readonly disabled?: boolean | undefined;
  readonly describedBy?: string | undefined;
}

/** Sends its form. */
export function Button({ name, value, formAction, form, disabled, describedBy, ...face }: ButtonProps) {
  return (
    <button
      className={buttonClass(face)}
      type="submit"
      name={name}
      value={value}
      formAction={formAction}
      form={form}
      disabled={disabled}
      aria-describedby={describedBy}
    >
      <Face {...face} />
    </button>
  );
}

export interface ButtonLinkProps extends ButtonFace {
  readonly href: string;
}

/** A link that is the next step. Never for an action that changes something. */
export function ButtonLink({ href, ...face }: ButtonLinkProps) {
  return (
    <a className={buttonClass(face)} href={href}>
      <Face {...face} />
    </a>
  );
}

export interface LinkButtonProps {
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly formAction?: string | undefined;
  readonly form?: string | undefined;
  readonly children: ReactNode;
  /** Hidden words that say what, where many such buttons stand in a list. */
  readonly about?: string | undefined;
}

/** A button that looks like a link: small actions in a list, such as Remove. */
export function LinkButton({ name, value, formAction, form, children, about }: LinkButtonProps) {
  return (
    <button className="linkbtn" type="submit" name={name} value={value} formAction={formAction} form={form}>
      {children}
      {about ? <span className="vh"> {about}</span> : null}
    </button>
  );
}

/** Buttons and links in a row; one under the other on phones. */
export function ButtonRow({ children, className }: { readonly children: ReactNode; readonly className?: string | undefined }) {
  return <div className={classNames("btns", className)}>{children}</div>;
}

function buttonClass({ look = "main", small, wide }: ButtonFace): string | undefined {
  return classNames("btn", look !== "main" && `btn--${look}`, small && "btn--s", wide && "btn--wide");
}

function Face({ icon, forward, children }: ButtonFace) {
  return (
    <>
      {icon ? <Icon name={icon} /> : null}
      {children}
      {forward ? <Icon name="arrow" /> : null}
    </>
  );
}
