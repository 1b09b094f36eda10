import type { Role } from "./role.ts";

/** A signed-in person as one council sees them. */
export interface Actor {
  readonly personId: string;
  readonly email: string;
  readonly name: string;
  /** Roles in the council at hand; none for a resident. */
  readonly roles: readonly Role[];
  readonly operator: boolean;
  /** Whether a passkey or authenticator code was shown in this session. Officers' acts require it. */
  readonly secondFactor: boolean;
}
