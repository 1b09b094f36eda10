import { Notice } from "#components/feedback/notice.tsx";
import { Receipt } from "#components/feedback/receipt.tsx";
import { Button, ButtonLink, ButtonRow } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { EmailField, TextField } from "#components/forms/text-field.tsx";
import { Card } from "#components/layout/card.tsx";
import { MainAndAside } from "#components/layout/columns.tsx";
import { Facts } from "#components/layout/facts.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { Breadcrumbs } from "#components/navigation/breadcrumbs.tsx";
import { Pagination } from "#components/navigation/pagination.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { SamplePage } from "./council.tsx";

export function ReceiptSample() {
  return (
    <SamplePage menu={false}>
      <div className="narrow--centred">
        <Receipt
          title="Your ballot is in"
          codeLabel="Your tracking code"
          code="7QKM-X4DR-9TWH"
          note="Cast on Tuesday 6 October 2026 at 4:12pm. Your Patch 2026, Millbrook."
        >
          Thank you. You chose 4 projects in Millbrook.
        </Receipt>
        <ButtonRow className="noprint">
          <ButtonLink look="line" icon="print" href="receipt?print=1">
            Print this page
          </ButtonLink>
          <a href="#email">Email me the code</a>
        </ButtonRow>
        <div className="stack-l">
          <Section id="in-count" title="Check your ballot is in the count" prose>
            <p>
              The code shows your ballot is in the public log. It does <strong>not</strong> show your name or what you chose, so it is safe to keep.
            </p>
            <ol>
              <li>Wait 10 minutes. New ballots are added in small batches, to keep your vote secret.</li>
              <li>
                Go to the <a href="log">public ballot log</a> and type in your code.
              </li>
              <li>
                If the log says <strong>‘In the count’</strong>, all is well.
              </li>
            </ol>
            <p>
              If your code is not there after an hour, phone <span className="nowrap">01632 960 180</span>. We can look into it without knowing how you
              voted.
            </p>
          </Section>
          <Section id="next" title="What happens next" surface="panel">
            <p>
              Voting closes on Sunday 18 October at 8pm. Results are here on <strong>Thursday 29 October 2026</strong>.
            </p>
            <Form>
              <EmailField name="email" label="Email me the results" hint="We use it once, then delete it. It is kept apart from your ballot." />
              <Button look="line">Tell me the results</Button>
            </Form>
          </Section>
        </div>
      </div>
    </SamplePage>
  );
}

export function WelshReceiptSample() {
  return (
    <SamplePage menu={false}>
      <div className="narrow--centred">
        <Receipt
          title="Mae’ch pleidlais wedi’i chofnodi"
          codeLabel="Eich cod olrhain"
          code="7QKM-X4DR-9TWH"
          note="Pleidleisiwyd ddydd Mawrth 6 Hydref 2026 am 4:12pm."
        >
          Diolch. Rydych wedi dewis 4 prosiect yn ardal Dyffryn Ŵyn.
        </Receipt>
        <ButtonRow className="noprint">
          <ButtonLink look="line" icon="print" href="#print">
            Argraffu’r dudalen hon
          </ButtonLink>
          <a href="#email">Anfon y cod ataf drwy e-bost</a>
        </ButtonRow>
        <Section id="in-count" title="Gwirio bod eich pleidlais yn y cyfrif" prose>
          <p>Mae’r cod yn dangos bod eich pleidlais yn y cofnod cyhoeddus.</p>
        </Section>
      </div>
    </SamplePage>
  );
}

const LOG = [
  ["7QKM-X4DR-9TWH", "6 October, 4pm to 5pm", "Online", "In the count"],
  ["3HVN-C8PR-6KXD", "6 October, 4pm to 5pm", "Online", "In the count"],
  ["9RTW-4MQZ-7FBJ", "6 October, 3pm to 4pm", "School", "In the count"],
  ["6XKD-H2NV-8PCR", "6 October, 3pm to 4pm", "Online", "Waiting for the 5pm seal"],
  ["4JFB-T9WQ-3ZMN", "6 October, 2pm to 3pm", "Paper", "In the count"],
] as const;

export function LogSample() {
  return (
    <SamplePage menu={false} crumbs={<Breadcrumbs label="Breadcrumb" crumbs={[{ href: "hub", text: "Have your say" }, { href: "vote", text: "Your Patch 2026" }]} />}>
      <PageHead title="Public ballot log" lead="Every ballot cast in Your Patch 2026 is listed here by its tracking code. No names. No choices." />
      <MainAndAside
        aside={
          <Card>
            <Facts columns={1} facts={[{ term: "Ballots in the log", figure: "3,120" }]} />
            <p className="small muted">The log only ever grows. Each hour’s entries are sealed with a fingerprint, so a removed or changed ballot would show.</p>
            <p className="small">
              <a href="#csv">Download the log (CSV)</a>
            </p>
          </Card>
        }
      >
        <Form method="get" className="panel">
          <TextField
            name="code"
            label="Find your tracking code"
            hint="12 letters and numbers, like 7QKM-X4DR-9TWH. Dashes and spaces do not matter."
            value="7QKM-X4DR-9TWH"
            width="code"
          />
          <Button>Check this code</Button>
        </Form>
        <Notice kind="good" answers title="In the count">
          <p>
            Ballot <span className="mono nowrap">7QKM-X4DR-9TWH</span> was recorded on 6 October between 4pm and 5pm. It has not been changed since.
          </p>
        </Notice>
        <section>
          <DataTable
            caption="Latest ballots"
            stack
            rows={LOG}
            rowKey={([code]) => code}
            columns={[
              { key: "code", header: "Code", className: "mono nowrap", cell: ([code]) => code },
              { key: "recorded", header: "Recorded", cell: ([, recorded]) => recorded },
              { key: "how", header: "How", cell: ([, , how]) => how },
              { key: "status", header: "Status", cell: ([, , , status]) => status },
            ]}
          />
          <div className="mt-4">
            <Pagination label="Pages" pageWord="Page" current={3} pages={63} href={(page) => `?page=${page}`} previous="Previous" next="Next" />
          </div>
        </section>
      </MainAndAside>
    </SamplePage>
  );
}
