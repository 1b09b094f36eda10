import type { ReactNode } from "react";
import { Comment, CommentAction, Quote, RemovedComment } from "#components/feedback/comment.tsx";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { Progress } from "#components/feedback/progress.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { Button, ButtonLink, ButtonRow, LinkButton } from "#components/forms/button.tsx";
import { Checkbox, Checkboxes, Radios } from "#components/forms/choices.tsx";
import { DateField } from "#components/forms/date-field.tsx";
import { ErrorSummary } from "#components/forms/error-summary.tsx";
import { FileField } from "#components/forms/file-field.tsx";
import { Form } from "#components/forms/form.tsx";
import { MoneyField, NumberField } from "#components/forms/number-field.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { EmailField, TextField } from "#components/forms/text-field.tsx";
import { Grid } from "#components/layout/columns.tsx";
import { Details } from "#components/layout/details.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { Icon, ICON_NAMES } from "#components/pictures/icon.tsx";
import { RingMark } from "#components/pictures/ring-mark.tsx";
import { Tile, TILE_NAMES } from "#components/pictures/tile.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import { SamplePage } from "./council.tsx";

const error = (message: string) => ({ word: "Error", message });

export function PartsSample() {
  return (
    <SamplePage menu={false}>
      <RingMark size={88} />
      <PageHead title="Component sheet" lead="One place to see every part of the Folkmoot look and its states." />
      <div className="stack-xl">
        <TypeSample />
        <Section id="buttons" title="Buttons">
          <div className="row">
            <Button forward>Cast my ballot</Button>
            <Button look="line" icon="print">
              Print this page
            </Button>
            <Button look="gold">Start voting</Button>
            <Button look="danger">Pause voting</Button>
            <Button disabled describedBy="why-not">
              Not open yet
            </Button>
            <span id="why-not">Voting opens on Monday.</span>
            <Button small>Edit</Button>
            <ButtonLink look="line" small href="#parts">
              See it as a resident
            </ButtonLink>
            <LinkButton about="A bench every 200 metres">Remove</LinkButton>
          </div>
        </Section>
        <Section id="tags" title="Tags">
          <div className="row">
            <Tag kind="open">Open</Tag>
            <Tag kind="closing">Closes in 2 days</Tag>
            <Tag kind="upcoming">Opens Monday</Tag>
            <Tag kind="closed">Closed</Tag>
            <Tag kind="decided">Decided</Tag>
            <Tag kind="done">Delivered</Tag>
            <Tag kind="underway">Being delivered</Tag>
            <Tag kind="good">On track</Tag>
            <Tag kind="atRisk">At risk</Tag>
            <Tag kind="offTrack">Off track</Tag>
            <Tag kind="notThisTime">Not this time</Tag>
            <Tag kind="notYet">Not started</Tag>
          </div>
        </Section>
        <Section id="banners" title="Banners">
          <Grid columns={2}>
            <Notice title="Results are on 29 October">We will email you if you asked us to.</Notice>
            <Notice kind="good" answers title="Saved">
              Your answers are safe. You can close this page.
            </Notice>
            <Notice kind="warn" title="Voting closes tonight at 8pm">
              It takes about 6 minutes.
            </Notice>
            <Notice kind="bad" title="Street trees are off track">
              212 of 900 planted.
            </Notice>
          </Grid>
        </Section>
        <FormsSample />
        <ListsSample />
        <Section id="icons" title="Icons">
          <ul className="plain row">
            {ICON_NAMES.map((name) => (
              <li key={name}>
                <Icon name={name} /> {name}
              </li>
            ))}
          </ul>
        </Section>
        <Section id="tiles" title="Tiles">
          <ul className="plain tiles">
            {TILE_NAMES.map((name) => (
              <li key={name}>
                <Tile name={name} />
                <span className="xs">{name}</span>
              </li>
            ))}
          </ul>
        </Section>
      </div>
    </SamplePage>
  );
}

function TypeSample() {
  return (
    <Section id="type" title="Type">
      <p className="h1">Heading 1: £600,000</p>
      <p>
        <span className="h2">Heading 2: How the count works</span>
      </p>
      <p>
        <span className="h3">Heading 3: Supporters pay together</span>
      </p>
      <p className="lead">Lead: vote on local spending, and see what changed.</p>
      <p lang="cy">
        Body: Mae’r bleidlais yn cau ddydd Sul. Tŷ, dŵr, gŵyl, llên, môr, ŷd, ẁ. <a href="#type">A link in text</a>.
      </p>
      <p className="small muted">Small: updated 14 January 2027</p>
      <p className="mono">7QKM-X4DR-9TWH</p>
    </Section>
  );
}

