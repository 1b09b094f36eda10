/**
 * The name of a file that somebody sent, as it is kept and shown: the last part, at most 100 characters of its end, without what could be
 * read as a path or a command and without signs that are not seen, such as those that turn a line round and so hide an ending.
 */
export const plainName = (name: string): string =>
  [...(name.normalize("NFC").split(/[\\/]/).at(-1) ?? "").replace(/[\p{C}<>:"|?*]/gu, "").trim()].slice(-100).join("") || "file";
