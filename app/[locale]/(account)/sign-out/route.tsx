import { signOut } from "#features/accounts/actions.ts";
import { goTo, siteForm, sitePage } from "#features/councils/respond.tsx";

/** An address typed or followed signs nobody out. */
export const GET = sitePage(async ({ locale }) => goTo(`/${locale}/account`));

export const POST = siteForm(async ({ locale }, _form, { request }) => {
  const headers = new Headers();
  for (const cookie of await signOut(request)) headers.append("Set-Cookie", cookie);
  return goTo(`/${locale}`, headers);
});
