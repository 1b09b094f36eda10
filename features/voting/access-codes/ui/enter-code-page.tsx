import type { ReactNode } from "react";
import { textIn } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { Message } from "#components/feedback/message.tsx";
import { Button, ButtonLink, ButtonRow } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Details } from "#components/layout/details.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { voteAddresses, type VotePlace } from "#features/voting/assisted/ui/ballot-place.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

const page = (place: VotePlace, title: string, body: ReactNode, status?: number) => ({
  title,
  layout: "task" as const,
  robots: "noindex",
  crumbs: [{ href: voteAddresses(place).about, text: textIn(place.vote.title, place.locale).text }],
  body: <div className="narrow">{body}</div>,
  ...(status === undefined ? {} : { status }),
});

/** Where somebody types the code of their letter or slip. A QR code brings it in the part of the address that no server sees. */
export function enterCodePage(place: VotePlace & { readonly form: RefusedForm; readonly once: string }) {
  const { locale, council, vote, form, once } = place;
  const t = messages(locale).accessCodes;
  const phone = council.contactPhone;
  const body = (
    <>
      <FormFaults locale={locale} form={form} own={t.faults} />
      <PageHead tile="young-people" kicker={textIn(vote.title, locale).text} title={t.enter.title} />
      <Form hidden={{ once }}>
        <TextField
          name="code"
          label={t.enter.label}
          hint={
            <>
              {t.enter.hint} <span className="mono nowrap">{t.enter.example}</span>. {t.enter.hintMore}
            </>
          }
          width="long-code"
          value={typed(form, "code")}
          error={fieldError(locale, form, "code", t.faults)}
        />
        <ButtonRow>
          <Button forward>{t.enter.start}</Button>
        </ButtonRow>
        <p className="muted mt-4">{t.enter.once}</p>
      </Form>
      <div className="mt-8">
        <Details summary={t.enter.trouble}>
          <p>{t.enter.troubleLook}</p>
          <p>
            {t.enter.troubleAsk} {phone ? t.enter.troublePhone({ phone }) : null}
          </p>
        </Details>
        <Details summary={t.enter.secret}>
          <p>{t.enter.secretBody}</p>
        </Details>
        <Details summary={t.enter.noCode}>
          <p>{t.enter.noCodeBody}</p>
          <p>
            <a href={voteAddresses(place).start}>{t.enter.noCodeLink}</a>
          </p>
        </Details>
      </div>
    </>
  );
  return { ...page(place, t.enter.title, body, form.faults.length > 0 ? 422 : undefined), scripts: ["voting-code"] };
}

/** Why a code that was rightly typed opens nothing. */
export type CodeOpensNothing = { readonly code: "wrong" | "revoked" | "too-many-tries" } | { readonly code: "used"; readonly on: string };

/** A whole page for a code that opens nothing: what happened, what it means, what to do. */
export function codeRefusedPage(place: VotePlace & { readonly refusal: CodeOpensNothing }) {
  const { locale, council, refusal } = place;
  const t = messages(locale).accessCodes;
  const phone = council.contactPhone;
  const again = <ButtonLink href={`${voteAddresses(place).about}/code`}>{t.used.other}</ButtonLink>;
  if (refusal.code === "used")
    return page(
      place,
      t.used.title,
      <Message kind="warn" icon="warning" title={t.used.title} actions={again}>
        <p>{t.used.body({ date: format(locale).date(refusal.on) })}</p>
        <p>{t.used.you}</p>
        <p>{phone ? t.used.notYouPhone({ phone }) : t.used.notYou}</p>
      </Message>,
      409,
    );
  if (refusal.code === "revoked")
    return page(
      place,
      t.revoked.title,
      <Message kind="warn" icon="warning" title={t.revoked.title} actions={again}>
        <p>{t.revoked.body}</p>
        <p>{phone ? t.revoked.askPhone({ phone }) : t.revoked.ask}</p>
      </Message>,
      409,
    );
  return page(
    place,
    t.tooMany.title,
    <Message kind="warn" icon="clock" title={t.tooMany.title} actions={again}>
      <p>{t.tooMany.body}</p>
      <p>{phone ? t.tooMany.waitPhone({ phone }) : t.tooMany.wait}</p>
    </Message>,
    429,
  );
}
