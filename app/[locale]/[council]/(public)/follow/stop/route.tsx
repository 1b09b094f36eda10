import type { PublicScope } from "#domain/councils/scope.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { stopFollowing } from "#features/notifications/following/actions.ts";
import { isStopLink } from "#features/notifications/following/queries.ts";
import { StopPage, Told } from "#features/notifications/following/ui/following.tsx";
import { messages } from "#i18n/messages.ts";

export const GET = publicPage(async (scope, { query, path }) => {
  if (!isStopLink(query)) return broken(scope);
  const t = messages(scope.locale).following.stop;
  return { title: t.title, layout: "task", robots: "noindex", query: query.toString(), body: <StopPage locale={scope.locale} address={`${path}?${query.toString()}`} /> };
});

/** Also sent by mail programs, from no page of ours and with no cookie (RFC 8058): the address alone is the authority, and the body is not read. */
export const POST = publicPage(async (scope, { query }) => {
  if (!(await stopFollowing(scope, query))) return broken(scope);
  const { locale, council } = scope;
  const t = messages(locale).following.stop;
  return {
    title: t.doneTitle,
    layout: "task",
    robots: "noindex",
    body: (
      <Told title={t.doneTitle} lead={t.done}>
        <p>
          <a href={`/${locale}/${council.slug}/follow`}>{t.again}</a>
        </p>
      </Told>
    ),
  };
});

const broken = ({ locale, council }: PublicScope) => {
  const t = messages(locale).following;
  return {
    title: t.stop.brokenTitle,
    layout: "task" as const,
    robots: "noindex",
    status: 404,
    body: (
      <Told title={t.stop.brokenTitle} lead={t.stop.broken}>
        <p>
          <a href={`/${locale}/${council.slug}/follow/find`}>{t.find.title}</a>
        </p>
      </Told>
    ),
  };
};
