import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { MONEY_KINDS } from "#domain/partnerships/pooled-budget.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { TaskList } from "#components/feedback/task-list.tsx";
import { Button } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { Details } from "#components/layout/details.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { BothLines, BothParagraphs, FormFrame, Line, Money, poundsBox, Select, Whole, type FormKit } from "#features/councils/ui/form-kit.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import type { PoolInView } from "../queries.ts";
import { fenceWords, financialYear } from "./pooled-budgets.tsx";

/** Forms of one pooled budget. */
export const POOL_FORMS = ["ring-fence", "contribution", "allocation", "case"] as const;
export type PoolForm = (typeof POOL_FORMS)[number];

type Named = readonly { readonly id: string; readonly name: BilingualText }[];

export interface PoolFormProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  /** Null for a new one. */
  readonly pool: PoolInView | null;
  readonly boards: Named;
  readonly form: RefusedForm;
  readonly once: string;
  readonly back: string;
}

/** A pooled budget as an officer opens or changes it. */
export function PoolHeadForm({ locale, welsh, pool, boards, form, once, back }: PoolFormProps) {
  const all = messages(locale).pooledBudgets;
  const t = all.manage;
  const stands: Record<string, string> = pool
    ? { nameEn: pool.name.en, nameCy: pool.name.cy, purposeEn: pool.purpose.en, purposeCy: pool.purpose.cy, boardId: pool.boardId ?? "", fromYear: String(pool.fromYear), years: String(pool.years.length) }
    : {};
  const kit: FormKit = { locale, welsh, form, stands, labels: t.labels, faultWords: all.faults };
  return (
    <FormFrame kit={kit} title={pool ? t.changeTitle({ name: textIn(pool.name, locale).text }) : t.newTitle} hidden={{ once: typed(form, "once", pool?.id ?? once) }} button={t.save} back={{ href: back, text: t.back }}>
      <BothLines kit={kit} name="name" />
      <BothParagraphs kit={kit} name="purpose" />
      <Select kit={kit} name="boardId" options={[{ value: "", text: t.labels.noBoard }, ...boards.map(({ id, name }) => ({ value: id, text: textIn(name, locale).text }))]} />
      <Whole kit={kit} name="fromYear" hint={t.hints.fromYear} />
      <Whole kit={kit} name="years" />
    </FormFrame>
  );
}

export interface PoolDeskProps {
  readonly locale: Locale;
  readonly home: string;
  readonly pool: PoolInView;
  readonly mayEdit: boolean;
  readonly saved: boolean;
  /** A taking back that was refused. */
  readonly form: RefusedForm;
}

