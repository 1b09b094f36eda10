import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { Button, ButtonLink, ButtonRow, LinkButton } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { Details } from "#components/layout/details.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { Tile, TILE_NAMES } from "#components/pictures/tile.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import type { PotForOfficers, ProjectForOfficers } from "#features/budgeting/programmes/queries.ts";
import type { BudgetVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { BothLines, BothParagraphs, FormFrame, Line, Money, poundsBox, seenToSend, Select, type FormKit } from "#features/councils/ui/form-kit.tsx";

interface ProjectsPageProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  readonly vote: BudgetVoteForOfficers;
  readonly home: string;
  readonly editable: boolean;
}

/** Every project of a vote, pot by pot. */
export function ProjectsPage({ locale, welsh, vote, home, editable }: ProjectsPageProps) {
  const { drafting } = messages(locale);
  const t = drafting.projects;
  const f = format(locale);
  return (
    <div className="stack-l">
      <PageHead title={t.title} lead={t.lead} />
      {vote.programme.pots.map((pot) => {
        const total = pot.projects.reduce((sum, { costPence }) => sum + costPence, 0);
        return (
          <Section key={pot.id} id={`pot-${pot.slug}`} title={textIn(pot.name, locale).text} beside={editable ? <ButtonLink small look="line" href={`${home}/projects/new?pot=${pot.id}`}>{t.add}</ButtonLink> : undefined}>
            <p className="muted">{t.total({ cost: f.money(total), pot: f.money(pot.amountPence) })}</p>
            {pot.projects.length === 0 ? (
              <EmptyState title={t.none}>{t.noneMore}</EmptyState>
            ) : (
              <PotProjects locale={locale} welsh={welsh} pot={pot} home={home} editable={editable} />
            )}
          </Section>
        );
      })}
      <p>
        <a href={home}>{drafting.back}</a>
      </p>
    </div>
  );
}

