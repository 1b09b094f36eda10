import type { ReactNode } from "react";
import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import type { Actor } from "#domain/councils/actor.ts";
import type { CouncilInView } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { Button } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { Footer } from "#components/layout/footer.tsx";
import { Masthead } from "#components/layout/masthead.tsx";
import { PublicPage } from "#components/layout/public-page.tsx";
import { WorkspacePage, type WorkspaceLink } from "#components/layout/workspace-page.tsx";
import { Breadcrumbs, type Crumb } from "#components/navigation/breadcrumbs.tsx";
import { RingMark } from "#components/pictures/ring-mark.tsx";
import { messages } from "#i18n/messages.ts";

/** The part of the site a page belongs to, marked in the menu. */
export type Section = "take-part" | "results" | "priorities" | "transfers" | "involving" | "account";

/** What a route says of its page; the frame is put round it here. */
export interface PageParts {
  /** The page's own name, as its heading says it; the site's name is added. */
  readonly title: string;
  readonly body: ReactNode;
  /** 422 for a form shown again with faults. The title then begins "Error:". */
  readonly status?: number;
  readonly section?: Section;
  /** The way back, from the outside in. Where there is a hero put it there. */
  readonly crumbs?: readonly Crumb[];
  /** A dark band before the rest. */
  readonly hero?: ReactNode;
  readonly description?: string;
  /** Scripts of components/scripts by name; a page must be whole without them. */
  readonly scripts?: readonly string[];
  readonly stylesheets?: readonly string[];
  readonly headers?: HeadersInit;
  readonly robots?: string;
  /** What the same page in the other language needs of this one's query, such as where to go after signing in. */
  readonly query?: string;
  /** `task`: no menu, inside a ballot or a form of several pages. */
  readonly layout?: "public" | "task" | "workspace";
}

export interface SiteDocumentProps {
  readonly page: PageParts;
  readonly locale: Locale;
  readonly council: CouncilInView | null;
  readonly officer: Actor | null;
  readonly path: string;
  readonly saveData: boolean;
  /** On a device that several people share: where one ends one's turn. */
  readonly finishHref?: string | undefined;
}

/** A whole page: masthead and footer round the body, and what stands in its head. */
export function siteDocument(props: SiteDocumentProps) {
  const { page, locale, council, path, saveData } = props;
  const t = messages(locale).site;
  const inWorkspace = page.layout === "workspace";
  const site = council ? `${inWorkspace ? t.workspace.name : t.haveYourSay} – ${textIn(council.name, locale).text}` : t.product;
  return {
    lang: locale,
    title: `${page.status === 422 ? t.errorPrefix : ""}${page.title} – ${site}`,
    description: page.description,
    bodyClass: inWorkspace ? "ws" : undefined,
    children: inWorkspace && council ? <Workspace {...props} council={council} /> : <Public {...props} />,
    brandHref: council ? `/brand/${council.slug}/${council.brand.brand.slice(1)}.css` : undefined,
    stylesheets: page.stylesheets,
    scripts: page.scripts,
    alternates: [
      { hrefLang: "en-GB", href: inLocale(path, "en") },
      { hrefLang: "cy", href: inLocale(path, "cy") },
    ],
    robots: page.robots ?? (inWorkspace ? "noindex" : undefined),
    themeColour: council?.brand.deep,
    head: <link rel="icon" href="/icon.svg" type="image/svg+xml" />,
    saveData,
  };
}

/** The same address in the other language. */
export const inLocale = (path: string, locale: Locale): string => path.replace(/^\/(en|cy)(?=\/|$)/, `/${locale}`);

/** The same page in the other language, of the same thing where the query names it. */
const inOtherLanguage = ({ query }: PageParts, path: string, other: Locale): string => (query ? `${inLocale(path, other)}?${query}` : inLocale(path, other));

const otherOf = (locale: Locale): Locale => (locale === "en" ? "cy" : "en");

function Public({ page, locale, council, path, finishHref }: SiteDocumentProps) {
  const t = messages(locale).site;
  const home = council ? `/${locale}/${council.slug}` : `/${locale}`;
  const other = otherOf(locale);
  const menu = council
    ? [
        { href: home, text: t.nav.takePart, current: page.section === "take-part" },
        { href: `${home}/results`, text: t.nav.results, current: page.section === "results" },
        { href: `${home}/priorities`, text: t.nav.priorities, current: page.section === "priorities" },
        { href: `${home}/asset-transfers`, text: t.nav.transfers, current: page.section === "transfers" },
        { href: `${home}/involving-you`, text: t.nav.involving, current: page.section === "involving" },
      ]
    : [];
  return (
    <PublicPage
      skip={t.skip}
      masthead={
        <Masthead
          organisation={council ? textIn(council.name, locale).text : t.product}
          name={t.haveYourSay}
          homeHref={home}
          logo={council?.logoFileId ? { src: `/logo/${council.slug}/${council.logoFileId}`, width: 44, height: 44 } : undefined}
          mark={<RingMark />}
          language={{ href: inOtherLanguage(page, path, other), text: t.otherLanguage, lang: other }}
          account={page.layout === "task" ? undefined : { href: `/${locale}/account`, text: t.nav.account }}
          navLabel={t.menu}
          links={page.layout === "task" ? [] : menu}
        />
      }
      crumbs={page.crumbs && !page.hero ? <Breadcrumbs label={t.crumbs} crumbs={page.crumbs} /> : undefined}
      hero={page.hero}
      footer={<SiteFooter locale={locale} council={council} />}
    >
      {page.body}
      {finishHref ? <FinishTurn locale={locale} href={finishHref} /> : null}
    </PublicPage>
  );
}

