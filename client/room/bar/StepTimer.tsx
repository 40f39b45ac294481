import { overBy, timer } from '../../ui/format.js';
import { ProgressLine } from '../../ui/surfaces/ProgressLine.js';
import { stepTime } from '../agenda/etas.js';
import { useRoom } from '../in-room.js';
import { useNow } from '../use-now.js';

/** How long the room has been on this step, of how long it may. Past its end it says by how much, and nothing blinks. */
export function StepTimer() {
  const { session } = useRoom();
  const now = useNow(1_000, session.at?.stepSince ?? null);
  const time = stepTime(session, now);
  if (!time) return <div className="grow" />;
  const over = time.used > time.budget;
  const budget = time.budget < 60 ? `${time.budget} s` : `${Math.round(time.budget / 60)} min`;
  return (
    <div className="step-timer grow" role="timer" aria-live="off" aria-label="Time on this step">
      <span className={over ? 'step-clock over' : 'step-clock'}>
        {over ? overBy(time.used - time.budget) : timer(time.used)}
      </span>
      <span className="step-budget">
        <span className="small muted">of {budget} on this step</span>
        <ProgressLine value={time.used} max={time.budget} over={over} />
      </span>
    </div>
  );
}
