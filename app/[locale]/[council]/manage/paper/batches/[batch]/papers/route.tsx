import { officerPage } from "#features/councils/respond.tsx";
import { findPotOfPoll } from "#features/involvement/following/queries.ts";
import { readEdition } from "#features/voting/paper/input.ts";
import { getBatch, getPrint, getPrintedPdf, squaresOf } from "#features/voting/paper/queries.ts";
import { PaperSheets } from "#features/voting/paper/ui/paper-sheets.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"batch">(async (scope, { params, query }) => {
  const { id, code, pollId } = await getBatch(scope, params.batch);
  const asked = { ...readEdition(query), vote: (await findPotOfPoll(scope, pollId))?.voteTitle ?? null };
  if (!asked.asPage) {
    const pdf = await getPrintedPdf(scope, id, asked);
    const name = `${messages(scope.locale).paper.sheet.title} ${code} ${asked.edition} ${asked.language}`.replace(/[^\w.-]+/g, "-");
    return new Response(new Uint8Array(pdf), {
      headers: { "Content-Type": "application/pdf", "Content-Disposition": `inline; filename="${name}.pdf"`, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" },
    });
  }
  const print = await getPrint(scope, id, asked);
  return {
    title: print.title,
    crumbs: [{ href: `/${scope.locale}/${scope.council.slug}/manage/paper/batches/${id}`, text: messages(scope.locale).paper.batch.title({ batch: code }) }],
    body: (
      <>
        <h1 className="noprint">{print.title}</h1>
        <PaperSheets batch={print.batch} letters={print.letters} numbers={print.numbers} words={print.words} edition={print.edition} squares={squaresOf(print)} />
      </>
    ),
  };
});
