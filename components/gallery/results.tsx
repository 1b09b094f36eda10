import { BarsTable } from "#components/charts/bars-table.tsx";
import { MoneyLeftTable } from "#components/charts/money-left-table.tsx";
import { PotBar } from "#components/charts/pot-bar.tsx";
import { ShareBesideTable } from "#components/charts/share-beside-table.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { CodeToCopy } from "#components/forms/code-to-copy.tsx";
import { Card } from "#components/layout/card.tsx";
import { Grid } from "#components/layout/columns.tsx";
import { Details } from "#components/layout/details.tsx";
import { PageHero } from "#components/layout/page-hero.tsx";
import { ProjectCard } from "#components/layout/project-card.tsx";
import { Section } from "#components/layout/section.tsx";
import { Choropleth, MapLegend } from "#components/maps/choropleth.tsx";
import { Breadcrumbs } from "#components/navigation/breadcrumbs.tsx";
import { OnPageLinks } from "#components/navigation/on-page-links.tsx";
import { Icon } from "#components/pictures/icon.tsx";
import { DataTable, YesNo } from "#components/tables/data-table.tsx";
import { SAMPLE_AREAS } from "./areas.ts";
import { SamplePage } from "./council.tsx";
import { COUNT_ORDER, figure, POT, pounds, PROJECTS, VOTERS, type SampleProject } from "./projects.ts";

const counted = COUNT_ORDER.map((id) => PROJECTS.find((project) => project.id === id)).filter((project) => project !== undefined);
const winners = counted.filter(({ won }) => won);
const byVotes = [...PROJECTS].sort((a, b) => b.votes - a.votes);

export function ResultsSample() {
  return (
    <SamplePage
      hero={
        <PageHero
          crumbs={<Breadcrumbs label="Breadcrumb" crumbs={[{ href: "hub", text: "Have your say" }, { href: "vote", text: "Your Patch 2026" }]} />}
          kicker="Results, 29 October 2026"
          title="Millbrook chose 7 projects"
          lead="2,184 people in Millbrook voted. The projects cost £116,500 of the £120,000 pot."
        />
      }
    >
      <div className="stack-xl">
        <OnPageLinks
          label="Area"
          links={["Alderwick", "Castle Meadow", "Fellside", "Harbour and Quay", "Millbrook", "Northmoor"].map((text) => ({
            href: `#${text}`,
            text,
            current: text === "Millbrook",
          }))}
        />
        <Section id="won" title="What will happen">
          <PotBar parts={winners.map(({ cost }) => (cost / POT) * 100)} />
          <p className="small muted mt-1.5 mb-5">The whole bar is the £120,000 pot. £3,500 was too little for any other project. It stays in Millbrook’s pot for 2027.</p>
          <Grid columns={3} list="ordered">
            {winners.map(({ id, tile, title, cost, votes }, index) => (
              <li key={id}>
                <ProjectCard tile={tile} number={`${index + 1}.`} href={`#${id}`} title={title} cost={pounds(cost)} note={`${figure(votes)} votes`} />
              </li>
            ))}
          </Grid>
        </Section>
        <section aria-labelledby="support">
          <BarsTable
            caption="How many people chose each project"
            captionId="support"
            captionLook="heading"
            headers={{ name: "Project", value: "Votes", second: "Cost", plot: "Share of 2,184 voters", result: "Result" }}
            showPlotHeader
            rows={byVotes.map(barRow)}
          />
        </section>
        <Why />
        <Turnout />
        <TookPart />
        <OtherRules />
        <Section id="data" title="Check it yourself" surface="panel">
          <p>Download the open data. It has every ballot, without names or codes, in a random order.</p>
          <ul className="plain stack-s">
            <li>
              <a href="#pb">
                <Icon name="download" /> Millbrook ballots and results (.pb, 61 KB)
              </a>
            </li>
            <li>
              <a href="#csv">
                <Icon name="download" /> All six areas (CSV, 214 KB)
              </a>
            </li>
          </ul>
          <p className="small muted">Free to use under the Open Government Licence v3.0.</p>
        </Section>
      </div>
    </SamplePage>
  );
}

function barRow({ title, votes, cost, won }: SampleProject) {
  const percent = (votes / VOTERS) * 100;
  return {
    name: title,
    value: figure(votes),
    second: pounds(cost),
    percent,
    plotWords: `${Math.round(percent)}%`,
    tone: won ? "main" : "other",
    result: won ? <Tag kind="done">Won</Tag> : <Tag kind="notThisTime">Not this time</Tag>,
  } as const;
}

function Why() {
  return (
    <section aria-labelledby="why" className="card">
      <h2 id="why">Why these projects won</h2>
      <p>
        The count uses <strong>equal shares</strong>. Each voter gets the same share of the pot. A project wins when the people who chose it have enough left
        in their shares to pay for it.
      </p>
      <MoneyLeftTable
        caption="Money its supporters had left, when its turn came"
        legend={{ won: "Enough: it won", lost: "Not enough", cost: "What it costs" }}
        headers={{ name: "Project, in the order of the count", had: "Supporters had", costs: "It costs", plot: "Plot" }}
        short={{ had: "Had", costs: "Costs" }}
        rows={counted.map(({ title, had, cost, won }) => ({
          name: title,
          had: pounds(had),
          costs: pounds(cost),
          hadPercent: had / 1000,
          costPercent: cost / 1000,
          won,
        }))}
      />
      <Grid columns={2} className="mt-6">
        <Card surface="tint" level={3} title="Why did the mural win?">
          <p>
            574 people chose it. Many had not won much yet, so they still had £27,611 left between them. It costs £16,500. Each paid about £31.30 from their
            share.
          </p>
        </Card>
        <Card surface="panel" level={3} title="Why did the boardwalk not win?">
          <p>
            More people chose it: 807. But most had already helped to pay for the bench, the crossing and others. Between them they had £26,063 left. It costs
            £38,000.
          </p>
        </Card>
      </Grid>
      <Details summary="How big was each person’s share?">
        <p>£120,000 shared by 2,184 voters is £54.95 each. With that, 5 projects won, costing £76,000.</p>
      </Details>
    </section>
  );
}

