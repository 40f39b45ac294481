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
  return (
    <span
      className={over ? 'progress-line over' : 'progress-line'}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <span style={{ width: `${share * 100}%` }} />
    </span>
  );
}
