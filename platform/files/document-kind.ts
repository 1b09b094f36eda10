/**
 * What kind of document bytes are, by what they begin with and hold: PDF, DOCX, ODT or plain text in UTF-8.
 * Null for anything else: programs, pages, archives of other things, documents that carry macros.
 */
export function documentKind(bytes: Buffer): string | null {
  if (bytes.subarray(0, 5).toString("latin1") === "%PDF-") return "application/pdf";
  if (bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]))) return packageKind(bytes);
  return isPlainText(bytes) ? "text/plain; charset=utf-8" : null;
}

/** A ZIP whose parts are those of a document. Names stand in plain bytes in its directory. */
function packageKind(bytes: Buffer): string | null {
  if (bytes.includes("vbaProject.bin") || bytes.includes("Basic/")) return null;
  if (bytes.includes("word/document.xml")) return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  return bytes.subarray(0, 200).includes("application/vnd.oasis.opendocument.text") ? "application/vnd.oasis.opendocument.text" : null;
}

function isPlainText(bytes: Buffer): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return !/[\u0000-\u0008\u000B\u000E-\u001F]/.test(text) && !/^\s*(<\?xml|<!doctype|<html|<svg|#!)/i.test(text);
  } catch {
    return false;
  }
}