function PotProjects({ locale, welsh, pot, home, editable }: Omit<ProjectsPageProps, "vote"> & { readonly pot: PotForOfficers }) {
  const t = messages(locale).drafting.projects;
  const f = format(locale);
  const name = (project: ProjectForOfficers) => textIn(project.title, locale).text;
  const complete = ({ title, summary }: ProjectForOfficers) => [title, summary].every((text) => text.en !== "" && (!welsh || text.cy !== ""));
  const first = pot.projects[0]?.id;
  const last = pot.projects.at(-1)?.id;
  return (
    <Form>
      <DataTable
        caption={textIn(pot.name, locale).text}
        captionLook="hidden"
        stack
        rows={pot.projects}
        rowKey={({ id }) => id}
        columns={[
          { key: "number", header: t.number, numeric: true, cell: ({ number }) => f.number(number) },
          { key: "name", header: t.name, names: true, cell: (project) => (editable ? <a href={`${home}/projects/${project.id}`}>{name(project)}</a> : name(project)) },
          { key: "cost", header: t.cost, numeric: true, cell: ({ costPence }) => f.money(costPence) },
          { key: "languages", header: t.languages, cell: (project) => <Tag kind={complete(project) ? "good" : "atRisk"}>{complete(project) ? t.complete : t.toFinish}</Tag> },
          ...(editable
            ? [
                {
                  key: "order",
                  header: t.order,
                  cell: (project: ProjectForOfficers) => (
                    <span className="row">
                      {project.id === first ? null : (
                        <LinkButton name="up" value={project.id} about={t.move({ title: name(project) })}>
                          {t.up}
                        </LinkButton>
                      )}
                      {project.id === last ? null : (
                        <LinkButton name="down" value={project.id} about={t.move({ title: name(project) })}>
                          {t.down}
                        </LinkButton>
                      )}
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Form>
  );
}

export interface ProjectFormProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  readonly form: RefusedForm;
  readonly vote: BudgetVoteForOfficers;
  readonly home: string;
  /** The project at hand, or null for a new one. */
  readonly project: ProjectForOfficers | null;
  /** The pot it is in, or that was asked for. */
  readonly potId: string;
  readonly seen: string;
  readonly once: string;
}

/** One project, new or to be changed. */
export function ProjectForm({ locale, welsh, form, vote, home, project, potId, seen, once }: ProjectFormProps) {
  const { drafting } = messages(locale);
  const t = drafting.projects;
  const f = format(locale);
  const { pots } = vote.programme;
  const pot = pots.find(({ id }) => id === potId) ?? pots[0];
  const most = f.money(Math.min(pot?.amountPence ?? 0, pot?.maxProjectPence ?? Infinity));
  const kit: FormKit = {
    locale,
    welsh,
    form,
    stands: project
      ? {
          titleEn: project.title.en,
          titleCy: project.title.cy,
          summaryEn: project.summary.en,
          summaryCy: project.summary.cy,
          descriptionEn: project.description.en,
          descriptionCy: project.description.cy,
          proposer: project.proposer,
          category: project.category,
          costPence: poundsBox(project.costPence),
          tile: project.tile,
        }
      : { potId, tile: "ring" },
    labels: { title: t.titleLabel, summary: t.summary, description: t.description, proposer: t.proposer, category: t.category, costPence: t.costLabel, potId: t.pot, tile: t.tile },
  };
  return (
    <FormFrame
      kit={kit}
      title={project ? t.editTitle : t.newTitle}
      hidden={project ? { seen: seenToSend(form, seen) } : { once: typed(form, "once", once) }}
      button={project ? drafting.save : t.addButton}
      back={{ href: `${home}/projects`, text: t.title }}
      after={
        project ? (
          <p>
            <a href={`${home}/projects/${project.id}/remove`}>{t.remove}</a>
          </p>
        ) : null
      }
    >
      {project === null && pots.length > 1 ? <Select kit={kit} name="potId" options={pots.map(({ id, name }) => ({ value: id, text: textIn(name, locale).text }))} /> : null}
      {project === null && pots.length === 1 ? <input type="hidden" name="potId" value={pot?.id} /> : null}
      <BothLines kit={kit} name="title" />
      <BothParagraphs kit={kit} name="summary" hint={t.summaryHint} rows={2} />
      <Money kit={kit} name="costPence" hint={pot?.minProjectPence ? t.limits({ least: f.money(pot.minProjectPence), most }) : t.upTo({ most })} />
      <Line kit={kit} name="proposer" />
      <Line kit={kit} name="category" hint={t.categoryHint} width="medium" />
      <BothParagraphs kit={kit} name="description" hint={t.descriptionHint} rows={5} />
      <TileChoice kit={kit} />
    </FormFrame>
  );
}

/** Pictures by name, with all of them to look at. */
function TileChoice({ kit }: { readonly kit: FormKit }) {
  const t = messages(kit.locale).drafting.projects;
  return (
    <div className="stack-s">
      <Select kit={kit} name="tile" options={[{ value: "ring", text: t.noTile }, ...TILE_NAMES.map((name) => ({ value: name, text: t.tiles[name] }))]} />
      <Details summary={t.allTiles}>
        <ul className="tiles plain">
          {TILE_NAMES.map((name) => (
            <li key={name}>
              <Tile name={name} />
              <span>{t.tiles[name]}</span>
            </li>
          ))}
        </ul>
      </Details>
    </div>
  );
}

interface RemoveProjectProps {
  readonly locale: Locale;
  readonly project: ProjectForOfficers;
  readonly home: string;
}

/** Asks once more before a project is taken out. */
export function RemoveProject({ locale, project, home }: RemoveProjectProps) {
  const t = messages(locale).drafting.projects;
  return (
    <div className="stack-l">
      <PageHead title={t.removeTitle({ title: textIn(project.title, locale).text })} lead={t.removeNote} />
      <Form>
        <ButtonRow>
          <Button look="danger">{t.remove}</Button>
          <a href={`${home}/projects/${project.id}`}>{t.editTitle}</a>
        </ButtonRow>
      </Form>
    </div>
  );
}
