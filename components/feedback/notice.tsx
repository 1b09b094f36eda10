import type { ReactNode } from "react";
import { Icon, type IconName } from "#components/pictures/icon.tsx";
import { classNames } from "#components/styles/class-names.ts";

export type NoticeKind = "info" | "good" | "warn" | "bad";

const ICONS: Record<NoticeKind, IconName> = { info: "info", good: "tick", warn: "warning", bad: "warning" };

export interface NoticeProps {
  readonly kind?: NoticeKind | undefined;
  /** The news in a few bold words. */
  readonly title: ReactNode;
  /** One sentence more. */
  readonly children?: ReactNode;
  /** It answers something the person just did, so it is read out at once. */
  readonly answers?: boolean | undefined;
  readonly className?: string | undefined;
}

/** News, put where it applies. It stays; nothing appears and goes away by itself. */
export function Notice({ kind = "info", title, children, answers, className }: NoticeProps) {
  return (
    <div className={classNames("notice", kind !== "info" && `notice--${kind}`, className)} role={answers ? "status" : undefined}>
      <Icon name={ICONS[kind]} large />
      <div>
        <p className="notice__t">{title}</p>
        {typeof children === "string" ? <p>{children}</p> : children}
      </div>
    </div>
  );
}
