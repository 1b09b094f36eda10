import { EMPTY_FORM, typed, type RefusedForm } from "#domain/basics/fault.ts";
import { brandColours } from "#domain/councils/brand-colours.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Checkbox } from "#components/forms/choices.tsx";
import { FileField } from "#components/forms/file-field.tsx";
import { Form } from "#components/forms/form.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { EmailField, TextField } from "#components/forms/text-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { messages } from "#i18n/messages.ts";
import { uploadWords } from "../../imports/ui/upload-words.ts";
import type { CouncilSettings } from "../queries.ts";
import { ColourPreview } from "./colour-preview.tsx";

export type SettingsPart = "details" | "colour" | "logo";

export interface SettingsViewProps {
  readonly scope: ActorScope;
  readonly settings: CouncilSettings;
  /** Which form came back, and with what. */
  readonly refused?: { readonly part: SettingsPart; readonly form: RefusedForm };
  /** A colour to look at before it is saved. */
  readonly preview?: string;
  readonly saved?: keyof ReturnType<typeof messages>["councils"]["settings"]["saved"];
}

export function SettingsView({ scope, settings, refused, preview, saved }: SettingsViewProps) {
  const t = messages(scope.locale).councils.settings;
  const form = (part: SettingsPart): RefusedForm => (refused?.part === part ? refused.form : EMPTY_FORM);
  return (
    <div className="stack-l">
      {refused ? <FormFaults locale={scope.locale} form={refused.form} own={uploadWords(scope.locale)} /> : null}
      <PageHead title={t.title} lead={t.lead} />
      {saved ? (
        <Notice kind="good" title={t.saved[saved]} answers>
          {t.savedMore}
        </Notice>
      ) : null}
      <Details scope={scope} settings={settings} form={form("details")} />
      <Colour scope={scope} settings={settings} form={form("colour")} preview={preview} />
      <Logo scope={scope} settings={settings} form={form("logo")} />
    </div>
  );
}

interface PartProps {
  readonly scope: ActorScope;
  readonly settings: CouncilSettings;
  readonly form: RefusedForm;
}

const here = (scope: ActorScope): string => `/${scope.locale}/${scope.council.slug}/manage/settings`;

function Details({ scope, settings, form }: PartProps) {
  const t = messages(scope.locale).councils.settings;
  const error = (field: string) => fieldError(scope.locale, form, field, uploadWords(scope.locale));
  const asTyped = (field: "nameEn" | "nameCy" | "contactEmail" | "contactPhone" | "privacyEn" | "privacyCy") => ({
    name: field,
    label: t[field],
    value: typed(form, field, settings[field]),
    error: error(field),
  });
  const sentBack = Object.keys(form.values).length > 0;
  return (
    <Section id="details" title={t.details} surface="card">
      <Form action={here(scope)} className="stack">
        <TextField {...asTyped("nameEn")} width="medium" lang="en" />
        <TextField {...asTyped("nameCy")} width="medium" lang="cy" />
        <Checkbox name="welsh" text={t.welsh} hint={t.welshHint} checked={sentBack ? typed(form, "welsh") === "yes" : settings.welsh} error={error("welsh")} />
        <EmailField {...asTyped("contactEmail")} autoComplete="off" />
        <TextField {...asTyped("contactPhone")} hint={t.contactPhoneHint} type="tel" width="medium" autoComplete="off" />
        <TextAreaField {...asTyped("privacyEn")} hint={t.privacyHint} rows={8} lang="en" />
        <TextAreaField {...asTyped("privacyCy")} rows={8} lang="cy" />
        <Button>{t.saveDetails}</Button>
      </Form>
    </Section>
  );
}

function Colour({ scope, settings, form, preview }: PartProps & { readonly preview: string | undefined }) {
  const t = messages(scope.locale).councils.settings;
  return (
    <Section id="colours" title={t.colour} surface="card">
      <div className="stack">
        <p>{t.colourLead}</p>
        {preview ? <p>{t.notSaved}</p> : null}
        <ColourPreview
          locale={scope.locale}
          given={preview ?? settings.brandGiven}
          colours={preview ? brandColours(preview) : settings.brand}
        />
        <Form action={`${here(scope)}/colour`} className="stack">
          <TextField
            name="colour"
            label={t.colourField}
            hint={t.colourHint}
            value={typed(form, "colour", preview ?? settings.brandGiven)}
            error={fieldError(scope.locale, form, "colour", uploadWords(scope.locale))}
            width="short"
            autoComplete="off"
            spellCheck={false}
          />
          <ButtonRow>
            <Button look="line" name="show" value="preview">
              {t.showColour}
            </Button>
            <Button>{t.saveColour}</Button>
          </ButtonRow>
        </Form>
      </div>
    </Section>
  );
}

function Logo({ scope, settings, form }: PartProps) {
  const t = messages(scope.locale).councils.settings;
  const { logoFileId } = settings;
  return (
    <Section id="logos" title={t.logo} surface="card">
      <div className="stack">
        <p>{t.logoLead}</p>
        {logoFileId ? <img src={`/logo/${scope.council.slug}/${logoFileId}`} alt={t.logoNow} height={44} /> : <p>{t.noLogo}</p>}
        <Form action={`${here(scope)}/logo`} multipart className="stack">
          <FileField
            name="logo"
            label={t.logoField}
            hint={t.logoHint}
            accept=".png,.jpg,.jpeg,.webp,.svg"
            error={fieldError(scope.locale, form, "logo", uploadWords(scope.locale))}
          />
          <ButtonRow>
            <Button>{t.saveLogo}</Button>
            {logoFileId ? (
              <Button look="line" name="remove" value="yes">
                {t.removeLogo}
              </Button>
            ) : null}
          </ButtonRow>
        </Form>
      </div>
    </Section>
  );
}