function FormsSample() {
  return (
    <Section id="forms" title="Forms">
      <Grid columns={2}>
        <Column>
          <ErrorSummary
            title="Fix 2 things"
            errors={[
              { href: "#postcode", text: "Enter your postcode" },
              { href: "#born", text: "Your date of birth must include a year" },
            ]}
          />
          <TextField
            name="postcode"
            label="Postcode"
            hint="We use it to find your area. For example, SN9 4QT."
            error={error("Enter your postcode")}
            width="short"
            autoComplete="postal-code"
          />
          <DateField
            name="born"
            legend="Date of birth"
            hint="To check you are 11 or over. For example, 31 3 2011."
            error={error("Your date of birth must include a year")}
            wrong={["year"]}
            labels={{ day: "Day", month: "Month", year: "Year" }}
            values={{ day: "9", month: "April" }}
            birthday
          />
          <Checkboxes
            name="contact"
            legend="How should we contact you?"
            hint="Choose all that apply."
            values={["text"]}
            choices={[
              { value: "email", text: "Email" },
              { value: "text", text: "Text message" },
              { value: "post", text: "Post", hint: "It can take 5 days" },
            ]}
          />
          <Radios
            name="often"
            legend="How often do you use a bus after 7pm?"
            error={error("Choose how often")}
            or="or"
            choices={[
              { value: "most", text: "Most days" },
              { value: "never", text: "Never" },
              { value: "no", text: "I would rather not say", apart: true },
            ]}
          />
          <SelectField
            name="place"
            label="Area"
            value="Fellside"
            options={[
              { value: "Millbrook", text: "Millbrook" },
              { value: "Fellside", text: "Fellside" },
            ]}
          />
        </Column>
        <Column>
          <EmailField name="email" label="Email address" hint="We use it once, then delete it." />
          <TextField name="key" label="Voting code" width="code" value="HJ4K 7PQX" maxLength={11} />
          <MoneyField name="cost" label="What it costs" hint="In pounds." value="24,000" />
          <MoneyField name="paid" label="What was paid" error={error("Enter an amount in pounds, like 5,900")} value="lots" />
          <NumberField name="people" label="How many people" value="38" />
          <TextAreaField name="words" label="Add your comment" hint="Everyone can read it. Up to 1,500 characters." maxLength={1500} />
          <FileField name="roll" label="The list of codes" hint="A CSV file." accept=".csv,text/csv" />
          <Checkbox name="agree" text="I have read the rules" error={error("Tick to say you have read the rules")} />
          <Radios
            name="wrong"
            legend="Is anything wrong with it?"
            compact
            value="nothing"
            choices={[
              { value: "nothing", text: "Nothing wrong" },
              { value: "dear", text: "Costs too much" },
              { value: "blank", text: "Blank" },
            ]}
          />
          <ButtonRow>
            <Button>Save and continue</Button>
            <a href="#later">Stop and come back later</a>
          </ButtonRow>
        </Column>
      </Grid>
    </Section>
  );
}

function Column({ children }: { readonly children: ReactNode }) {
  return (
    <div>
      <Form>{children}</Form>
    </div>
  );
}

function ListsSample() {
  const change = (about: string) => ({ href: "#question", text: "Change", about });
  return (
    <Grid columns={2}>
      <div className="stack-l">
        <Section id="answers" title="Answers">
          <SummaryList
            rows={[
              { term: "Where you live", answer: "Fellside", change: change("Where you live") },
              { term: "How you mostly travel", answer: "Bus and walking", change: change("How you mostly travel") },
              { term: "Lease", answer: "35 years at £1 a year" },
            ]}
          />
        </Section>
        <div>
          <Details summary="My code does not work">
            <p>Check for letters that look alike.</p>
          </Details>
          <Details summary="Can my school see how I vote?" open>
            <p>No. Your school knows which slips it gave out. It does not know who you vote for.</p>
          </Details>
        </div>
        <Progress title="Sending your ballot" percent={60} label="Sending">
          This can take up to a minute on a slow line.
        </Progress>
        <EmptyState
          title="Nothing open in Alderwick today"
          action={
            <ButtonLink look="line" href="hub">
              Show all areas
            </ButtonLink>
          }
        >
          2 things are open for all of Brackenshire.
        </EmptyState>
      </div>
      <Section id="comments" title="Comments">
        <Comment
          label="Comment by Jan W"
          author="Jan W"
          when="5 October 2026, lives in Millbrook"
          actions={
            <>
              <CommentAction text="Reply" about="to Jan W" href="#reply" />
              <CommentAction icon="tick" text="Useful (31)" about="this comment by Jan W" name="useful" value="1" />
              <CommentAction icon="flag" text="Report" about="this comment by Jan W" href="#report" quiet />
            </>
          }
          replies={
            <Comment
              label="Reply by St Anne’s Community Trust"
              author="St Anne’s Community Trust"
              tag={<Tag kind="done">Proposer</Tag>}
              when="5 October"
              actions={<CommentAction icon="flag" text="Report" about="this reply" href="#report" quiet />}
            >
              Yes. Page 9 of the plan says every group that meets now keeps its slot and price for three years.
            </Comment>
          }
        >
          My mum’s lunch club has met there for 22 years. Will the trust keep Wednesday for them at the same price?
        </Comment>
        <RemovedComment label="Removed comment">
          This comment was taken down on 4 October because it named a private person. <a href="#rules">Our rules</a>
        </RemovedComment>
        <Quote source="Resident, Millbrook">I finish work at half five. The library has been shut in my head for ten years.</Quote>
      </Section>
    </Grid>
  );
}
