import type { ReactNode } from 'react';

interface Seat {
  letters: string;
  colour: string;
  angle: number;
  shape: ReactNode;
}

const square = <rect x="-34" y="-34" width="68" height="68" rx="14" />;
const circle = <circle r="36" />;
const hexagon = <path d="M-40 0 -20-34h40L40 0 20 34h-40z" />;
const shield = <path d="M-33-33h66v43L0 38l-33-28z" />;

// Six professions; the shape says who employs them.
const seats: Seat[] = [
  { letters: 'TM', colour: 'ch', angle: 0, shape: square },
  { letters: 'SW', colour: 'sw', angle: 60, shape: square },
  { letters: 'MH', colour: 'mh', angle: 120, shape: circle },
  { letters: 'RW', colour: 'rw', angle: 180, shape: hexagon },
  { letters: 'DO', colour: 'do', angle: 240, shape: shield },
  { letters: 'DA', colour: 'da', angle: 300, shape: hexagon },
];

const farFrom = (angle: number, distance: number) => {
  const turn = (angle * Math.PI) / 180;
  return { x: Math.sin(turn) * distance, y: -Math.cos(turn) * distance };
};

/** A third of the table, from one angle to the next, as a path about the middle. */
function third(from: number): string {
  const start = farFrom(from, 118);
  const end = farFrom(from + 120, 118);
  return `M0 0L${start.x} ${start.y}A118 118 0 0 1 ${end.x} ${end.y}Z`;
}

/** Six people round a table with three families on it: their patterns, and no names. */
export function RoundTable() {
  return (
    <svg
      className="round-table"
      viewBox="-260 -260 520 520"
      role="img"
      aria-label="A round table with six professions around it and three families’ patterns at the centre"
    >
      <defs>
        <pattern
          id="table-diagonals"
          width="13"
          height="13"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect className="table-1" width="6" height="13" />
        </pattern>
        <pattern id="table-dots" width="14" height="14" patternUnits="userSpaceOnUse">
          <circle className="table-2" cx="7" cy="7" r="4" />
        </pattern>
        <pattern id="table-uprights" width="12" height="12" patternUnits="userSpaceOnUse">
          <rect className="table-3" width="5" height="12" />
        </pattern>
      </defs>
      <circle className="table-top" r="178" />
      <path className="table-family" d={third(0)} fill="url(#table-diagonals)" />
      <path className="table-family" d={third(120)} fill="url(#table-dots)" />
      <path className="table-family" d={third(240)} fill="url(#table-uprights)" />
      <circle className="table-middle" r="50" />
      <circle className="table-rim" r="46" />
      {seats.map(({ letters, colour, angle, shape }) => {
        const { x, y } = farFrom(angle, 214);
        return (
          <g key={letters} transform={`translate(${x} ${y})`} style={{ fill: `var(--d-${colour})` }}>
            {shape}
            <text className="table-letters" y="6">
              {letters}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
