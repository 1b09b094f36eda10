import type { RefusedForm } from "#domain/basics/fault.ts";
import { EMPTY_FORM } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Button, ButtonLink } from "#components/forms/button.tsx";
import { FileField } from "#components/forms/file-field.tsx";
import { Form } from "#components/forms/form.tsx";
import { Facts } from "#components/layout/facts.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { ImportList } from "../../imports/ui/import-list.tsx";
import { uploadWords } from "../../imports/ui/upload-words.ts";
import type { getPostcodesPage } from "../queries.ts";

export interface PostcodesViewProps {
  readonly scope: ActorScope;
  readonly page: Awaited<ReturnType<typeof getPostcodesPage>>;
  readonly refused?: RefusedForm;
}

export function PostcodesView({ scope, page, refused = EMPTY_FORM }: PostcodesViewProps) {
  const t = messages(scope.locale).councils.postcodes;
  const { number } = format(scope.locale);
  const base = `/${scope.locale}/${scope.council.slug}/manage`;
  return (
    <div className="stack-l">
      <FormFaults locale={scope.locale} form={refused} own={uploadWords(scope.locale)} />
      <PageHead title={t.title} lead={t.lead} />
      {page.wards === 0 ? (
        <EmptyState title={t.noWards} level={2} action={<ButtonLink href={`${base}/areas`}>{t.toAreas}</ButtonLink>}>
          {t.noWardsMore}
        </EmptyState>
      ) : (
        <>
          <Facts
            columns={2}
            surface="card"
            facts={[
              { term: t.known, figure: number(page.postcodes) },
              { term: t.covered, figure: t.coveredOf({ covered: number(page.covered), wards: number(page.wards) }) },
            ]}
          />
          <Section id="upload" title={t.add} surface="card">
            <Form action={`${base}/postcodes`} multipart hidden={{ once: page.once }} className="stack">
              <p>{t.addLead}</p>
              <FileField
                name="postcodes"
                label={t.field}
                hint={t.hint}
                accept=".csv,text/csv"
                error={fieldError(scope.locale, refused, "postcodes", uploadWords(scope.locale))}
              />
              <Button>{t.begin}</Button>
            </Form>
          </Section>
        </>
      )}
      {page.imports.length > 0 ? (
        <Section id="files" title={messages(scope.locale).councils.areas.files}>
          <ImportList locale={scope.locale} council={scope.council.slug} caption={messages(scope.locale).councils.areas.files} imports={page.imports} />
        </Section>
      ) : null}
      <p className="small muted">{t.source}</p>
    </div>
  );
}

/** The page of postcodes, as it is or with its form sent back. */
export function postcodesPage(scope: ActorScope, props: Omit<PostcodesViewProps, "scope">) {
  const t = messages(scope.locale).councils;
  return {
    title: t.postcodes.title,
    status: props.refused ? 422 : 200,
    crumbs: [{ href: `/${scope.locale}/${scope.council.slug}/manage`, text: t.workspace }],
    body: <PostcodesView scope={scope} {...props} />,
  };
}
