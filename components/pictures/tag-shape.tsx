import type { ReactNode } from "react";

const SHAPES = {
  /** Open. */
  dot: <circle cx="7" cy="7" r="5.500" />,
  /** Closing soon. */
  half: (
    <>
      <path d="M7 1.500a5.500 5.500 0 1 1 0 11Z" />
      <circle cx="7" cy="7" r="4.700" fill="none" stroke="currentColor" strokeWidth="1.600" />
    </>
  ),
  /** Not yet. */
  ring: <circle cx="7" cy="7" r="4.700" fill="none" stroke="currentColor" strokeWidth="2.200" />,
  /** Closed. */
  square: <rect x="2" y="2" width="10" height="10" rx="1.500" />,
  /** Decided. */
  star: <path d="m7 .8 1.900 4 4.400.5-3.300 3 .9 4.300L7 10.500l-3.900 2.100.9-4.300-3.300-3 4.400-.5Z" />,
  /** Done. */
  tick: <path d="m2 7.300 3.500 3.700L12 3.800" fill="none" stroke="currentColor" strokeWidth="2.600" strokeLinecap="round" strokeLinejoin="round" />,
  /** At risk. */
  triangle: <path d="M7 1.200 13.500 12.500H.5Z" />,
  /** Off track. */
  diamond: <path d="M7 .5 13.500 7 7 13.500.5 7Z" />,
} satisfies Record<string, ReactNode>;

export type TagShapeName = keyof typeof SHAPES;

/** The solid shape in a tag, so that no status is told by colour alone. */
export function TagShape({ name }: { readonly name: TagShapeName }) {
  return (
    <svg viewBox="0 0 14 14" aria-hidden="true" focusable="false">
      {SHAPES[name]}
    </svg>
  );
}
