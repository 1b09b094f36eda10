import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import type { RefusedForm } from "#domain/basics/fault.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { LinkButton } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import type { BudgetVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { PREVIEW_DAYS } from "#features/involvement/previewing/input.ts";
import type { PreviewLink } from "#features/involvement/previewing/queries.ts";
import { Choose, FormFrame, Line } from "#features/councils/ui/form-kit.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface SharePageProps {
  readonly locale: Locale;
  readonly vote: BudgetVoteForOfficers;
  readonly form: RefusedForm;
  readonly links: readonly PreviewLink[];
  /** The address that was just made; it is shown this once. */
  readonly made: string | null;
  readonly home: string;
  readonly now: Date;
}

/** Secret links to a draft: a new one, and those there are. */
export function SharePage({ locale, vote, form, links, made, home, now }: SharePageProps) {
  const { programme, drafting } = messages(locale);
  const t = programme.share;
  const f = format(locale);
  const stateOf = ({ withdrawnAt, endsAt }: PreviewLink) => (withdrawnAt !== null ? "withdrawn" : endsAt <= now ? "ended" : "works");
  const kit = { locale, welsh: false, form, stands: { days: "30" }, labels: { madeFor: t.madeFor, days: t.days }, faultWords: programme.faults };
  return (
    <FormFrame
      kit={kit}
      title={`${t.title}: ${textIn(vote.texts.title, locale).text}`}
      lead={t.lead}
      hidden={{}}
      button={t.button}
      back={{ href: home, text: drafting.back }}
      after={
        <Section id="links" title={t.links}>
          {links.length === 0 ? (
            <EmptyState title={t.none}>{t.noneMore}</EmptyState>
          ) : (
            <Form>
              <DataTable
                caption={t.links}
                captionLook="hidden"
                stack
                rows={links}
                rowKey={({ id }) => id}
                columns={[
                  { key: "for", header: t.forWhom, cell: ({ madeFor }) => madeFor },
                  { key: "by", header: t.by, cell: ({ madeBy }) => madeBy },
                  { key: "until", header: t.until, cell: ({ endsAt }) => f.date(endsAt) },
                  { key: "state", header: t.state, cell: (link) => <Tag kind={stateOf(link) === "works" ? "open" : "closed"}>{t[stateOf(link)]}</Tag> },
                  {
                    key: "withdraw",
                    header: t.withdraw,
                    hideHeader: true,
                    cell: (link) =>
                      stateOf(link) === "works" ? (
                        <LinkButton name="withdraw" value={link.id} about={t.withdrawOf({ forWhom: link.madeFor })}>
                          {t.withdraw}
                        </LinkButton>
                      ) : null,
                  },
                ]}
              />
            </Form>
          )}
        </Section>
      }
    >
      {made === null ? null : (
        <Notice kind="good" title={t.made} answers>
          <p>{t.madeMore}</p>
          <p>
            <code className="wrap-anywhere">{made}</code>
          </p>
        </Notice>
      )}
      <Line kit={kit} name="madeFor" hint={t.madeForHint} />
      <Choose kit={kit} name="days" choices={PREVIEW_DAYS.map((days) => ({ value: days, text: t.dayChoices[days] }))} />
    </FormFrame>
  );
}
