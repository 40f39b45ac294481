import { useId } from 'react';
import './line-chart.css';
import './range-chart.css';
import { useWidth } from './use-width.js';

export interface RangePoint {
  key: string;
  /** Under the point: "Feb". */
  label: string;
  /** Under the label where it begins a year: "2026". */
  year?: string | undefined;
  /** In percent; null where nothing was counted. */
  value: number | null;
  /** What the shape says: a dot, a triangle up, a triangle down, a diamond. */
  meaning: 'expected' | 'better' | 'concern' | 'other';
  /** A ring while it can still change. */
  final: boolean;
  /** Another value of the same point, drawn as a short bar: what was said at the time. */
  mark?: number | undefined;
}

export interface RangeChartProps {
  /** The whole series in a sentence. */
  sentence: string;
  points: readonly RangePoint[];
  /** The line in the middle, and the band around it; null while there are too few points for any. */
  mean: number | null;
  lower: number | null;
  upper: number | null;
  meanLabel: string;
  rangeLabel: readonly string[];
}

const height = 196;
const [left, right, top, foot] = [48, 116, 14, 46];

/** Values over time against the range in which values of this kind are to be expected. In percent, from the lowest needed to 100. */
export function RangeChart(props: RangeChartProps) {
  const { sentence, points, mean, lower, upper, meanLabel, rangeLabel } = props;
  const { box, width } = useWidth();
  const titleId = useId();

  const floor = floorOf([...points.flatMap((p) => [p.value, p.mark]), lower]);
  const beside = width > 520 ? right : 16;
  const inner = Math.max(0, width - left - beside);
  const step = points.length < 2 ? 0 : (inner - 24) / (points.length - 1);
  const x = (at: number) => left + 12 + at * step;
  const y = (value: number) => top + (1 - (value - floor) / (100 - floor)) * (height - top - foot);
  const every = step > 0 ? Math.max(1, Math.ceil(34 / step)) : 1;
  const grid = [0, 1, 2, 3].map((n) => Math.round(floor + (n * (100 - floor)) / 3));

  return (
    <div ref={box} className="range-chart" style={{ minHeight: height }}>
      {width > 0 && (
        <svg
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-labelledby={titleId}
        >
          <title id={titleId}>{sentence}</title>
          {lower !== null && upper !== null && (
            <rect
              className="range-band"
              x={left}
              y={y(upper)}
              width={inner}
              height={Math.max(0, y(lower) - y(upper))}
            />
          )}
          {grid.map((value) => (
            <g key={value}>
              <path className="chart-grid" d={`M${left} ${y(value)}H${left + inner}`} />
              <text className="chart-words" x={left - 6} y={y(value) + 5} textAnchor="end">
                {value}%
              </text>
            </g>
          ))}
          {mean !== null && <path className="range-mean" d={`M${left} ${y(mean)}H${left + inner}`} />}
          {lower !== null && lower > floor && (
            <path className="range-edge" d={`M${left} ${y(lower)}H${left + inner}`} />
          )}
          {beside === right && mean !== null && (
            <text className="chart-value" x={left + inner + 8} y={y(mean) + 5}>
              {meanLabel}
            </text>
          )}
          {beside === right &&
            lower !== null &&
            rangeLabel.map((words, line) => (
              <text
                key={words}
                className="chart-words"
                x={left + inner + 8}
                y={Math.max(y(lower) - 6, mean === null ? 0 : y(mean) + 24) + line * 17}
              >
                {words}
              </text>
            ))}
          {points.map((point, at) => {
            const before = points[at - 1];
            if (!before || before.value === null || point.value === null) return null;
            return (
              <path
                key={point.key}
                className={point.final ? 'range-line' : 'range-line open'}
                d={`M${x(at - 1)} ${y(before.value)}L${x(at)} ${y(point.value)}`}
              />
            );
          })}
          {points.map((point, at) => (
            <g key={point.key}>
              {point.mark !== undefined && (
                <path className="range-mark" d={`M${x(at) - 7} ${y(point.mark)}h14`} />
              )}
              {point.value !== null && <Point point={point} x={x(at)} y={y(point.value)} />}
            </g>
          ))}
          {points.map((point, at) => (
            <g key={point.key}>
              {(points.length - 1 - at) % every === 0 && (
                <text className="chart-words" x={x(at)} y={height - 25} textAnchor="middle">
                  {point.label}
                </text>
              )}
              {point.year && (
                <text className="chart-words" x={x(at)} y={height - 7} textAnchor="middle">
                  {point.year}
                </text>
              )}
            </g>
          ))}
        </svg>
      )}
    </div>
  );
}

/** Shape as well as colour says what a point means. */
function Point({ point, x, y }: { point: RangePoint; x: number; y: number }) {
  const className = `range-point ${point.meaning}${point.final ? '' : ' open'}`;
  switch (point.meaning) {
    case 'better':
      return <path className={className} d={`M${x} ${y - 7}l6.5 11.5h-13z`} />;
    case 'concern':
      return <path className={className} d={`M${x} ${y + 7}l6.5 -11.5h-13z`} />;
    case 'other':
      return <path className={className} d={`M${x} ${y - 7}l6 7l-6 7l-6 -7z`} />;
    case 'expected':
      return <circle className={className} cx={x} cy={y} r={5.2} />;
  }
}

/** The lowest line of the drawing: a round figure under everything drawn. */
function floorOf(values: readonly (number | null | undefined)[]): number {
  const least = Math.min(100, ...values.flatMap((v) => (v === null || v === undefined ? [] : [v])));
  return Math.min(70, Math.max(0, Math.floor(least / 10) * 10));
}
