import { Sparkline } from "#components/charts/sparkline.tsx";
import { SplitChart } from "#components/charts/split-chart.tsx";
import { BarsTable } from "#components/charts/bars-table.tsx";
import { Message } from "#components/feedback/message.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag, type TagKind } from "#components/feedback/tag.tsx";
import { Button, ButtonLink } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { RankCard, RankSlip, sameRankStylesheet } from "#components/forms/ranking.tsx";
import { Grid } from "#components/layout/columns.tsx";
import { Details } from "#components/layout/details.tsx";
import { FactLine } from "#components/layout/engagement-card.tsx";
import { GoldenThread } from "#components/layout/golden-thread.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { Thread } from "#components/layout/thread.tsx";
import { MapList, PinMap } from "#components/maps/pin-map.tsx";
import { Breadcrumbs } from "#components/navigation/breadcrumbs.tsx";
import { ViewSwitch } from "#components/navigation/view-switch.tsx";
import { Initials } from "#components/pictures/initials.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { SAMPLE_AREAS } from "./areas.ts";
import { SamplePage } from "./council.tsx";
import { HubFilters } from "./hub.tsx";

interface Target {
  readonly measure: string;
  readonly start: string;
  readonly now: string;
  readonly target: string;
  readonly readings: readonly number[];
  readonly goal: number;
  readonly going: TagKind;
  readonly words: string;
}

const TARGETS: readonly Target[] = [
  { measure: "Adults who feel safe outside after dark", start: "64%", now: "71%", target: "80%", readings: [64, 63, 65, 66, 69, 71], goal: 80, going: "good", words: "On track" },
  { measure: "Children within 10 minutes’ walk of a good play area", start: "74%", now: "78%", target: "90%", readings: [74, 74, 75, 77, 77, 78], goal: 90, going: "atRisk", words: "At risk" },
  { measure: "Street trees planted (since 2026)", start: "0", now: "212", target: "900", readings: [0, 40, 96, 130, 180, 212], goal: 900, going: "offTrack", words: "Off track" },
];

export function PrioritiesSample() {
  return (
    <SamplePage crumbs={<Breadcrumbs label="Breadcrumb" crumbs={[{ href: "hub", text: "Have your say" }, { href: "#plan", text: "Brackenshire Together 2026 to 2029" }]} />}>
      <PageHead
        kicker="Brackenshire Together. Priority 3 of 6"
        title="Safer, greener places to meet"
        lead="Every village and estate should have a place to meet, indoors and out, that feels safe at any hour."
      >
        <FactLine
          facts={[
            { icon: "people", text: "Agreed by the council, police, health board and 9 community groups" },
            { icon: "calendar", text: "Checked every three months. Last: 31 December 2026" },
          ]}
        />
      </PageHead>
      <div className="stack-xl">
        <Section
          id="targets"
          title="Are we keeping our promise?"
          beside={
            <div className="row">
              <Tag kind="good">2 on track</Tag>
              <Tag kind="atRisk">1 at risk</Tag>
              <Tag kind="offTrack">1 off track</Tag>
            </div>
          }
        >
          <DataTable
            caption="Targets for priority 3"
            captionLook="hidden"
            stack
            rows={TARGETS}
            rowKey={({ measure }) => measure}
            columns={[
              { key: "measure", header: "What we measure", cell: ({ measure }) => measure },
              { key: "start", header: "Start (2024)", numeric: true, cell: ({ start }) => start },
              { key: "now", header: "Now", numeric: true, cell: ({ now }) => <strong>{now}</strong> },
              { key: "target", header: "Target 2029", numeric: true, cell: ({ target }) => target },
              { key: "trend", header: "Trend", className: "tr", cell: ({ readings, goal }) => <Sparkline readings={readings} target={goal} /> },
              { key: "going", header: "How it is going", cell: ({ going, words }) => <Tag kind={going}>{words}</Tag> },
            ]}
          />
          <Notice kind="bad" title="Street trees are off track" className="mt-5">
            212 of 900 planted. A new contract began in November. Councillor M. Efa is responsible.
          </Notice>
        </Section>
        <Section id="thread" title="Why we chose this, and what came of it">
          <article className="card" aria-labelledby="g1">
            <h3 id="g1">Halls run by local people</h3>
            <GoldenThread
              stops={[
                { kind: "You took part", href: "#1", title: "Buildings conversation", note: "733 people at 12 meetings, autumn 2025." },
                { kind: "The result", title: "“Keep halls open, let us run them”", note: "6 in 10 comments. 3 groups came forward." },
                { kind: "It became", href: "#3", title: "Asset transfer: St Anne’s Hall", note: "A 35-year lease is being looked at now." },
                { kind: "Next", title: "Decision, 12 January 2027", note: "Cabinet will publish how it weighed 187 comments.", hollow: true },
              ]}
            />
          </article>
        </Section>
        <Section id="milestones" title="Where it has got to">
          <Thread
            words={{ done: "done", now: "now" }}
            stops={[
              { state: "done", title: "Voted for", note: "627 people chose it. 29 October 2026." },
              { state: "now", title: "Ordered and built", note: "Swings ordered 11 January." },
              { state: "later", title: "Open", note: "Planned for Saturday 6 March 2027" },
            ]}
          />
        </Section>
        <Answers />
      </div>
    </SamplePage>
  );
}

