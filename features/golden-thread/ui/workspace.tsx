import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { mayLink, THREAD_KINDS, type ThreadEnd, type ThreadKind } from "#domain/golden-thread/thread.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { Button, ButtonLink } from "#components/forms/button.tsx";
import { Filters } from "#components/forms/filters.tsx";
import { Form } from "#components/forms/form.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { NotedStop, ThreadStop, TiedStrand } from "#features/golden-thread/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface ThreadWorkspaceProps {
  readonly locale: Locale;
  /** The council's own address: `/en/millbrook`. */
  readonly home: string;
  readonly welsh: boolean;
  readonly stops: readonly (ThreadEnd & { readonly title: BilingualText })[];
  /** What was searched for, and what was found; null where nobody searched. */
  readonly search: { readonly words: string; readonly found: readonly ThreadStop[] } | null;
  /** What to tie, where it was chosen on another page or in the search: `idea:7d0e…`. */
  readonly chosen: string;
  readonly tied: readonly TiedStrand[];
  readonly noted: readonly NotedStop[];
  readonly form: RefusedForm;
  readonly done: "tied" | "untied" | "noted" | null;
  readonly mayTie: boolean;
}

/** Where officers tie what residents said or decided to what it moved. */
export function ThreadWorkspace(props: ThreadWorkspaceProps) {
  const { locale, home, tied, form, done } = props;
  const words = messages(locale).goldenThread;
  const t = words.manage;
  return (
    <div className="stack-l">
      <FormFaults locale={locale} form={form} own={words.faults} labels={{ from: t.from, to: t.to, howEn: t.howEn, howCy: t.howCy }} />
      <PageHead title={t.title} lead={t.lead}>
        <p>
          <a href={`${home}/thread`}>{t.public}</a>
        </p>
      </PageHead>
      {done ? <Notice kind="good" title={t[done]} answers /> : null}
      <FindVoice {...props} />
      <TieForm {...props} />
      <Section id="existing" title={t.existing}>
        <Strands {...props} strands={tied.filter(({ takenBack }) => takenBack === null)} />
      </Section>
      <Written {...props} />
      <History {...props} strands={tied.filter(({ takenBack }) => takenBack !== null)} />
    </div>
  );
}

/** Searches among what residents sent, of which there is too much for a list. */
function FindVoice({ locale, home, search, mayTie }: ThreadWorkspaceProps) {
  const { manage: t, kinds } = messages(locale).goldenThread;
  if (!mayTie) return null;
  return (
    <Section id="find" title={t.find}>
      <div className="stack">
        <p>{t.findLead}</p>
        <Filters label={t.find} action={`${home}/manage/thread#find`} submit={t.findButton}>
          <TextField name="words" type="search" label={t.findWords} value={search?.words ?? ""} />
        </Filters>
        {search === null ? null : search.found.length === 0 ? (
          <p>{t.foundNone}</p>
        ) : (
          <DataTable
            caption={t.found({ count: search.found.length })}
            stack
            rows={search.found}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "title",
                header: t.from,
                names: true,
                cell: ({ kind, title, address }) => {
                  const { text, lang } = textIn(title, locale);
                  return (
                    <>
                      {kinds[kind]}:{" "}
                      <a href={`${home}/${address}`} lang={lang === locale ? undefined : lang}>
                        {text}
                      </a>
                    </>
                  );
                },
              },
              {
                key: "tie",
                header: t.tie,
                hideHeader: true,
                cell: ({ kind, id, title }) => (
                  <a href={`${home}/manage/thread?from=${kind}:${id}#tie`}>
                    {t.tieThis}
                    <span className="vh">: {textIn(title, locale).text}</span>
                  </a>
                ),
              },
            ]}
          />
        )}
      </div>
    </Section>
  );
}

function TieForm({ locale, welsh, stops, chosen, form, mayTie }: ThreadWorkspaceProps) {
  const words = messages(locale).goldenThread;
  const t = words.manage;
  const grouped = (kinds: readonly ThreadKind[]) => [
    { value: "", text: t.choose },
    ...stops.filter(({ kind }) => kinds.includes(kind)).map(({ kind, id, title }) => ({ value: `${kind}:${id}`, text: `${words.kinds[kind]}: ${textIn(title, locale).text}` })),
  ];
  const starts = grouped(THREAD_KINDS.filter((kind) => THREAD_KINDS.some((other) => mayLink(kind, other))));
  const ends = grouped(THREAD_KINDS.filter((kind) => THREAD_KINDS.some((other) => mayLink(other, kind))));
  const field = (name: "from" | "to" | "howEn" | "howCy") => ({ name, label: t[name], value: typed(form, name, name === "from" ? chosen : ""), error: fieldError(locale, form, name, words.faults) });
  if (!mayTie) return null;
  if (starts.length < 2 || ends.length < 2) return <EmptyState title={t.nothing} level={2} />;
  return (
    <Section id="tie" title={t.tieTitle} surface="card">
      <Form className="stack">
        <SelectField {...field("from")} width="full" options={starts} />
        <SelectField {...field("to")} width="full" options={ends} />
        <TextField {...field("howEn")} lang="en" />
        {welsh ? <TextField {...field("howCy")} lang="cy" /> : null}
        <div>
          <Button name="act" value="tie">
            {t.tie}
          </Button>
        </div>
      </Form>
    </Section>
  );
}

