/** The first thing in every page: jumps over the masthead to `#main`. */
export function SkipLink({ children }: { readonly children: string }) {
  return (
    <a className="skip" href="#main">
      {children}
    </a>
  );
}
