import { isLocale } from "#domain/basics/bilingual.ts";
import { readLocalMail } from "#features/accounts/local-mail/queries.ts";
import { LocalMailPage } from "#features/accounts/local-mail/ui/local-mail.tsx";
import { messages } from "#i18n/messages.ts";
import { renderDocument } from "#platform/plain-page/document.tsx";
import { htmlResponse } from "#platform/plain-page/html-response.ts";

export const dynamic = "force-dynamic";

/** For trying Folkmoot out: the mail it would have sent. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const asked = searchParams.get("lang") ?? "en";
  const locale = isLocale(asked) ? asked : "en";
  const to = searchParams.get("to");
  const local = await readLocalMail(to);
  if (!local) return new Response("Not found", { status: 404 });
  const t = messages(locale);
  return htmlResponse(
    renderDocument({ lang: locale, title: `${t.accounts.localMail.title} – ${t.site.product}`, robots: "noindex", children: <LocalMailPage locale={locale} to={to} {...local} /> }),
  );
}
