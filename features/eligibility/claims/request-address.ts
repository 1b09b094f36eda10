import type { AnyScope } from "#domain/councils/scope.ts";
import { env } from "#platform/env.ts";
import { requestPath } from "./ui/request-path.ts";

/** The same for a mail: with the installation's address before it. */
export const requestAddress = (place: Pick<AnyScope, "locale" | "council">, reference: string): string => `${env().BASE_URL}${requestPath(place, reference)}`;
