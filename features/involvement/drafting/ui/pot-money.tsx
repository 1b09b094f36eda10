import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import type { PotForOfficers } from "#features/budgeting/programmes/queries.ts";
import { FUNDER_ROWS } from "#features/involvement/drafting/input.ts";
import { BothLines, FormFrame, Money, poundsBox, seenToSend } from "#features/councils/ui/form-kit.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface PotMoneyProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  readonly form: RefusedForm;
  readonly home: string;
  readonly pot: PotForOfficers;
}

/** Who gives how much to a pot: rows that must make up the whole. */
export function FundersForm({ locale, welsh, form, home, pot, seen, whole }: PotMoneyProps & { readonly seen: string; /** Pence of the pot with what is ring-fenced from it. */ readonly whole: number }) {
  const { drafting, programme } = messages(locale);
  const t = programme.funders;
  const name = textIn(pot.name, locale).text;
  const rows = FUNDER_ROWS.map((row) => ({ row, funder: pot.funders[row - 1] }));
  const stands = Object.fromEntries(
    rows.flatMap(({ row, funder }) => [
      [`name-${row}En`, funder?.name.en ?? ""],
      [`name-${row}Cy`, funder?.name.cy ?? ""],
      [`amount-${row}`, poundsBox(funder?.amountPence ?? null)],
      [`condition-${row}En`, funder?.condition.en ?? ""],
      [`condition-${row}Cy`, funder?.condition.cy ?? ""],
    ]),
  );
  const labels = Object.fromEntries(rows.flatMap(({ row }) => [[`name-${row}`, t.name({ row })], [`amount-${row}`, t.amount({ row })], [`condition-${row}`, t.condition({ row })]]));
  const kit = { locale, welsh, form, stands: { ...stands, amountPence: poundsBox(whole) }, labels: { ...labels, amountPence: t.whole }, faultWords: programme.faults };
  const kept = whole - pot.amountPence;
  return (
    <FormFrame kit={kit} title={t.title({ pot: name })} lead={t.lead} hidden={{ seen: seenToSend(form, seen) }} button={drafting.save} back={{ href: `${home}/pots/${pot.id}`, text: t.back }}>
      <Money kit={kit} name="amountPence" hint={kept > 0 ? t.wholeHint({ kept: format(locale).money(kept) }) : undefined} />
      <p className="muted">{t.empty}</p>
      {FUNDER_ROWS.map((row) => (
        <div key={row} className="card">
        <fieldset className="stack">
          <legend className="label">{t.row({ row })}</legend>
          <BothLines kit={kit} name={`name-${row}`} />
          <Money kit={kit} name={`amount-${row}`} />
          <BothLines kit={kit} name={`condition-${row}`} />
        </fieldset>
        </div>
      ))}
    </FormFrame>
  );
}

/** Keeps part of a pot for one theme. */
export function RingFenceForm({ locale, welsh, form, home, pot, once }: PotMoneyProps & { readonly once: string }) {
  const { programme } = messages(locale);
  const t = programme.ringFence;
  const kit = { locale, welsh, form, stands: {}, labels: { theme: t.theme, amountPence: t.amount }, faultWords: programme.faults };
  return (
    <FormFrame
      kit={kit}
      title={t.title({ pot: textIn(pot.name, locale).text })}
      lead={t.lead}
      hidden={{ once: typed(form, "once", once) }}
      button={t.button}
      back={{ href: `${home}/pots/${pot.id}`, text: programme.funders.back }}
    >
      <BothLines kit={kit} name="theme" hint={t.themeHint} />
      <Money kit={kit} name="amountPence" hint={t.amountHint({ pot: format(locale).money(pot.amountPence) })} />
    </FormFrame>
  );
}
