import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { mayLink, THREAD_KINDS, type ThreadEnd } from "#domain/golden-thread/thread.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { Button, LinkButton } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { messages } from "#i18n/messages.ts";

export interface ThreadWorkspaceProps {
  readonly locale: Locale;
  readonly stops: readonly (ThreadEnd & { readonly title: BilingualText })[];
  readonly tied: readonly { readonly id: string; readonly from: BilingualText; readonly to: BilingualText; readonly how: BilingualText }[];
  readonly form: RefusedForm;
  readonly done: "tied" | "untied" | null;
  readonly mayTie: boolean;
}

/** Where officers tie what residents decided to what it moved. */
export function ThreadWorkspace({ locale, stops, tied, form, done, mayTie }: ThreadWorkspaceProps) {
  const words = messages(locale).goldenThread;
  const t = words.manage;
  const option = ({ kind, id, title }: ThreadWorkspaceProps["stops"][number]) => ({ value: `${kind}:${id}`, text: `${t.kinds[kind]}: ${textIn(title, locale).text}` });
  const beginnings = stops.filter(({ kind }) => THREAD_KINDS.some((other) => mayLink(kind, other)));
  const ends = stops.filter(({ kind }) => kind === "target" || kind === "asset-transfer" || kind === "project");
  const field = (name: "from" | "to" | "howEn" | "howCy") => ({ name, label: t[name], value: typed(form, name), error: fieldError(locale, form, name, words.faults) });
  return (
    <div className="stack-l">
      <FormFaults locale={locale} form={form} own={words.faults} />
      <PageHead title={t.title} lead={t.lead} />
      {done ? <Notice kind="good" title={t[done]} answers /> : null}
      {mayTie && beginnings.length > 0 && ends.length > 0 ? (
        <Form className="stack">
          <SelectField {...field("from")} options={beginnings.map(option)} />
          <SelectField {...field("to")} options={ends.map(option)} />
          <TextField {...field("howEn")} />
          <TextField {...field("howCy")} lang="cy" />
          <div>
            <Button name="act" value="tie">
              {t.tie}
            </Button>
          </div>
        </Form>
      ) : (
        <EmptyState title={t.nothing} />
      )}
      <Section id="existing" title={t.existing}>
        {tied.length === 0 ? (
          <p>{t.none}</p>
        ) : (
          <DataTable
            caption={t.existing}
            captionLook="hidden"
            stack
            rows={tied}
            rowKey={({ id }) => id}
            columns={[
              { key: "from", header: t.from, names: true, cell: ({ from }) => textIn(from, locale).text },
              { key: "to", header: t.to, cell: ({ to }) => textIn(to, locale).text },
              { key: "how", header: t.how, cell: ({ how }) => textIn(how, locale).text },
              {
                key: "untie",
                header: t.untie,
                hideHeader: true,
                cell: ({ id, from, to }) =>
                  mayTie ? (
                    <Form hidden={{ link: id }}>
                      <LinkButton name="act" value="untie" about={`${textIn(from, locale).text} – ${textIn(to, locale).text}`}>
                        {t.untie}
                      </LinkButton>
                    </Form>
                  ) : null,
              },
            ]}
          />
        )}
      </Section>
    </div>
  );
}
