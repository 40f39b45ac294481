import { useContext } from 'react';
import { agenda } from '../../../shared/agenda.js';
import { Button } from '../../ui/actions/Button.js';
import { Icon } from '../../ui/icons.js';
import { stepBeside } from '../agenda/step-to-show.js';
import { Refused } from '../fields/Refused.js';
import { useAct, useDiscussion } from '../in-discussion.js';
import { useRoom } from '../in-room.js';
import { useShortcutsOn } from '../keys/shortcuts.js';
import { widestGap } from '../steps/scale/scores.js';
import { WritingContext } from '../writing.js';
import { MoreMenu } from './MoreMenu.js';
import { onward } from './onward.js';
import { StepTimer } from './StepTimer.js';
import './bar.css';

/** What the chair does next, always in the same places: back, the time, a challenge, a next step, more, on. */
export function ChairBar() {
  const { view, goTo, session, families } = useRoom();
  const { state, people } = useDiscussion();
  const writing = useContext(WritingContext);
  const { act, refused } = useAct();
  const keys = useShortcutsOn();
  const place = view.place;
  if (!place) return null;
  const back = stepBeside(place.step, -1);
  const on = onward(session, place, state, (slotId) => families.get(slotId)?.family.name);
  const gap = place.step === 'scale' && state.scale.revealedAt ? widestGap(state.scale, people) : null;
  return (
    <>
      {back && (
        <Button icon={<Icon name="back" />} onClick={() => goTo({ slotId: place.slotId, step: back.code })}>
          <span className="bar-words">{back.title}</span>
          <span className="visually-hidden">, back one step</span>
        </Button>
      )}
      <StepTimer />
      <Refused says={refused} />
      {gap ? (
        <p className="small muted only-wide">
          Widest gap:{' '}
          <b>
            {gap[0].name} {gap[0].score}
          </b>{' '}
          and{' '}
          <b>
            {gap[1].name} {gap[1].score}
          </b>
        </p>
      ) : (
        <>
          <Button
            className="only-wide"
            kind="quiet"
            icon={<Icon name="hand" />}
            shortcut={keys ? 'C' : undefined}
            onClick={writing.openChallenge}
          >
            {state.challenges.length > 0 ? 'Another challenge' : 'Raise a challenge'}
          </Button>
          <Button
            className="only-wide"
            kind="quiet"
            icon={<Icon name="plus" />}
            shortcut={keys ? 'N' : undefined}
            onClick={() => writing.openStep()}
          >
            Next step
          </Button>
        </>
      )}
      <MoreMenu />
      {on && (
        <Button
          kind="primary"
          iconAfter={<Icon name={on.does === 'reveal' ? 'eye' : 'forward'} />}
          unavailable={on.unavailable}
          reason="hidden"
          onClick={() => (on.does === 'reveal' ? void act('scale.reveal', {}) : goTo(on.to))}
        >
          {on.words}
        </Button>
      )}
    </>
  );
}

/** The number of a step, for "Step 7 of 10". */
export function stepNumber(step: string): number {
  return agenda.findIndex((s) => s.code === step) + 1;
}