/** The last thing on every page that a shared device shows of somebody. */
function FinishTurn({ locale, href }: { readonly locale: Locale; readonly href: string }) {
  const t = messages(locale).pollingPlaces.station;
  return (
    <div className="panel noprint finish">
      <p>{t.finishNote}</p>
      <Form action={href}>
        <Button look="line">{t.finish}</Button>
      </Form>
    </div>
  );
}

function SiteFooter({ locale, council }: { readonly locale: Locale; readonly council: CouncilInView | null }) {
  const t = messages(locale).site.footer;
  const home = council ? `/${locale}/${council.slug}` : `/${locale}`;
  const links = [
    { href: `${home}/accessibility`, text: t.accessibility },
    { href: `${home}/privacy`, text: t.privacy },
    ...(council ? [{ href: `${home}/data`, text: t.openData }] : []),
    ...(council && council.contactPhone !== "" ? [{ href: `tel:${council.contactPhone.replace(/\s/g, "")}`, text: t.helpByPhone({ phone: council.contactPhone }) }] : []),
  ];
  return <Footer links={links} runsOn={council?.demo ? `${t.runsOn} ${t.demo}` : t.runsOn} />;
}

function Workspace({ page, locale, council, officer, path }: SiteDocumentProps & { readonly council: CouncilInView }) {
  const t = messages(locale).site;
  const other = otherOf(locale);
  return (
    <WorkspacePage
      skip={t.skip}
      name={t.workspace.name}
      organisation={textIn(council.name, locale).text}
      homeHref={`/${locale}/${council.slug}/manage`}
      barLinks={[
        { href: `/${locale}/${council.slug}`, text: t.workspace.publicSite },
        { href: inOtherLanguage(page, path, other), text: t.otherLanguage, lang: other },
        { href: `/${locale}/account`, text: officer?.name || officer?.email || t.nav.account },
      ]}
      navLabel={t.workspace.menu}
      menuWords={t.workspace.openMenu}
      links={officer ? workspaceLinks(locale, council, officer, path) : []}
      crumbs={page.crumbs ? <Breadcrumbs label={t.crumbs} crumbs={page.crumbs} /> : undefined}
    >
      {page.body}
    </WorkspacePage>
  );
}

/** The menu shows only what this officer may open; the acts themselves are judged by the commands. */
function workspaceLinks(locale: Locale, council: CouncilInView, officer: Actor, path: string): readonly WorkspaceLink[] {
  const t = messages(locale).site.workspace;
  const home = `/${locale}/${council.slug}/manage`;
  const link = (place: string, text: string, icon: WorkspaceLink["icon"]): WorkspaceLink => {
    const href = place === "" ? home : `${home}/${place}`;
    return { href, text, icon, current: place === "" ? path === home : path === href || path.startsWith(`${href}/`) };
  };
  return [
    link("", t.today, "home"),
    link("votes", t.votes, "ballot"),
    link("elections", t.elections, "people"),
    link("consultations", t.consultations, "speech"),
    link("delivery", t.delivery, "flag"),
    ...(can(officer, "paper.see", null) ? [link("paper", t.paper, "paper"), link("places", t.places, "place")] : []),
    link("priorities", t.priorities, "target"),
    link("plans", t.plans, "list"),
    link("partnership", t.partnership, "people"),
    link("assessments", t.assessments, "star"),
    ...(can(officer, "asset-transfer.list", null) ? [link("asset-transfers", t.transfers, "building")] : []),
    link("pooled-budgets", t.pools, "list"),
    link("thread", t.thread, "link"),
    link("duty", t.duty, "speech"),
    ...(can(officer, "roll.manage", undefined) ? [link("rolls", t.rolls, "people")] : []),
    ...(can(officer, "areas.import", null)
      ? [link("areas", t.areas, "place"), link("postcodes", t.postcodes, "map"), link("people", t.people, "people"), link("settings", t.settings, "settings")]
      : []),
    ...(can(officer, "audit.read", null) ? [link("audit", t.audit, "shield")] : []),
  ];
}