function Answers() {
  const share = (...percents: number[]) => percents.map((percent) => ({ percent, text: `${percent}%` }));
  return (
    <>
      <Section id="agree" title="“The library should open late one evening a week”">
        <SplitChart
          answers={["Strongly agree", "Agree", "Not sure", "Disagree", "Strongly disagree"]}
          caption="Most people agreed in every area. People outside Millbrook were more often not sure."
          rows={[
            { name: "Millbrook", shares: share(46, 22, 14, 10, 8) },
            { name: "Castle Meadow", shares: share(38, 24, 18, 12, 8) },
            { name: "Rest of Brackenshire", shares: share(28, 25, 27, 11, 9) },
          ]}
        />
      </Section>
      <Grid columns={2}>
        <BarsTable
          caption="When you would use it more"
          keep
          rows={[
            { name: "Thursday evening", value: "62%", percent: 62, tone: "second" },
            { name: "Saturday afternoon", value: "41%", percent: 41, tone: "second" },
            { name: "Monday morning", value: "7%", percent: 7, tone: "second" },
          ]}
        />
        <BarsTable
          caption="Who answered, compared with who lives here"
          keep
          headers={{ name: "Age", value: "Answered", second: "Live here", plot: "Plot" }}
          rows={[
            { name: "Under 18", value: "6%", second: "17%", percent: 14, comparedPercent: 39 },
            { name: "35 to 54", value: "31%", second: "27%", percent: 71, comparedPercent: 62 },
            { name: "75 and over", value: "11%", second: "10%", percent: 25, comparedPercent: 23 },
          ]}
        />
      </Grid>
    </>
  );
}

export function HubMapSample() {
  const items = [
    { title: "Your Patch 2026: vote on £600,000", place: "All six areas", tag: <Tag kind="closing">Closes in 12 days</Tag>, at: [-2.952, 52.997] },
    { title: "Safer cycling on Quay Road", place: "Harbour and Quay", tag: <Tag kind="closing">Closes on Friday</Tag>, at: [-2.929, 53.0] },
    { title: "Evening and Sunday buses", place: "Fellside, Northmoor", tag: <Tag kind="open">Open until 8 November</Tag>, at: [-2.98, 53.005] },
  ] as const;
  return (
    <SamplePage crumbs={<Breadcrumbs label="Breadcrumb" crumbs={[{ href: "hub", text: "Have your say" }]} />}>
      <PageHead title="Take part near you" />
      <div className="row row--between section__title">
        <h2>Open now</h2>
        <ViewSwitch
          label="Show as"
          views={[
            { href: "hub", text: "List", icon: "list" },
            { href: "hub-map", text: "Map", icon: "map", current: true },
          ]}
        />
      </div>
      <HubFilters />
      <p className="muted my-4">3 things to take part in</p>
      <MapList
        map={
          <PinMap
            label="Map of Brackenshire’s six areas with three numbered pins. The list has the same things in the same order."
            areas={SAMPLE_AREAS}
            pins={items.map(({ at: [longitude, latitude] }) => ({ longitude, latitude }))}
          />
        }
        items={items.map((item, index) => ({ ...item, pin: `Pin ${index + 1}:`, href: `#${index}` }))}
      />
    </SamplePage>
  );
}

