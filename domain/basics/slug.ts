/** An address part made of a title: ASCII letters and digits with hyphens, at most 50 characters; `otherwise` where nothing is left. */
export function slugOf(title: string, otherwise: string): string {
  const plain = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ß", "ss")
    .replaceAll(/[łŁ]/g, "l")
    .replaceAll(/[øØ]/g, "o")
    .replace(/['’]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 50)
    .replace(/^-+|-+$/g, "");
  return plain === "" ? otherwise : plain;
}

/** The slug, or the first of slug-2, slug-3 … that is not taken. */
export function unusedSlug(slug: string, taken: Iterable<string>): string {
  const all = new Set(taken);
  if (!all.has(slug)) return slug;
  for (let count = 2; ; count++) if (!all.has(`${slug}-${count}`)) return `${slug}-${count}`;
}
