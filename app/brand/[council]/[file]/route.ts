import { getCouncilInView } from "#features/councils/public-scope.ts";
import { brandSheet } from "#features/councils/settings/brand-sheet.ts";
import { AccessError } from "#domain/policy/access-error.ts";

/** `/brand/{council}/{hex}.css`: the address names the colour, so that a browser may keep the sheet for good. */
export async function GET(_: Request, { params }: { params: Promise<{ council: string; file: string }> }): Promise<Response> {
  const { council: slug, file } = await params;
  const hex = /^([0-9a-f]{6})\.css$/.exec(file)?.[1];
  try {
    const { brand } = await getCouncilInView(slug);
    if (hex === undefined) return notFound();
    // A page made before the colour changed still gets the colours of now, but does not keep them under the old name.
    const current = brand.brand === `#${hex}`;
    return new Response(brandSheet(brand), {
      headers: {
        "Content-Type": "text/css; charset=utf-8",
        "Cache-Control": current ? "public, max-age=31536000, immutable" : "public, max-age=60",
        "X-Content-Type-Options": "nosniff",
      },
    });
  } catch (fault) {
    if (fault instanceof AccessError) return notFound();
    throw fault;
  }
}

const notFound = (): Response => new Response(null, { status: 404 });
