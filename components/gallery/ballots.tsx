import { Notice } from "#components/feedback/notice.tsx";
import { ApprovalList } from "#components/forms/approval-row.tsx";
import { BallotList } from "#components/forms/ballot-card.tsx";
import { BudgetMeter, CountMeter } from "#components/forms/budget-meter.tsx";
import { Button, ButtonRow, LinkButton } from "#components/forms/button.tsx";
import { ChosenList } from "#components/forms/chosen-list.tsx";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { Form } from "#components/forms/form.tsx";
import { meterStylesheet } from "#components/forms/meter-stylesheet.ts";
import { Card } from "#components/layout/card.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Breadcrumbs } from "#components/navigation/breadcrumbs.tsx";
import { SamplePage } from "./council.tsx";
import { POT, pounds, PROJECTS, type SampleProject } from "./projects.ts";

const OVER = ["p2", "p7", "p11", "p8", "p10"];

export function BallotSample() {
  return <FitInPot chosen={PROJECTS.filter(({ chosen }) => chosen).map(({ id }) => id)} projects={PROJECTS} />;
}

export function BallotOverSample() {
  const projects = [...OVER, "p5"].map((id) => PROJECTS.find((project) => project.id === id)).filter((project) => project !== undefined);
  return <FitInPot chosen={OVER} projects={projects} over />;
}

export function ballotStylesheet(): string {
  return meterStylesheet(
    PROJECTS.map(({ id, cost }) => ({ id, costPence: cost * 100 })),
    POT * 100,
    { left: "{amount} left", tooMuch: "{amount} too much" },
  );
}

interface FitInPotProps {
  readonly projects: readonly SampleProject[];
  readonly chosen: readonly string[];
  readonly over?: boolean;
}

function FitInPot({ projects, chosen, over }: FitInPotProps) {
  const sum = projects.filter(({ id }) => chosen.includes(id)).reduce((total, { cost }) => total + cost, 0);
  return (
    <SamplePage menu={false} crumbs={<Breadcrumbs label="Breadcrumb" crumbs={[{ href: "vote", text: "Your Patch 2026" }]} />}>
      {over ? (
        <ErrorSummary
          title="Your choices cost too much"
          errors={[
            { href: "#p10", text: "Lights and a mural, £16,500" },
            { href: "#p8", text: "A bench every 200 metres, £9,500" },
            { href: "#p11", text: "Swings for every child, £24,000" },
          ]}
        >
          <p>
            You chose {pounds(sum)} of projects. The pot is {pounds(POT)}. Take off at least <strong>{pounds(sum - POT)}</strong>.
          </p>
          <p>One of these would be enough:</p>
        </ErrorSummary>
      ) : null}
      <PageHead
        kicker="Millbrook ballot. Step 2 of 3"
        title="Choose your projects"
        lead={
          <>
            Tick the projects you want. They must fit inside the Millbrook pot of <strong>{pounds(POT)}</strong>.
          </>
        }
      >
        {over ? null : <p className="muted">You do not have to spend it all. The order is shuffled for each voter so no project has an advantage.</p>}
      </PageHead>
      <Form className="ballot" action="check" method="get">
        <BallotList
          legend="Millbrook projects. Choose as many as fit in £120,000."
          cards={projects.map((project) => ({
            id: project.id,
            name: "choice",
            value: project.id,
            checked: chosen.includes(project.id),
            tile: project.tile,
            title: project.title,
            cost: pounds(project.cost),
            costPence: project.cost * 100,
            description: project.description,
            group: `${project.group}.`,
            more: { href: "#more", text: "More", about: `about ${project.title}` },
            choose: "Choose this",
            chosen: "Chosen",
            doesNotFit: "This costs more than you have left.",
          }))}
        />
        <BudgetMeter
          label="Your ballot so far"
          left={sum > POT ? { text: `${pounds(sum - POT)} too much`, figure: pounds(sum - POT) } : { text: `${pounds(POT - sum)} left`, figure: pounds(POT - sum) }}
          chosen={{ text: `${pounds(sum)} of ${pounds(POT)} chosen`, figure: pounds(sum) }}
          percent={(sum / POT) * 100}
          update={{ text: "Update total", name: "do", value: "total", formAction: "ballot" }}
          check="Check my choices"
          script={{ potPence: POT * 100, left: "{amount} left", tooMuch: "{amount} too much" }}
        />
      </Form>
    </SamplePage>
  );
}

export function ApprovalBallotSample() {
  const supported = ["p2", "p1", "p11", "p8", "p10", "p12"];
  return (
    <SamplePage menu={false} crumbs={<Breadcrumbs label="Breadcrumb" crumbs={[{ href: "vote", text: "Your Patch 2026" }]} />}>
      <PageHead
        kicker="Millbrook ballot. Step 2 of 3"
        title="Which projects do you support?"
        lead={
          <>
            Tick every project you would be happy to see. There is <strong>no limit</strong>, and ticking more does not make your vote weaker.
          </>
        }
      />
      <Form className="ballot ballot--count" action="check" method="get">
        <ApprovalList
          legend="Millbrook projects. Tick all you support."
          rows={PROJECTS.map((project) => ({
            id: project.id,
            name: "choice",
            value: project.id,
            checked: supported.includes(project.id),
            tile: project.tile,
            title: project.title,
            description: project.description,
            cost: pounds(project.cost),
            group: project.group,
          }))}
        />
        <CountMeter label="Your ballot so far" counted={{ text: "Projects you support: 6", figure: "6" }} of="out of 14 in Millbrook" check="Check my choices" />
      </Form>
    </SamplePage>
  );
}

export function CheckSample() {
  const chosen = PROJECTS.filter((project) => project.chosen);
  return (
    <SamplePage menu={false} crumbs={<Breadcrumbs label="Breadcrumb" crumbs={[{ href: "ballot", text: "Change my choices" }]} />}>
      <div className="narrow narrow--wide">
        <PageHead
          kicker="Millbrook ballot. Step 3 of 3"
          title="Check your choices"
          lead={
            <>
              You have chosen <strong>4 projects</strong> that cost <strong>£82,000</strong>. That leaves £38,000 of the Millbrook pot.
            </>
          }
        />
        <Form action="receipt" method="get" hidden={{ once: "a-one-use-number" }}>
          <ChosenList
            items={chosen.map(({ id, tile, title, cost }) => ({
              id,
              tile,
              title,
              figure: pounds(cost),
              action: (
                <LinkButton name="remove" value={id} formAction="check" about={title}>
                  Remove
                </LinkButton>
              ),
            }))}
            total={{ label: "Total", figure: "£82,000 of £120,000" }}
          />
          <Notice title="There is still £38,000 left" className="mt-3 mb-6">
            <p>
              You could add <strong>Millpond boardwalk and dipping platform</strong> (£38,000) or any of 7 smaller projects. You do not have to.{" "}
              <a href="ballot">Add more projects</a>
            </p>
          </Notice>
          <Card surface="panel" title="Before you cast your ballot">
            <ul className="bullets">
              <li>You cannot change your ballot after you cast it.</li>
              <li>Nobody at the council can see how you voted.</li>
              <li>We will give you a tracking code, so you can check your ballot is in the count.</li>
            </ul>
          </Card>
          <ButtonRow>
            <Button forward>Cast my ballot</Button>
            <a href="ballot">Change my choices</a>
          </ButtonRow>
        </Form>
      </div>
    </SamplePage>
  );
}
