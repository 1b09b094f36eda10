import { RingMark } from "#components/pictures/ring-mark.tsx";

export interface FooterProps {
  readonly links: readonly { readonly href: string; readonly text: string; readonly lang?: string | undefined }[];
  /** "Runs on Folkmoot, open software that any council can use for free." */
  readonly runsOn: string;
}

/** The foot of a public page. */
export function Footer({ links, runsOn }: FooterProps) {
  return (
    <footer className="foot">
      <div className="wrap">
        <ul>
          {links.map(({ href, text, lang }) => (
            <li key={href}>
              <a href={href} lang={lang} hrefLang={lang}>
                {text}
              </a>
            </li>
          ))}
        </ul>
        <p className="foot__runs">
          <RingMark />
          <span>{runsOn}</span>
        </p>
      </div>
    </footer>
  );
}
