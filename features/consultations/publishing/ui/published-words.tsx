import type { Locale } from "#domain/basics/bilingual.ts";
import type { PublishedPart } from "#domain/consultations/publishing/cut-words.ts";
import { messages } from "#i18n/messages.ts";

/** What was written as everybody may read it, the reason in place of what was cut; its lines as lines. */
export function PublishedWords({ locale, parts, lang }: { readonly locale: Locale; readonly parts: readonly PublishedPart[]; readonly lang?: string | undefined }) {
  const t = messages(locale).publishing;
  const lines: (PublishedPart & { readonly key: string })[][] = [[]];
  parts.forEach((part, at) => {
    if ("cut" in part) lines.at(-1)?.push({ ...part, key: String(at) });
    else
      part.text.split("\n").forEach((text, line) => {
        if (line > 0) lines.push([]);
        if (text !== "") lines.at(-1)?.push({ text, key: `${at}-${line}` });
      });
  });
  return lines
    .filter((line) => line.length > 0)
    .map((line) => (
      <p key={line[0]?.key} lang={lang === locale ? undefined : lang}>
        {line.map((part) =>
          "text" in part ? (
            part.text
          ) : (
            <span key={part.key} className="muted" lang={lang === locale ? undefined : locale}>
              {t.cut({ reason: t.reasons[part.cut] })}
            </span>
          ),
        )}
      </p>
    ));
}
