import { Button, ButtonLink, ButtonRow } from "#components/forms/button.tsx";
import { Checkboxes } from "#components/forms/choices.tsx";
import { Form } from "#components/forms/form.tsx";
import { EmailField } from "#components/forms/text-field.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import type { FieldError } from "#components/forms/field-error.tsx";
import type { Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { ROLES, type Role } from "#domain/councils/role.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

interface OfficerShown {
  readonly personId: string;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

interface PeoplePageProps {
  readonly scope: ActorScope;
  readonly officers: readonly OfficerShown[];
  readonly form: RefusedForm;
  /** What was just done. */
  readonly done: "invited" | "changed" | "removed" | null;
}

const here = ({ locale, council }: ActorScope): string => `/${locale}/${council.slug}/manage/people`;

/** Everybody who works for the council, and a form to invite one more. */
export function PeoplePage({ scope, officers, form, done }: PeoplePageProps) {
  const { locale } = scope;
  const t = messages(locale).people;
  return (
    <div className="stack-l">
      <div>
        <FormFaults locale={locale} form={form} own={t.faults} />
        <PageHead title={t.title} lead={t.lead} />
        {done ? <Notice kind="good" title={t.done[done]} answers /> : null}
      </div>
      <DataTable
        caption={t.caption}
        captionLook="hidden"
        stack
        rows={officers}
        rowKey={({ personId }) => personId}
        columns={[
          {
            key: "who",
            header: t.who,
            cell: ({ name, email }) => (
              <>
                {name || email}
                {name ? <span className="muted small"> {email}</span> : null}
              </>
            ),
          },
          { key: "roles", header: t.rolesHeader, cell: ({ roles }) => format(locale).list(roles.map((role) => t.roles[role].name)) },
          {
            key: "change",
            header: t.change,
            hideHeader: true,
            cell: ({ personId, name, email }) => (
              <a href={`${here(scope)}/${personId}`}>
                {t.change}
                <span className="vh"> {name || email}</span>
              </a>
            ),
          },
        ]}
      />
      <Section id="invite" title={t.invite.title}>
        <Form action={here(scope)}>
          <EmailField name="email" label={t.invite.email} hint={t.invite.emailHint} value={typed(form, "email")} error={fieldError(locale, form, "email", t.faults)} />
          <RoleChoices locale={locale} chosen={form.values["roles"] ?? []} error={fieldError(locale, form, "roles", t.faults)} />
          <ButtonRow>
            <Button>{t.invite.send}</Button>
          </ButtonRow>
        </Form>
      </Section>
    </div>
  );
}

function RoleChoices({ locale, chosen, error }: { readonly locale: Locale; readonly chosen: readonly string[]; readonly error: FieldError | undefined }) {
  const t = messages(locale).people;
  return <Checkboxes name="roles" legend={t.rolesQuestion} values={chosen} error={error} compact choices={ROLES.map((role) => ({ value: role, text: t.roles[role].name, hint: t.roles[role].may }))} />;
}

interface OfficerPageProps {
  readonly scope: ActorScope;
  readonly officer: OfficerShown;
  readonly form: RefusedForm;
}

/** One officer's roles, to change. */
export function OfficerPage({ scope, officer, form }: OfficerPageProps) {
  const { locale } = scope;
  const t = messages(locale).people;
  const address = `${here(scope)}/${officer.personId}`;
  return (
    <div className="narrow--wide stack-l">
      <div>
        <FormFaults locale={locale} form={form} own={t.faults} />
        <PageHead title={officer.name || officer.email} lead={officer.name ? officer.email : undefined} />
      </div>
      <Form action={address}>
        <RoleChoices locale={locale} chosen={form.faults.length > 0 ? (form.values["roles"] ?? []) : officer.roles} error={fieldError(locale, form, "roles", t.faults)} />
        <ButtonRow>
          <Button>{t.save}</Button>
          <ButtonLink look="line" href={`${address}/remove`}>
            {t.remove.link}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </div>
  );
}

/** Asks before somebody is taken off the council's people. */
export function RemoveOfficerPage({ scope, officer, form }: OfficerPageProps) {
  const { locale } = scope;
  const t = messages(locale).people;
  const address = `${here(scope)}/${officer.personId}`;
  return (
    <div className="narrow--wide">
      <FormFaults locale={locale} form={form} own={t.faults} />
      <PageHead title={t.remove.title({ who: officer.name || officer.email })} lead={t.remove.lead} />
      <Form action={`${address}/remove`}>
        <ButtonRow>
          <Button look="danger">{t.remove.yes}</Button>
          <a href={address}>{t.remove.no}</a>
        </ButtonRow>
      </Form>
    </div>
  );
}
