import { mayBeAppliedFor } from "#domain/asset-transfers/asset.ts";
import { BODY_KINDS, interestsOf, REGIMES } from "#domain/asset-transfers/regime.ts";
import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { ButtonLink } from "#components/forms/button.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import { OpenData } from "#features/asset-transfers/ui/transfers.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import type { TransferInView } from "../../queries.ts";
import type { AssetInView } from "../queries.ts";

function Available({ locale, asset }: { readonly locale: Locale; readonly asset: AssetInView }) {
  const t = messages(locale).assetTransfers.register;
  if (asset.handedOver) return <Tag kind="done">{t.handedOver}</Tag>;
  return asset.barredBy.length === 0 ? <Tag kind="open">{t.available}</Tag> : <Tag kind="closed">{t.notAvailable}</Tag>;
}

/** Where it is, with its area unless the address names that already. */
const placeOf = (address: string, area: string): string => (address.toLowerCase().includes(area.toLowerCase()) ? address : [address, area].filter(Boolean).join(", "));

/** The public register of land and buildings. */
export function Register({ locale, here, assets }: { readonly locale: Locale; readonly here: string; readonly assets: readonly AssetInView[] }) {
  const t = messages(locale).assetTransfers;
  return (
    <div className="stack-l">
      <PageHead title={t.register.title} lead={t.register.lead} />
      {assets.length === 0 ? (
        <EmptyState level={2} title={t.register.none}>
          {t.register.noneMore}
        </EmptyState>
      ) : (
        <DataTable
          caption={t.register.caption}
          captionLook="hidden"
          stack
          rows={assets}
          rowKey={({ slug }) => slug}
          columns={[
            { key: "name", header: t.register.name, names: true, cell: ({ slug, name }) => <a href={`${here}/register/${slug}`}>{textIn(name, locale).text}</a> },
            { key: "place", header: t.register.place, cell: ({ address, areaName }) => placeOf(address, areaName ? textIn(areaName, locale).text : "") },
            { key: "condition", header: t.asset.condition, cell: ({ condition }) => t.conditions[condition] },
            { key: "state", header: t.register.state, cell: (asset) => <Available locale={locale} asset={asset} /> },
          ]}
        />
      )}
      <OpenData locale={locale} here={here} />
    </div>
  );
}

export interface AssetPageProps {
  readonly locale: Locale;
  readonly here: string;
  readonly asset: AssetInView;
  readonly transfers: readonly TransferInView[];
}

/** One entry of the register: what it is, whether it can be applied for and by whom. */
export function AssetPage({ locale, here, asset, transfers }: AssetPageProps) {
  const t = messages(locale).assetTransfers;
  const f = format(locale);
  const description = textIn(asset.description, locale);
  const covenants = textIn(asset.covenants, locale);
  const yesNo = (yes: boolean) => (yes ? t.asset.yes : t.asset.no);
  const { bodies, source } = REGIMES[asset.regime];
  return (
    <div className="stack-xl">
      <PageHead tile="hall" tag={<Available locale={locale} asset={asset} />} title={textIn(asset.name, locale).text} lead={asset.address}>
        {mayBeAppliedFor(asset) ? (
          <p>
            <ButtonLink href={`${here}/register/${asset.slug}/apply`} forward>
              {t.asset.apply}
            </ButtonLink>
          </p>
        ) : null}
      </PageHead>
      {asset.handedOver ? (
        <Notice kind="info" title={t.asset.handedOver}>
          {t.asset.handedOverMore}
        </Notice>
      ) : asset.barredBy.length === 0 ? null : (
        <Notice kind="info" title={t.asset.notAvailable}>
          <>
            <p>{t.asset.because}</p>
            <ul>
              {asset.barredBy.map((question) => (
                <li key={question}>{t.gate[question]}</li>
              ))}
            </ul>
          </>
        </Notice>
      )}
      <Section id="facts" title={t.asset.facts} className="stack">
        {description.text === "" ? null : (
          <p className="prose whitespace-pre-line" lang={description.lang === locale ? undefined : description.lang}>
            {description.text}
          </p>
        )}
        <SummaryList
          rows={[
            { term: t.asset.reference, answer: asset.reference },
            ...(asset.uprn === "" ? [] : [{ term: t.asset.uprn, answer: asset.uprn }]),
            { term: t.asset.address, answer: asset.address },
            ...(asset.areaName ? [{ term: t.facts.area, answer: textIn(asset.areaName, locale).text }] : []),
            { term: t.asset.tenure, answer: t.tenures[asset.tenure] },
            { term: t.asset.condition, answer: t.conditions[asset.condition] },
            ...(asset.floorSquareMetres === null ? [] : [{ term: t.asset.floor, answer: t.asset.squareMetres({ count: f.number(asset.floorSquareMetres) }) }]),
            { term: t.asset.running, answer: asset.runningCostPence === null ? t.asset.unknown : f.money(asset.runningCostPence) },
            { term: t.asset.valuation, answer: asset.valuationPence === null || asset.valuedOn === null ? t.asset.unknown : t.asset.valued({ amount: f.money(asset.valuationPence), date: f.date(asset.valuedOn) }) },
            { term: t.asset.openSpace, answer: yesNo(asset.openSpace) },
            ...(asset.ownConsent ? [{ term: t.asset.ownConsent, answer: t.asset.yes }] : []),
            ...(covenants.text === "" ? [] : [{ term: t.asset.covenants, answer: <span lang={covenants.lang === locale ? undefined : covenants.lang}>{covenants.text}</span> }]),
          ]}
        />
      </Section>
      <Section id="who" title={t.asset.who} className="stack">
        <p>{t.regimeLeads[asset.regime]}</p>
        <SummaryList
          rows={interestsOf(asset.regime).map((interest) => {
            const rule = bodies[interest];
            const kinds = rule?.kinds ?? [];
            const named = kinds.map((kind) => {
              const fewest = rule?.fewest?.[kind];
              return fewest === undefined ? t.bodies[kind] : t.asset.fewest({ name: t.bodies[kind], count: fewest });
            });
            return {
              term: t.interests[interest],
              answer:
                kinds.length === BODY_KINDS.length && rule?.fewest === undefined ? (
                  t.asset.any
                ) : (
                  <ul className="plain">
                    {named.map((name) => (
                      <li key={name}>{name}</li>
                    ))}
                  </ul>
                ),
            };
          })}
        />
        <p className="small muted">{t.asset.whoLead({ source })}</p>
      </Section>
      <Section id="applications" title={t.asset.applications}>
        {transfers.length === 0 ? (
          <p>{t.asset.noApplications}</p>
        ) : (
          <ul>
            {transfers.map(({ slug, organisation, stage }) => (
              <li key={slug}>
                <a href={`${here}/${slug}`}>{organisation === "" ? messages(locale).firstLook.somebody : organisation}</a>: {t.stages[stage]}
              </li>
            ))}
          </ul>
        )}
      </Section>
    </div>
  );
}