/** One pooled budget as officers see it: what can be done, and the money with a way to take it back. */
export function PoolDesk({ locale, home, pool, mayEdit, saved, form }: PoolDeskProps) {
  const all = messages(locale).pooledBudgets;
  const t = all.manage;
  const f = format(locale);
  const here = `${home}/manage/pooled-budgets/${pool.slug}`;
  const shown = { ...form, faults: form.faults.map((fault) => ({ ...fault, params: Object.fromEntries(Object.entries(fault.params ?? {}).map(([name, value]) => (name === "leftPence" ? ["left", f.money(Number(value))] : [name, value]))) })) };
  const takeBack = (kind: "contribution" | "allocation", id: string, about: string) =>
    mayEdit ? (
      <Form hidden={{ [kind]: id }}>
        <Button look="line" small>
          {t.takeBack}
          <span className="vh">: {about}</span>
        </Button>
      </Form>
    ) : null;
  return (
    <div className="stack-xl">
      <FormFaults locale={locale} form={shown} own={all.faults} />
      {saved ? (
        <Notice kind="good" title={t.saved} answers>
          {t.savedMore}
        </Notice>
      ) : null}
      <PageHead title={textIn(pool.name, locale).text}>
        <p>
          <a href={`${home}/pooled-budgets/${pool.slug}`}>{t.publicPage}</a>
        </p>
      </PageHead>
      {mayEdit ? (
        <Section id="tasks" title={t.tasks}>
          <TaskList
            tasks={[
              { href: `${here}/change`, title: t.change },
              ...(["ring-fence", "contribution", "allocation"] as const).map((each) => ({ href: `${here}/${each}`, title: t.forms[each].title })),
              { href: `${here}/case`, title: t.addCase },
              ...pool.cases.map(({ id, title }) => ({ href: `${here}/case?case=${id}`, title: t.changeCase({ title: textIn(title, locale).text }) })),
            ]}
          />
        </Section>
      ) : null}
      <Section id="contributions" title={all.contributions}>
        {pool.contributions.length === 0 ? (
          <p>{all.noContributions}</p>
        ) : (
          <DataTable
            caption={all.contributions}
            captionLook="hidden"
            stack
            rows={pool.contributions}
            rowKey={({ id }) => id}
            columns={[
              { key: "partner", header: all.columns.partner, names: true, cell: ({ partner }) => textIn(partner, locale).text },
              { key: "year", header: all.columns.year, cell: ({ year }) => financialYear(year) },
              { key: "kind", header: all.columns.kind, cell: ({ kind }) => all.kinds[kind] },
              { key: "fence", header: all.columns.fence, cell: ({ ringFence }) => fenceWords(locale, pool, ringFence) },
              { key: "amount", header: all.columns.amount, numeric: true, cell: ({ amountPence }) => f.money(amountPence) },
              { key: "back", header: t.takeBack, hideHeader: true, cell: ({ id, partner, amountPence }) => takeBack("contribution", id, `${textIn(partner, locale).text}, ${f.money(amountPence)}`) },
            ]}
          />
        )}
      </Section>
      <Section id="allocations" title={all.allocations}>
        {pool.allocations.length === 0 ? (
          <p>{all.noAllocations}</p>
        ) : (
          <DataTable
            caption={all.allocations}
            captionLook="hidden"
            stack
            rows={pool.allocations}
            rowKey={({ id }) => id}
            columns={[
              { key: "what", header: all.columns.what, names: true, cell: ({ what, pot }) => (pot === null ? textIn(what, locale).text : all.inPot({ what: textIn(what, locale).text, pot: textIn(pot.name, locale).text })) },
              { key: "year", header: all.columns.year, cell: ({ year }) => financialYear(year) },
              { key: "kind", header: all.columns.kind, cell: ({ kind }) => all.kinds[kind] },
              { key: "amount", header: all.columns.amount, numeric: true, cell: ({ amountPence }) => f.money(amountPence) },
              { key: "back", header: t.takeBack, hideHeader: true, cell: ({ id, what, pot }) => (pot === null ? takeBack("allocation", id, textIn(what, locale).text) : null) },
            ]}
          />
        )}
      </Section>
    </div>
  );
}

export interface PoolMoneyFormProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  readonly home: string;
  readonly which: PoolForm;
  readonly pool: PoolInView;
  readonly partners: Named;
  readonly pots: Named;
  /** The case that is changed; null for a new one. */
  readonly caseId: string | null;
  readonly form: RefusedForm;
  readonly once: string;
}

