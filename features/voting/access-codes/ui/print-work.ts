import type { BilingualText, Locale } from "#domain/basics/bilingual.ts";
import type { CouncilInView } from "#domain/councils/scope.ts";
import type { AccessCode } from "#domain/voting/access-codes/voting-code.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import type { Pdf } from "#platform/pdf/document.ts";
import type { OpenBatch } from "../open-slips.ts";

/** Everything that letters, slips and lists are printed from. */
export interface PrintWork {
  /** The officer's language: first on the paper. */
  readonly locale: Locale;
  readonly council: CouncilInView;
  readonly vote: { readonly slug: string; readonly title: BilingualText; readonly opensAt: Date | null; readonly closesAt: Date | null };
  readonly batch: OpenBatch;
  /** How the installation is reached from outside. */
  readonly baseUrl: string;
}

/** The languages of the paper: both where the council publishes in Welsh. */
export const languagesOf = ({ locale, council }: Pick<PrintWork, "locale" | "council">): readonly Locale[] => (!council.welsh ? ["en"] : locale === "cy" ? ["cy", "en"] : ["en", "cy"]);

/** Where a code is typed. */
export const codeAddress = ({ baseUrl, council, vote }: Pick<PrintWork, "baseUrl" | "council" | "vote">, locale: Locale): string => `${baseUrl}/${locale}/${council.slug}/votes/${vote.slug}/code`;

/** What the QR code holds: the code stands behind the #, so that it reaches no server's log. */
export const qrTextOf = (work: PrintWork, locale: Locale, code: AccessCode): string => `${codeAddress(work, locale)}#${code}`;

/** An address as it is read and typed, without the part every browser adds. */
export const shownAddress = (address: string): string => address.replace(/^https?:\/\//, "");

/** When voting is open, in words. */
export function datesOf({ vote }: PrintWork, locale: Locale): string {
  const t = messages(locale).accessCodes.letter;
  const f = format(locale);
  return vote.opensAt && vote.closesAt ? t.dates({ from: f.date(vote.opensAt), fromTime: f.time(vote.opensAt), to: f.date(vote.closesAt), toTime: f.time(vote.closesAt) }) : t.undated;
}

/** An address in lines that fit in `width` points of the font that is set, broken after its slashes. */
export function addressLines(doc: Pdf, address: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const part of address.split(/(?<=\/)/)) {
    const longer = `${lines.at(-1) ?? ""}${part}`;
    if (lines.length > 0 && doc.widthOfString(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines;
}
