/** Everything a page may load comes from its own address; nothing may run or be styled from inside the page. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join("; ");

/** The same for a page that other sites may show inside one of theirs. It must hold no form and nothing of the visitor's. */
export const EMBEDDED_POLICY = CONTENT_SECURITY_POLICY.replace("frame-ancestors 'none'", "frame-ancestors *").replace("form-action 'self'", "form-action 'none'");

const SECURITY_HEADERS = {
  "Content-Security-Policy": CONTENT_SECURITY_POLICY,
  "X-Content-Type-Options": "nosniff",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  "Cross-Origin-Opener-Policy": "same-origin",
};

/**
 * A page as an answer. Without a `Cache-Control` of the caller's own it is not stored anywhere.
 *
 * @param html what {@link renderDocument} gave
 * @param init `connectTo`: another host of this installation that the page's script may ask. `framed`: any site may show it in a frame; only for pages on which nothing can be done
 */
export function htmlResponse(html: string, init: { readonly status?: number; readonly headers?: HeadersInit; readonly framed?: boolean; readonly connectTo?: string | undefined } = {}): Response {
  const headers = new Headers({ "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store", ...SECURITY_HEADERS });
  if (init.framed) headers.set("Content-Security-Policy", CONTENT_SECURITY_POLICY.replace("frame-ancestors 'none'", "frame-ancestors *"));
  if (init.connectTo !== undefined) headers.set("Content-Security-Policy", (headers.get("Content-Security-Policy") ?? "").replace("connect-src 'self'", `connect-src 'self' ${new URL(init.connectTo).origin}`));
  for (const [name, value] of new Headers(init.headers)) {
    // Each cookie is a header line of its own; setting would keep only the last.
    if (name === "set-cookie") headers.append(name, value);
    else headers.set(name, value);
  }
  headers.append("Vary", "Save-Data");
  return new Response(html, { status: init.status ?? 200, headers });
}

/** Whether the visitor's browser asks for less to be sent. */
export function asksToSaveData(headers: Headers): boolean {
  return headers.get("save-data")?.trim().toLowerCase() === "on";
}
