import type { Packing } from "#platform/page-cache/page-store.ts";

/** The best packing a browser takes, by its `Accept-Encoding`; null for none. */
export function packingFor(accepted: string | undefined): Packing | null {
  if (accepted === undefined) return null;
  const taken = new Set(
    accepted
      .toLowerCase()
      .split(",")
      .filter((each) => !/;\s*q=0(\.0*)?\s*$/.test(each))
      .map((each) => each.split(";", 1)[0]?.trim()),
  );
  if (taken.has("br")) return "br";
  return taken.has("gzip") ? "gzip" : null;
}

/** Whether a kind of content gets smaller by packing: words, not pictures or fonts. */
export const isWorthPacking = (contentType: string): boolean => /^text\/(?!event-stream)|^application\/(json|geo\+json|javascript|xml|manifest\+json)|^image\/svg/.test(contentType);
