/** A written list as an answer: kept five minutes by whoever fetches it, readable by any site's pages. */
export const feedResponse = (text: string, contentType: string): Response =>
  new Response(text, { headers: { "Content-Type": `${contentType}; charset=utf-8`, "Cache-Control": "public, max-age=300", "Access-Control-Allow-Origin": "*", "X-Content-Type-Options": "nosniff" } });

