export interface PaginationProps {
  /** "Pages". */
  readonly label: string;
  /** Said before each number to screen readers: "Page". */
  readonly pageWord: string;
  /** First page is 1. */
  readonly current: number;
  readonly pages: number;
  readonly href: (page: number) => string;
  readonly previous: string;
  readonly next: string;
}

/** Real links to the pages of a long list; nothing when there is only one. */
export function Pagination({ label, pageWord, current, pages, href, previous, next }: PaginationProps) {
  if (pages <= 1) return null;
  return (
    <nav aria-label={label}>
      <ul className="pager">
        {current > 1 ? (
          <li>
            <a href={href(current - 1)} rel="prev">
              {previous}
            </a>
          </li>
        ) : null}
        {pagesToShow(current, pages).map((page, index) =>
          page === undefined ? (
            <li key={`gap-${index}`}>
              <span aria-hidden="true">…</span>
            </li>
          ) : (
            <li key={page}>
              <PageNumber page={page} word={pageWord} href={page === current ? undefined : href(page)} />
            </li>
          ),
        )}
        {current < pages ? (
          <li>
            <a href={href(current + 1)} rel="next">
              {next}
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}

function PageNumber({ page, word, href }: { readonly page: number; readonly word: string; readonly href: string | undefined }) {
  const text = (
    <>
      <span className="vh">{word} </span>
      {page}
    </>
  );
  return href === undefined ? <span aria-current="page">{text}</span> : <a href={href}>{text}</a>;
}

/** The first, the last and those around the current one; undefined stands for a gap. */
export function pagesToShow(current: number, pages: number): (number | undefined)[] {
  const wanted = [1, current - 1, current, current + 1, pages].filter((page) => page >= 1 && page <= pages);
  const ordered = [...new Set(wanted)].sort((a, b) => a - b);
  return ordered.flatMap((page, index) => {
    const before = ordered[index - 1] ?? page - 1;
    if (page - before === 2) return [page - 1, page];
    return page - before > 2 ? [undefined, page] : [page];
  });
}