/** One thing an officer does to a pooled budget, on a page of its own. */
export function PoolMoneyForm(props: PoolMoneyFormProps) {
  const { locale, welsh, home, which, pool, partners, pots, caseId, form, once } = props;
  const all = messages(locale).pooledBudgets;
  const t = all.manage;
  const written = pool.cases.find(({ id }) => id === caseId) ?? null;
  const frame = { ...t.forms[which], back: { href: `${home}/manage/pooled-budgets/${pool.slug}`, text: t.back } };
  const nameOf = (name: BilingualText) => textIn(name, locale).text;
  const kit: FormKit = {
    locale,
    welsh,
    form,
    stands: written ? standing(props) : { year: String(pool.fromYear) },
    labels: {
      ...t.labels,
      ...Object.fromEntries(
        partners.flatMap(({ id, name }) => [
          [`share-${id}`, t.shareOf({ name: nameOf(name) })],
          ...pool.years.flatMap((year) => [
            [`invest-${id}-${year}`, t.invest({ name: nameOf(name), year: financialYear(year) })],
            [`gain-${id}-${year}`, t.gain({ name: nameOf(name), year: financialYear(year) })],
          ]),
        ]),
      ),
    },
    faultWords: all.faults,
  };
  const purse = (
    <>
      <Select kit={kit} name="year" options={pool.years.map((year) => ({ value: String(year), text: financialYear(year) }))} />
      <Select kit={kit} name="kind" options={MONEY_KINDS.map((value) => ({ value, text: all.kinds[value] }))} />
      <Select kit={kit} name="ringFence" options={[{ value: "", text: all.anything }, ...pool.ringFences.map(({ code, name }) => ({ value: code, text: nameOf(name) }))]} />
      <Money kit={kit} name="amountPence" />
    </>
  );
  const hidden = { once: typed(form, "once", written?.id ?? once) };
  // Who puts money into the pool or has a part in the case first; the other partners are there to be added.
  const part = new Set([...pool.contributions, ...(written ? [...written.shares, ...written.lines] : [])].map(({ partnerId }) => partnerId));
  const [inside, outside] = [partners.filter(({ id }) => part.has(id)), partners.filter(({ id }) => !part.has(id))];
  switch (which) {
    case "ring-fence":
      return (
        <FormFrame kit={kit} {...frame} hidden={{}}>
          <BothLines kit={kit} name="name" />
        </FormFrame>
      );
    case "contribution":
      return (
        <FormFrame kit={kit} {...frame} hidden={hidden}>
          <Select kit={kit} name="partnerId" options={partners.map(({ id, name }) => ({ value: id, text: nameOf(name) }))} />
          {purse}
          <BothLines kit={kit} name="condition" />
        </FormFrame>
      );
    case "allocation":
      return (
        <FormFrame kit={kit} {...frame} hidden={hidden}>
          <BothLines kit={kit} name="what" />
          {purse}
          <Select kit={kit} name="potId" hint={t.hints.potId} options={[{ value: "", text: t.labels.noPot }, ...pots.map(({ id, name }) => ({ value: id, text: nameOf(name) }))]} />
        </FormFrame>
      );
    case "case":
      return (
        <FormFrame kit={kit} {...frame} hidden={hidden}>
          <BothLines kit={kit} name="title" />
          <BothParagraphs kit={kit} name="summary" />
          {partners.length === 0 ? <p>{t.noPartners}</p> : null}
          {inside.map((body) => (
            <Body key={body.id} kit={kit} pool={pool} body={body} />
          ))}
          {outside.length === 0 ? null : (
            <Details summary={t.otherBodies} open={inside.length === 0 || form.faults.length > 0}>
              <div className="stack">
                {outside.map((body) => (
                  <Body key={body.id} kit={kit} pool={pool} body={body} />
                ))}
              </div>
            </Details>
          )}
        </FormFrame>
      );
  }
}

/** What one body puts in and gains in each year, and its share. */
function Body({ kit, pool, body: { id, name } }: { readonly kit: FormKit; readonly pool: PoolInView; readonly body: Named[number] }) {
  return (
    <fieldset className="card stack">
      <legend className="label">{textIn(name, kit.locale).text}</legend>
      {pool.years.map((year) => (
        <div key={year} className="grid g2">
          <div>
            <Money kit={kit} name={`invest-${id}-${year}`} />
          </div>
          <div>
            <Money kit={kit} name={`gain-${id}-${year}`} />
          </div>
        </div>
      ))}
      <Line kit={kit} name={`share-${id}`} width="short" />
    </fieldset>
  );
}

/** What stands in the case that is changed. */
function standing({ pool, caseId }: PoolMoneyFormProps): Record<string, string> {
  const written = pool.cases.find(({ id }) => id === caseId);
  if (!written) return {};
  const share = (partnerId: string): string => {
    const points = written.shares.find((each) => each.partnerId === partnerId)?.basisPoints ?? 0;
    return points === 0 ? "" : `${Math.floor(points / 100)}.${String(points % 100).padStart(2, "0")}`;
  };
  return {
    titleEn: written.title.en,
    titleCy: written.title.cy,
    summaryEn: written.summary.en,
    summaryCy: written.summary.cy,
    ...Object.fromEntries(written.shares.map(({ partnerId }) => [`share-${partnerId}`, share(partnerId)])),
    ...Object.fromEntries(
      written.lines.flatMap(({ partnerId, year, investPence, gainPence }) => [
        [`invest-${partnerId}-${year}`, poundsBox(investPence)],
        [`gain-${partnerId}-${year}`, poundsBox(gainPence)],
      ]),
    ),
  };
}
