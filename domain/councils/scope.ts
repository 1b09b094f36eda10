import type { BilingualText, Locale } from "#domain/basics/bilingual.ts";
import type { Brand } from "#domain/basics/brand.ts";
import type { Actor } from "./actor.ts";
import type { BrandColours } from "./brand-colours.ts";

export type CouncilId = Brand<string, "CouncilId">;

/** What every page needs to know of the council whose address it stands at. */
export interface CouncilInView {
  readonly id: CouncilId;
  readonly slug: string;
  readonly name: BilingualText;
  readonly contactEmail: string;
  readonly contactPhone: string;
  readonly brand: BrandColours;
  readonly logoFileId: string | null;
  /** Whether the council publishes in Welsh as well; then both languages must be complete. */
  readonly welsh: boolean;
  readonly demo: boolean;
}

/** Anybody looking at a council's public pages. Minted only by features/councils/public-scope.ts. */
export type PublicScope = Brand<
  { readonly kind: "public"; readonly council: CouncilInView; readonly locale: Locale },
  "PublicScope"
>;

/** A signed-in person at a council. Minted only by features/councils/actor-scope.ts. */
export type ActorScope = Brand<
  { readonly kind: "actor"; readonly council: CouncilInView; readonly locale: Locale; readonly actor: Actor },
  "ActorScope"
>;

/** The same person in their own name: resident, or officer who lives here. What they may do is bounded by what is theirs, and by no role. */
export type MemberScope = ActorScope;

/** A job working for a council. Minted only by the worker and the seed. */
export type SystemScope = Brand<
  { readonly kind: "system"; readonly council: CouncilInView; readonly locale: Locale; readonly job: string },
  "SystemScope"
>;

export type AnyScope = PublicScope | ActorScope | SystemScope;
