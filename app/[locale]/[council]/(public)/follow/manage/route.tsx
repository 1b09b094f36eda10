import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { goTo, publicForm, publicPage } from "#features/councils/respond.tsx";
import { changeFollowing } from "#features/notifications/following/actions.ts";
import { findManaged } from "#features/notifications/following/queries.ts";
import { ManagePage, Told } from "#features/notifications/following/ui/following.tsx";
import { messages } from "#i18n/messages.ts";

export const GET = publicPage((scope, { query, path }) => show(scope, query, path, EMPTY_FORM));

export const POST = publicForm(async (scope, form, { query, path }) => {
  const follower = await findManaged(scope, query);
  if (!follower) return gone(scope);
  const changed = await changeFollowing({ scope, followerId: follower.id }, form.values);
  if (!changed.ok) return changed.error.faults.some(({ code }) => code === "not-following") ? gone(scope) : { ...(await show(scope, query, path, changed.error)), status: 422 };
  const t = messages(scope.locale).following.stop;
  if (changed.value === "stopped")
    return {
      title: t.doneTitle,
      layout: "task",
      robots: "noindex",
      body: (
        <Told title={t.doneTitle} lead={t.done}>
          <p>
            <a href={`/${scope.locale}/${scope.council.slug}/follow`}>{t.again}</a>
          </p>
        </Told>
      ),
    };
  query.set("done", "saved");
  return goTo(`${path}?${query.toString()}`);
});

async function show(scope: PublicScope, query: URLSearchParams, path: string, form: RefusedForm) {
  const { locale, council } = scope;
  const follower = await findManaged(scope, query);
  if (!follower) return gone(scope);
  const done = query.get("done");
  const own = new URLSearchParams({ f: query.get("f") ?? "", t: query.get("t") ?? "" }).toString();
  return {
    title: messages(locale).following.manage.title,
    layout: "task" as const,
    robots: "noindex",
    query: own,
    body: (
      <ManagePage locale={locale} home={`/${locale}/${council.slug}`} form={form} follower={follower} address={`${path}?${own}`} done={done === "confirmed" || done === "saved" ? done : null} />
    ),
  };
}

const gone = ({ locale, council }: PublicScope) => {
  const t = messages(locale).following;
  return {
    title: t.manage.goneTitle,
    layout: "task" as const,
    robots: "noindex",
    status: 410,
    body: (
      <Told title={t.manage.goneTitle} lead={t.manage.gone}>
        <p>
          <a href={`/${locale}/${council.slug}/follow`}>{t.manage.more}</a>
        </p>
      </Told>
    ),
  };
};
