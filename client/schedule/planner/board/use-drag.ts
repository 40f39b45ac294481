import { type PointerEvent as ReactPointerEvent, useEffect, useEffectEvent, useState } from 'react';
import { type Drop, dropUnder } from './drop.js';

/** How far a pointer must go with its button down before it drags, in pixels: a press is no drag. */
const slack = 6;
/** How near to the edge of the window a drag moves the page, and by how much at a time, in pixels. */
const edge = 48;
const by = 24;

interface Held {
  slotId: string;
  pointerId: number;
  fromX: number;
  fromY: number;
}

export interface Dragging {
  slotId: string;
  x: number;
  y: number;
  /** Null while it is over no session. */
  over: Drop | null;
}

/**
 * Dragging a slot with a mouse or a pen: an extra beside the menu, which does the same by keyboard and by touch. With a
 * finger nothing is dragged, so that the page scrolls as it should.
 */
export function useDrag(onDrop: (slotId: string, drop: Drop) => void) {
  const [held, setHeld] = useState<Held | null>(null);
  const [dragging, setDragging] = useState<Dragging | null>(null);
  const dropped = useEffectEvent(onDrop);

  useEffect(() => {
    if (!held) return;
    let now: Dragging | null = null;
    const show = (next: Dragging | null) => {
      now = next;
      setDragging(next);
    };
    const over = () => {
      setHeld(null);
      show(null);
    };
    const move = (event: PointerEvent) => {
      if (event.pointerId !== held.pointerId) return;
      const { clientX: x, clientY: y } = event;
      if (!now && Math.hypot(x - held.fromX, y - held.fromY) < slack) return;
      if (y < edge) window.scrollBy(0, -by);
      if (y > window.innerHeight - edge) window.scrollBy(0, by);
      show({ slotId: held.slotId, x, y, over: dropUnder(x, y, held.slotId) });
    };
    const up = (event: PointerEvent) => {
      if (event.pointerId !== held.pointerId) return;
      const ended = now;
      over();
      if (!ended) return;
      // The press that began the drag must not open the menu it began on.
      const swallow = (click: Event) => {
        click.preventDefault();
        click.stopPropagation();
      };
      window.addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => window.removeEventListener('click', swallow, { capture: true }));
      if (ended.over) dropped(ended.slotId, ended.over);
    };
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape') over();
    };
    const still = (event: Event) => event.preventDefault();
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', over);
    window.addEventListener('keydown', key);
    // A link or a word under the pointer must not begin a drag of the browser's own.
    document.addEventListener('selectstart', still);
    document.addEventListener('dragstart', still);
    return () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', over);
      window.removeEventListener('keydown', key);
      document.removeEventListener('selectstart', still);
      document.removeEventListener('dragstart', still);
    };
  }, [held]);

  const begin = (slotId: string) => (event: ReactPointerEvent) => {
    if (event.pointerType === 'touch' || event.button !== 0) return;
    setHeld({ slotId, pointerId: event.pointerId, fromX: event.clientX, fromY: event.clientY });
  };
  return { dragging, begin };
}
