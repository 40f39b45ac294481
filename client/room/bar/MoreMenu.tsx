import { useContext } from 'react';
import { Menu, type MenuEntry } from '../../ui/actions/Menu.js';
import { Icon } from '../../ui/icons.js';
import { DialogsContext } from '../dialogs/dialogs.js';
import { useMayInRoom, useRoom } from '../in-room.js';
import { useNarrow } from '../use-narrow.js';
import { WritingContext } from '../writing.js';

/** Everything else that may be done in the room: only what this person may do is in the list. */
export function MoreMenu() {
  const { session, log, view, sessionId, leads } = useRoom();
  const { open } = useContext(DialogsContext);
  const writing = useContext(WritingContext);
  const narrow = useNarrow();
  const slot = session.slots.find((s) => s.slotId === (view.place ?? session.at)?.slotId);
  const running = session.status === 'open';
  const slotId = slot?.slotId ?? '';
  const mayTime = useMayInRoom('slot.minutes', { slotId, minutes: 30 }) === null;
  const mayOrder = useMayInRoom('session.reorder', { slotIds: [] }) === null;
  const mayPassChair = useMayInRoom('chair.pass', { personId: 'somebody' }) === null;
  const mayPassPen = useMayInRoom('pen.pass', { personId: 'somebody' }) === null;
  const mayLetIn = useMayInRoom('session.observe', { personId: 'somebody' }) === null;
  const mayEnd = useMayInRoom('slot.end', { slotId, outcome: 'postponed', reason: 'emergency' }) === null;
  const mayClose = useMayInRoom('session.close') === null;
  const longer = slot && !slot.endedAt ? slot.minutes + 5 : null;

  const entries: (MenuEntry | false)[] = [
    narrow &&
      slot !== undefined &&
      running &&
      leads && {
        label: 'Raise a challenge',
        icon: <Icon name="hand" />,
        onPick: writing.openChallenge,
      },
    narrow &&
      slot !== undefined &&
      running &&
      leads && {
        label: 'Add a next step',
        icon: <Icon name="plus" />,
        onPick: () => writing.openStep(),
      },
    mayTime &&
      running &&
      longer !== null &&
      longer <= 180 && {
        label: 'Extend this family by 5 min',
        hint: `To ${longer} min`,
        icon: <Icon name="clock" />,
        onPick: () => void log.change('slot.minutes', { slotId, minutes: longer }),
      },
    mayPassPen && running && { label: 'Pass the pen', icon: <Icon name="pen" />, onPick: () => open('pen') },
    mayPassChair &&
      running && { label: 'Pass the chair', icon: <Icon name="people" />, onPick: () => open('chair') },
    mayOrder &&
      session.status !== 'closed' && {
        label: 'Change the order of families',
        icon: <Icon name="bars" />,
        onPick: () => open('order'),
      },
    mayLetIn &&
      running && {
        label: 'Let in a deputy or an observer',
        icon: <Icon name="plus" />,
        onPick: () => open('guest'),
      },
    mayEnd &&
      slot !== undefined &&
      !slot.endedAt &&
      session.status !== 'closed' && {
        label: 'End this family another way',
        hint: 'Not reached, put off or cancelled, with a reason',
        icon: <Icon name="flag" />,
        onPick: () => open('end-family'),
      },
    mayClose &&
      running && { label: 'End the session', icon: <Icon name="close" />, onPick: () => open('end-session') },
    { label: 'Keys in the room', icon: <Icon name="key" />, onPick: () => open('keys') },
    session.joinLink !== '' && {
      label: 'Copy the call’s link',
      icon: <Icon name="video" />,
      onPick: () => void navigator.clipboard.writeText(session.joinLink),
    },
  ];
  return (
    <Menu
      key={sessionId}
      label="More"
      icon={<Icon name="more" />}
      iconOnly
      opens="up"
      align="end"
      entries={entries.filter((e) => e !== false)}
    />
  );
}
