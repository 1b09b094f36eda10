import { BarsTable } from "#components/charts/bars-table.tsx";
import { ColumnChart } from "#components/charts/column-chart.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { ReadinessList } from "#components/feedback/readiness-list.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { TaskList } from "#components/feedback/task-list.tsx";
import { Button, ButtonLink, ButtonRow } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { KeyingGrid } from "#components/forms/keying-grid.tsx";
import { Card } from "#components/layout/card.tsx";
import { Details } from "#components/layout/details.tsx";
import { Facts } from "#components/layout/facts.tsx";
import { Section } from "#components/layout/section.tsx";
import { Thread } from "#components/layout/thread.tsx";
import { WorkspacePage } from "#components/layout/workspace-page.tsx";
import { Breadcrumbs } from "#components/navigation/breadcrumbs.tsx";
import { OnPageLinks } from "#components/navigation/on-page-links.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import type { ReactNode } from "react";
import { PROJECTS } from "./projects.ts";

const MENU = [
  { href: "today", text: "Today", icon: "home" },
  { href: "programme", text: "Budget votes", icon: "ballot" },
  { href: "#consultations", text: "Consultations", icon: "speech" },
  { href: "#proposals", text: "Proposals", icon: "idea" },
  { href: "#paper", text: "Paper ballots", icon: "paper", waiting: { count: "2", words: "waiting" } },
  { href: "#transfers", text: "Asset transfers", icon: "building" },
  { href: "#priorities", text: "Priorities", icon: "target" },
  { href: "#duty", text: "Duty register", icon: "shield" },
  { href: "#settings", text: "Settings", icon: "settings" },
] as const;

function Workspace({ current, crumbs, children }: { readonly current: string; readonly crumbs?: ReactNode; readonly children: ReactNode }) {
  return (
    <WorkspacePage
      skip="Skip to main content"
      name="Folkmoot workspace"
      organisation="Brackenshire Council"
      homeHref="today"
      barLinks={[
        { href: "hub", text: "View public site" },
        { href: "#account", text: "Priya Nair" },
      ]}
      navLabel="Workspace"
      menuWords="Menu"
      links={MENU.map((link) => ({ ...link, current: link.href === current }))}
      crumbs={crumbs}
    >
      {children}
    </WorkspacePage>
  );
}

export function TodaySample() {
  return (
    <Workspace current="today">
      <div className="stack-l">
        <div className="row row--between">
          <div>
            <p className="muted">Tuesday 6 October 2026</p>
            <h1>Good morning, Priya</h1>
          </div>
          <ButtonLink small href="#new">
            Start something new
          </ButtonLink>
        </div>
        <Facts
          surface="card"
          facts={[
            { term: "Open now", figure: "4", note: "engagements" },
            { term: "Took part this week", figure: "1,284", note: "up 312 on last week" },
            { term: "Comments to check", figure: "9", note: "oldest is 5 hours" },
            { term: "Promises due", figure: "2", note: "by 31 October" },
          ]}
        />
        <Section id="todo" title="To do">
          <TaskList
            tasks={[
              {
                href: "#close",
                title: "Close “Safer cycling on Quay Road” and thank people",
                note: "Closes Friday 9 October at 5pm. The report template is ready.",
                tag: <Tag kind="closing">Due in 3 days</Tag>,
              },
              {
                href: "#second",
                title: "Second person needed for paper batch MB-014",
                note: "50 ballots from Millbrook Library. You cannot do it: you keyed the first entry.",
                tag: <Tag kind="offTrack">Waiting for you to assign</Tag>,
              },
              { href: "#report", title: "Report back on “Parking permits”", note: "You promised an answer by 31 October 2026.", tag: <Tag kind="notYet">Due in 25 days</Tag> },
            ]}
          />
        </Section>
        <Form className="card">
          <KeyingGrid
            name="marked"
            legend="Which boxes are marked?"
            hint="Same order as the paper. Tick the boxes."
            boxes={PROJECTS.map(({ id, title, chosen }, index) => ({ value: id, number: String(index + 1), title, checked: chosen }))}
          />
          <ButtonRow>
            <Button forward>Save and next</Button>
            <Button look="line">Set aside for the supervisor</Button>
          </ButtonRow>
        </Form>
      </div>
    </Workspace>
  );
}

const DAYS = [
  ["28 Sep", 412],
  ["29", 388],
  ["30", 296],
  ["1 Oct", 351],
  ["2", 402],
  ["3", 274],
  ["4", 231],
  ["5", 486],
  ["6", 280],
] as const;

const AREAS = [
  ["Fellside", 498, 6.8],
  ["Millbrook", 742, 4.5],
  ["Castle Meadow", 658, 4.3],
  ["Northmoor", 331, 3.7],
  ["Alderwick", 402, 3.1],
  ["Harbour and Quay", 489, 2.7],
] as const;

