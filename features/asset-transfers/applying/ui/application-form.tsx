import { BODY_KINDS, interestsOf, type RegimeId } from "#domain/asset-transfers/regime.ts";
import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Checkbox } from "#components/forms/choices.tsx";
import { fieldError } from "#features/accounts/ui/form-faults.tsx";
import { Choose, DateBoxes, FormFrame, Line, Money, Paragraphs, Select, Whole, type FormKit } from "#features/councils/ui/form-kit.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface ApplicationFormProps {
  readonly locale: Locale;
  readonly asset: { readonly name: BilingualText; readonly regime: RegimeId };
  readonly form: RefusedForm;
  readonly once: string;
  readonly back: string;
  /** An officer enters one that came on paper. */
  readonly onPaper: boolean;
  readonly draft: { readonly savedAt: Date; readonly justSaved: boolean } | null;
}

/** An application for an asset, as an organisation writes it or an officer enters it. */
export function ApplicationForm({ locale, asset, form, once, back, onPaper, draft }: ApplicationFormProps) {
  const all = messages(locale).assetTransfers;
  const t = all.apply;
  const name = textIn(asset.name, locale).text;
  const kit: FormKit = { locale, welsh: false, form, stands: {}, labels: { ...t.fields, sentOn: all.manage.fields.sentOn }, faultWords: all.faults };
  return (
    <FormFrame
      kit={kit}
      title={onPaper ? all.manage.paper : t.title({ name })}
      lead={onPaper ? all.manage.paperLead : t.lead}
      hidden={{ once: typed(form, "once", once) }}
      button={onPaper ? all.manage.enter : t.send}
      {...(onPaper ? {} : { beside: { name: "act", value: "save", text: t.save } })}
      back={{ href: back, text: t.back }}
    >
      {draft === null ? null : draft.justSaved ? (
        <Notice kind="good" title={t.savedTitle} answers>
          {t.saved}
        </Notice>
      ) : (
        <p className="muted">{t.draftFrom({ when: format(locale).dateAndTime(draft.savedAt) })}</p>
      )}
      {onPaper ? <DateBoxes kit={kit} name="sentOn" /> : null}
      <Line kit={kit} name="organisation" />
      <Select kit={kit} name="bodyKind" options={BODY_KINDS.map((value) => ({ value, text: all.bodies[value] }))} />
      <Line kit={kit} name="bodyNumber" hint={t.hints.bodyNumber} width="short" />
      <Whole kit={kit} name="members" />
      <Choose kit={kit} name="interest" choices={interestsOf(asset.regime).map((value) => ({ value, text: all.interests[value] }))} />
      {asset.regime === "right-to-bid" ? null : (
        <>
          <Whole kit={kit} name="leaseYears" hint={t.hints.leaseYears} />
          <Money kit={kit} name="offeredPence" hint={t.hints.offeredPence} />
        </>
      )}
      <Paragraphs kit={kit} name="summary" rows={5} />
      <Paragraphs kit={kit} name="gains" rows={4} />
      <Paragraphs kit={kit} name="funding" hint={t.hints.funding} rows={4} />
      <Paragraphs kit={kit} name="declaration" hint={t.hints.declaration} rows={3} />
      {onPaper ? null : (
        <>
          <Checkbox name="honest" text={t.honest} checked={typed(form, "honest") === "yes"} error={fieldError(locale, form, "honest", all.faults)} />
          <p className="muted">{t.papersAfter}</p>
        </>
      )}
    </FormFrame>
  );
}
