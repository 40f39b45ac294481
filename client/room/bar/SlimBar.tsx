import { useContext } from 'react';
import { Button } from '../../ui/actions/Button.js';
import { Icon } from '../../ui/icons.js';
import { useDiscussion, useMay } from '../in-discussion.js';
import { useShortcutsOn } from '../keys/shortcuts.js';
import { WritingContext } from '../writing.js';
import { MoreMenu } from './MoreMenu.js';
import { StepTimer } from './StepTimer.js';
import './bar.css';

/** For everybody but the chair: a challenge, a next step of one's own, and whatever else one may do. */
export function SlimBar() {
  const { state, you } = useDiscussion();
  const writing = useContext(WritingContext);
  const keys = useShortcutsOn();
  const open = state.status !== 'signed' && state.status !== 'empty';
  const mayRaise =
    useMay('challenge.raise', { challengeId: 'new', about: 'evidence', quote: '', text: 'words' }) === null &&
    open;
  const mayAdd = useMay('step.set', { stepId: 'new', ownerId: you.personId }) === null && open;
  const mayWriteAll = useMay('step.set', { stepId: 'new', ownerId: 'anybody' }) === null;
  return (
    <>
      <StepTimer />
      {mayRaise && (
        <Button icon={<Icon name="hand" />} shortcut={keys ? 'C' : undefined} onClick={writing.openChallenge}>
          Raise a challenge
        </Button>
      )}
      {mayAdd && (
        <Button
          icon={<Icon name="plus" />}
          shortcut={keys ? 'N' : undefined}
          onClick={() => writing.openStep()}
        >
          {mayWriteAll ? 'Next step' : 'My next step'}
        </Button>
      )}
      <MoreMenu />
    </>
  );
}
