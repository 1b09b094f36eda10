import { textIn } from "#domain/basics/bilingual.ts";
import { cooperationClock } from "#domain/partnerships/cooperation.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { ButtonLink, ButtonRow } from "#components/forms/button.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { messages } from "#i18n/messages.ts";
import type { PARTNERSHIP_FORMS } from "./partnership-forms.tsx";
import { PartnershipBody, type PartnershipProps } from "./partnership-page.tsx";

export interface PartnershipDeskProps extends Omit<PartnershipProps, "act"> {
  readonly address: string;
  readonly home: string;
  readonly officers: readonly { readonly partnerId: string; readonly personId: string; readonly email: string; readonly name: string }[];
  readonly saved: boolean;
  readonly mayEdit: boolean;
}

/** The partnership as officers keep it. */
export function PartnershipDesk({ address, home, officers, saved, mayEdit, ...props }: PartnershipDeskProps) {
  const { locale, partnership, today } = props;
  const t = messages(locale).partnerships;
  const late = partnership.requests.filter(({ state, sentOn }) => cooperationClock(state, sentOn, today).late).length;
  const add: readonly (keyof typeof t.desk.add & (typeof PARTNERSHIP_FORMS)[number])[] = partnership.groups.length === 0 ? ["partner", "group"] : ["partner", "group", "seat", "meeting", "action", "request", "officer"];
  return (
    <div className="stack-xl">
      <PageHead title={t.desk.title} lead={t.desk.lead}>
        <a href={`${home}/partnership`}>{t.desk.asResident}</a>
      </PageHead>
      {saved ? <Notice kind="good" title={t.desk.saved} answers /> : null}
      {late > 0 ? <Notice kind="warn" title={t.desk.toDo({ count: late })} /> : null}
      {mayEdit ? (
        <ButtonRow>
          {add.map((form) => (
            <ButtonLink key={form} look="line" small href={`${address}/${form}`}>
              {t.desk.add[form]}
            </ButtonLink>
          ))}
        </ButtonRow>
      ) : null}
      <PartnershipBody
        {...props}
        {...(mayEdit && {
          act: ({ form, id, about }) => (
            <a href={`${address}/${form}?id=${id}`}>
              {form === "answer" ? t.desk.answer : t.desk.change}
              <span className="vh">: {about}</span>
            </a>
          ),
        })}
      />
      <Section id="officers" title={t.desk.officers}>
        <p>
          {t.desk.officersLead} <a href={`${home}/partner`}>{`${home}/partner`}</a>
        </p>
        {officers.length === 0 ? (
          <p>{t.desk.noOfficers}</p>
        ) : (
          <DataTable
            caption={t.desk.officers}
            captionLook="hidden"
            stack
            rows={officers}
            rowKey={({ partnerId, personId }) => `${partnerId} ${personId}`}
            columns={[
              { key: "email", header: t.forms.labels.email, names: true, cell: ({ email }) => email },
              { key: "partner", header: t.partner.name, cell: ({ partnerId }) => textIn(partnership.partners.find(({ id }) => id === partnerId)?.name ?? { en: "", cy: "" }, locale).text },
              ...(mayEdit
                ? [
                    {
                      key: "act",
                      header: t.desk.remove,
                      hideHeader: true,
                      cell: ({ partnerId, personId, email }: PartnershipDeskProps["officers"][number]) => (
                        <a href={`${address}/remove-officer?id=${partnerId}&person=${personId}`}>
                          {t.desk.remove}
                          <span className="vh">: {email}</span>
                        </a>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        )}
      </Section>
    </div>
  );
}
