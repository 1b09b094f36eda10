import { inflateSync } from "node:zlib";

/** What may come out of one packed part of a PDF: a part that grows beyond it is left unread. */
const MOST_UNPACKED = 4_000_000;
const MOST_PARTS = 2_000;

/**
 * How many pages a PDF says it has: the greatest count of its trees of pages (ISO 32000-1, 7.7.3.2), in the open and in packed object
 * streams (7.5.7). Null where none is found: then nobody can say without reading all of it.
 */
export function pdfPages(bytes: Buffer): number | null {
  const text = bytes.toString("latin1");
  const counts = [...countsIn(text)];
  let parts = 0;
  for (const match of text.matchAll(/\/ObjStm\b/g)) {
    if ((parts += 1) > MOST_PARTS) break;
    const unpacked = streamAfter(bytes, text, match.index);
    if (unpacked !== null) counts.push(...countsIn(unpacked));
  }
  return counts.length === 0 ? null : Math.max(...counts);
}

/** `/Count` of every dictionary that is a tree of pages. */
function* countsIn(text: string): Generator<number> {
  for (const match of text.matchAll(/\/Type\s*\/Pages\b/g)) {
    const [from, to] = [text.lastIndexOf("<<", match.index), text.indexOf(">>", match.index)];
    const count = /\/Count\s+(\d{1,7})/.exec(text.slice(Math.max(from, 0), to === -1 ? match.index + 2_000 : to));
    if (count) yield Number(count[1]);
  }
}

function streamAfter(bytes: Buffer, text: string, at: number): string | null {
  const begin = /stream\r?\n/g;
  begin.lastIndex = at;
  const found = begin.exec(text);
  if (!found) return null;
  const end = text.indexOf("endstream", begin.lastIndex);
  if (end === -1) return null;
  try {
    return inflateSync(bytes.subarray(begin.lastIndex, end), { maxOutputLength: MOST_UNPACKED }).toString("latin1");
  } catch {
    return null;
  }
}
