import type { ReactNode } from 'react';
import './ruler.css';

export interface RulerPoint {
  key: string;
  /** 0 to 10. */
  value: number;
  /** What stands on the ruler there. */
  mark: ReactNode;
}

export interface RulerProps {
  /** The whole picture in a sentence: "Lorna 3, Adaeze 4, Marcus 6. Spread 3." */
  sentence: string;
  points: readonly RulerPoint[];
  /** Values of last time, drawn as hollow rings beneath. */
  before?: readonly number[] | undefined;
  beforeLabel?: string | undefined;
  low?: string | undefined;
  high?: string | undefined;
  /** `small` shows only the ends, the extremes and two marks, for a narrow column. */
  size?: 'small' | 'large' | undefined;
  /** Play the one motion of the reveal: the marks slide up from the baseline together. */
  revealing?: boolean | undefined;
}

const ticks = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const at = (value: number) => ({ left: `${value * 10}%` });

/**
 * A ruler from 0 to 10 with marks on it and a bar from the lowest to the highest. One picture with one sentence; the
 * page also lists the scores, and at 520 px and below the large ruler gives way to that list.
 */
export function Ruler({
  sentence,
  points,
  before = [],
  beforeLabel,
  low,
  high,
  size = 'large',
  revealing,
}: RulerProps) {
  const values = points.map((point) => point.value);
  const lowest = Math.min(...values);
  const highest = Math.max(...values);
  const marked = size === 'large' ? points : extremes(points, lowest, highest);
  const numbered =
    size === 'large'
      ? ticks
      : ticks.filter((n) => n === 0 || n === 10 || (points.length > 0 && (n === lowest || n === highest)));
  const stacks = ticks.map((value) => marked.filter((point) => point.value === value));
  const rings = ticks.map((value) => before.filter((each) => each === value).length);
  const tallest = Math.max(1, ...stacks.map((stack) => stack.length));
  return (
    <div className={`ruler ${size}`}>
      <div
        role="img"
        aria-label={sentence}
        className={revealing ? 'ruler-field revealing' : 'ruler-field'}
        style={{ '--tallest': tallest, '--rings': Math.max(0, ...rings) } as React.CSSProperties}
      >
        <span className="ruler-axis" />
        {highest > lowest && (
          <span className="ruler-spread" style={{ ...at(lowest), width: `${(highest - lowest) * 10}%` }} />
        )}
        {size === 'large' &&
          ticks.map((value) => <span key={value} className="ruler-tick" style={at(value)} />)}
        {numbered.map((value) => (
          <span
            key={value}
            className={values.includes(value) ? 'ruler-number taken' : 'ruler-number'}
            style={at(value)}
          >
            {value}
          </span>
        ))}
        {stacks.map((stack, value) =>
          stack.length === 0 ? null : (
            // biome-ignore lint/suspicious/noArrayIndexKey: the index is the score
            <span key={value} className="ruler-stack" style={at(value)}>
              {stack.map((point) => (
                <span key={point.key}>{point.mark}</span>
              ))}
            </span>
          ),
        )}
        {rings.map((count, value) =>
          count === 0 ? null : (
            // biome-ignore lint/suspicious/noArrayIndexKey: the index is the score
            <span key={value} className="ruler-rings" style={at(value)}>
              {Array.from({ length: count }, (_, ring) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rings on one value are alike
                <i key={ring} />
              ))}
            </span>
          ),
        )}
      </div>
      {(low || high) && (
        <div className="ruler-ends">
          <span>{low && `0, ${low}`}</span>
          {before.length > 0 && (
            <span className="row">
              <i className="ruler-ring" aria-hidden="true" />
              {beforeLabel}
            </span>
          )}
          <span>{high && `10, ${high}`}</span>
        </div>
      )}
    </div>
  );
}

/** The small ruler marks only who is furthest apart; the sentence beside it names the rest. */
function extremes(points: readonly RulerPoint[], lowest: number, highest: number): RulerPoint[] {
  const first = points.find((point) => point.value === lowest);
  const last = points.find((point) => point.value === highest && point !== first);
  return [first, last].filter((point) => point !== undefined);
}
