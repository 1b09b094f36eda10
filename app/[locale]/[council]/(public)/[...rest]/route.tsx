import { AccessError } from "#domain/policy/access-error.ts";
import { publicPage } from "#features/councils/respond.tsx";

/** Any other address of a council: the same page for what is not there. */
export const GET = publicPage(() => Promise.reject(new AccessError("not-found", "address")));
