import type { Locale } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { faults as faultsCy } from "./messages/cy/faults.ts";
import { site as siteCy } from "./messages/cy/site.ts";
import { faults as faultsEn } from "./messages/en/faults.ts";
import { site as siteEn } from "./messages/en/site.ts";
import type { Translated } from "./translated.ts";

const en = { site: siteEn, faults: faultsEn };
const cy: Translated<typeof en> = { site: siteCy, faults: faultsCy };

export type Messages = Translated<typeof en>;

/** Every message in the reader's language. A new context adds its file to `en` and `cy` above. */
export const messages = (locale: Locale): Messages => (locale === "cy" ? cy : en);

/**
 * The words of a fault. A feature may give messages of its own codes in `own`; the common ones are in faults.ts.
 */
export function faultText(locale: Locale, fault: Fault, own: Readonly<Record<string, unknown>> = {}): string {
  const common: Readonly<Record<string, unknown>> = messages(locale).faults;
  const message = own[fault.code] ?? common[fault.code] ?? common["not-understood"];
  return typeof message === "function" ? String(message(fault.params ?? {})) : String(message);
}
