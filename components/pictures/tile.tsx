import type { ReactNode } from "react";

/**
 * One small flat picture for each topic, so that a list of projects needs no photographs and no project
 * wins because it had a better camera. 96 by 96, palette colours only, no words.
 */
const TILES = {
  allotment: (
    <>
      <rect width="96" height="96" fill="#dfeefa" />
      <path d="M0 60h96v36H0Z" fill="#7a4a00" />
      <path d="M0 72h96M0 84h96" stroke="#b97400" strokeWidth="4" />
      <g stroke="#15633d" strokeWidth="5" strokeLinecap="round">
        <path d="M20 60V40M48 60V30M76 60V40" />
      </g>
      <g fill="#37854c">
        <circle cx="20" cy="36" r="12" />
        <circle cx="48" cy="26" r="14" />
        <circle cx="76" cy="36" r="12" />
      </g>
      <circle cx="52" cy="22" r="4" fill="#c4472c" />
      <circle cx="44" cy="30" r="4" fill="#c4472c" />
    </>
  ),
  art: (
    <>
      <rect width="96" height="96" fill="#fff1cf" />
      <path d="M48 16c22 0 36 14 36 30 0 14-10 18-20 18-8 0-10 4-8 10 2 7-3 10-8 10-22 0-36-15-36-34s14-34 36-34Z" fill="#5e1f58" />
      <circle cx="32" cy="36" r="7" fill="#ffb81f" />
      <circle cx="54" cy="28" r="7" fill="#c4472c" />
      <circle cx="70" cy="42" r="7" fill="#1b7898" />
      <circle cx="26" cy="56" r="7" fill="#37854c" />
    </>
  ),
  bees: (
    <>
      <rect width="96" height="96" fill="#e0eff5" />
      <ellipse cx="38" cy="32" rx="16" ry="11" fill="#fff" transform="rotate(-28 38 32)" />
      <ellipse cx="62" cy="32" rx="16" ry="11" fill="#fff" transform="rotate(28 62 32)" />
      <ellipse cx="50" cy="56" rx="30" ry="20" fill="#ffb81f" />
      <path d="M38 38v36M52 36v40M66 39v33" stroke="#231526" strokeWidth="7" />
      <circle cx="22" cy="52" r="9" fill="#231526" />
    </>
  ),
  bench: (
    <>
      <rect width="96" height="96" fill="#fbe3bd" />
      <path d="M0 96a48 48 0 0 1 96 0Z" fill="#37854c" opacity=".35" />
      <circle cx="48" cy="30" r="16" fill="#ffb81f" />
      <path d="M14 50h68M14 60h68" stroke="#5e1f58" strokeWidth="6" strokeLinecap="round" />
      <path d="M12 72h72" stroke="#3a113a" strokeWidth="8" strokeLinecap="round" />
      <path d="M22 72v16M74 72v16M18 46v26M78 46v26" stroke="#3a113a" strokeWidth="5" />
    </>
  ),
  books: (
    <>
      <rect width="96" height="96" fill="#f3eadc" />
      <rect x="16" y="24" width="14" height="56" fill="#5e1f58" />
      <rect x="32" y="32" width="12" height="48" fill="#c4472c" />
      <rect x="46" y="20" width="16" height="60" fill="#0d5674" />
      <path d="m64 30 12-4 12 52-12 3Z" fill="#37854c" />
      <path d="M8 82h80" stroke="#231526" strokeWidth="6" />
      <path d="M46 32h16M46 66h16M16 36h14" stroke="#ffb81f" strokeWidth="4" />
    </>
  ),
  budget: (
    <>
      <rect width="96" height="96" fill="#5e1f58" />
      <circle cx="48" cy="48" r="34" fill="#ffb81f" />
      <path d="M48 48V14a34 34 0 0 1 29.400 51Z" fill="#c4472c" />
      <path d="M48 48 77.400 65A34 34 0 0 1 30 77Z" fill="#fff" />
      <circle cx="48" cy="48" r="11" fill="#5e1f58" />
    </>
  ),
  bus: (
    <>
      <rect width="96" height="96" fill="#2a1b45" />
      <circle cx="76" cy="20" r="9" fill="#fff1cf" />
      <circle cx="22" cy="16" r="2" fill="#fff" />
      <circle cx="46" cy="24" r="2" fill="#fff" />
      <rect x="10" y="38" width="76" height="38" rx="8" fill="#ffb81f" />
      <path d="M18 46h16v12H18ZM40 46h16v12H40ZM62 46h17v12H62Z" fill="#2a1b45" />
      <circle cx="28" cy="77" r="9" fill="#fff" />
      <circle cx="68" cy="77" r="9" fill="#fff" />
      <circle cx="28" cy="77" r="4" fill="#2a1b45" />
      <circle cx="68" cy="77" r="4" fill="#2a1b45" />
    </>
  ),
  cafe: (
    <>
      <rect width="96" height="96" fill="#f0b8a6" />
      <path d="M22 40h40v24a18 18 0 0 1-18 18h-4a18 18 0 0 1-18-18Z" fill="#fff" />
      <path d="M62 46h6a9 9 0 0 1 0 18h-6" fill="none" stroke="#fff" strokeWidth="7" />
      <circle cx="42" cy="58" r="9" fill="none" stroke="#c4472c" strokeWidth="6" strokeDasharray="5.400 4" />
      <circle cx="42" cy="58" r="5" fill="#c4472c" />
      <path d="M32 32q-5-6 0-12M44 32q-5-6 0-12M56 32q-5-6 0-12" stroke="#a3231b" strokeWidth="4" fill="none" strokeLinecap="round" />
    </>
  ),
  castle: (
    <>
      <rect width="96" height="96" fill="#e0eff5" />
      <path d="M0 76h96v20H0Z" fill="#37854c" />
      <path d="M14 78V36h8v8h8v-8h8v12h20V36h8v8h8v-8h8v42Z" fill="#85747f" />
      <path d="M40 78V64a8 8 0 0 1 16 0v14Z" fill="#231526" />
      <path d="M48 48V16" stroke="#231526" strokeWidth="4" />
      <path d="M48 16h22l-6 7 6 7H48Z" fill="#c4472c" />
    </>
  ),
  conversation: (
    <>
      <rect width="96" height="96" fill="#5e1f58" />
      <path d="M12 20h50v34H34L22 66V54H12Z" fill="#ffb81f" />
      <path d="M40 42h44v32H74v12L62 74H40Z" fill="#fff" />
      <circle cx="52" cy="58" r="4" fill="#5e1f58" />
      <circle cx="64" cy="58" r="4" fill="#5e1f58" />
      <circle cx="76" cy="58" r="4" fill="#5e1f58" />
    </>
  ),
  cooking: (
    <>
      <rect width="96" height="96" fill="#c4472c" />
      <path d="M18 48h60v18a18 18 0 0 1-18 18H36a18 18 0 0 1-18-18Z" fill="#fff" />
      <path d="M10 54h8M78 54h8" stroke="#fff" strokeWidth="7" strokeLinecap="round" />
      <path d="M18 48h60" stroke="#ffb81f" strokeWidth="8" strokeLinecap="round" />
      <path d="M34 36q-6-8 0-15M48 34q-6-8 0-15M62 36q-6-8 0-15" fill="none" stroke="#fce9e5" strokeWidth="5" strokeLinecap="round" />
    </>
  ),
  crossing: (
    <>
      <rect width="96" height="96" fill="#564d55" />
      <path d="M0 62h96v34H0Z" fill="#3b333b" />
      <g fill="#fff">
        <path d="M8 62h12L8 96H-6ZM32 62h12l-6 34H20ZM56 62h12l2 34H50ZM80 62h12l12 34H84Z" />
      </g>
      <rect x="66" y="20" width="6" height="42" fill="#fff" />
      <path d="M66 30h6v8h-6ZM66 46h6v8h-6Z" fill="#231526" />
      <circle cx="69" cy="16" r="11" fill="#ffb81f" />
    </>
  ),
  cycling: (
    <>
      <rect width="96" height="96" fill="#e0f0e4" />
      <g fill="none" stroke="#231526" strokeWidth="5">
        <circle cx="26" cy="64" r="16" />
        <circle cx="70" cy="64" r="16" />
      </g>
      <path d="M26 64 40 38h22l8 26M40 38l12 26 10-26M34 34h12M62 38l-2-10h8" fill="none" stroke="#c4472c" strokeWidth="5" strokeLinejoin="round" strokeLinecap="round" />
      <circle cx="76" cy="20" r="9" fill="#ffb81f" />
    </>
  ),
  fish: (
    <>
      <rect width="96" height="96" fill="#0d5674" />
      <path d="M14 48q22-26 50 0-28 26-50 0Z" fill="#ffb81f" />
      <path d="M60 48 84 30v36Z" fill="#c4472c" />
      <circle cx="28" cy="45" r="4" fill="#231526" />
      <path d="M0 18q12-8 24 0t24 0 24 0 24 0M0 80q12-8 24 0t24 0 24 0 24 0" fill="none" stroke="#e0eff5" strokeWidth="4" />
    </>
  ),
  food: (
    <>
      <rect width="96" height="96" fill="#e0f0e4" />
      <circle cx="34" cy="40" r="14" fill="#c4472c" />
      <circle cx="60" cy="36" r="12" fill="#ffb81f" />
      <path d="M70 48V20" stroke="#15633d" strokeWidth="9" strokeLinecap="round" />
      <path d="M14 48h68l-8 34H22Z" fill="#b97400" />
      <path d="M14 48h68M20 60h56M24 72h48" stroke="#7a4a00" strokeWidth="4" />
    </>
  ),
  football: (
    <>
      <rect width="96" height="96" fill="#37854c" />
      <path d="M0 30h96M0 66h96" stroke="#15633d" strokeWidth="12" />
      <circle cx="48" cy="48" r="28" fill="#fff" />
      <path d="m48 34 13 10-5 15H40l-5-15Z" fill="#231526" />
      <path d="M48 34V20M61 44l14-5M56 59l8 13M40 59l-8 13M35 44l-14-5" stroke="#231526" strokeWidth="4" />
    </>
  ),
  footpath: (
    <>
      <rect width="96" height="96" fill="#dfeefa" />
      <path d="M0 66q30-20 52-8t44-4v42H0Z" fill="#37854c" />
      <path d="M30 96q6-18 22-22t10-14" fill="none" stroke="#fff1cf" strokeWidth="10" />
      <path d="M30 70V20" stroke="#7a4a00" strokeWidth="6" />
      <path d="M30 22h30l8 7-8 7H30Z" fill="#ffb81f" />
      <path d="M30 40H12l-7 6 7 6h18Z" fill="#c4472c" />
    </>
  ),
  hall: (
    <>
      <rect width="96" height="96" fill="#f3eadc" />
      <path d="M14 46 48 18l34 28v40H14Z" fill="#c4472c" />
      <path d="M8 50 48 16l40 34" fill="none" stroke="#5e1f58" strokeWidth="8" strokeLinejoin="round" />
      <path d="M40 86V66a8 8 0 0 1 16 0v20Z" fill="#ffb81f" />
      <circle cx="48" cy="44" r="7" fill="#ffb81f" />
      <path d="M22 60h10v12H22ZM64 60h10v12H64Z" fill="#fff1cf" />
    </>
  ),
  health: (
    <>
      <rect width="96" height="96" fill="#fce9e5" />
      <path d="M48 80C18 60 12 46 12 36a18 18 0 0 1 36-5 18 18 0 0 1 36 5c0 10-6 24-36 44Z" fill="#c4472c" />
      <path d="M14 50h20l6-12 10 24 7-12h25" fill="none" stroke="#fff" strokeWidth="5" strokeLinejoin="round" />
    </>
  ),
  homes: (
    <>
      <rect width="96" height="96" fill="#e0eff5" />
      <path d="M4 44 20 28l16 16v40H4Z" fill="#c4472c" />
      <path d="M32 44 48 28l16 16v40H32Z" fill="#ffb81f" />
      <path d="M60 44 76 28l16 16v40H60Z" fill="#5e1f58" />
      <path d="M14 84V66h12v18ZM42 84V66h12v18ZM70 84V66h12v18Z" fill="#231526" />
      <path d="M14 48h12v10H14ZM42 48h12v10H42ZM70 48h12v10H70Z" fill="#fff" />
      <path d="M0 84h96v12H0Z" fill="#85747f" />
    </>
  ),
  "later-life": (
    <>
      <rect width="96" height="96" fill="#f5e9f3" />
      <path d="M20 20h30a8 8 0 0 1 8 8v26H12V28a8 8 0 0 1 8-8Z" fill="#5e1f58" />
      <path d="M8 46h10v12h34V46h10v28H8Z" fill="#6d2b68" />
      <path d="M16 74v10M54 74v10" stroke="#231526" strokeWidth="5" />
      <path d="M76 84V40a8 8 0 0 1 14 0" fill="none" stroke="#b97400" strokeWidth="6" strokeLinecap="round" />
      <circle cx="35" cy="38" r="8" fill="#ffb81f" />
    </>
  ),
  lights: (
    <>
      <rect width="96" height="96" fill="#3a113a" />
      <path d="M0 22q24 26 48 12t48 6M0 52q30 24 54 12t42 8" fill="none" stroke="#d8b9d3" strokeWidth="3" />
      <g fill="#ffb81f">
        <circle cx="14" cy="38" r="7" />
        <circle cx="52" cy="38" r="7" />
        <circle cx="80" cy="40" r="6" />
        <circle cx="34" cy="74" r="7" />
        <circle cx="74" cy="74" r="7" />
      </g>
      <g fill="#f0b8a6">
        <circle cx="34" cy="44" r="6" />
        <circle cx="12" cy="68" r="6" />
        <circle cx="55" cy="72" r="6" />
      </g>
    </>
  ),
  litter: (
    <>
      <rect width="96" height="96" fill="#e0f0e4" />
      <path d="M28 34h40l-5 50H33Z" fill="#15633d" />
      <path d="M22 34h52" stroke="#231526" strokeWidth="7" strokeLinecap="round" />
      <path d="M40 26h16" stroke="#231526" strokeWidth="7" strokeLinecap="round" />
      <path d="M41 46l2 28M55 46l-2 28" stroke="#e0f0e4" strokeWidth="4" strokeLinecap="round" />
      <circle cx="78" cy="78" r="7" fill="#ffb81f" />
      <path d="m8 74 12 4-4 10-12-4Z" fill="#c4472c" />
    </>
  ),
  market: (
    <>
      <rect width="96" height="96" fill="#fff1cf" />
      <path d="M12 22h72l8 20H4Z" fill="#c4472c" />
      <path d="M30 22h14l-2 20H22ZM52 22h14l8 20H54Z" fill="#fff" />
      <path d="M4 42a11 9 0 0 0 22 0 11 9 0 0 0 22 0 11 9 0 0 0 22 0 11 9 0 0 0 22 0Z" fill="#c4472c" />
      <path d="M14 50v38M82 50v38" stroke="#231526" strokeWidth="5" />
      <path d="M12 66h72v20H12Z" fill="#5e1f58" />
      <circle cx="32" cy="62" r="7" fill="#37854c" />
      <circle cx="48" cy="62" r="7" fill="#ffb81f" />
      <circle cx="64" cy="62" r="7" fill="#37854c" />
    </>
  ),
  meeting: (
    <>
      <rect width="96" height="96" fill="#0d5674" />
      <circle cx="48" cy="48" r="18" fill="#f3eadc" />
      <g fill="#ffb81f">
        <circle cx="48" cy="16" r="9" />
        <circle cx="80" cy="48" r="9" />
      </g>
      <g fill="#f0b8a6">
        <circle cx="48" cy="80" r="9" />
        <circle cx="16" cy="48" r="9" />
      </g>
      <g fill="#d8b9d3">
        <circle cx="71" cy="25" r="8" />
        <circle cx="71" cy="71" r="8" />
        <circle cx="25" cy="71" r="8" />
        <circle cx="25" cy="25" r="8" />
      </g>
    </>
  ),
  mural: (
    <>
      <rect width="96" height="96" fill="#0d5674" />
      <path d="M6 96V54a42 42 0 0 1 84 0v42H76V56a28 28 0 0 0-56 0v40Z" fill="#ffb81f" />
      <path d="M20 96V56a28 28 0 0 1 56 0v40H64V58a16 16 0 0 0-32 0v38Z" fill="#c4472c" />
      <path d="M32 96V58a16 16 0 0 1 32 0v38Z" fill="#231526" />
      <circle cx="48" cy="60" r="6" fill="#fff1cf" />
    </>
  ),
  music: (
    <>
      <rect width="96" height="96" fill="#f5e9f3" />
      <ellipse cx="48" cy="44" rx="30" ry="11" fill="#fff" />
      <path d="M18 44v26a30 11 0 0 0 60 0V44a30 11 0 0 1-60 0Z" fill="#6d2b68" />
      <ellipse cx="48" cy="44" rx="30" ry="11" fill="none" stroke="#3a113a" strokeWidth="4" />
      <path d="M26 52l8 27 10-24 8 25 10-26 8 22" fill="none" stroke="#ffb81f" strokeWidth="3.500" strokeLinejoin="round" />
      <path d="M20 14 42 40M78 12 54 40" stroke="#c4472c" strokeWidth="5" strokeLinecap="round" />
    </>
  ),
  paddling: (
    <>
      <rect width="96" height="96" fill="#e0eff5" />
      <circle cx="48" cy="34" r="10" fill="#c4472c" />
      <path d="M40 46h16l4 16H36Z" fill="#5e1f58" />
      <path d="M8 58h80c-6 14-20 18-40 18S14 72 8 58Z" fill="#ffb81f" />
      <path d="M20 30 76 66" stroke="#231526" strokeWidth="4" strokeLinecap="round" />
      <path d="M0 78q8-8 16 0t16 0 16 0 16 0 16 0 16 0v18H0Z" fill="#1b7898" />
    </>
  ),
  play: (
    <>
      <rect width="96" height="96" fill="#dfeefa" />
      <path d="M0 80h96v16H0Z" fill="#37854c" />
      <path d="M18 84 32 16h38l12 68M24 84 32 16M76 84 70 16" fill="none" stroke="#c4472c" strokeWidth="5" strokeLinejoin="round" />
      <path d="M44 16 38 58M60 16l-6 44" stroke="#231526" strokeWidth="3" />
      <path d="M32 58q16 12 28 2" fill="none" stroke="#5e1f58" strokeWidth="8" strokeLinecap="round" />
      <circle cx="47" cy="48" r="8" fill="#ffb81f" />
    </>
  ),
  rain: (
    <>
      <rect width="96" height="96" fill="#e0eff5" />
      <path d="M12 50a36 34 0 0 1 72 0q-9-8-18 0-9-8-18 0-9-8-18 0-9-8-18 0Z" fill="#5e1f58" />
      <path d="M48 46v30a8 8 0 0 1-16 0" fill="none" stroke="#231526" strokeWidth="5" strokeLinecap="round" />
      <path d="M18 66v10M70 64v12M84 72v12M60 78v10" stroke="#1b7898" strokeWidth="5" strokeLinecap="round" />
      <circle cx="48" cy="14" r="4" fill="#ffb81f" />
    </>
  ),
  ramp: (
    <>
      <rect width="96" height="96" fill="#f3eadc" />
      <path d="M4 84 92 54v30Z" fill="#0d5674" />
      <circle cx="42" cy="58" r="15" fill="none" stroke="#231526" strokeWidth="6" />
      <path d="M40 30v18h14l8 14" fill="none" stroke="#c4472c" strokeWidth="7" strokeLinejoin="round" strokeLinecap="round" />
      <circle cx="40" cy="18" r="8" fill="#ffb81f" />
    </>
  ),
  recycling: (
    <>
      <rect width="96" height="96" fill="#15633d" />
      <g fill="none" stroke="#e0f0e4" strokeWidth="9" strokeLinejoin="round">
        <path d="m30 40 18-26 14 20" />
        <path d="m74 50 10 16-10 14H52" />
        <path d="M36 80H18L10 66l8-14" />
      </g>
      <g fill="#ffb81f">
        <path d="m68 20 2 22-20-8Z" />
        <path d="M56 68v24L38 80Z" />
        <path d="m8 46 22 2-10 18Z" />
      </g>
    </>
  ),
  roads: (
    <>
      <rect width="96" height="96" fill="#fff1cf" />
      <path d="M0 78h96v18H0Z" fill="#564d55" />
      <path d="M48 14 72 78H24Z" fill="#c4472c" />
      <path d="m40.500 34h15l5 14h-25ZM31.500 58h33l4 10h-41Z" fill="#fff" />
      <path d="M16 80h64" stroke="#231526" strokeWidth="7" strokeLinecap="round" />
      <path d="M6 88h16M40 88h16M74 88h16" stroke="#ffb81f" strokeWidth="4" />
    </>
  ),
  school: (
    <>
      <rect width="96" height="96" fill="#dfeefa" />
      <path d="M48 34q-18-12-40-6v48q22-6 40 6 18-12 40-6V28q-22-6-40 6Z" fill="#fff" />
      <path d="M48 34v48M16 40q12-2 24 4M16 54q12-2 24 4M56 44q12-6 24-4M56 58q12-6 24-4" fill="none" stroke="#5e1f58" strokeWidth="4" />
      <path d="m62 8 10 4-18 34-8 4 0-9Z" fill="#ffb81f" />
    </>
  ),
  screen: (
    <>
      <rect width="96" height="96" fill="#2a1b45" />
      <rect x="12" y="20" width="72" height="46" rx="6" fill="#e0eff5" />
      <path d="M36 66h24l4 16H32Z" fill="#85747f" />
      <path d="M28 40a28 28 0 0 1 40 0M36 48a17 17 0 0 1 24 0" fill="none" stroke="#1b7898" strokeWidth="5" strokeLinecap="round" />
      <circle cx="48" cy="56" r="5" fill="#c4472c" />
      <path d="M24 84h48" stroke="#ffb81f" strokeWidth="5" strokeLinecap="round" />
    </>
  ),
  skate: (
    <>
      <rect width="96" height="96" fill="#fff1cf" />
      <path d="M0 30v66h96V84C50 84 18 66 14 30Z" fill="#85747f" />
      <path d="M14 30C18 66 50 84 96 84" fill="none" stroke="#231526" strokeWidth="4" />
      <g transform="rotate(38 44 56)">
        <rect x="26" y="50" width="38" height="6" rx="3" fill="#c4472c" />
        <circle cx="34" cy="60" r="4.500" fill="#231526" />
        <circle cx="56" cy="60" r="4.500" fill="#231526" />
      </g>
      <circle cx="74" cy="24" r="10" fill="#ffb81f" />
    </>
  ),
  "street-lamp": (
    <>
      <rect width="96" height="96" fill="#2a1b45" />
      <path d="M30 84 44 32h28l16 52Z" fill="#ffb81f" opacity=".3" />
      <path d="M26 88V26a10 10 0 0 1 10-10h20" fill="none" stroke="#d8b9d3" strokeWidth="6" strokeLinecap="round" />
      <path d="M44 16h28l6 16H38Z" fill="#5e1f58" />
      <circle cx="58" cy="34" r="9" fill="#ffb81f" />
      <path d="M0 86h96v10H0Z" fill="#564d55" />
      <circle cx="12" cy="20" r="2" fill="#fff" />
      <circle cx="84" cy="10" r="2" fill="#fff" />
    </>
  ),
  "sun-power": (
    <>
      <rect width="96" height="96" fill="#dfeefa" />
      <circle cx="70" cy="24" r="14" fill="#ffb81f" />
      <path d="M70 4v-8M92 24h8M86 8l6-6M54 8l-5-5M86 40l6 6" stroke="#ffb81f" strokeWidth="5" strokeLinecap="round" />
      <path d="M24 42h50l14 36H10Z" fill="#0d5674" />
      <path d="M41 42 34 78M57 42l7 36M19 54h60M14 66h70" stroke="#e0eff5" strokeWidth="3" />
      <path d="M48 78v12M32 90h32" stroke="#231526" strokeWidth="5" />
    </>
  ),
  swimming: (
    <>
      <rect width="96" height="96" fill="#1b7898" />
      <circle cx="66" cy="38" r="11" fill="#ffb81f" />
      <path d="M14 56 40 34l20 22" fill="none" stroke="#fff" strokeWidth="9" strokeLinejoin="round" strokeLinecap="round" />
      <path d="M0 66q12-9 24 0t24 0 24 0 24 0v30H0Z" fill="#0d5674" />
      <path d="M0 82q12-9 24 0t24 0 24 0 24 0" fill="none" stroke="#e0eff5" strokeWidth="4" />
    </>
  ),
  theatre: (
    <>
      <rect width="96" height="96" fill="#3a113a" />
      <path d="M8 8h80v12H8Z" fill="#ffb81f" />
      <path d="M8 20h22c0 32-6 50-22 62ZM88 20H66c0 32 6 50 22 62Z" fill="#c4472c" />
      <circle cx="48" cy="48" r="17" fill="#fff1cf" />
      <path d="M39 52q9 9 18 0" fill="none" stroke="#231526" strokeWidth="4" strokeLinecap="round" />
      <circle cx="42" cy="44" r="3" fill="#231526" />
      <circle cx="54" cy="44" r="3" fill="#231526" />
      <path d="M8 82h80" stroke="#ffb81f" strokeWidth="6" />
    </>
  ),
  "town-centre": (
    <>
      <rect width="96" height="96" fill="#e6d9c6" />
      <path d="M0 60h96v36H0Z" fill="#37854c" />
      <path d="M12 60V34h20v26ZM38 60V22h22v38ZM66 60V40h18v20Z" fill="#5e1f58" />
      <path d="M18 42h8M18 50h8M44 30h10M44 40h10M44 50h10M72 48h6" stroke="#ffb81f" strokeWidth="4" />
      <path d="M40 96c4-18 14-20 8-36h6c6 16-2 20 4 36Z" fill="#fff1cf" />
    </>
  ),
  train: (
    <>
      <rect width="96" height="96" fill="#f0b8a6" />
      <rect x="22" y="12" width="52" height="62" rx="14" fill="#5e1f58" />
      <path d="M30 26h36v20H30Z" fill="#e0eff5" />
      <circle cx="35" cy="60" r="5" fill="#ffb81f" />
      <circle cx="61" cy="60" r="5" fill="#ffb81f" />
      <path d="m34 74-14 20M62 74l14 20M26 86h44" stroke="#231526" strokeWidth="5" />
    </>
  ),
  trees: (
    <>
      <rect width="96" height="96" fill="#e0f0e4" />
      <path d="M0 78h96v18H0Z" fill="#37854c" />
      <path d="M22 80V52M50 80V44M77 80V56" stroke="#5e1f58" strokeWidth="5" />
      <circle cx="22" cy="44" r="15" fill="#15633d" />
      <circle cx="50" cy="32" r="20" fill="#37854c" />
      <circle cx="77" cy="48" r="14" fill="#15633d" />
      <circle cx="56" cy="26" r="4" fill="#ffb81f" />
      <circle cx="18" cy="40" r="3" fill="#ffb81f" />
    </>
  ),
  volunteers: (
    <>
      <rect width="96" height="96" fill="#e0f0e4" />
      <g strokeWidth="13" strokeLinecap="round" fill="none">
        <path d="M18 96V48" stroke="#5e1f58" />
        <path d="M38 96V30" stroke="#c4472c" />
        <path d="M58 96V38" stroke="#0d5674" />
        <path d="M78 96V54" stroke="#37854c" />
      </g>
      <g fill="#ffb81f">
        <circle cx="18" cy="38" r="10" />
        <circle cx="38" cy="20" r="10" />
        <circle cx="58" cy="28" r="10" />
        <circle cx="78" cy="44" r="10" />
      </g>
    </>
  ),
  waterside: (
    <>
      <rect width="96" height="96" fill="#e0eff5" />
      <circle cx="70" cy="24" r="12" fill="#ffb81f" />
      <path d="M0 56a48 30 0 0 1 96 0v40H0Z" fill="#1b7898" />
      <path d="M0 70h96M0 80h96" stroke="#e6d9c6" strokeWidth="6" />
      <path d="M14 66v30M34 66v30M54 66v30M74 66v30" stroke="#5e1f58" strokeWidth="5" />
      <path d="M16 58V34M22 58V40M28 58V30" stroke="#15633d" strokeWidth="4" strokeLinecap="round" />
    </>
  ),
  wildlife: (
    <>
      <rect width="96" height="96" fill="#fff1cf" />
      <path d="M0 74h96v22H0Z" fill="#37854c" />
      <path d="M14 74a32 32 0 0 1 56-20q14 2 16 20Z" fill="#7a4a00" />
      <path d="M22 54l-8-8M34 46l-4-12M48 43l2-12M60 47l9-9" stroke="#7a4a00" strokeWidth="7" strokeLinecap="round" />
      <path d="M62 74q0-16 12-18 12 4 14 18Z" fill="#e6d9c6" />
      <circle cx="76" cy="64" r="3" fill="#231526" />
      <circle cx="88" cy="72" r="4" fill="#231526" />
    </>
  ),
  work: (
    <>
      <rect width="96" height="96" fill="#e6d9c6" />
      <path d="M36 30v-8a6 6 0 0 1 6-6h12a6 6 0 0 1 6 6v8" fill="none" stroke="#231526" strokeWidth="6" />
      <rect x="12" y="30" width="72" height="50" rx="8" fill="#0d5674" />
      <path d="M12 52h72" stroke="#ffb81f" strokeWidth="6" />
      <rect x="40" y="46" width="16" height="14" rx="3" fill="#fff1cf" />
    </>
  ),
  "young-people": (
    <>
      <rect width="96" height="96" fill="#ffb81f" />
      <circle cx="30" cy="42" r="12" fill="#5e1f58" />
      <circle cx="66" cy="42" r="12" fill="#c4472c" />
      <path d="M8 96a22 30 0 0 1 44 0Z" fill="#5e1f58" />
      <path d="M44 96a22 30 0 0 1 44 0Z" fill="#c4472c" />
      <path d="M48 8l4 8 9 1-6.500 6 1.500 9-8-4-8 4 1.500-9L35 17l9-1Z" fill="#fff" />
    </>
  ),
} satisfies Record<string, ReactNode>;