const TURNOUT = [
  { id: "fellside", name: "Fellside", voted: "1,204", could: "7,310", turnout: 16.5 },
  { id: "millbrook", name: "Millbrook", voted: "2,184", could: "16,420", turnout: 13.3 },
  { id: "castle-meadow", name: "Castle Meadow", voted: "1,946", could: "15,480", turnout: 12.6 },
  { id: "northmoor", name: "Northmoor", voted: "988", could: "8,940", turnout: 11.1 },
  { id: "alderwick", name: "Alderwick", voted: "1,312", could: "12,900", turnout: 10.2 },
  { id: "harbour-and-quay", name: "Harbour and Quay", voted: "1,671", could: "18,260", turnout: 9.2 },
];

function Turnout() {
  return (
    <Section id="turnout" title="Who voted">
      <Grid columns={2} className="items-center">
        <div>
          <Choropleth
            label="Map of turnout by area. The numbers are in the table next to it."
            areas={TURNOUT.map((row) => ({
              id: row.id,
              name: row.name,
              value: row.turnout,
              text: `${row.turnout}%`,
              geometry: SAMPLE_AREAS.find(({ id }) => id === row.id)?.geometry ?? { type: "Polygon", coordinates: [] },
            }))}
          />
          <MapLegend ranges={["9.2% to 10.6%", "10.7% to 12.0%", "12.1% to 13.5%", "13.6% to 15.0%", "15.1% to 16.5%"]} />
        </div>
        <div>
          <DataTable
            caption="Turnout by area"
            scrollLabel="Turnout table"
            rows={TURNOUT}
            rowKey={({ id }) => id}
            columns={[
              { key: "area", header: "Area", cell: ({ name }) => name, foot: "All" },
              { key: "voted", header: "Voted", numeric: true, cell: ({ voted }) => voted, foot: "9,305" },
              { key: "could", header: "Could vote", numeric: true, cell: ({ could }) => could, foot: "79,310" },
              { key: "turnout", header: "Turnout", numeric: true, cell: ({ turnout }) => `${turnout}%`, foot: "11.7%" },
            ]}
          />
          <p className="small muted mt-2">In Millbrook 1,598 people voted online, 371 at school and 215 on paper.</p>
        </div>
      </Grid>
    </Section>
  );
}

function TookPart() {
  const rows = [
    { name: "16 to 24", people: "11", share: "5.1%", areaShare: "11.0%", sharePercent: 5.1, areaPercent: 11 },
    { name: "25 to 44", people: "49", share: "22.9%", areaShare: "27.0%", sharePercent: 22.9, areaPercent: 27 },
    { name: "Prefer another word", people: "Too few to show", share: "Too few to show", areaShare: "2.0%", sharePercent: null, areaPercent: 2 },
    { name: "All who answered", people: "60", share: "", areaShare: "", sharePercent: null, areaPercent: null },
  ];
  return (
    <Section id="took-part" title="Who took part">
      <div className="stack">
        <ShareBesideTable caption="Age" legend={{ share: "Took part", area: "Lives here" }} headers={{ name: "Answer", people: "People", share: "Of those who answered", area: "Of people who live here", plot: "Share, as a bar" }} rows={rows} />
        <CodeToCopy label="Text to copy for Millbrook" text={'<iframe src="https://vote.example/en/brackenshire/embed/results/your-patch/millbrook" title="Results"></iframe>'} />
      </div>
    </Section>
  );
}

function OtherRules() {
  const perPound = ["p8", "p2", "p9", "p3", "p14", "p12", "p10"];
  const mostVotes = ["p8", "p2", "p9", "p3", "p1", "p12"];
  const yesNo = (yes: boolean) => <YesNo yes={yes} text={yes ? "Yes" : "No"} />;
  return (
    <section aria-labelledby="other-rules">
      <DataTable
        caption="What if we had counted another way?"
        captionId="other-rules"
        captionLook="heading"
        scrollLabel="Comparison table"
        className="t--tight"
        rows={byVotes.slice(0, 9)}
        rowKey={({ id }) => id}
        columns={[
          { key: "project", header: "Project", cell: ({ title }) => title, foot: ["Money spent", "Voters who got nothing they chose"] },
          { key: "shares", header: "Equal shares (used)", className: "c", cell: ({ won }) => yesNo(won), foot: ["£116,500", "7"] },
          { key: "votes", header: "Most votes first", className: "c", cell: ({ id }) => yesNo(mostVotes.includes(id)), foot: ["£114,000", "26"] },
          { key: "perPound", header: "Most votes per £", className: "c", cell: ({ id }) => yesNo(perPound.includes(id)), foot: ["£119,500", "20"] },
        ]}
      />
      <p className="small muted mt-2">The rule was agreed before voting started. This table is here so you can judge it.</p>
    </section>
  );
}
