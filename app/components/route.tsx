/** The gallery of components begins with the sheet of parts. */
export function GET(request: Request): Response {
  return Response.redirect(new URL("/components/parts", request.url), 307);
}
