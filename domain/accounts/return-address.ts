/**
 * Where to go back to after signing in, as it came with the request: a path of this site, else `otherwise`.
 * Anything a browser could take for another site (`//host`, `/\host`, a scheme, control characters) is not a path.
 */
export function returnAddress(given: string | null | undefined, otherwise: string): string {
  if (!given || given.length > 1000 || !/^\/(?![/\\])[^\\\u0000-\u0020\u007f]*$/.test(given)) return otherwise;
  const here = "http://here.invalid";
  if (!URL.canParse(given, here)) return otherwise;
  const url = new URL(given, here);
  return url.origin === here && !url.pathname.startsWith("//") ? `${url.pathname}${url.search}${url.hash}` : otherwise;
}
