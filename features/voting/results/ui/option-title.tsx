import { titleOf, type ResultParts } from "./options-to-show.ts";

/** An option's name, marked where it is in the other language; leads to `href` where one is given. */
export function OptionTitle({ parts, number, href }: { readonly parts: Pick<ResultParts, "locale" | "options">; readonly number: number; readonly href?: string | undefined }) {
  const { text, lang } = titleOf(parts, number);
  const words = <span lang={lang === parts.locale ? undefined : lang}>{text}</span>;
  return href ? <a href={href}>{words}</a> : words;
}
