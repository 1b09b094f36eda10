import type { ReactNode } from "react";
import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import { deliveryStanding } from "#domain/budgeting/delivery.ts";
import type { ProjectState } from "#domain/budgeting/project.ts";
import { Tag, type TagKind } from "#components/feedback/tag.tsx";
import { ButtonLink } from "#components/forms/button.tsx";
import { Card } from "#components/layout/card.tsx";
import { MainAndAside } from "#components/layout/columns.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { isTileName } from "#components/pictures/tile.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import type { Delivery } from "#features/budgeting/delivery/queries.ts";
import { ProjectDelivery, WhoDelivers } from "#features/budgeting/delivery/ui/project-delivery.tsx";
import { StandingTag } from "#features/budgeting/delivery/ui/standing-tag.tsx";
import { FollowLink } from "#features/notifications/following/ui/follow-link.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface ProjectPageProps {
  readonly locale: Locale;
  /** The vote's address: `/en/millbrook/votes/your-patch`. */
  readonly voteAddress: string;
  readonly pot: { readonly slug: string; readonly name: BilingualText };
  readonly project: {
    readonly title: BilingualText;
    readonly summary: BilingualText;
    readonly description: BilingualText;
    readonly proposer: string;
    readonly category: string;
    readonly tile: string;
    readonly costPence: number;
    readonly state: ProjectState;
    readonly slug: string;
  };
  readonly open: boolean;
  readonly declared: boolean;
  /** How it is carried out, where it was funded. */
  readonly delivery: Delivery | null;
  readonly votedOn: Date | null;
  readonly today: CivilDay;
  /** The golden thread that runs through it, already drawn. */
  readonly thread: ReactNode;
}

const TAGS: Record<ProjectState, TagKind> = { draft: "notYet", "on-ballot": "open", funded: "done", "not-this-time": "notYet", delivered: "done" };

/** One project of a budget vote: what it is, what it costs, how it did and what came of it. */
export function ProjectPage({ locale, voteAddress, pot, project, open, declared, delivery, votedOn, today, thread }: ProjectPageProps) {
  const t = messages(locale).pages.project;
  const f = format(locale);
  const title = textIn(project.title, locale);
  const lead = textIn(project.summary, locale).text;
  const description = textIn(project.description, locale);
  // What began as an idea has its first sentence above it already.
  const paragraphs = description.text.split(/\n{2,}/).filter((paragraph) => paragraph !== "" && paragraph !== lead);
  const home = voteAddress.replace(/\/votes\/[^/]+$/, "");
  return (
    <div className="stack-xl">
      <PageHead
        tile={isTileName(project.tile) ? project.tile : "budget"}
        tag={
          delivery ? (
            <StandingTag locale={locale} standing={deliveryStanding(delivery.milestones, delivery.end, today)} />
          ) : (
            <Tag kind={TAGS[project.state]}>{t.states[project.state]}</Tag>
          )
        }
        title={<span lang={title.lang === locale ? undefined : title.lang}>{title.text}</span>}
        lead={lead}
      >
        {open ? (
          <ButtonLink forward href={`${voteAddress}/start`}>
            {t.voteFor}
          </ButtonLink>
        ) : null}
        {declared ? <a href={`${voteAddress}/results/${pot.slug}/${project.slug}`}>{t.seeResult}</a> : null}
      </PageHead>
      {paragraphs.length === 0 ? null : (
        <div className="prose" lang={description.lang === locale ? undefined : description.lang}>
          {paragraphs.map((paragraph, index) => (
            <p key={index}>{paragraph}</p>
          ))}
        </div>
      )}
      <SummaryList
        rows={[
          { term: t.cost, answer: f.money(project.costPence) },
          { term: t.group, answer: textIn(pot.name, locale).text },
          ...(project.proposer === "" ? [] : [{ term: t.proposer, answer: project.proposer }]),
          ...(project.category === "" ? [] : [{ term: t.topic, answer: project.category }]),
        ]}
      />
      {delivery ? (
        <MainAndAside
          aside={
            <>
              <WhoDelivers locale={locale} delivery={delivery} />
              <Card title={t.getUpdates}>
                <p>{t.getUpdatesMore}</p>
                <FollowLink locale={locale} home={home} thing={{ kind: "project", id: delivery.projectId }} />
              </Card>
            </>
          }
        >
          <ProjectDelivery locale={locale} delivery={delivery} today={today} votedOn={votedOn} />
          <p>
            <a href={`${home}/projects`}>{messages(locale).delivery.project.allProjects}</a>
          </p>
        </MainAndAside>
      ) : null}
      {thread}
    </div>
  );
}