const columnsOf = (locale: Locale) => {
  const t = messages(locale).goldenThread.manage;
  return [
    { key: "from", header: t.from, names: true, cell: ({ from }: TiedStrand) => textIn(from, locale).text },
    { key: "to", header: t.to, cell: ({ to }: TiedStrand) => textIn(to, locale).text },
    { key: "how", header: t.how, cell: ({ how }: TiedStrand) => textIn(how, locale).text },
  ];
};

function Strands({ locale, home, strands, mayTie }: ThreadWorkspaceProps & { readonly strands: readonly TiedStrand[] }) {
  const t = messages(locale).goldenThread.manage;
  if (strands.length === 0) return <p>{t.none}</p>;
  return (
    <DataTable
      caption={t.existing}
      captionLook="hidden"
      stack
      rows={strands}
      rowKey={({ id }) => id}
      columns={[
        ...columnsOf(locale),
        { key: "made", header: t.made, cell: ({ madeBy, madeAt }) => t.by({ name: madeBy, date: format(locale).date(madeAt) }) },
        {
          key: "untie",
          header: t.untie,
          hideHeader: true,
          cell: ({ id, from, to }) =>
            mayTie ? (
              <a href={`${home}/manage/thread/${id}`}>
                {t.untie}
                <span className="vh">: {`${textIn(from, locale).text} – ${textIn(to, locale).text}`}</span>
              </a>
            ) : null,
        },
      ]}
    />
  );
}

function Written({ locale, home, noted, mayTie }: ThreadWorkspaceProps) {
  const { manage, kinds } = messages(locale).goldenThread;
  const t = manage.stops;
  const f = format(locale);
  return (
    <Section id="noted" title={t.title}>
      <div className="stack">
        <p>{t.lead}</p>
        {mayTie ? (
          <p>
            <ButtonLink look="line" href={`${home}/manage/thread/noted/new`}>
              {t.add}
            </ButtonLink>
          </p>
        ) : null}
        {noted.length === 0 ? (
          <p>{t.none}</p>
        ) : (
          <DataTable
            caption={t.title}
            captionLook="hidden"
            stack
            rows={noted}
            rowKey={({ id }) => id}
            columns={[
              { key: "title", header: t.name, names: true, cell: ({ slug, title }) => <a href={`${home}/thread/noted/${slug}`}>{textIn(title, locale).text}</a> },
              { key: "kind", header: t.kind, cell: ({ kind }) => kinds[kind] },
              { key: "on", header: t.onDay, cell: ({ onDay }) => f.date(onDay) },
              {
                key: "edit",
                header: t.edit,
                hideHeader: true,
                cell: ({ slug, title }) =>
                  mayTie ? (
                    <a href={`${home}/manage/thread/noted/${slug}`}>
                      {t.edit}
                      <span className="vh">: {textIn(title, locale).text}</span>
                    </a>
                  ) : null,
              },
            ]}
          />
        )}
      </div>
    </Section>
  );
}

function History({ locale, strands }: ThreadWorkspaceProps & { readonly strands: readonly TiedStrand[] }) {
  const t = messages(locale).goldenThread.manage;
  const f = format(locale);
  if (strands.length === 0) return null;
  return (
    <Section id="history" title={t.history}>
      <div className="stack">
        <p>{t.historyLead}</p>
        <DataTable
          caption={t.history}
          captionLook="hidden"
          stack
          rows={strands}
          rowKey={({ id }) => id}
          columns={[
            ...columnsOf(locale),
            { key: "because", header: t.because, cell: ({ takenBack }) => takenBack?.because },
            { key: "back", header: t.history, cell: ({ takenBack }) => (takenBack ? t.by({ name: takenBack.by, date: f.date(takenBack.at) }) : null) },
          ]}
        />
      </div>
    </Section>
  );
}

export interface TakeBackProps {
  readonly locale: Locale;
  readonly home: string;
  readonly strand: TiedStrand;
  readonly form: RefusedForm;
}

/** Asks why a strand is taken back. */
export function TakeBack({ locale, home, strand, form }: TakeBackProps) {
  const words = messages(locale).goldenThread;
  const t = words.manage;
  return (
    <div className="stack-l">
      <FormFaults locale={locale} form={form} own={words.faults} />
      <PageHead title={t.untieOf({ from: textIn(strand.from, locale).text, to: textIn(strand.to, locale).text })} lead={textIn(strand.how, locale).text} />
      <Form className="stack" hidden={{ link: strand.id }}>
        <TextField name="because" label={t.untieBecause} hint={t.historyLead} value={typed(form, "because")} error={fieldError(locale, form, "because", words.faults)} />
        <div className="row">
          <Button>{t.untie}</Button>
          <a href={`${home}/manage/thread`}>{t.cancel}</a>
        </div>
      </Form>
    </div>
  );
}
