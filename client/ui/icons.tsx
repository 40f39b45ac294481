import type { ReactNode } from 'react';
import './icons.css';

/**
 * Line icons on a 20 × 20 grid, drawn with the text colour. They are always hidden from assistive technology:
 * an icon helps a word, it never stands in for one. Use `<Icon name="check" />`, with `size` for 14 px in tags.
 */
const drawings = {
  check: <path d="M3.8 10.8l4 4L16.2 5.4" />,
  clock: (
    <>
      <circle cx="10" cy="10" r="7.3" />
      <path d="M10 5.700V10l3 2" />
    </>
  ),
  lock: (
    <>
      <rect x="4" y="9" width="12" height="8" rx="2" />
      <path d="M6.7 9V6.300a3.3 3.3 0 0 1 6.6 0V9" />
    </>
  ),
  offline: (
    <>
      <path d="M3 3l14 14M2.4 7.300a11.2 11.2 0 0 1 3-1.900M9.2 4.800a11.2 11.2 0 0 1 8.4 2.500M5 10.200A7.2 7.2 0 0 1 8 8.400M12.4 8.500a7.2 7.2 0 0 1 2.6 1.700M7.7 12.900a3.4 3.4 0 0 1 4.6 0" />
      <circle cx="10" cy="15.8" r=".7" className="icon-solid" />
    </>
  ),
  right: <path d="M7.5 4.500L13 10l-5.5 5.5" />,
  left: <path d="M12.5 4.500L7 10l5.5 5.5" />,
  down: <path d="M4.5 7.500L10 13l5.5-5.5" />,
  forward: <path d="M3.5 10h13M11.5 5l5 5-5 5" />,
  back: <path d="M16.5 10h-13M8.5 5l-5 5 5 5" />,
  talk: <path d="M3.5 4.500h13v9H9.700L6.3 16.500v-3H3.500z" />,
  calendar: (
    <>
      <rect x="3" y="4.4" width="14" height="12.6" rx="2" />
      <path d="M3 8.500h14M7 2.800v3M13 2.800v3" />
    </>
  ),
  people: (
    <>
      <circle cx="7.5" cy="7" r="2.8" />
      <path d="M2.5 16.600c.3-3.1 2.3-4.8 5-4.800s4.7 1.7 5 4.800M13 4.500a2.6 2.6 0 0 1 0 5M14.6 12.200c1.7.6 2.7 2.1 2.9 4.4" />
    </>
  ),
  pen: <path d="M4 16l.8-3.5 8.7-8.6 2.6 2.6-8.7 8.700zM11.8 5.700l2.5 2.5" />,
  warning: (
    <>
      <path d="M10 3.200l7.4 13.300H2.600zM10 8v4.2" />
      <circle cx="10" cy="14.3" r=".7" className="icon-solid" />
    </>
  ),
  eye: (
    <>
      <path d="M2.5 10S5.3 5 10 5s7.5 5 7.5 5-2.8 5-7.5 5-7.5-5-7.5-5z" />
      <circle cx="10" cy="10" r="2.2" />
    </>
  ),
  again: (
    <path d="M4.1 8.600A6.2 6.2 0 0 1 15.8 8.700M15.9 11.400A6.2 6.2 0 0 1 4.2 11.300M16.4 4.800v4h-4M3.6 15.200v-4h4" />
  ),
  video: (
    <>
      <rect x="2.5" y="5.5" width="10" height="9" rx="2" />
      <path d="M12.5 9l5-2.600v7.200l-5-2.6" />
    </>
  ),
  home: <path d="M3.4 9.600L10 4l6.6 5.600M5.2 8.200V16h9.600V8.2" />,
  print: <path d="M6 7V3.500h8V7M6 14H3.500V7.500h13V14H14M6 11.500h8v5H6z" />,
  download: <path d="M10 3.500v9M6 8.800l4 4 4-4M4 16.500h12" />,
  search: (
    <>
      <circle cx="9" cy="9" r="5.2" />
      <path d="M13 13l4 4" />
    </>
  ),
  more: (
    <>
      <circle cx="4.5" cy="10" r="1" className="icon-solid" />
      <circle cx="10" cy="10" r="1" className="icon-solid" />
      <circle cx="15.5" cy="10" r="1" className="icon-solid" />
    </>
  ),
  plus: <path d="M10 4v12M4 10h12" />,
  info: (
    <>
      <circle cx="10" cy="10" r="7.3" />
      <path d="M10 9.200v4.6" />
      <circle cx="10" cy="6.4" r=".7" className="icon-solid" />
    </>
  ),
  hand: (
    <path d="M6.2 11.200V6.300a1.1 1.1 0 0 1 2.2 0V4.600a1.1 1.1 0 0 1 2.2 0v1.100a1.1 1.1 0 0 1 2.2 0v1.700a1.1 1.1 0 0 1 2.2 0v4.300c0 3-1.7 4.9-4.5 4.9-2.2 0-3.3-1-4.4-3L4 10.700c-.5-1 .8-1.8 1.5-1z" />
  ),
  undo: <path d="M7.5 4L4 7.5 7.5 11M4.3 7.500H12a4 4 0 0 1 0 8H8" />,
  close: <path d="M5 5l10 10M15 5L5 15" />,
  up: <path d="M10 16.500v-13M5 8.500l5-5 5 5" />,
  worse: <path d="M10 3.500v13M5 11.500l5 5 5-5" />,
  same: <path d="M3.5 7.500h13M3.5 12.500h13" />,
  mixed: <path d="M6 16V4M3 7l3-3 3 3M14 4v12M11 13l3 3 3-3" />,
  flag: <path d="M5 17V3.500h10L12.5 7l2.5 3.500H5" />,
  phone: (
    <path d="M5 3.500h2.500l1.2 3.300L7 8.200a9 9 0 0 0 4.8 4.800l1.4-1.7 3.3 1.200V15a1.5 1.5 0 0 1-1.6 1.500A12 12 0 0 1 3.5 5.1 1.5 1.5 0 0 1 5 3.500z" />
  ),
  document: <path d="M5 2.800h6.500L15 6.300v11H5zM11.5 2.800v3.500H15M7.5 10h5M7.5 13h5" />,
  key: (
    <>
      <circle cx="6.5" cy="13.2" r="3.2" />
      <path d="M8.8 10.900l7.2-7.200M13.5 6.200l2 2M11.5 8.200l1.5 1.5" />
    </>
  ),
  speaker: (
    <path d="M3.5 8v4h2.800l4.2 3.500v-11L6.3 8zM13.3 7.500a3.6 3.6 0 0 1 0 5M15.5 5.300a6.7 6.7 0 0 1 0 9.4" />
  ),
  silent: <path d="M3.5 8v4h2.800l4.2 3.500v-11L6.3 8zM13.5 8l4 4M17.5 8l-4 4" />,
  bars: <path d="M3.5 5.500h13M3.5 10h13M3.5 14.500h13" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof drawings;

export function Icon({ name, size = 'normal' }: { name: IconName; size?: 'normal' | 'small' }) {
  return (
    <svg
      className={size === 'small' ? 'icon small-icon' : 'icon'}
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
    >
      {drawings[name]}
    </svg>
  );
}
