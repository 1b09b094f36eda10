import type { ReactNode } from "react";
import { Footer } from "#components/layout/footer.tsx";
import { Masthead } from "#components/layout/masthead.tsx";
import { PublicPage } from "#components/layout/public-page.tsx";

/** The made-up council's sign. */
function Fern() {
  return (
    <svg viewBox="0 0 44 44" aria-hidden="true" focusable="false">
      <rect width="44" height="44" rx="11" fill="var(--brand)" />
      <g fill="none" stroke="#fff" strokeWidth="2.600" strokeLinecap="round">
        <path d="M22 39V9q0-3 3-3" />
        <path d="M22 35q-3.500-1-7-5M22 35q3.500-1 7-5" />
        <path d="M22 30q-4.500-1-9-5M22 30q4.500-1 9-5" />
        <path d="M22 25q-4.750-1-9.500-5M22 25q4.750-1 9.500-5" />
        <path d="M22 20q-4-1-8-5M22 20q4-1 8-5" />
        <path d="M22 15.500q-3-1-6-5M22 15.500q3-1 6-5" />
      </g>
    </svg>
  );
}

const LINKS = [
  { href: "hub", text: "Take part", current: true },
  { href: "results", text: "Results" },
  { href: "priorities", text: "Priorities" },
  { href: "parts", text: "Involving you" },
];

const FOOTER = [
  { href: "#accessibility", text: "Accessibility" },
  { href: "#privacy", text: "Privacy" },
  { href: "#data", text: "Open data" },
  { href: "#log", text: "Public ballot log" },
  { href: "#help", text: "Help by phone: 01632 960 180" },
];

interface SamplePageProps {
  readonly crumbs?: ReactNode;
  readonly hero?: ReactNode;
  /** With the main menu. */
  readonly menu?: boolean;
  readonly children: ReactNode;
}

/** A page of the made-up council that the samples are shown in. */
export function SamplePage({ crumbs, hero, menu = true, children }: SamplePageProps) {
  return (
    <PublicPage
      skip="Skip to main content"
      masthead={
        <Masthead
          organisation="Brackenshire Council"
          name="Have your say"
          homeHref="hub"
          mark={<Fern />}
          language={{ href: "receipt-cy", text: "Cymraeg", lang: "cy" }}
          navLabel="Main"
          links={menu ? LINKS : []}
        />
      }
      crumbs={crumbs}
      hero={hero}
      footer={<Footer links={FOOTER} runsOn="Runs on Folkmoot, open software that any council can use for free." />}
    >
      {children}
    </PublicPage>
  );
}
