import { textIn } from "#domain/basics/bilingual.ts";
import { found } from "#domain/policy/access-error.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { VersionsPage } from "#features/councils/versions/ui/versions-page.tsx";
import { getPool, listCaseVersions, type SignOff } from "#features/partnerships/pooled-budgets/queries.ts";
import { caseStatements } from "#features/partnerships/pooled-budgets/ui/case-versions.ts";
import { listPartners } from "#features/partnerships/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const GET = publicPage<"pool" | "case">(async (scope, { params }) => {
  const { locale, council } = scope;
  const home = `/${locale}/${council.slug}`;
  const pool = await getPool(scope, params.pool);
  const written = found(
    pool.cases.find(({ id }) => id === params.case),
    "business case",
  );
  const [versions, partners] = await Promise.all([listCaseVersions(scope, written), listPartners(scope)]);
  const names = new Map(partners.map(({ slug, name }) => [slug, name]));
  const t = messages(locale);
  const of = textIn(written.title, locale).text;
  const nameOf = (partnerId: string): string => {
    const partner = partners.find(({ id }) => id === partnerId);
    return partner ? textIn(partner.name, locale).text : "";
  };
  const inWords = ({ partnerId, signedAs, signedAt }: SignOff): string => `${nameOf(partnerId)} (${t.plans.signed({ date: format(locale).date(signedAt), who: signedAs })})`;
  return {
    title: t.versions.title({ of }),
    section: "priorities",
    scripts: ["print"],
    crumbs: [
      { href: `${home}/pooled-budgets`, text: t.pooledBudgets.title },
      { href: `${home}/pooled-budgets/${pool.slug}`, text: textIn(pool.name, locale).text },
    ],
    body: (
      <VersionsPage
        locale={locale}
        address={`${home}/pooled-budgets/${pool.slug}/cases/${written.id}/versions`}
        of={of}
        versions={versions.map(({ content, signed, ...version }) => ({
          ...version,
          statements: caseStatements(locale, content, names),
          signed: signed.map(inWords),
        }))}
        lost={written.voided.filter(({ textKept }) => !textKept).map((each) => `${t.versions.version({ number: format(locale).number(each.version) })}: ${inWords(each)}`)}
      />
    ),
  };
});
