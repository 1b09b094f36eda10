import type { ReactNode } from "react";
import { TagShape, type TagShapeName } from "#components/pictures/tag-shape.tsx";
import { classNames } from "#components/styles/class-names.ts";

const KINDS = {
  open: { tint: "good", shape: "dot" },
  closing: { tint: "warn", shape: "half" },
  upcoming: { tint: "info", shape: "ring" },
  closed: { tint: "plain", shape: "square" },
  decided: { tint: "brand", shape: "star" },
  done: { tint: "brand", shape: "tick" },
  underway: { tint: "info", shape: "half" },
  good: { tint: "good", shape: "dot" },
  atRisk: { tint: "warn", shape: "triangle" },
  offTrack: { tint: "bad", shape: "diamond" },
  notThisTime: { tint: "plain", shape: "ring" },
  notYet: { tint: "plain", shape: "ring" },
} as const satisfies Record<string, { tint: TagTint; shape: TagShapeName }>;

export type TagTint = "plain" | "good" | "warn" | "bad" | "brand" | "info";
/** What a tag says, which decides its tint and shape. */
export type TagKind = keyof typeof KINDS;

export interface TagProps {
  readonly kind: TagKind;
  /** Another shape than the kind's own. */
  readonly shape?: TagShapeName | undefined;
  /** The status in words: "Open until 8 November". */
  readonly children: ReactNode;
}

/** A status in words, with a shape and a tint of its own. Never a link and never a button. */
export function Tag({ kind, shape, children }: TagProps) {
  const { tint, shape: own } = KINDS[kind];
  return (
    <span className={classNames("tag", tint !== "plain" && `tag--${tint}`)}>
      <TagShape name={shape ?? own} />
      {children}
    </span>
  );
}
