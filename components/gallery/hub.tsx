import { Tag } from "#components/feedback/tag.tsx";
import { ButtonLink } from "#components/forms/button.tsx";
import { Filters } from "#components/forms/filters.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Grid } from "#components/layout/columns.tsx";
import { EngagementCard } from "#components/layout/engagement-card.tsx";
import { PageHero } from "#components/layout/page-hero.tsx";
import { Section } from "#components/layout/section.tsx";
import { WeAsked } from "#components/layout/we-asked.tsx";
import { OnPageLinks } from "#components/navigation/on-page-links.tsx";
import { ViewSwitch } from "#components/navigation/view-switch.tsx";
import { SamplePage } from "./council.tsx";

const options = (...texts: string[]) => texts.map((text) => ({ value: text, text }));

export function HubSample() {
  return (
    <SamplePage hero={<Hero />}>
      <OnPageLinks
        label="Show"
        links={[
          { href: "#open", text: "Open now (5)", current: true },
          { href: "#soon", text: "Closing soon (2)" },
          { href: "results", text: "Results (64)" },
          { href: "#wsd", text: "You said, we did" },
        ]}
      />
      <div className="row row--between section__title">
        <h2 id="open">Open now</h2>
        <ViewSwitch
          label="Show as"
          views={[
            { href: "hub", text: "List", icon: "list", current: true },
            { href: "hub-map", text: "Map", icon: "map" },
          ]}
        />
      </div>
      <HubFilters />
      <p className="muted my-4">5 things to take part in</p>
      <Grid columns={2} list="unordered">
        {OPEN.map((card) => (
          <li key={card.title}>
            <EngagementCard {...card} />
          </li>
        ))}
      </Grid>
      <Section id="wsd" title="You said, we did" className="mt-14">
        <WeAsked
          label="Library opening hours"
          asked={{ title: "We asked", words: "When should Millbrook Library be open? 1,046 people answered in spring 2026." }}
          said={{ title: "You said", words: "6 in 10 of you wanted one late evening. Fewer than 1 in 10 used Monday mornings." }}
          did={{
            title: "We did",
            words: (
              <>
                <p>From 7 September the library opens until 8pm on Thursdays. It now opens at 1pm on Mondays.</p>
                <p>
                  <a href="#results">
                    Read the full results<span className="vh"> for library opening hours</span>
                  </a>
                </p>
              </>
            ),
          }}
        />
        <Grid columns={3} list="unordered" className="mt-6">
          {DONE.map((card) => (
            <li key={card.title}>
              <EngagementCard {...card} />
            </li>
          ))}
        </Grid>
        <p className="mt-5">
          <a href="results">See all 64 results</a>
        </p>
      </Section>
      <section className="panel mt-14" aria-labelledby="noint">
        <h2 id="noint">No internet? No problem</h2>
        <p>
          You can vote or answer on paper at any Brackenshire library. Or phone <strong className="nowrap">01632 960 180</strong>, Monday to Friday, 9am to
          5pm. We can help in English, Welsh, Polish, Urdu and British Sign Language.
        </p>
      </section>
    </SamplePage>
  );
}

export function HubFilters() {
  return (
    <Filters label="Find something to take part in" action="hub" submit="Show">
      <TextField name="q" label="Search" type="search" />
      <SelectField
        name="area"
        label="Area"
        width="full"
        options={options("All areas", "Alderwick", "Castle Meadow", "Fellside", "Harbour and Quay", "Millbrook", "Northmoor")}
      />
      <SelectField name="topic" label="Topic" width="full" options={options("All topics", "Parks and nature", "Streets and buses", "Young people")} />
    </Filters>
  );
}

function Hero() {
  return (
    <PageHero
      kicker="Brackenshire Council"
      title="Your say decides what happens here"
      lead="Vote on local spending, answer consultations, and see what changed because people took part."
      actions={
        <>
          <ButtonLink look="gold" href="vote" forward>
            Vote on £600,000
          </ButtonLink>
          <ButtonLink look="ghost" href="#wsd">
            See what changed
          </ButtonLink>
        </>
      }
    />
  );
}

const OPEN = [
  {
    tile: "budget",
    tag: <Tag kind="closing">Closes in 12 days</Tag>,
    href: "vote",
    title: "Your Patch 2026: vote on £600,000",
    children: "Choose which local projects get money this year. Anyone aged 11 or over can vote.",
    facts: [
      { icon: "place", text: "All six areas" },
      { icon: "clock", text: "About 6 minutes" },
      { icon: "people", text: "3,120 have voted" },
    ],
  },
  {
    tile: "cycling",
    tag: <Tag kind="closing">Closes on Friday</Tag>,
    href: "#cycling",
    title: "Safer cycling on Quay Road",
    children: "Two designs for a cycle lane between the station and the harbour.",
    facts: [
      { icon: "place", text: "Harbour and Quay" },
      { icon: "clock", text: "About 5 minutes" },
      { icon: "people", text: "402 answers" },
    ],
  },
  {
    tile: "bus",
    tag: <Tag kind="open">Open until 8 November</Tag>,
    href: "#buses",
    title: "Evening and Sunday buses",
    children: "Tell us how you travel after 7pm so we can plan the £1.2 million bus contract.",
    facts: [
      { icon: "place", text: "Fellside, Northmoor" },
      { icon: "clock", text: "About 8 minutes" },
      { icon: "people", text: "614 answers" },
    ],
  },
  {
    tile: "hall",
    tag: <Tag kind="open">Open until 30 October</Tag>,
    href: "#hall",
    title: "Should the community run St Anne’s Hall?",
    children: "A local trust wants to take on the hall for 35 years. Read the plan and have your say.",
    facts: [
      { icon: "place", text: "Millbrook" },
      { icon: "clock", text: "About 10 minutes" },
      { icon: "people", text: "187 comments" },
    ],
  },
  {
    tile: "young-people",
    tag: <Tag kind="upcoming">Opens Monday 12 October</Tag>,
    href: "#mayor",
    title: "Young Mayor election",
    children: "For people aged 11 to 17. Use the code from your school or youth club.",
    facts: [
      { icon: "place", text: "All schools" },
      { icon: "clock", text: "About 4 minutes" },
    ],
  },
] as const;

const DONE = [
  { tile: "mural", tag: <Tag kind="done">33 of 41 delivered</Tag>, href: "results", title: "Your Patch 2025", children: "41 projects got money. 33 are finished." },
  { tile: "town-centre", tag: <Tag kind="decided">Decided in April</Tag>, href: "#town", title: "Town centre plan", children: "You asked for trees, not parking bays. The plan changed." },
  { tile: "trees", tag: <Tag kind="underway">Being delivered</Tag>, href: "#park", title: "Quayside pocket park", children: "Planting starts in November. From Your Patch 2025." },
] as const;