/** The topics there is a picture for, in alphabetical order. */
export const TILE_NAMES = [
  "allotment",
  "art",
  "bees",
  "bench",
  "books",
  "budget",
  "bus",
  "cafe",
  "castle",
  "conversation",
  "cooking",
  "crossing",
  "cycling",
  "fish",
  "food",
  "football",
  "footpath",
  "hall",
  "health",
  "homes",
  "later-life",
  "lights",
  "litter",
  "market",
  "meeting",
  "mural",
  "music",
  "paddling",
  "play",
  "rain",
  "ramp",
  "recycling",
  "roads",
  "school",
  "screen",
  "skate",
  "street-lamp",
  "sun-power",
  "swimming",
  "theatre",
  "town-centre",
  "train",
  "trees",
  "volunteers",
  "waterside",
  "wildlife",
  "work",
  "young-people",
] as const satisfies readonly (keyof typeof TILES)[];

export type TileName = (typeof TILE_NAMES)[number];

export function isTileName(value: string): value is TileName {
  return Object.hasOwn(TILES, value);
}

export interface TileProps {
  readonly name: TileName;
  readonly className?: string | undefined;
  /** Drawn by a {@link TileSheet} that stands before it. */
  readonly shared?: boolean | undefined;
}

/** The picture of a topic. Hidden from screen readers, because the title always stands beside it. */
export function Tile({ name, className, shared = false }: TileProps) {
  return (
    <svg className={className ? `tile ${className}` : "tile"} viewBox="0 0 96 96" aria-hidden="true" focusable="false">
      {shared ? <use href={`#tile-${name}`} /> : TILES[name]}
    </svg>
  );
}

/** Draws each of these pictures once, for lists that show them many times: half of a long ballot was its pictures. */
export function TileSheet({ names }: { readonly names: Iterable<TileName> }) {
  return (
    <svg className="vh" width="0" height="0" aria-hidden="true" focusable="false">
      {[...new Set(names)].map((name) => (
        <symbol key={name} id={`tile-${name}`} viewBox="0 0 96 96">
          {TILES[name]}
        </symbol>
      ))}
    </svg>
  );
}
