import { sitePage } from "#features/councils/respond.tsx";
import { RecountPage } from "#features/voting/recount/ui/recount-page.tsx";
import { messages } from "#i18n/messages.ts";
import { assetAddress } from "#platform/plain-page/assets.ts";

export const GET = sitePage(async ({ locale }) => ({
  title: messages(locale).recount.title,
  section: "results",
  scripts: ["recount"],
  body: <RecountPage locale={locale} worker={assetAddress("recount-worker.js")} published={null} back={null} />,
}));
