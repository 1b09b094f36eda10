export const LOGO_MOST_BYTES = 200 * 1024;

export const LOGO_KINDS = ["image/png", "image/jpeg", "image/webp", "image/svg+xml"] as const;
export type LogoKind = (typeof LOGO_KINDS)[number];

/**
 * The kind of picture by its own first bytes, whatever its name says; null when it is none that a page may show.
 * A drawing (SVG) is text: it is taken when it begins as one and holds no script and no outside entity in `start`.
 */
export function logoKind(start: Uint8Array): LogoKind | null {
  let text = "";
  for (const byte of start) text += String.fromCharCode(byte);
  if (text.startsWith("\x89PNG\r\n\x1a\n")) return "image/png";
  if (text.startsWith("\xff\xd8\xff")) return "image/jpeg";
  if (text.startsWith("RIFF") && text.slice(8, 12) === "WEBP") return "image/webp";
  const isDrawing = /^(\xef\xbb\xbf)?\s*(<\?xml[^>]*>\s*)?(<!--[^]*?-->\s*|<!DOCTYPE svg[^>[]*>\s*)*<svg[\s>]/i.test(text);
  return isDrawing && !/<script|<!ENTITY|<foreignObject|javascript:/i.test(text) ? "image/svg+xml" : null;
}
