import './progress-line.css';

export interface ProgressLineProps {
  value: number;
  max: number;
  /** Past its end it turns amber; nothing blinks. */
  over?: boolean | undefined;
  /** Needed only when no words beside it say the same. */
  label?: string | undefined;
}

/** A thin line that shows how much of something is used. */
export function ProgressLine({ value, max, over, label }: ProgressLineProps) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  const className = over ? 'progress-line over' : 'progress-line';
  const used = <span style={{ width: `${share * 100}%` }} />;
  if (label === undefined) {
    return (
      <span className={className} aria-hidden="true">
        {used}
      </span>
    );
  }
  return (
    <span className={className} role="img" aria-label={label}>
      {used}
    </span>
  );
}