export function ProgrammeSample() {
  return (
    <Workspace
      current="programme"
      crumbs={<Breadcrumbs label="Breadcrumb" crumbs={[{ href: "today", text: "Today" }, { href: "#votes", text: "Budget votes" }]} />}
    >
      <div className="stack-l">
        <div className="row row--between">
          <div className="row">
            <h1>Your Patch 2026</h1>
            <Tag kind="open">Voting</Tag>
          </div>
          <div className="row">
            <a href="vote">See it as a resident</a>
            <ButtonLink look="line" small href="#edit">
              Edit
            </ButtonLink>
          </div>
        </div>
        <OnPageLinks
          label="This programme"
          links={["Overview", "Proposals", "Ballot", "Paper", "Count", "Messages", "Log"].map((text, index) => ({
            href: `#${text}`,
            text,
            current: index === 0 ? ("page" as const) : undefined,
          }))}
        />
        <Section id="phases" title="Phases" hideTitle>
          <Thread
            across
            words={{ done: "done", now: "now" }}
            stops={[
              { state: "done", title: "Ideas", note: "418 received" },
              { state: "done", title: "Checks", note: "72 can be done" },
              { state: "now", title: "Vote", note: "Closes 18 October, 8pm" },
              { state: "later", title: "Count", note: "Two people, in public" },
              { state: "later", title: "Results", note: "29 October" },
              { state: "later", title: "Delivery", note: "From January" },
            ]}
          />
        </Section>
        <div className="pg">
          <BallotsEachDay />
          <ByArea />
          <Checks />
          <Card className="full" title="Change the vote">
            <p>These actions are written to the public log with your name and reason. The second key holder must agree.</p>
            <ButtonRow>
              <Button look="line" small>
                Extend voting
              </Button>
              <Button look="danger" small>
                Pause voting
              </Button>
            </ButtonRow>
          </Card>
        </div>
      </div>
    </Workspace>
  );
}

function BallotsEachDay() {
  return (
    <Card>
      <div className="row row--between">
        <h2>Ballots each day</h2>
        <span className="small muted">Updated 9:40am</span>
      </div>
      <Facts
        columns={3}
        facts={[
          { term: "Ballots", figure: "3,120" },
          { term: "Turnout", figure: "3.9%" },
          { term: "Last year, day 9", figure: "2,704" },
        ]}
      />
      <ColumnChart
        label="Ballots each day, from 412 on 28 September to 486 on 5 October and 280 so far today. The table below has every number."
        columns={DAYS.map(([label, amount], index) => ({ label, value: String(amount), amount, partial: index === DAYS.length - 1 }))}
        caption="Today is pale because it is not over."
      />
      <Details summary="See these numbers as a table">
        <DataTable
          caption="Ballots each day"
          captionLook="hidden"
          rows={DAYS}
          rowKey={([day]) => day}
          columns={[
            { key: "day", header: "Day", cell: ([day]) => day },
            { key: "ballots", header: "Ballots", numeric: true, cell: ([, ballots]) => ballots },
          ]}
        />
      </Details>
    </Card>
  );
}

function ByArea() {
  return (
    <Card>
      <h2>By area, and how</h2>
      <BarsTable
        caption="Ballots by area"
        captionLook="hidden"
        keep
        showPlotHeader
        headers={{ name: "Area", value: "Ballots", plot: "Turnout" }}
        rows={AREAS.map(([name, ballots, turnout]) => ({ name, value: ballots, percent: turnout * 10, besideBar: `${turnout}%` }))}
      />
      <p className="small">Online 2,486 · Schools 402 · Paper 232</p>
      <Notice kind="warn" title="Harbour and Quay is behind">
        <p>
          At this point last year it had 611. <a href="#popup">Plan a pop-up</a> or <a href="#letters">print more letters</a>.
        </p>
      </Notice>
    </Card>
  );
}

function Checks() {
  return (
    <Card>
      <h2>Fair consultation checks</h2>
      <ReadinessList
        words={{ done: "done", attention: "needs attention", notYet: "not yet" }}
        about="for"
        items={[
          { state: "done", title: "Asked early enough to matter", link: { href: "#e1", text: "Evidence" }, note: "No project money is committed. Cabinet minute 14, 3 March 2026." },
          { state: "notYet", title: "Answers weighed with care", link: { href: "#e2", text: "Not due" }, note: "Due after the count. Cabinet report template attached." },
          { state: "attention", title: "Equality impact assessment", link: { href: "#e3", text: "Fix this" }, note: "Done 2 June. Review is due: the phone line now offers Welsh and Urdu." },
        ]}
      />
    </Card>
  );
}
