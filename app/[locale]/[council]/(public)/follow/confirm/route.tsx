import { textIn } from "#domain/basics/bilingual.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { goTo, publicForm, publicPage } from "#features/councils/respond.tsx";
import { confirmFollow } from "#features/notifications/following/actions.ts";
import { findAskedFor } from "#features/notifications/following/queries.ts";
import { ConfirmPage, Told } from "#features/notifications/following/ui/following.tsx";
import { messages } from "#i18n/messages.ts";

export const GET = publicPage(async (scope, { query }) => {
  const { locale, council } = scope;
  const sealed = query.get("request") ?? "";
  const asked = await findAskedFor(scope, sealed);
  if (!asked.ok) return refused(scope, asked.error);
  const { email, title } = asked.value;
  return {
    title: messages(locale).following.confirm.title,
    layout: "task",
    robots: "noindex",
    query: query.toString(),
    body: <ConfirmPage locale={locale} home={`/${locale}/${council.slug}`} title={textIn(title, locale).text} email={email} sealed={sealed} />,
  };
});

export const POST = publicForm(async (scope, form) => {
  const kept = await confirmFollow(scope, form.values["request"]?.[0] ?? "");
  if (!kept.ok) return refused(scope, kept.error);
  return goTo(`${kept.value}&done=confirmed`);
});

const refused = ({ locale, council }: PublicScope, why: "expired" | "broken" | "not-followable") => {
  const t = messages(locale).following.confirm;
  const [title, lead] = why === "expired" ? [t.expiredTitle, t.expired] : why === "broken" ? [t.brokenTitle, t.broken] : [t.goneTitle, t.gone];
  return {
    title,
    layout: "task" as const,
    robots: "noindex",
    status: 410,
    body: (
      <Told title={title} lead={lead}>
        <p>
          <a href={`/${locale}/${council.slug}/follow`}>{t.again}</a>
        </p>
      </Told>
    ),
  };
};
