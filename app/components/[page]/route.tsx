import { GALLERY } from "#components/gallery/gallery.tsx";
import { env } from "#platform/env.ts";
import { renderDocument } from "#platform/plain-page/document.tsx";
import { asksToSaveData, htmlResponse } from "#platform/plain-page/html-response.ts";

export const dynamic = "force-dynamic";

/** `/components/{page}`: every component in every state, for those who work on them; `{page}.css` is a page's own stylesheet. */
export async function GET(request: Request, { params }: { params: Promise<{ page: string }> }): Promise<Response> {
  const { page } = await params;
  const name = page.replace(/\.css$/, "");
  const shown = Object.hasOwn(GALLERY, name) ? GALLERY[name] : undefined;
  if (!galleryIsOpen() || !shown) return new Response("Not found", { status: 404 });
  if (page !== name) return new Response(shown.stylesheet?.() ?? "", { headers: { "Content-Type": "text/css; charset=utf-8" } });
  const html = renderDocument({
    lang: shown.lang ?? "en",
    title: `${shown.title} – Folkmoot components`,
    robots: "noindex",
    bodyClass: shown.bodyClass,
    stylesheets: shown.stylesheet ? [`/components/${name}.css`] : [],
    scripts: shown.scripts,
    saveData: asksToSaveData(request.headers),
    children: shown.show(),
  });
  return htmlResponse(html);
}

function galleryIsOpen(): boolean {
  const { NODE_ENV, FOLKMOOT_COMPONENTS } = env();
  return NODE_ENV !== "production" || FOLKMOOT_COMPONENTS === "1";
}
