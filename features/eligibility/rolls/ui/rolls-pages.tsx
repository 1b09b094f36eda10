import { textIn, type BilingualText } from "#domain/basics/bilingual.ts";
import { EMPTY_FORM, typed, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { FileField } from "#components/forms/file-field.tsx";
import { Form } from "#components/forms/form.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Facts } from "#components/layout/facts.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { ImportInView } from "#features/councils/imports/queries.ts";
import { ImportList } from "#features/councils/imports/ui/import-list.tsx";
import { uploadWords } from "#features/councils/imports/ui/upload-words.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { ENTRY_FIELDS } from "../input.ts";
import type { EntryInView, RollInView } from "../queries.ts";

export const rollsHome = ({ locale, council }: ActorScope): string => `/${locale}/${council.slug}/manage/rolls`;

export interface RollsPageProps {
  readonly scope: ActorScope;
  readonly rolls: readonly RollInView[];
  readonly waiting: number;
  readonly once: string;
  readonly form?: RefusedForm;
}

/** Every roll of the council, and the beginning of a new one. */
export function rollsPage({ scope, rolls, waiting, once, form = EMPTY_FORM }: RollsPageProps) {
  const t = messages(scope.locale).rolls.list;
  const own = messages(scope.locale).rolls.faults;
  const { number } = format(scope.locale);
  const home = rollsHome(scope);
  return {
    title: t.title,
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: deskCrumb(scope),
    body: (
      <div className="stack-l">
        <FormFaults locale={scope.locale} form={form} own={own} />
        <PageHead title={t.title} lead={t.lead} />
        {waiting > 0 ? (
          <Notice kind="warn" title={t.enquiries({ count: waiting, shown: number(waiting) })}>
            <a href={`${home}/enquiries`}>{messages(scope.locale).rolls.enquiries.title}</a>
          </Notice>
        ) : null}
        {rolls.length === 0 ? (
          <EmptyState title={t.none} level={2}>
            {t.noneMore}
          </EmptyState>
        ) : (
          <DataTable
            caption={t.title}
            captionLook="hidden"
            stack
            rows={rolls}
            rowKey={({ id }) => id}
            columns={[
              { key: "name", header: t.name, cell: ({ id, name }) => <a href={`${home}/${id}`}>{name}</a> },
              { key: "people", header: t.people, numeric: true, cell: ({ people }) => number(people) },
              { key: "ballots", header: t.ballots, numeric: true, cell: ({ ballots }) => number(ballots) },
            ]}
          />
        )}
        <Section id="begin" title={t.begin} surface="card">
          <Form action={home} hidden={{ once }} className="stack">
            <TextField name="name" label={t.newName} hint={t.newHint} width="medium" value={typed(form, "name")} error={fieldError(scope.locale, form, "name", own)} />
            <Button>{t.create}</Button>
          </Form>
        </Section>
      </div>
    ),
  };
}

export interface RollPageProps {
  readonly scope: ActorScope;
  readonly roll: RollInView;
  readonly imports: readonly ImportInView[];
  readonly found: { readonly entries: readonly EntryInView[]; readonly total: number; readonly more: boolean };
  readonly areaNames: ReadonlyMap<string, BilingualText>;
  readonly wanted: string;
  /** From 0. */
  readonly page: number;
  readonly once: string;
  readonly refused?: RefusedForm;
}

/** One roll: its figures, its people, and the way to bring in a file. */
export function rollPage({ scope, roll, imports, found, areaNames, wanted, page, once, refused = EMPTY_FORM }: RollPageProps) {
  const { rolls } = messages(scope.locale);
  const t = rolls.roll;
  const { number } = format(scope.locale);
  const address = `${rollsHome(scope)}/${roll.id}`;
  const words = uploadWords(scope.locale);
  const pageOf = (nth: number) => `${address}?${new URLSearchParams({ ...(wanted === "" ? {} : { q: wanted }), ...(nth === 0 ? {} : { page: String(nth + 1) }) }).toString()}#people`;
  const last = !found.more;
  return {
    title: roll.name,
    status: refused.faults.length > 0 ? 422 : 200,
    crumbs: [...deskCrumb(scope), { href: rollsHome(scope), text: rolls.list.title }],
    body: (
      <div className="stack-l">
        <FormFaults locale={scope.locale} form={refused} own={words} />
        <PageHead title={roll.name} />
        <Facts
          columns={3}
          surface="card"
          facts={[
            { term: t.onRoll, figure: number(roll.people) },
            { term: t.removed, figure: number(roll.removed) },
            { term: t.corrected, figure: number(roll.corrected) },
          ]}
        />
        <Section id="people" title={rolls.list.people}>
          <div className="stack">
            {roll.people + roll.removed === 0 ? null : (
              <Form action={address} method="get" className="stack">
                <TextField name="q" label={t.find} hint={t.findHint} width="medium" type="search" value={wanted} />
                <Button look="line">{t.search}</Button>
              </Form>
            )}
            {found.total > 0 ? <p role={wanted === "" ? undefined : "status"}>{t.found({ count: found.total, shown: number(found.total) })}</p> : null}
            {found.total === 0 ? (
              <EmptyState title={wanted === "" ? t.empty : t.nobody} level={3}>
                {wanted === "" ? t.emptyMore : t.nobodyMore}
              </EmptyState>
            ) : (
              <EntryTable scope={scope} address={address} entries={found.entries} areaNames={areaNames} />
            )}
            {page > 0 || !last ? (
              <ul className="pager">
                {page > 0 ? (
                  <li>
                    <a href={pageOf(0)}>{t.first}</a>
                  </li>
                ) : null}
                {last ? null : (
                  <li>
                    <a href={pageOf(page + 1)} rel="next">
                      {t.next}
                    </a>
                  </li>
                )}
              </ul>
            ) : null}
          </div>
        </Section>
        <Section id="upload" title={t.upload} surface="card">
          <Form action={address} multipart hidden={{ once }} className="stack">
            <p>{t.uploadLead}</p>
            <FileField name="roll" label={t.file} hint={t.fileHint} accept=".csv,.txt,.tsv,text/csv" error={fieldError(scope.locale, refused, "roll", words)} />
            <Button>{t.read}</Button>
          </Form>
        </Section>
        {imports.length > 0 ? (
          <Section id="files" title={t.files}>
            <ImportList locale={scope.locale} council={scope.council.slug} caption={t.files} imports={imports} />
          </Section>
        ) : null}
      </div>
    ),
  };
}

interface EntryTableProps {
  readonly scope: ActorScope;
  readonly address: string;
  readonly entries: readonly EntryInView[];
  readonly areaNames: ReadonlyMap<string, BilingualText>;
}

function EntryTable({ scope, address, entries, areaNames }: EntryTableProps) {
  const t = messages(scope.locale).rolls.roll;
  return (
    <DataTable
      caption={t.find}
      captionLook="hidden"
      stack
      rows={entries}
      rowKey={({ id }) => id}
      columns={[
        { key: "number", header: t.number, cell: ({ id, reference }) => <a href={`${address}/entries/${id}`}>{reference}</a> },
        {
          key: "name",
          header: t.name,
          cell: (entry) => (
            <>
              {nameOf(entry)} {entry.removedAt === null ? null : <Tag kind="offTrack">{t.removedTag}</Tag>}
              {entry.removedAt === null && entry.corrected ? <Tag kind="upcoming">{t.correctedTag}</Tag> : null}
            </>
          ),
        },
        { key: "born", header: t.born, cell: (entry) => bornOf(scope, entry) },
        { key: "postcode", header: t.postcode, cell: ({ postcode }) => spaced(postcode) },
        { key: "area", header: t.area, cell: ({ areaId, school }) => (areaId !== null && areaNames.has(areaId) ? textIn(areaNames.get(areaId) ?? { en: "", cy: "" }, scope.locale).text : school) },
      ]}
    />
  );
}

export const nameOf = ({ givenNames, familyName }: Pick<EntryInView, "givenNames" | "familyName">): string => `${givenNames} ${familyName}`.trim();
export const spaced = (postcode: string): string => postcode.replace(/(...)$/, " $1").trim();
export const bornOf = (scope: ActorScope, { birthDate, birthYear }: Pick<EntryInView, "birthDate" | "birthYear">): string =>
  birthDate !== null ? format(scope.locale).date(birthDate) : birthYear === null ? "" : String(birthYear);
const typedBirth = ({ birthDate, birthYear }: EntryInView): string => (birthDate !== null ? birthDate.split("-").reverse().map((part) => part.replace(/^0/, "")).join("/") : birthYear === null ? "" : String(birthYear));

export interface EntryPageProps {
  readonly scope: ActorScope;
  readonly roll: RollInView;
  readonly entry: EntryInView;
  readonly saved: boolean;
  readonly form?: RefusedForm;
}

/** One entry, to be put right, removed or taken back. */
export function entryPage({ scope, roll, entry, saved, form = EMPTY_FORM }: EntryPageProps) {
  const { rolls } = messages(scope.locale);
  const t = rolls.entry;
  const home = `${rollsHome(scope)}/${roll.id}`;
  const address = `${home}/entries/${entry.id}`;
  const stands: Record<(typeof ENTRY_FIELDS)[number], string> = {
    givenNames: entry.givenNames,
    familyName: entry.familyName,
    birthDate: typedBirth(entry),
    address: entry.address,
    postcode: spaced(entry.postcode),
    school: entry.school,
    yearGroup: entry.yearGroup,
  };
  return {
    title: t.title({ reference: entry.reference }),
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: [...deskCrumb(scope), { href: rollsHome(scope), text: rolls.list.title }, { href: home, text: roll.name }],
    body: (
      <div className="stack-l">
        <FormFaults locale={scope.locale} form={form} own={rolls.faults} />
        {saved ? <Notice kind="good" title={t.saved} answers /> : null}
        <PageHead title={t.title({ reference: entry.reference })} lead={t.lead} />
        {entry.removedAt === null ? null : (
          <Notice kind="warn" title={t.removedOn({ when: format(scope.locale).date(entry.removedAt), reason: entry.removedReason === "file" ? t.byFile : entry.removedReason })}>
            <Form action={address}>
              <Button name="act" value="restore" look="line">
                {t.restore}
              </Button>
            </Form>
          </Notice>
        )}
        <Form action={address} className="stack">
          {ENTRY_FIELDS.map((name) => (
            <TextField
              key={name}
              name={name}
              label={rolls.fields[name]}
              hint={name === "birthDate" ? t.birthHint : undefined}
              width={name === "postcode" || name === "birthDate" || name === "yearGroup" ? "short" : "medium"}
              spellCheck={false}
              value={typed(form, name, stands[name])}
              error={fieldError(scope.locale, form, name, rolls.faults)}
            />
          ))}
          <ButtonRow>
            <Button name="act" value="save">
              {t.save}
            </Button>
            <a href={home}>{t.back}</a>
          </ButtonRow>
        </Form>
        {entry.removedAt === null ? (
          <Section id="remove" title={t.remove} surface="card">
            <Form action={address} className="stack">
              <p>{t.removeLead}</p>
              <TextField name="reason" label={t.reason} width="medium" value={typed(form, "reason")} error={fieldError(scope.locale, form, "reason", rolls.faults)} />
              <Button name="act" value="remove" look="danger">
                {t.remove}
              </Button>
            </Form>
          </Section>
        ) : null}
      </div>
    ),
  };
}

export const deskCrumb = ({ locale, council }: ActorScope) => [{ href: `/${locale}/${council.slug}/manage`, text: messages(locale).councils.workspace }];
