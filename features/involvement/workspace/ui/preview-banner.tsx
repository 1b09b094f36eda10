import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { OnPageLinks } from "#components/navigation/on-page-links.tsx";
import type { BudgetVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { messages } from "#i18n/messages.ts";

interface PreviewBannerProps {
  readonly locale: Locale;
  readonly vote: BudgetVoteForOfficers;
  readonly home: string;
  /** "page", or the pot whose ballot is shown. */
  readonly shown: string;
}

/** Says that this is not yet public, and leads to the other things that can be previewed. */
export function PreviewBanner({ locale, vote, home, shown }: PreviewBannerProps) {
  const t = messages(locale).workspace.preview;
  return (
    <div className="stack">
      <Notice kind="warn" title={t.banner}>
        <p>{t.bannerMore}</p>
        <p>
          <a href={home}>{t.back}</a>
        </p>
      </Notice>
      <OnPageLinks
        label={t.shown}
        links={[
          { href: `${home}/preview`, text: t.page, current: shown === "page" ? "page" : undefined },
          ...vote.programme.pots.map((pot) => ({
            href: `${home}/preview/${pot.id}`,
            text: t.ballotOf({ pot: textIn(pot.name, locale).text }),
            current: shown === pot.id ? ("page" as const) : undefined,
          })),
        ]}
      />
    </div>
  );
}
