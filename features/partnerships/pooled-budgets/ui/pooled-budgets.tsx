import type { ReactNode } from "react";
import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { splitGain } from "#domain/partnerships/pooled-budget.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { Checkbox } from "#components/forms/choices.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import { fieldError } from "#features/accounts/ui/form-faults.tsx";
import { FormFrame, Line, Select, type FormKit } from "#features/councils/ui/form-kit.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import type { CaseInView, ContributionInView, PoolFeeding, PoolInView } from "../queries.ts";

/** A financial year as it is written: 2026-27. */
export const financialYear = (year: number): string => `${year}-${String((year + 1) % 100).padStart(2, "0")}`;

/** What money is ring-fenced for, in words. */
export const fenceWords = (locale: Locale, pool: PoolInView, code: string): string => {
  const fence = pool.ringFences.find((each) => each.code === code);
  return fence ? textIn(fence.name, locale).text : messages(locale).pooledBudgets.anything;
};

export interface PoolListProps {
  readonly locale: Locale;
  /** Where the pages of the pools stand. */
  readonly here: string;
  /** The council's public pages; where given, the data can be taken away from there. */
  readonly home?: string;
  readonly pools: readonly { readonly slug: string; readonly name: BilingualText; readonly contributedPence: number }[];
  readonly children?: ReactNode;
}

/** The council's pooled budgets. */
export function PoolList({ locale, here, home, pools, children }: PoolListProps) {
  const t = messages(locale).pooledBudgets;
  return (
    <div className="stack-l">
      <PageHead title={t.title} lead={t.lead} />
      {pools.length === 0 ? (
        <EmptyState level={2} title={t.none}>
          {t.noneMore}
        </EmptyState>
      ) : (
        <DataTable
          caption={t.title}
          captionLook="hidden"
          stack
          rows={pools}
          rowKey={({ slug }) => slug}
          columns={[
            { key: "name", header: t.columns.name, names: true, cell: ({ slug, name }) => <a href={`${here}/${slug}`}>{textIn(name, locale).text}</a> },
            { key: "put", header: t.columns.put, numeric: true, cell: ({ contributedPence }) => format(locale).money(contributedPence) },
          ]}
        />
      )}
      {children}
      {home === undefined || pools.length === 0 ? null : <Files locale={locale} home={home} />}
    </div>
  );
}

