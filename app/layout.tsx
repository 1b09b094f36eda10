import type { ReactNode } from "react";

/** Next asks for it round its own not-found page; every page of ours is a document of its own (docs/decisions/0016). */
export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en-GB">
      <body>{children}</body>
    </html>
  );
}
