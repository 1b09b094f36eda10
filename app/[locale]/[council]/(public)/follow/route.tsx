import { EMPTY_FORM, typed, type RefusedForm } from "#domain/basics/fault.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { readFollowable } from "#domain/notifications/following.ts";
import { AccessError } from "#domain/policy/access-error.ts";
import { publicForm, publicPage } from "#features/councils/respond.tsx";
import { askToFollow } from "#features/notifications/following/actions.ts";
import { findFollowable, listPlacesToFollow } from "#features/notifications/following/queries.ts";
import { AskPage, askTitle, Told } from "#features/notifications/following/ui/following.tsx";
import { messages } from "#i18n/messages.ts";

export const GET = publicPage((scope, { query }) => show(scope, EMPTY_FORM, query.get("thing") ?? ""));

export const POST = publicForm(async (scope, form, { request }) => {
  const t = messages(scope.locale).following;
  const asked = await askToFollow({ scope, request }, form.values);
  if (asked.ok) return { title: t.sent.title, layout: "task", body: <Told title={t.sent.title} lead={t.sent.lead(asked.value)}><p>{t.sent.nothing}</p></Told> };
  if (asked.error.faults.some(({ code }) => code === "too-many-mails"))
    return { title: t.wait.title, layout: "task", status: 429, body: <Told title={t.wait.title} lead={t.wait.lead} /> };
  return { ...(await show(scope, asked.error, typed(asked.error, "thing"))), status: 422 };
});

async function show(scope: PublicScope, form: RefusedForm, given: string) {
  const { locale, council } = scope;
  const home = `/${locale}/${council.slug}`;
  const wanted = readFollowable(given);
  const thing = wanted.ok && !["council", "area"].includes(wanted.value.kind) ? await findFollowable(scope, wanted.value) : null;
  if (given !== "" && thing === null && form.faults.length === 0 && !(wanted.ok && (await findFollowable(scope, wanted.value)))) throw new AccessError("not-found", "thing");
  const chosen = form.faults.length === 0 && given !== "" ? { ...form, values: { thing: [given] } } : form;
  return {
    title: askTitle(locale, thing),
    robots: "noindex",
    query: given === "" ? "" : new URLSearchParams({ thing: given }).toString(),
    crumbs: [{ href: home, text: messages(locale).site.haveYourSay }],
    body: <AskPage locale={locale} home={home} form={chosen} thing={thing} places={thing ? [] : await listPlacesToFollow(scope)} />,
  };
}
