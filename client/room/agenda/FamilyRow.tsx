import { slotMinutes } from '../../../shared/agenda.js';
import type { Slot, SlotOutcome } from '../../../shared/session/state.js';
import { Pattern, type PatternNumber } from '../../marks/Pattern.js';
import { clockTime, listed } from '../../ui/format.js';
import { type FamilySlot, useRoom } from '../in-room.js';
import type { People } from '../people/people.js';
import { minutesUsed, type SlotTime } from './etas.js';
import { stepToShow } from './step-to-show.js';

const ended: Record<SlotOutcome, string> = {
  held: 'held',
  inquorate: 'talked about, not quorate',
  'not-reached': 'not reached',
  postponed: 'put off',
  cancelled: 'cancelled',
};

/** One family of the sitting, or only a place in it when the family is not yours. */
export function FamilyRow({ slot, time }: { slot: Slot; time: SlotTime | undefined }) {
  const { session, families, people, now, view, goTo } = useRoom();
  const family = families.get(slot.slotId);
  const current = view.place?.slotId === slot.slotId;
  const words = timeSays(slot, time, now);
  const swatch = <Pattern number={slot.pattern as PatternNumber} shape="swatch" />;
  if (!family) {
    return (
      <div className="rail-family other">
        {swatch}
        <span className="grow">
          Another family
          <span className="small muted">{words}</span>
        </span>
      </div>
    );
  }
  const joining = time?.stands === 'ahead' ? joiners(slot, session.slots, families, people) : '';
  return (
    <button
      type="button"
      className="rail-family"
      aria-current={current ? 'true' : undefined}
      onClick={() => goTo({ slotId: slot.slotId, step: stepToShow(session, slot.slotId) })}
    >
      {swatch}
      <span className="grow">
        <span className="rail-family-name">{family.family.name}</span>
        <span className="small muted">
          {[
            words,
            joining,
            time?.stands === 'ahead' && slot.minutes !== slotMinutes.usual && `${slot.minutes} min`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
    </button>
  );
}

function timeSays(slot: Slot, time: SlotTime | undefined, now: number): string {
  if (slot.outcome) return ended[slot.outcome];
  if (!time) return '';
  if (time.stands === 'now') return `${minutesUsed(slot, now)} of ${slot.minutes} min`;
  if (time.stands === 'done') return `talked about from ${clockTime(new Date(time.startsAt))}`;
  return `about ${clockTime(new Date(time.startsAt))}`;
}

/** "Farah joins": who is needed for this family and was not for the one before it. */
function joiners(
  slot: Slot,
  slots: readonly Slot[],
  families: ReadonlyMap<string, FamilySlot>,
  people: People,
): string {
  const at = slots.indexOf(slot);
  const before = new Set(slots.slice(0, at).flatMap((s) => peopleOf(families.get(s.slotId))));
  // Before the first family everybody joins, which says nothing.
  if (at === 0 || before.size === 0) return '';
  const names = [...new Set(peopleOf(families.get(slot.slotId)))]
    .filter((id) => !before.has(id))
    .map((id) => people.firstName(id));
  if (names.length === 0 || names.length > 2) return '';
  return `${listed(names)} ${names.length === 1 ? 'joins' : 'join'}`;
}

function peopleOf(family: FamilySlot | undefined): string[] {
  return family?.family.disciplines.flatMap((d) => d.personId ?? []) ?? [];
}