/** Money of pooled budgets that residents decide about, told where they do; nothing where there is none. */
export function FromPools({ locale, home, feeding }: { readonly locale: Locale; readonly home: string; readonly feeding: readonly PoolFeeding[] }) {
  const t = messages(locale).pooledBudgets;
  if (feeding.length === 0) return null;
  return (
    <Section id="from-pools" title={t.fromPools}>
      <ul>
        {feeding.map(({ slug, name, what, amountPence, pot }, at) => (
          <li key={at}>
            {t.fed({ amount: format(locale).money(amountPence), pot: textIn(pot, locale).text, what: textIn(what, locale).text })} <a href={`${home}/pooled-budgets/${slug}`}>{textIn(name, locale).text}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The same data to take away. */
function Files({ locale, home }: { readonly locale: Locale; readonly home: string }) {
  const t = messages(locale).pooledBudgets.files;
  return (
    <Section id="data" title={t.title} className="noprint">
      <ul className="plain stack-s small">
        {(["contributions.csv", "allocations.csv", "cases.csv", "pooled-budgets.json"] as const).map((file) => (
          <li key={file}>
            <a href={`${home}/pooled-budgets/${file}`}>{t[file]}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export interface PoolPageProps {
  readonly locale: Locale;
  readonly home: string;
  readonly pool: PoolInView;
  readonly partners: readonly { readonly id: string; readonly name: BilingualText }[];
  /** Public addresses of the participatory budgets it feeds, by programme. */
  readonly votes: ReadonlyMap<string, string>;
}

/** One pooled budget: who puts in what, what it is spent on, and the business cases with their signatures. */
export function PoolPage({ locale, home, pool, partners, votes }: PoolPageProps) {
  const t = messages(locale).pooledBudgets;
  const f = format(locale);
  const purpose = textIn(pool.purpose, locale);
  const total = pool.contributions.reduce((sum, { amountPence }) => sum + amountPence, 0);
  return (
    <div className="stack-xl">
      <PageHead title={textIn(pool.name, locale).text} lead={t.together({ amount: f.money(total) })}>
        <p className="noprint">
          <a href={`${home}/pooled-budgets/${pool.slug}`} data-print="">
            {messages(locale).plans.print}
          </a>
        </p>
      </PageHead>
      <p className="prose whitespace-pre-line" lang={purpose.lang === locale ? undefined : purpose.lang}>
        {purpose.text}
      </p>
      <Section id="overview" title={t.overview} className="stack">
        {pool.purses.length === 0 ? (
          <p>{t.noContributions}</p>
        ) : (
          <DataTable
            caption={t.overview}
            captionLook="hidden"
            stack
            rows={pool.purses}
            rowKey={({ year, kind, ringFence }) => `${year}${kind}${ringFence}`}
            columns={[
              { key: "year", header: t.columns.year, names: true, cell: ({ year }) => financialYear(year) },
              { key: "kind", header: t.columns.kind, cell: ({ kind }) => t.kinds[kind] },
              { key: "fence", header: t.columns.fence, cell: ({ ringFence }) => fenceWords(locale, pool, ringFence) },
              { key: "put", header: t.columns.put, numeric: true, cell: ({ contributedPence }) => f.money(contributedPence) },
              { key: "out", header: t.columns.out, numeric: true, cell: ({ allocatedPence }) => f.money(allocatedPence) },
              { key: "left", header: t.columns.left, numeric: true, cell: ({ leftPence }) => f.money(leftPence) },
            ]}
          />
        )}
        <p className="small muted">{t.rule}</p>
      </Section>
      <Section id="contributions" title={t.contributions}>
        <Contributions locale={locale} pool={pool} />
      </Section>
      <Section id="allocations" title={t.allocations}>
        <Allocations locale={locale} home={home} pool={pool} votes={votes} />
      </Section>
      {pool.board === null ? null : (
        <Section id="board" title={t.board} className="stack">
          <p>
            <strong>{textIn(pool.board.name, locale).text}</strong>
          </p>
          <ul>
            {pool.board.seats.map(({ holder, partner }, index) => (
              <li key={index}>{[holder === "" ? t.vacant : holder, partner ? textIn(partner, locale).text : ""].filter(Boolean).join(", ")}</li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="cases" title={t.cases} className="stack-l">
        {pool.cases.length === 0 ? <p>{t.noCases}</p> : pool.cases.map((each) => <Case key={each.id} locale={locale} home={home} pool={pool} written={each} partners={partners} />)}
      </Section>
      <Files locale={locale} home={home} />
    </div>
  );
}

function Contributions({ locale, pool }: { readonly locale: Locale; readonly pool: PoolInView }) {
  const t = messages(locale).pooledBudgets;
  const f = format(locale);
  if (pool.contributions.length === 0) return <p>{t.noContributions}</p>;
  return (
    <DataTable
      caption={t.contributions}
      captionLook="hidden"
      stack
      rows={pool.contributions}
      rowKey={({ id }) => id}
      columns={[
        { key: "partner", header: t.columns.partner, names: true, cell: ({ partner }) => textIn(partner, locale).text },
        { key: "year", header: t.columns.year, cell: ({ year }) => <span className="nowrap">{financialYear(year)}</span> },
        { key: "kind", header: t.columns.kind, cell: ({ kind }) => t.kinds[kind] },
        { key: "fence", header: t.columns.fence, cell: ({ ringFence }: ContributionInView) => fenceWords(locale, pool, ringFence) },
        { key: "condition", header: t.columns.condition, cell: ({ condition }) => textIn(condition, locale).text },
        { key: "amount", header: t.columns.amount, numeric: true, cell: ({ amountPence }) => f.money(amountPence) },
      ]}
    />
  );
}

function Allocations({ locale, home, pool, votes }: Pick<PoolPageProps, "locale" | "home" | "pool" | "votes">) {
  const t = messages(locale).pooledBudgets;
  const f = format(locale);
  if (pool.allocations.length === 0) return <p>{t.noAllocations}</p>;
  return (
    <DataTable
      caption={t.allocations}
      captionLook="hidden"
      stack
      rows={pool.allocations}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "what",
          header: t.columns.what,
          names: true,
          cell: ({ what, pot }) => {
            const words = textIn(what, locale).text;
            if (pot === null) return words;
            const vote = votes.get(pot.programmeId);
            return (
              <>
                {t.inPot({ what: words, pot: textIn(pot.name, locale).text })}
                {vote === undefined ? null : (
                  <>
                    {". "}
                    <a href={`${home}/${vote}`}>{t.seeVote}</a>
                  </>
                )}
              </>
            );
          },
        },
        { key: "year", header: t.columns.year, cell: ({ year }) => <span className="nowrap">{financialYear(year)}</span> },
        { key: "kind", header: t.columns.kind, cell: ({ kind }) => t.kinds[kind] },
        { key: "fence", header: t.columns.fence, cell: ({ ringFence }) => fenceWords(locale, pool, ringFence) },
        { key: "amount", header: t.columns.amount, numeric: true, cell: ({ amountPence }) => f.money(amountPence) },
      ]}
    />
  );
}

interface CaseProps {
  readonly locale: Locale;
  readonly home: string;
  readonly pool: PoolInView;
  readonly written: CaseInView;
  readonly partners: PoolPageProps["partners"];
}

function Case(props: CaseProps) {
  const { locale, home, pool, written } = props;
  const t = messages(locale).pooledBudgets;
  return (
    <Section id={`case-${written.id}`} title={textIn(written.title, locale).text} level={3} surface="card" className="stack">
      <CaseTables {...props} />
      <p className="noprint">
        <a href={`${home}/pooled-budgets/${pool.slug}/cases/${written.id}/sign`}>{t.signLink}</a>
      </p>
    </Section>
  );
}

/** What each body puts in and gains, how the gain is shared, and who has signed. */
function CaseTables({ locale, home, pool, written, partners }: CaseProps) {
  const t = messages(locale).pooledBudgets;
  const v = messages(locale).versions;
  const f = format(locale);
  const nameOf = (partnerId: string): string => {
    const partner = partners.find(({ id }) => id === partnerId);
    return partner ? textIn(partner.name, locale).text : "";
  };
  const bodies = [...new Set([...written.shares, ...written.lines].map(({ partnerId }) => partnerId))];
  const sum = (of: "investPence" | "gainPence", year?: number, partnerId?: string): number =>
    written.lines.filter((line) => (year === undefined || line.year === year) && (partnerId === undefined || line.partnerId === partnerId)).reduce((total, line) => total + line[of], 0);
  const split = splitGain(sum("gainPence"), written.shares);
  const waiting = bodies.filter((partnerId) => !written.signOffs.some((each) => each.partnerId === partnerId)).length;
  return (
    <>
      <p>{waiting === 0 ? <Tag kind="good">{t.allSigned}</Tag> : <Tag kind="notYet">{t.waiting({ count: waiting })}</Tag>}</p>
      <p className="prose whitespace-pre-line">{textIn(written.summary, locale).text}</p>
      <DataTable
        caption={t.shares}
        stack
        rows={bodies}
        rowKey={(partnerId) => partnerId}
        columns={[
          { key: "partner", header: t.columns.partner, names: true, cell: nameOf, foot: t.total },
          { key: "in", header: t.invests, numeric: true, cell: (partnerId) => f.money(sum("investPence", undefined, partnerId)), foot: f.money(sum("investPence")) },
          { key: "share", header: t.share, numeric: true, cell: (partnerId) => f.percent((written.shares.find((each) => each.partnerId === partnerId)?.basisPoints ?? 0) / 10_000, 2), foot: f.percent(1, 2) },
          { key: "gain", header: t.gainOf, numeric: true, cell: (partnerId) => f.money(split.get(partnerId) ?? 0), foot: f.money(sum("gainPence")) },
        ]}
      />
      <DataTable
        caption={t.years}
        stack
        rows={pool.years}
        rowKey={String}
        columns={[
          { key: "year", header: t.columns.year, names: true, cell: financialYear, foot: t.total },
          { key: "in", header: t.invests, numeric: true, cell: (year) => f.money(sum("investPence", year)), foot: f.money(sum("investPence")) },
          { key: "gain", header: t.gains, numeric: true, cell: (year) => f.money(sum("gainPence", year)), foot: f.money(sum("gainPence")) },
        ]}
      />
      <SummaryList
        rows={bodies.map((partnerId) => {
          const signed = written.signOffs.find((each) => each.partnerId === partnerId);
          return { term: nameOf(partnerId), answer: signed ? t.signed({ name: signed.signedAs, date: f.date(signed.signedAt) }) : t.notSigned };
        })}
      />
      {written.voided.length === 0 ? null : (
        <Notice kind="warn" title={t.voided}>
          <ul>
            {written.voided.map(({ partnerId, version, signedAs, signedAt, textKept }) => (
              <li key={`${partnerId} ${version}`}>
                {nameOf(partnerId)}: {t.signed({ name: signedAs, date: f.date(signedAt) })}. {v.void({ number: f.number(version), now: f.number(written.version) })}
                {textKept ? null : `. ${v.notKept}`}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <p className="small muted">
        {v.version({ number: f.number(written.version) })}. <a href={`${home}/pooled-budgets/${pool.slug}/cases/${written.id}/versions`}>{v.link}</a>
      </p>
      <p className="small muted hash">{v.fingerprint({ hash: written.sha256 })}</p>
    </>
  );
}

export interface SignPageProps extends CaseProps {
  /** Bodies this person may sign for. */
  readonly mine: PoolPageProps["partners"];
  readonly form: RefusedForm;
  readonly signed: boolean;
}

/** Where somebody signs a business case for a body. */
export function SignPage(props: SignPageProps) {
  const { locale, home, pool, written, mine, form, signed } = props;
  const all = messages(locale).pooledBudgets;
  const t = all.sign;
  const kit: FormKit = { locale, welsh: false, form, stands: {}, labels: { partnerId: t.partner, signedAs: t.name, agreed: t.agreed }, faultWords: all.faults };
  const back = { href: `${home}/pooled-budgets/${pool.slug}`, text: t.back };
  if (mine.length === 0)
    return (
      <div className="stack-l">
        <PageHead title={t.title} />
        <p>{t.nobody}</p>
        <a href={back.href}>{back.text}</a>
      </div>
    );
  return (
    <FormFrame kit={kit} title={t.title} lead={t.lead} hidden={{ version: String(written.version) }} button={t.button} back={back}>
      {signed ? <Notice kind="good" title={t.done} answers /> : null}
      <h2>{textIn(written.title, locale).text}</h2>
      <CaseTables {...props} />
      <Select kit={kit} name="partnerId" options={mine.map(({ id, name }) => ({ value: id, text: textIn(name, locale).text }))} />
      <Line kit={kit} name="signedAs" width="medium" />
      <Checkbox name="agreed" text={t.tick} checked={typed(form, "agreed") === "yes" && !form.faults.some(({ code }) => code === "case-changed")} error={fieldError(locale, form, "agreed", all.faults)} />
    </FormFrame>
  );
}