const CANDIDATES = [
  { name: "amara", title: "Amara Okafor", note: "Millbrook High, Year 10", description: "Free buses for under 18s after 6pm.", rank: 2 },
  { name: "rhys", title: "Rhys Pritchard", note: "Fellside Academy, Year 9", description: "More places to go when it rains.", rank: 0 },
  { name: "saira", title: "Saira Malik", note: "Quay Sixth Form", description: "A counsellor in every school by 2028.", rank: 1 },
];

const RANKS = ["1st", "2nd", "3rd"].map((nth, index) => ({ text: String(index + 1), spoken: `${nth} choice` }));

export function rankingStylesheet(): string {
  return sameRankStylesheet(
    CANDIDATES.map(({ name }) => name),
    CANDIDATES.length,
  );
}

export function RankingSample() {
  return (
    <SamplePage menu={false} crumbs={<Breadcrumbs label="Breadcrumb" crumbs={[{ href: "hub", text: "Back" }]} />}>
      <PageHead
        kicker="Young Mayor election 2026"
        title="Rank the candidates"
        lead="Give 1 to your favourite, 2 to your next favourite, and so on. You can rank as many or as few as you like."
      />
      <Form action="check" method="get" className="ballot rank-page">
        <div>
          <ul className="plain rank-list">
            {CANDIDATES.map(({ name, title, note, description, rank }, index) => (
              <li key={name}>
                <RankCard
                  name={name}
                  picture={<Initials letters={title.replace(/[^A-Z]/g, "")} index={index} />}
                  title={title}
                  note={note}
                  description={description}
                  legend={`Your choice for ${title}`}
                  ranks={RANKS}
                  none={{ text: "None", spoken: "Not ranked" }}
                  rank={rank}
                >
                  <Details summary={`Read the manifesto of ${title}`}>
                    <p>I want every young person here to be able to point at one thing and say: we did that.</p>
                  </Details>
                </RankCard>
              </li>
            ))}
          </ul>
          {RANKS.map(({ text }) => (
            <Notice key={text} kind="bad" className={`same-rank same-rank--${text} mt-4`} title={`You gave ${text} to more than one person`}>
              Change one of them before you go on.
            </Notice>
          ))}
        </div>
        <aside className="card" aria-labelledby="slip">
          <h2 className="h3" id="slip">
            Your ballot so far
          </h2>
          <RankSlip
            moveName="move"
            empty="No one yet"
            places={[
              { title: "Saira Malik", down: { value: "saira-down", words: "Move Saira Malik down" } },
              { title: "Amara Okafor", up: { value: "amara-up", words: "Move Amara Okafor up" } },
              { title: undefined },
            ]}
          />
          <div className="btns">
            <Button wide forward>
              Check my ballot
            </Button>
          </div>
          <p className="small muted">Your 2nd choice can never harm your 1st choice.</p>
        </aside>
      </Form>
    </SamplePage>
  );
}

export function MessagesSample() {
  return (
    <SamplePage>
      <PageHead title="Messages for the hard moments" lead="Each says what happened, what it means for you, and what you can do next." />
      <Grid columns={2}>
        <Message icon="info" level={2} title="You have already voted" actions={<ButtonLink href="log">Check your ballot</ButtonLink>}>
          Your ballot for Your Patch 2026 was cast on 2 October. You can only vote once.
        </Message>
        <Message icon="clock" kind="warn" level={2} title="Voting closes tonight at 8pm" actions={<ButtonLink href="ballot" forward>Start voting</ButtonLink>}>
          It takes about 6 minutes. If you start before 8pm you can finish until 8:15pm.
        </Message>
        <Message icon="code" kind="bad" level={2} title="That code has been used" actions={<ButtonLink href="#code">Try another code</ButtonLink>}>
          The code ending 7PQX was used on 5 October at 2:40pm. Each code works once.
        </Message>
        <Message icon="tick" kind="good" level={2} title="Your ballot is in" actions={<ButtonLink href="receipt">See your receipt</ButtonLink>}>
          Keep your code to check your ballot is in the count. It does not show how you voted.
        </Message>
      </Grid>
    </SamplePage>
  );
}
