import { Button, ButtonLink, ButtonRow } from "#components/forms/button.tsx";
import { Checkbox } from "#components/forms/choices.tsx";
import { Form } from "#components/forms/form.tsx";
import { EmailField, TextField } from "#components/forms/text-field.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

interface HealthShown {
  readonly databaseVersion: string;
  readonly databaseBytes: number;
  readonly jobsWaiting: number;
  readonly jobsLate: number;
  readonly jobsFailed: number;
  readonly mailWaiting: number;
  readonly mailRefused: number;
  readonly mailStaysHere: boolean;
  readonly people: number;
}

interface OperatorPageProps {
  readonly locale: Locale;
  readonly health: HealthShown;
  readonly tenants: readonly { readonly slug: string; readonly name: BilingualText; readonly officers: number; readonly admins: number; readonly demo: boolean }[];
  /** Of the form that takes away a second factor. */
  readonly form: RefusedForm;
  readonly reset: boolean;
  /** The name of the council just created. */
  readonly created: string | null;
}

/** A job waits at most this many seconds while the worker is well. */
const LATE_SECONDS = 30;

/** The installation at a glance: how it is, which councils are on it, and help for who is locked out. */
export function OperatorPage({ locale, health, tenants, form, reset, created }: OperatorPageProps) {
  const t = messages(locale).operator;
  const f = format(locale);
  return (
    <div className="stack-xl">
      <div>
        <FormFaults locale={locale} form={form} own={t.faults} />
        <PageHead title={t.title} lead={t.lead} />
        {created === null ? null : <Notice kind="good" title={t.create.created({ name: created })} answers />}
        {reset ? <Notice kind="good" title={t.reset.done} answers /> : null}
      </div>
      <DataTable
        caption={t.health.title}
        captionLook="heading"
        stack
        rows={healthRows(locale, health)}
        rowKey={({ part }) => part}
        columns={[
          { key: "part", header: t.health.part, cell: ({ part }) => part },
          { key: "says", header: t.health.says, cell: ({ says }) => says },
          { key: "state", header: t.health.state, cell: ({ well }) => <Tag kind={well ? "good" : "atRisk"}>{well ? t.health.good : t.health.look}</Tag> },
        ]}
      />
      <div>
        <DataTable
          caption={t.councils.title}
          captionLook="heading"
          stack
          rows={tenants}
          rowKey={({ slug }) => slug}
          columns={[
            {
              key: "name",
              header: t.councils.name,
              cell: ({ name, demo }) => (
                <>
                  {textIn(name, locale).text}
                  {demo ? <span className="muted small"> {t.councils.demo}</span> : null}
                </>
              ),
            },
            { key: "address", header: t.councils.address, cell: ({ slug }) => <a href={`/${locale}/${slug}`}>{slug}</a> },
            { key: "officers", header: t.councils.officers, numeric: true, cell: ({ officers }) => f.number(officers) },
            { key: "admins", header: t.councils.admins, numeric: true, cell: ({ admins }) => f.number(admins) },
          ]}
        />
        {tenants.length === 0 ? <p>{t.councils.none}</p> : null}
        <ButtonRow>
          <ButtonLink href={`/${locale}/operator/create`} forward>
            {t.councils.create}
          </ButtonLink>
        </ButtonRow>
      </div>
      <Section id="reset" title={t.reset.title} className="narrow stack">
        <p>{t.reset.lead}</p>
        <Form action={`/${locale}/operator`}>
          <EmailField name="email" label={t.reset.email} autoComplete="off" value={typed(form, "email")} error={fieldError(locale, form, "email", t.faults)} />
          <ButtonRow>
            <Button look="danger">{t.reset.button}</Button>
          </ButtonRow>
        </Form>
      </Section>
    </div>
  );
}

function healthRows(locale: Locale, health: HealthShown): readonly { readonly part: string; readonly says: string; readonly well: boolean }[] {
  const t = messages(locale).operator.health;
  const f = format(locale);
  const late = health.jobsLate > LATE_SECONDS;
  const worker = { waiting: f.number(health.jobsWaiting), seconds: f.number(health.jobsLate) };
  return [
    { part: t.database, says: t.databaseSays({ version: health.databaseVersion, megabytes: f.decimal(health.databaseBytes / 1_000_000, 0) }), well: true },
    { part: t.worker, says: late ? t.workerLate(worker) : health.jobsWaiting === 0 ? t.workerIdle : t.workerBusy(worker), well: !late },
    { part: t.failed, says: f.number(health.jobsFailed), well: health.jobsFailed === 0 },
    {
      part: t.mail,
      says: health.mailStaysHere ? t.mailStays : health.mailRefused > 0 ? t.mailRefused({ waiting: f.number(health.mailWaiting), refused: f.number(health.mailRefused) }) : f.number(health.mailWaiting),
      well: health.mailStaysHere || health.mailRefused === 0,
    },
    { part: t.people, says: f.number(health.people), well: true },
  ];
}

interface CreateCouncilPageProps {
  readonly locale: Locale;
  readonly form: RefusedForm;
  readonly once: string;
}

/** Asks for what a council needs to begin. */
export function CreateCouncilPage({ locale, form, once }: CreateCouncilPageProps) {
  const t = messages(locale).operator;
  const field = (name: string) => ({ name, value: typed(form, name), error: fieldError(locale, form, name, t.faults) });
  return (
    <div className="narrow">
      <FormFaults locale={locale} form={form} own={t.faults} />
      <PageHead title={t.create.title} lead={t.create.lead} />
      <Form action={`/${locale}/operator/create`} hidden={{ once }}>
        <TextField {...field("nameEn")} label={t.create.nameEn} lang="en" />
        <Checkbox name="welsh" checked={form.faults.length === 0 || form.values["welsh"] !== undefined} text={t.create.welsh} hint={t.create.welshHint} />
        <TextField {...field("nameCy")} label={t.create.nameCy} lang="cy" />
        <TextField {...field("slug")} label={t.create.slug} hint={t.create.slugHint} width="medium" spellCheck={false} />
        <EmailField {...field("contactEmail")} label={t.create.contactEmail} autoComplete="off" />
        <TextField {...field("contactPhone")} type="tel" label={t.create.contactPhone} hint={t.create.optional} width="medium" />
        <EmailField {...field("adminEmail")} label={t.create.adminEmail} autoComplete="off" />
        <ButtonRow>
          <Button forward>{t.create.button}</Button>
        </ButtonRow>
      </Form>
    </div>
  );
}
