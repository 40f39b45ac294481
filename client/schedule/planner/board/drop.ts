/** Where something that is dragged would be put: a session, and a place in its order. */
export interface Drop {
  sessionId: string;
  position: number;
}

/** The place in an order that lies under a height: before the first row whose middle is below it. */
export function positionAt(rows: readonly { top: number; bottom: number }[], y: number): number {
  const at = rows.findIndex(({ top, bottom }) => y < (top + bottom) / 2);
  return at < 0 ? rows.length : at;
}

/** What lies under the pointer, read from the page: sessions carry `data-session`, slots `data-slot`. */
export function dropUnder(x: number, y: number, slotId: string): Drop | null {
  const session = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-session]');
  const sessionId = session?.dataset['session'];
  if (!session || !sessionId) return null;
  const rows = [...session.querySelectorAll<HTMLElement>('[data-slot]')]
    .filter((row) => row.dataset['slot'] !== slotId)
    .map((row) => row.getBoundingClientRect());
  return { sessionId, position: positionAt(rows, y) };
}
