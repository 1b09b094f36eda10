import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { Button, ButtonLink, ButtonRow } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import type { PotForOfficers } from "#features/budgeting/programmes/queries.ts";
import type { AreaChoice, BudgetVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { areaOptions } from "./create-form.tsx";
import { BothLines, FormFrame, Money, poundsBox, seenToSend, Select } from "#features/councils/ui/form-kit.tsx";

interface PotsPageProps {
  readonly locale: Locale;
  readonly vote: BudgetVoteForOfficers;
  readonly areas: readonly AreaChoice[];
  readonly home: string;
  readonly editable: boolean;
}

/** Every pot of a vote. */
export function PotsPage({ locale, vote, areas, home, editable }: PotsPageProps) {
  const { drafting, programme } = messages(locale);
  const t = drafting.pots;
  const f = format(locale);
  const nameOf = (id: string | null) => textIn(vote.programme.pots.find((pot) => pot.id === id)?.name ?? { en: "", cy: "" }, locale).text;
  const areaName = (id: string | null) => areaOptions(locale, areas).find(({ value }) => value === (id ?? ""))?.text ?? "";
  return (
    <div className="stack-l">
      <PageHead title={t.title} lead={t.lead} />
      <DataTable
        caption={t.title}
        captionLook="hidden"
        stack
        rows={vote.programme.pots}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "name",
            header: t.name,
            cell: (pot) => (
              <>
                {editable ? <a href={`${home}/pots/${pot.id}`}>{textIn(pot.name, locale).text}</a> : textIn(pot.name, locale).text}
                {pot.ringFencedFrom === null ? null : <span className="small muted block">{programme.pot.ringFenced({ pot: nameOf(pot.ringFencedFrom) })}</span>}
              </>
            ),
          },
          { key: "area", header: t.area, cell: (pot) => areaName(pot.areaId) },
          { key: "projects", header: t.projects, numeric: true, cell: (pot) => f.number(pot.projects.length) },
          { key: "amount", header: t.amount, numeric: true, cell: (pot) => f.money(pot.amountPence) },
        ]}
      />
      <ButtonRow>
        {editable ? <ButtonLink href={`${home}/pots/new`}>{t.add}</ButtonLink> : null}
        <a href={home}>{drafting.back}</a>
      </ButtonRow>
    </div>
  );
}

export interface PotFormProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  readonly form: RefusedForm;
  readonly areas: readonly AreaChoice[];
  readonly home: string;
  /** The pot at hand, or null for a new one. */
  readonly pot: PotForOfficers | null;
  readonly seen: string;
  readonly once: string;
}

/** One pot, new or to be changed. */
export function PotForm({ locale, welsh, form, areas, home, pot, seen, once }: PotFormProps) {
  const { drafting, programme } = messages(locale);
  const t = drafting.pots;
  const kit = {
    locale,
    welsh,
    form,
    stands: pot
      ? {
          nameEn: pot.name.en,
          nameCy: pot.name.cy,
          themeEn: pot.theme.en,
          themeCy: pot.theme.cy,
          areaId: pot.areaId ?? "",
          amountPence: poundsBox(pot.amountPence),
          minProjectPence: poundsBox(pot.minProjectPence),
          maxProjectPence: poundsBox(pot.maxProjectPence),
        }
      : {},
    labels: { name: t.nameLabel, theme: programme.pot.theme, areaId: t.area, amountPence: t.amountLabel, minProjectPence: t.minimum, maxProjectPence: t.maximum },
    faultWords: programme.faults,
  };
  return (
    <FormFrame
      kit={kit}
      title={pot ? t.editTitle : t.add}
      hidden={pot ? { seen: seenToSend(form, seen) } : { once: typed(form, "once", once) }}
      button={pot ? drafting.save : t.addButton}
      back={{ href: `${home}/pots`, text: t.title }}
      after={
        pot ? (
          <>
            {pot.ringFencedFrom === null ? (
              <Section id="money" title={programme.pot.more} surface="card">
                <ul className="plain stack-s">
                  <li>
                    <a href={`${home}/pots/${pot.id}/funders`}>{programme.pot.fundersOf}</a>
                  </li>
                  <li>
                    <a href={`${home}/pots/${pot.id}/ring-fence`}>{programme.pot.keep}</a>
                  </li>
                </ul>
              </Section>
            ) : null}
          <Form className="card stack-s">
            <p>{t.removeNote}</p>
            <Button look="danger" small name="remove" value="yes">
              {t.remove}
            </Button>
          </Form>
          </>
        ) : null
      }
    >
      <BothLines kit={kit} name="name" />
      <BothLines kit={kit} name="theme" hint={programme.pot.themeHint} />
      <Select kit={kit} name="areaId" options={areaOptions(locale, areas)} />
      <Money kit={kit} name="amountPence" />
      <div className="grid g2">
        <div>
          <Money kit={kit} name="minProjectPence" hint={t.limitHint} />
        </div>
        <div>
          <Money kit={kit} name="maxProjectPence" hint={t.limitHint} />
        </div>
      </div>
    </FormFrame>
  );
}
