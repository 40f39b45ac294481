import type { Around } from '../../live/around.js';
import { Button } from '../../ui/actions/Button.js';
import { Icon } from '../../ui/icons.js';
import { MoreMenu } from '../bar/MoreMenu.js';
import { onward } from '../bar/onward.js';
import { Refused } from '../fields/Refused.js';
import { useDiscussion, useMay } from '../in-discussion.js';
import { useRoom } from '../in-room.js';
import { useSigning } from './use-signing.js';
import '../bar/bar.css';

/** Back to the next steps, the family's own summary, and signing. */
export function SignBar({ around }: { around: Around }) {
  const { view, goTo, session, families, leads } = useRoom();
  const { state } = useDiscussion();
  const signing = useSigning();
  const second = useMay('minutes.sign', { readSeq: 1 }) === 'second-manager';
  const place = view.place;
  if (!place) return null;
  const on = leads ? onward(session, place, state, (slotId) => families.get(slotId)?.family.name) : null;
  const show = (id: string) => {
    const target = document.getElementById(id);
    target?.scrollIntoView({ block: 'center' });
    target?.focus({ preventScroll: true });
  };
  return (
    <>
      <Button icon={<Icon name="back" />} onClick={() => goTo({ slotId: place.slotId, step: 'next-steps' })}>
        <span className="bar-words">Next steps</span>
        <span className="visually-hidden">, back one step</span>
      </Button>
      <Button
        className="only-wide"
        kind="quiet"
        icon={<Icon name="document" />}
        onClick={() => show('family-summary')}
      >
        Family’s own summary
      </Button>
      <Button className="only-wide" kind="quiet" icon={<Icon name="print" />} onClick={() => window.print()}>
        Print
      </Button>
      <span className="grow" />
      <Refused says={signing.refused} />
      {second && !state.signed && (
        <p className="small muted">The chair also works with this family, so another manager signs.</p>
      )}
      <MoreMenu />
      {signing.offered && !state.signed && (
        <Button
          kind="primary"
          icon={<Icon name="pen" />}
          unavailable={signing.unavailable}
          onUnavailable={() => show('to-sign')}
          busy={signing.busy}
          onClick={signing.sign}
        >
          Sign minutes
        </Button>
      )}
      {on?.does === 'go' && (
        <Button
          className={state.signed ? undefined : 'only-wide'}
          kind={state.signed ? 'primary' : 'plain'}
          iconAfter={<Icon name="forward" />}
          onClick={() => goTo(on.to)}
        >
          {on.words}
        </Button>
      )}
      {around.confirm({ open: signing.asking, onDone: signing.confirmed, onClose: signing.cancel })}
    </>
  );
}
