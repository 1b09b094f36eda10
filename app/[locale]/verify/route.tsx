import { sitePage } from "#features/councils/respond.tsx";
import { VerifyPage } from "#features/voting/verification/ui/verify-page.tsx";
import { messages } from "#i18n/messages.ts";
import { assetAddress } from "#platform/plain-page/assets.ts";

export const GET = sitePage(async ({ locale }) => ({
  title: messages(locale).verification.title,
  section: "results",
  scripts: ["verify"],
  body: <VerifyPage locale={locale} worker={assetAddress("verify-worker.js")} />,
}));
