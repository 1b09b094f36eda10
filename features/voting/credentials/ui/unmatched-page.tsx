import { textIn } from "#domain/basics/bilingual.ts";
import type { TypedValues } from "#domain/basics/fault.ts";
import { Message } from "#components/feedback/message.tsx";
import { Button, ButtonLink, ButtonRow } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { readAbout, voteAddresses, type VotePlace } from "#features/voting/assisted/ui/ballot-place.ts";
import { messages } from "#i18n/messages.ts";
import { WhatInstead } from "./why-not.tsx";

/** Said to everybody whom the roll does not know at once, nearly found or not; what was typed goes along for the officer. */
export function unmatchedPage(place: VotePlace & { readonly values: TypedValues }) {
  const { locale, council, vote, values } = place;
  const t = messages(locale).electorate.unmatched;
  const at = voteAddresses(place);
  const hidden = Object.fromEntries(Object.entries(values).flatMap(([name, all]) => (all[0] === undefined || name === "ask" ? [] : [[name, all[0]]])));
  return {
    title: t.title,
    status: 403,
    layout: "task" as const,
    robots: "noindex",
    crumbs: [{ href: at.about, text: textIn(vote.title, locale).text }],
    body: (
      <div className="narrow stack-l">
        <Message kind="warn" icon="people" title={t.title}>
          <p>{t.body}</p>
          <p>{t.ask}</p>
        </Message>
        <Form action={at.start} hidden={{ ...hidden, ask: "officer" }}>
          <ButtonRow>
            <Button>{t.askButton}</Button>
            <a href={`${at.start}?again=1`}>{t.again}</a>
          </ButtonRow>
        </Form>
        <WhatInstead locale={locale} council={council} vote={vote} against={[]} instead={[]} />
      </div>
    ),
  };
}

/** An officer will look; the same whoever they are. */
export function askedOfficerPage(place: VotePlace & { readonly email: string }) {
  const { locale, email } = place;
  const t = messages(locale).electorate.unmatched;
  const at = voteAddresses(place);
  return {
    title: t.askedTitle,
    layout: "task" as const,
    robots: "noindex",
    body: (
      <div className="narrow">
        <Message kind="good" icon="mail" title={t.askedTitle} actions={<ButtonLink href={at.about}>{readAbout(place)}</ButtonLink>}>
          <p>{t.asked({ email })}</p>
          <p>{t.askedAgain}</p>
        </Message>
      </div>
    ),
  };
}
