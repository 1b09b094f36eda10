import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { Details } from "#components/layout/details.tsx";
import { Section } from "#components/layout/section.tsx";
import { FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { SavedView } from "#features/consultations/analysis/queries.ts";
import { BothLines, type FormKit } from "#features/councils/ui/form-kit.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface SavedViewsProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  /** The analysis, without what is chosen. */
  readonly address: string;
  /** What is chosen now, as an address has it; empty where nothing is. */
  readonly chosen: string;
  readonly views: readonly SavedView[];
  readonly form: RefusedForm;
  readonly once: string;
}

/** Views that officers kept under a name, and the way to keep what is shown now. */
export function SavedViews({ locale, welsh, address, chosen, views, form, once }: SavedViewsProps) {
  const t = messages(locale).analysis.views;
  const here = `${address}${chosen === "" ? "" : `?${chosen}`}`;
  const kit: FormKit = { locale, welsh, form, stands: {}, labels: { name: t.name }, faultWords: t.faults };
  return (
    <Section id="views" title={t.title}>
      <div className="stack">
        <FormFaults locale={locale} form={form} own={t.faults} />
        <p>{t.lead}</p>
        {views.length === 0 ? (
          <p className="muted">{t.none}</p>
        ) : (
          <ul className="plain stack-s">
            {views.map(({ id, name, query, savedBy, savedAt }) => (
              <li key={id} className="row row--between">
                <span>
                  <a href={`${address}?${query}#compare`}>{textIn(name, locale).text}</a> <span className="small muted">{t.by({ name: savedBy, date: format(locale).date(savedAt) })}</span>
                </span>
                <Form action={`${here}#views`} hidden={{ do: "drop-view", view: id }}>
                  <Button look="line" small>
                    {t.drop({ name: textIn(name, locale).text })}
                  </Button>
                </Form>
              </li>
            ))}
          </ul>
        )}
        {chosen === "" ? null : (
          <Details summary={t.save} open={form.faults.length > 0}>
            <Form action={`${here}#views`} hidden={{ do: "save-view", once: typed(form, "once", once) }}>
              <div className="stack">
                <BothLines kit={kit} name="name" hint={t.nameHint} />
              </div>
              <ButtonRow>
                <Button>{t.button}</Button>
              </ButtonRow>
            </Form>
          </Details>
        )}
      </div>
    </Section>
  );
}
