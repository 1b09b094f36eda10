import type { ReactNode } from "react";
import { classNames } from "#components/styles/class-names.ts";

const SHAPES = {
  arrow: <path d="M4 12h15M13 6l6 6-6 6" />,
  ballot: <path d="M4 12v8h16v-8M4 12l2.500-4h11L20 12M4 12h16M9 12l1-9h6l-1.200 9" />,
  building: <path d="M4 20.500V9l8-5 8 5v11.500M4 20.500h16M9.500 20.500V14h5v6.500" />,
  calendar: (
    <>
      <rect x="3.500" y="5" width="17" height="15.500" rx="2.500" />
      <path d="M3.500 10h17M8 2.500V6M16 2.500V6" />
    </>
  ),
  clock: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 7v5l3.500 2" />
    </>
  ),
  code: (
    <>
      <circle cx="8" cy="15.500" r="4.500" />
      <path d="m11.500 12.500 8-8.500M16 7.500l3 3" />
    </>
  ),
  cross: <path d="M6 6l12 12M18 6 6 18" />,
  down: <path d="m6 10 6 6 6-6" />,
  download: <path d="M12 4v12M6.500 11l5.500 5.500L17.500 11M4.500 20.500h15" />,
  flag: <path d="M5 21V4M5 4.500c5-3 8 3 14 0V14c-6 3-9-3-14 0" />,
  home: <path d="M3.500 11 12 4l8.500 7M6 9.500V20h12V9.500" />,
  idea: <path d="M9 17.500h6M10 20.500h4M12 3a6 6 0 0 0-3.500 10.900c.5.500.8 1 .9 1.900h5.200c.1-.9.4-1.400.9-1.900A6 6 0 0 0 12 3Z" />,
  info: (
    <>
      <circle cx="12" cy="12" r="9.500" />
      <path d="M12 11v6M12 7.200v.1" />
    </>
  ),
  link: <path d="M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.700-5.700L12 7M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.700 5.700L12 17" />,
  list: <path d="M8 6h13M8 12h13M8 18h13M3.500 6v.1M3.500 12v.1M3.500 18v.1" />,
  lock: (
    <>
      <rect x="5" y="10.500" width="14" height="10" rx="2" />
      <path d="M8 10.500V7.500a4 4 0 0 1 8 0v3" />
    </>
  ),
  mail: (
    <>
      <rect x="3" y="5.500" width="18" height="13.500" rx="2" />
      <path d="m3.500 7 8.500 6.500L20.500 7" />
    </>
  ),
  map: <path d="m3 6.500 6-2.500 6 2.500 6-2.500v13.500l-6 2.500-6-2.500-6 2.500ZM9 4v13.500M15 6.500V20" />,
  minus: <path d="M5 12h14" />,
  offline: <path d="M3 9.500a13 13 0 0 1 18 0M6.500 13.200a8 8 0 0 1 11 0M12 18.500v.1M3 3l18 18" />,
  paper: <path d="M6 3h8.500L19 7.500V21H6ZM14 3v5h5M9 12.500h7M9 16.500h7" />,
  pencil: <path d="M4 20l1-4.500L16 4.500l3.500 3.500L8.500 19 4 20ZM13.500 7l3.500 3.500" />,
  people: (
    <>
      <circle cx="9" cy="8" r="3.500" />
      <path d="M2.500 20c.6-4 3.300-6 6.500-6s5.900 2 6.500 6M16 4.900a3.500 3.500 0 0 1 0 6.200M18 14.500c2 .9 3.200 2.800 3.500 5.500" />
    </>
  ),
  phone: <path d="M5 3.500h4l2 5-2.500 2a12 12 0 0 0 5 5l2-2.500 5 2v4a2 2 0 0 1-2 2C10.500 21 3 13.500 3 5.500a2 2 0 0 1 2-2Z" />,
  place: (
    <>
      <path d="M12 21s7-6.200 7-11.500A7 7 0 0 0 5 9.500C5 14.800 12 21 12 21Z" />
      <circle cx="12" cy="9.500" r="2.500" />
    </>
  ),
  plus: <path d="M12 5v14M5 12h14" />,
  print: <path d="M7 8V3h10v5M7 17H4V9.500h16V17h-3M7 14h10v7H7Z" />,
  search: (
    <>
      <circle cx="10.500" cy="10.500" r="6.500" />
      <path d="m15.500 15.500 5.500 5.500" />
    </>
  ),
  settings: (
    <>
      <circle cx="12" cy="12" r="3.500" />
      <path d="M12 2.500v3M12 18.500v3M2.500 12h3M18.500 12h3M5.300 5.300l2.100 2.100M16.600 16.600l2.100 2.100M18.700 5.300l-2.100 2.100M7.400 16.600l-2.100 2.100" />
    </>
  ),
  shield: (
    <>
      <path d="M12 3 4.500 6v6c0 4.500 3 7.500 7.500 9 4.500-1.500 7.500-4.500 7.500-9V6Z" />
      <path d="m8.500 12 2.500 2.500 4.500-5" />
    </>
  ),
  speech: <path d="M4 5h16v11H11l-5 4.500V16H4Z" />,
  star: <path d="m12 3.500 2.600 5.600 6.100.7-4.500 4.200 1.200 6-5.400-3-5.400 3 1.200-6-4.500-4.200 6.100-.7Z" />,
  target: (
    <>
      <circle cx="12" cy="12" r="9" />
      <circle cx="12" cy="12" r="4.500" />
      <path d="M12 12v.1" />
    </>
  ),
  tick: <path d="m5 12.500 4.500 4.500L19 7" />,
  up: <path d="m6 14 6-6 6 6" />,
  warning: (
    <>
      <path d="M12 3.500 22 20.500H2Z" />
      <path d="M12 10v4.500M12 17.300v.1" />
    </>
  ),
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof SHAPES;
export const ICON_NAMES = Object.keys(SHAPES) as readonly IconName[];

export interface IconProps {
  readonly name: IconName;
  /** 1.75rem in place of the size of the text. */
  readonly large?: boolean | undefined;
  readonly className?: string | undefined;
}

/** A line icon in the colour of the text; always beside words, so hidden from screen readers. */
export function Icon({ name, large, className }: IconProps) {
  return (
    <svg className={classNames("ico", large && "ico--l", className)} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {SHAPES[name]}
    </svg>
  );
}
