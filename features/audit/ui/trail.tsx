import type { Locale } from "#domain/basics/bilingual.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { ButtonLink } from "#components/forms/button.tsx";
import { Filters } from "#components/forms/filters.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { Pagination } from "#components/navigation/pagination.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import type { ActInView, TrailCheck, TrailFilter, TrailPage } from "../queries.ts";

export const ACTS_SHOWN = 50;
/** Acts whose place in the chain is checked each time the page is made; all of them when asked for. */
export const ACTS_CHECKED = 2_000;

interface TrailViewProps {
  readonly scope: ActorScope;
  readonly trail: TrailPage;
  readonly filter: TrailFilter;
  readonly page: number;
  readonly check: TrailCheck;
}

export function TrailView({ scope, trail, filter, page, check }: TrailViewProps) {
  const { locale } = scope;
  const t = messages(locale).audit;
  const { number } = format(locale);
  const here = `/${locale}/${scope.council.slug}/manage/audit`;
  return (
    <div className="stack-l">
      <PageHead title={t.title} lead={t.lead} />
      <Chain locale={locale} check={check} all={`${here}?check=all`} />
      <Filters label={t.filter} action={here} submit={t.show}>
        <SelectField name="act" label={t.act} width="full" value={filter.act} options={[{ value: "", text: t.allActs }, ...trail.allActs.map((act) => ({ value: act, text: actWords(locale, act) }))]} />
        <SelectField name="who" label={t.who} width="full" value={filter.who} options={[{ value: "", text: t.everybody }, ...trail.allNames.map((name) => ({ value: name, text: name }))]} />
      </Filters>
      {trail.acts.length === 0 ? (
        <EmptyState title={t.none} level={2}>
          {t.noneMore}
        </EmptyState>
      ) : (
        <Section
          id="acts"
          title={t.count({ count: trail.count, shown: number(trail.count) })}
          beside={
            <ButtonLink small look="line" href={`${here}/csv${query(filter, 1)}`}>
              {t.download}
            </ButtonLink>
          }
        >
          <div className="stack">
            <Acts locale={locale} acts={trail.acts} />
            <Pagination
              label={t.pages}
              pageWord={t.page}
              current={page}
              pages={Math.ceil(trail.count / ACTS_SHOWN)}
              href={(other) => `${here}${query(filter, other)}`}
              previous={t.previous}
              next={t.next}
            />
          </div>
        </Section>
      )}
    </div>
  );
}

/** What was found out about the whole chain as the page was made. */
function Chain({ locale, check, all }: { readonly locale: Locale; readonly check: TrailCheck; readonly all: string }) {
  const t = messages(locale).audit;
  const { number } = format(locale);
  if (check.fault)
    return (
      <Notice kind="bad" title={t.broken.title}>
        <p>
          {t.broken[check.fault.kind]({ position: number(check.fault.position) })} {t.broken.more}
        </p>
      </Notice>
    );
  if (check.checked === 0) return null;
  return (
    <Notice kind="good" title={check.before === 0 ? t.whole.title : t.whole.soFar}>
      {check.before === 0 ? (
        <p>{t.whole.body({ count: check.checked, shown: number(check.checked) })}</p>
      ) : (
        <p>
          {t.whole.newest({ checked: number(check.checked), all: number(check.before + check.checked) })} <a href={all}>{t.whole.checkAll}</a>
        </p>
      )}
      <p className="small mono">{t.whole.last({ hash: Buffer.from(check.lastHash).toString("hex").slice(0, 16) })}</p>
    </Notice>
  );
}

function Acts({ locale, acts }: { readonly locale: Locale; readonly acts: readonly ActInView[] }) {
  const t = messages(locale).audit;
  const { number, date, time } = format(locale);
  return (
    <DataTable
      caption={t.title}
      captionLook="hidden"
      stack
      rows={acts}
      rowKey={({ position }) => String(position)}
      columns={[
        { key: "number", header: t.number, numeric: true, names: true, cell: ({ position }) => number(position) },
        {
          key: "when",
          header: t.when,
          cell: ({ at }) => (
            <>
              {date(at)}
              <br />
              {time(at)}
            </>
          ),
        },
        { key: "who", header: t.who, cell: ({ actorName }) => actorName },
        { key: "what", header: t.what, cell: ({ act }) => <strong>{actWords(locale, act)}</strong> },
        { key: "thing", header: t.thing, cell: ({ thingKind, thingId }) => `${thingWords(locale, thingKind)} ${thingId.slice(0, 8)}` },
        { key: "details", header: t.details, cell: ({ detail }) => inShort(detailWords(detail)) },
      ]}
    />
  );
}

/** The words of an act; one that has none yet stands as it was recorded. */
export const actWords = (locale: Locale, act: string): string => wordsOf(messages(locale).audit.acts, act);
export const thingWords = (locale: Locale, kind: string): string => wordsOf(messages(locale).audit.things, kind);

function wordsOf(all: Readonly<Record<string, string>>, key: string): string {
  return all[key] ?? key;
}

/** Details as they were recorded. Lists go without their brackets. */
export function detailWords(detail: Readonly<Record<string, unknown>>): string {
  return Object.entries(detail)
    .map(([key, value]) => `${key}: ${Array.isArray(value) ? value.map(asWord).join(", ") : asWord(value)}`)
    .join(" · ");
}

/** Fingerprints and ids by their beginning, and long texts too: the whole stands in the table to download. */
export const inShort = (words: string): string => {
  const short = words.replace(/\b[0-9a-f]{8}(?:[0-9a-f]{8,}|(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b/g, (hex) => `${hex.slice(0, 8)}…`);
  return short.length > 240 ? `${short.slice(0, 239)}…` : short;
};

const asWord = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

function query(filter: TrailFilter, page: number): string {
  const parts = new URLSearchParams();
  if (filter.act !== "") parts.set("act", filter.act);
  if (filter.who !== "") parts.set("who", filter.who);
  if (page > 1) parts.set("page", String(page));
  const text = parts.toString();
  return text === "" ? "" : `?${text}`;
}
