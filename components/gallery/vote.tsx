import { BarsTable } from "#components/charts/bars-table.tsx";
import { ButtonLink } from "#components/forms/button.tsx";
import { Card, CardList } from "#components/layout/card.tsx";
import { MainAndAside } from "#components/layout/columns.tsx";
import { Details } from "#components/layout/details.tsx";
import { NumberedSteps } from "#components/layout/numbered-steps.tsx";
import { PageHero } from "#components/layout/page-hero.tsx";
import { Section } from "#components/layout/section.tsx";
import { Thread } from "#components/layout/thread.tsx";
import { Breadcrumbs } from "#components/navigation/breadcrumbs.tsx";
import { SamplePage } from "./council.tsx";
import { pounds } from "./projects.ts";

const POTS = [
  ["Alderwick", 11, 95_000],
  ["Castle Meadow", 13, 110_000],
  ["Fellside", 9, 70_000],
  ["Harbour and Quay", 15, 125_000],
  ["Millbrook", 14, 120_000],
  ["Northmoor", 10, 80_000],
] as const;

export function VoteSample() {
  return (
    <SamplePage
      hero={
        <PageHero
          crumbs={<Breadcrumbs label="Breadcrumb" crumbs={[{ href: "hub", text: "Have your say" }]} />}
          kicker="Budget vote"
          title="Your Patch 2026"
          lead="£600,000 for local projects. You choose what it is spent on."
          actions={
            <>
              <ButtonLink look="gold" href="ballot" forward>
                Start voting
              </ButtonLink>
              <ButtonLink look="ghost" href="#pots">
                Read the projects first
              </ButtonLink>
            </>
          }
          note={
            <>
              Voting closes on <strong>Sunday 18 October at 8pm</strong>. It takes about 6 minutes.
            </>
          }
        />
      }
    >
      <div className="stack-xl">
        <Section id="where" title="Where we are now">
          <Thread
            across
            words={{ done: "done", now: "now" }}
            stops={[
              { state: "done", title: "Ideas", note: "1 April to 31 May. 418 ideas came in." },
              { state: "done", title: "Checks", note: "June to August. 72 ideas can be done." },
              { state: "now", title: "Vote", note: "28 September to 18 October, 8pm" },
              { state: "later", title: "Count", note: "19 to 28 October, in public" },
              { state: "later", title: "Results", note: "Thursday 29 October" },
              { state: "later", title: "Projects happen", note: "From January 2027" },
            ]}
          />
        </Section>
        <MainAndAside aside={<Aside />}>
          <Section id="who" title="Who can vote" prose>
            <p>You can vote if both of these are true:</p>
            <ul>
              <li>you are aged 11 or over</li>
              <li>you live in Brackenshire</li>
            </ul>
            <p>You do not need to be on the electoral register. You do not need to be a British citizen.</p>
          </Section>
          <section aria-labelledby="pots">
            <BarsTable
              caption="How much each area has"
              captionId="pots"
              captionLook="heading"
              headers={{ name: "Area", value: "Pot", plot: "Plot" }}
              rows={POTS.map(([area, projects, pot]) => ({
                name: <a href="ballot">{area}</a>,
                note: `${projects} projects`,
                value: pounds(pot),
                percent: pot / 1250,
              }))}
            />
            <p className="mt-3">
              <strong>£600,000</strong> for 72 projects in all.
            </p>
          </section>
          <Section id="how" title="How the count works">
            <p>
              We use a rule called <strong>equal shares</strong>. It is designed so that one large group cannot decide everything, and smaller groups can win
              projects too.
            </p>
            <NumberedSteps
              steps={[
                { title: "Everyone gets the same share", words: "We split the pot equally. In Millbrook, if 2,000 people vote, each person’s share of £120,000 is £60." },
                { title: "Supporters pay together", words: "A project wins if the people who chose it have enough in their shares to pay for it. The project with the most support goes first." },
                { title: "Your share goes down as you win", words: "Once your share has paid for a project, you have less left for the next." },
              ]}
            />
            <Details summary="What happens if there is a tie?">
              <p>The cheaper project goes first.</p>
            </Details>
            <Details summary="How do you know the count is right?">
              <p>Every ballot is in a public log you can check.</p>
            </Details>
          </Section>
        </MainAndAside>
      </div>
    </SamplePage>
  );
}

function Aside() {
  return (
    <>
      <Card title="Other ways to vote">
        <CardList
          items={[
            <>
              <strong>On paper</strong> at any library until Saturday 17 October, 4pm
            </>,
            <>
              <strong>By phone</strong> on <span className="nowrap">01632 960 180</span>
            </>,
            <>
              <strong>At school</strong> if your school is taking part
            </>,
          ]}
        />
      </Card>
      <Card title="Documents">
        <CardList
          items={[
            <a key="guide" href="#guide">
              Voting guide (PDF, 280 KB)
            </a>,
            <a key="easy" href="#easy">
              Easy Read guide (PDF, 1.1 MB)
            </a>,
          ]}
        />
      </Card>
    </>
  );
}
