import { SelectField } from '../../../ui/fields/TextField.js';
import type { Target } from './targets.js';

/** Where to: a session, and a place in its order. Both travel as the words of a form. */
export interface Where {
  sessionId: string;
  /** A whole number, or '' while no session is chosen. */
  position: string;
}

interface Props {
  targets: readonly Target[];
  where: Where;
  onChange: (where: Where) => void;
  sessionField: { id: string; error: string | undefined };
}

/** Choose a session to come, then the place in it. The last place is offered first: it moves nobody else. */
export function WhereFields({ targets, where, onChange, sessionField }: Props) {
  const target = targets.find(({ sessionId }) => sessionId === where.sessionId);
  return (
    <div className="where-fields">
      <SelectField
        label="Session"
        nothingChosen="Choose the session"
        options={targets.map(({ sessionId, label }) => ({ value: sessionId, label }))}
        {...sessionField}
        value={where.sessionId}
        onChange={(sessionId) => onChange({ sessionId, position: lastIn(targets, sessionId) })}
      />
      {target && (
        <SelectField
          label="Place"
          options={target.places.map(({ position, label }) => ({ value: String(position), label }))}
          value={where.position}
          onChange={(position) => onChange({ ...where, position })}
        />
      )}
    </div>
  );
}

/** The end of a session, as the words of a form. */
export function lastIn(targets: readonly Target[], sessionId: string): string {
  const places = targets.find((target) => target.sessionId === sessionId)?.places;
  return String(places?.at(-1)?.position ?? '');
}
