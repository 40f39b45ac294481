import { type ReactNode, useId, useState } from 'react';
import { Button } from '../actions/Button.js';
import { axisDate, longDate } from '../format.js';
import { Table } from '../surfaces/Table.js';
import './line-chart.css';
import { useWidth } from './use-width.js';

export interface ChartPoint {
  /** `YYYY-MM-DD`; points stand at their true distance in time. */
  date: string;
  /** Undefined for a date that has no value yet: drawn as a dashed ring. */
  value: number | undefined;
  /** Lowest and highest around it, drawn as a bar. */
  lowest?: number | undefined;
  highest?: number | undefined;
  /** Under the point instead of its date: "today". */
  label?: string | undefined;
  /** For the table. */
  remark?: string | undefined;
}

export interface LineChartProps {
  heading: ReactNode;
  headingLevel?: 2 | 3 | undefined;
  /** The whole series in a sentence. */
  sentence: string;
  points: readonly ChartPoint[];
  /** A stretch of time to point out, in words: "35 days". */
  gaps?: readonly { from: string; to: string; words: string }[] | undefined;
  /** The meaning of line and bar, under the chart. */
  legend?: ReactNode;
  valueHeading: string;
  max?: number | undefined;
  height?: number | undefined;
}

const left = 30;
const right = 30;
const top = 12;
const foot = 34;

/** A small line of values over time, with the same figures as a table one press away. */
export function LineChart(props: LineChartProps) {
  const { heading, headingLevel = 2, points, sentence, legend, valueHeading } = props;
  const [asTable, setAsTable] = useState(false);
  const Heading = headingLevel === 3 ? 'h3' : 'h2';
  const spread = points.some((point) => point.lowest !== undefined);
  return (
    <div className="line-chart">
      <div className="heading-row">
        <Heading className="heading-l">{heading}</Heading>
        <Button kind="quiet" size="small" onClick={() => setAsTable(!asTable)}>
          {asTable ? 'Show as a chart' : 'Show as a table'}
        </Button>
      </div>
      {asTable ? (
        <Table
          caption={sentence}
          size="small"
          rows={points}
          rowKey={(point) => point.date}
          columns={[
            { key: 'date', heading: 'Date', names: true, cell: (point) => longDate(point.date) },
            { key: 'value', heading: valueHeading, figure: true, cell: (point) => point.value ?? 'Not yet' },
            ...(spread
              ? [
                  {
                    key: 'spread',
                    heading: 'Lowest to highest',
                    figure: true,
                    cell: (point: ChartPoint) => range(point),
                  },
                ]
              : []),
            ...(points.some((point) => point.remark)
              ? [{ key: 'remark', heading: 'Remark', cell: (point: ChartPoint) => point.remark ?? '' }]
              : []),
          ]}
        />
      ) : (
        <>
          <Drawing {...props} />
          {legend && <p className="small muted">{legend}</p>}
        </>
      )}
    </div>
  );
}

function range(point: ChartPoint): string {
  return point.lowest === undefined || point.highest === undefined
    ? ''
    : `${point.lowest} to ${point.highest}`;
}

function Drawing({ sentence, points, gaps = [], max = 10, height = 186 }: LineChartProps) {
  const { box, width } = useWidth();
  const titleId = useId();

  const days = points.map((point) => Date.parse(point.date) / 86_400_000);
  const first = Math.min(...days);
  const span = Math.max(1, Math.max(...days) - first);
  const inner = Math.max(0, width - left - right - 16);
  const x = (date: string) =>
    left + 8 + (points.length < 2 ? inner / 2 : ((Date.parse(date) / 86_400_000 - first) / span) * inner);
  const y = (value: number) => top + (1 - value / max) * (height - top - foot);
  const known = points.filter((point): point is ChartPoint & { value: number } => point.value !== undefined);
  const labels = spaced(points, x);

  return (
    <div ref={box} className="line-chart-box" style={{ minHeight: height }}>
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-labelledby={titleId}>
          <title id={titleId}>{sentence}</title>
          {[0, max / 2, max].map((value) => (
            <g key={value}>
              <path className="chart-grid" d={`M${left - 4} ${y(value)}H${width - 4}`} />
              <text className="chart-words" x={left - 10} y={y(value) + 5} textAnchor="end">
                {value}
              </text>
            </g>
          ))}
          {gaps.map((gap) => (
            <g key={gap.from}>
              <rect
                className="chart-gap"
                x={x(gap.from) + 12}
                y={y(max)}
                width={Math.max(0, x(gap.to) - x(gap.from) - 24)}
                height={y(0) - y(max)}
              />
              <text
                className="chart-gap-words"
                x={(x(gap.from) + x(gap.to)) / 2}
                y={y(max) + 20}
                textAnchor="middle"
              >
                {gap.words}
              </text>
            </g>
          ))}
          {points.map((point) =>
            point.lowest === undefined || point.highest === undefined ? null : (
              <rect
                key={point.date}
                className="chart-bar"
                x={x(point.date) - 6}
                y={y(point.highest) - 6}
                width={12}
                height={y(point.lowest) - y(point.highest) + 12}
                rx={6}
              />
            ),
          )}
          <polyline
            className="chart-line"
            points={known.map((point) => `${x(point.date)},${y(point.value)}`).join(' ')}
          />
          {points.map((point) =>
            point.value === undefined ? (
              <circle
                key={point.date}
                className="chart-not-yet"
                cx={x(point.date)}
                cy={y(known.at(-1)?.value ?? max / 2)}
                r={6}
              />
            ) : (
              <g key={point.date}>
                <circle className="chart-point" cx={x(point.date)} cy={y(point.value)} r={5.5} />
                <text className="chart-value" x={x(point.date) + 10} y={y(point.value) - 9}>
                  {point.value}
                </text>
              </g>
            ),
          )}
          {labels.map((point) => (
            <text
              key={point.date}
              className="chart-words"
              x={x(point.date)}
              y={height - 10}
              textAnchor="middle"
            >
              {point.label ?? axisDate(point.date)}
            </text>
          ))}
        </svg>
      )}
    </div>
  );
}

/** The labels that fit, counted from the newest, which is never left out. */
function spaced(points: readonly ChartPoint[], x: (date: string) => number): ChartPoint[] {
  const shown: ChartPoint[] = [];
  for (const point of [...points].reverse()) {
    const last = shown.at(-1);
    if (!last || x(last.date) - x(point.date) >= 58) shown.push(point);
  }
  return shown;
}
