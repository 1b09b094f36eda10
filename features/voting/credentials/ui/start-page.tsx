import type { ReactNode } from "react";
import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import type { Electorate } from "#domain/eligibility/electorate.ts";
import type { BallotAtHand } from "#domain/voting/vote-at-hand.ts";
import { Tag } from "#components/feedback/tag.tsx";
import { Button, ButtonLink, ButtonRow } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { NumberField } from "#components/forms/number-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Details } from "#components/layout/details.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { Questions } from "#features/voting/credentials/input.ts";
import { voteAddresses, type VotePlace } from "#features/voting/assisted/ui/ballot-place.ts";
import { messages } from "#i18n/messages.ts";

/** Who may vote in any ballot of a vote, told in words. */
export interface WhoMayVote {
  readonly electorates: readonly Electorate[];
  readonly areaNames: ReadonlyMap<string, BilingualText>;
}

const page = (title: string, body: ReactNode, place: VotePlace, status?: number) => ({
  title,
  layout: "task" as const,
  robots: "noindex",
  crumbs: [{ href: voteAddresses(place).about, text: textIn(place.vote.title, place.locale).text }],
  body: <div className="narrow">{body}</div>,
  ...(status === undefined ? {} : { status }),
});

/** The first page of a vote, before anybody is asked who they are. `next` comes after the e-mail code. */
export function beforeYouVotePage(place: VotePlace & { readonly who: WhoMayVote; readonly next: string }) {
  const { locale, council, vote, who, next } = place;
  const t = messages(locale).eligibility.start;
  const at = voteAddresses(place);
  return page(
    t.title,
    <>
      <PageHead kicker={t.step} title={t.title} lead={t.lead({ vote: textIn(vote.title, locale).text })} />
      <ul className="stack-s">
        {whoInWords(place, who).map((line) => (
          <li key={line}>{line}</li>
        ))}
        <li>{t.email}</li>
      </ul>
      <p className="mt-4">{t.about}</p>
      <ButtonRow>
        <ButtonLink href={`/${locale}/sign-in?${new URLSearchParams({ as: "guest", next }).toString()}`} forward>
          {t.goOn}
        </ButtonLink>
      </ButtonRow>
      {council.contactPhone ? <p className="mt-6">{t.noEmail({ phone: council.contactPhone })}</p> : null}
      <div className="mt-8">
        <Details summary={t.voted}>
          <p>{t.votedBody}</p>
          <ul>
            {vote.ballots.map((ballot) => (
              <li key={ballot.slug}>
                <a href={at.ballotOf(ballot).receipt}>{t.votedLink({ ballot: textIn(ballot.name, locale).text })}</a>
              </li>
            ))}
          </ul>
        </Details>
        <SecretDetails locale={locale} />
      </div>
    </>,
    place,
  );
}

/** Said before anybody chooses: what is kept apart, and what a voter relies on us for. */
function SecretDetails({ locale }: { readonly locale: Locale }) {
  const t = messages(locale).eligibility.start;
  return (
    <Details summary={t.secret}>
      <p>{t.secretBody}</p>
      <p>{t.secretLimit}</p>
    </Details>
  );
}

function whoInWords({ locale, council }: VotePlace, { electorates, areaNames }: WhoMayVote): string[] {
  const t = messages(locale).eligibility.start;
  const lines: string[] = [];
  const areaIds = electorates.some((each) => each.areaIds.length === 0) ? [] : [...new Set(electorates.flatMap((each) => each.areaIds))];
  const names = areaIds.flatMap((id) => areaNames.get(id) ?? []).map((name) => textIn(name, locale).text);
  if (names.length > 0) lines.push(t.whereAreas({ areas: listOr(locale, names) }));
  else if (electorates.some(({ identityLevel }) => identityLevel >= 2)) lines.push(t.whereCouncil({ council: textIn(council.name, locale).text }));
  const mins = electorates.map(({ minAge }) => minAge ?? 0);
  const maxes = electorates.map(({ maxAge }) => maxAge ?? 200);
  const [min, max] = [Math.min(...mins), Math.max(...maxes)];
  if (min > 0 && max < 200) lines.push(t.ageBetween({ min, max }));
  else if (min > 0) lines.push(t.ageFrom({ min }));
  else if (max < 200) lines.push(t.ageTo({ max }));
  return lines;
}

/** Commas suffice in Welsh, whose "or" changes the word after it. */
const listOr = (locale: Locale, names: readonly string[]): string => (locale === "en" && names.length > 1 ? `${names.slice(0, -1).join(", ")} or ${names.at(-1) ?? ""}` : names.join(", "));

/** Asks where somebody lives and how old they are, so far as the vote's rules need it. */
export function findBallotPage(place: VotePlace & { readonly email: string; readonly asked: Questions; readonly pot: string; readonly form: RefusedForm }) {
  const { locale, email, asked, pot, form } = place;
  const t = messages(locale).eligibility.form;
  const own = messages(locale).eligibility.faults;
  return page(
    t.title,
    <>
      <FormFaults locale={locale} form={form} own={own} />
      <PageHead kicker={messages(locale).eligibility.start.step} title={t.title} lead={t.lead} />
      <Form action={voteAddresses(place).start} hidden={{ pot }}>
        {asked.postcode ? (
          <TextField
            name="postcode"
            label={t.postcode}
            hint={t.postcodeHint}
            width="short"
            autoComplete="postal-code"
            spellCheck={false}
            value={typed(form, "postcode")}
            error={fieldError(locale, form, "postcode", own)}
          />
        ) : null}
        {asked.age ? <NumberField name="age" label={t.age} hint={t.ageHint} width="four" value={typed(form, "age")} error={fieldError(locale, form, "age", own)} /> : null}
        <p className="muted mt-6">{t.signedInAs({ email })}</p>
        <ButtonRow>
          <Button forward>{t.submit}</Button>
        </ButtonRow>
      </Form>
      <div className="mt-8">
        <Details summary={t.whyTitle}>
          <p>{t.whyBody}</p>
        </Details>
        <SecretDetails locale={locale} />
      </div>
    </>,
    place,
    form.faults.length > 0 ? 422 : undefined,
  );
}

/** The ballots somebody has, where they have several. */
export function yourBallotsPage(place: VotePlace & { readonly ballots: readonly { readonly ballot: BallotAtHand; readonly voted: boolean }[] }) {
  const { locale, vote, ballots } = place;
  const t = messages(locale).eligibility.ballots;
  const at = voteAddresses(place);
  return page(
    t.title,
    <>
      <PageHead kicker={messages(locale).eligibility.start.step} title={t.title} lead={t.lead({ vote: textIn(vote.title, locale).text })} />
      <ul className="tasks plain">
        {ballots.map(({ ballot, voted }) => {
          const name = textIn(ballot.name, locale).text;
          const addresses = at.ballotOf(ballot);
          return (
            <li key={ballot.slug}>
              <a href={voted ? addresses.receipt : addresses.ballot}>{voted ? t.receipt({ ballot: name }) : t.vote({ ballot: name })}</a>
              <Tag kind={voted ? "done" : "open"}>{voted ? t.voted : t.ready}</Tag>
            </li>
          );
        })}
      </ul>
      <p className="mt-6">
        <a href={`${at.start}?again=1`}>{t.again}</a>
      </p>
    </>,
    place,
  );
}
