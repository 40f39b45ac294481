import { useId } from 'react';
import './mark.css';

export type MarkShape = 'square' | 'circle' | 'hexagon' | 'shield';

export interface MarkProps {
  /** Two letters; the shape says who employs, the letters who it is, the colour helps. */
  letters: string;
  shape: MarkShape;
  /** The end of a colour token: `sw` for `--d-sw`. */
  colour: string;
  /** The name said when no name stands beside it. Left out, the mark is hidden from assistive technology. */
  label?: string | undefined;
  /** `away` is hollow; `vacant` is a hatched circle, whatever the discipline. */
  state?: 'here' | 'away' | 'vacant' | undefined;
  size?: 'normal' | 'large' | undefined;
}

// Drawn on a 32 × 28 grid, so that six-sided marks may be wider and all keep one height.
const outlines: Record<MarkShape, string> = {
  square: 'M8 0.75h16a6 6 0 0 1 6 6v14.5a6 6 0 0 1-6 6H8a6 6 0 0 1-6-6V6.75a6 6 0 0 1 6-6z',
  circle: 'M16 0.5a13.5 13.5 0 1 1 0 27a13.5 13.5 0 1 1 0-27z',
  hexagon: 'M8.5 0.9h15L31.4 14 23.5 27.1h-15L0.6 14z',
  shield: 'M2.3 0.5h27.4v17L16 27.8 2.3 17.5z',
};

/** Who, at a glance: two letters in a shape that says which organisation the person answers to. */
export function Mark({ letters, shape, colour, label, state = 'here', size = 'normal' }: MarkProps) {
  const hatchId = useId();
  const drawn = state === 'vacant' ? 'circle' : shape;
  return (
    <svg
      className={`mark ${state} ${size}`}
      viewBox="0 0 32 28"
      style={{ '--mark': `var(--d-${colour})` } as React.CSSProperties}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      focusable="false"
    >
      {state === 'vacant' && (
        <pattern
          id={hatchId}
          width="5.6"
          height="5.6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect className="mark-hatch-gap" width="5.6" height="5.6" />
          <rect className="mark-hatch" width="2.8" height="5.6" />
        </pattern>
      )}
      <path
        className="mark-shape"
        d={outlines[drawn]}
        fill={state === 'vacant' ? `url(#${hatchId})` : undefined}
      />
      <text x="16" y={drawn === 'shield' ? 15.6 : 18.2} textAnchor="middle">
        {letters}
      </text>
    </svg>
  );
}

/** A row of marks without names: one picture with one sentence ("Here: Priya, Lorna and Dean"). */
export function MarkRow({
  sentence,
  marks,
}: {
  sentence: string;
  marks: readonly (MarkProps & { key: string })[];
}) {
  return (
    <span className="mark-row" role="img" aria-label={sentence}>
      {marks.map(({ key, label, ...mark }) => (
        <Mark key={key} {...mark} />
      ))}
    </span>
  );
}
