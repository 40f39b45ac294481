import type { FamilyLine } from '../../../shared/families/family.js';
import { nearness } from '../due-words.js';

/** Which families a list shows. */
export type Showing = 'open' | 'over' | 'soon' | 'unplanned' | 'closed';

export interface Asked {
  q: string;
  /** A team’s id, or '' for every team. */
  team: string;
  showing: Showing;
}

function fits(line: FamilyLine, showing: Showing, today: string): boolean {
  if (showing === 'closed') return line.status === 'closed';
  if (line.status === 'closed') return false;
  if (showing === 'open') return true;
  if (showing === 'unplanned') return line.planned === null;
  return nearness(line, today) === showing;
}

/** How many families each choice would show, before any search. */
export function counted(lines: readonly FamilyLine[], today: string): Record<Showing, number> {
  const count = (showing: Showing) => lines.filter((line) => fits(line, showing, today)).length;
  return {
    open: count('open'),
    over: count('over'),
    soon: count('soon'),
    unplanned: count('unplanned'),
    closed: count('closed'),
  };
}

/**
 * The families asked for. A search looks through all of them, closed ones too: who looks for a name wants that family,
 * whatever else is chosen. Those with a limit to watch stand in the order of it, the others by name.
 */
export function shown(
  lines: readonly FamilyLine[],
  { q, team, showing }: Asked,
  today: string,
): FamilyLine[] {
  const wanted = q.trim().toLowerCase();
  const found = lines.filter(
    (line) => (!team || line.teamId === team) && (wanted ? names(line, wanted) : fits(line, showing, today)),
  );
  const byLimit = showing !== 'open' && showing !== 'closed';
  return found.sort((a, b) =>
    byLimit
      ? (a.dueBy ?? '9').localeCompare(b.dueBy ?? '9') || a.name.localeCompare(b.name)
      : a.name.localeCompare(b.name),
  );
}

function names(line: FamilyLine, wanted: string): boolean {
  return [line.name, line.ref, ...line.children.map((child) => child.firstName)].some((text) =>
    text.toLowerCase().includes(wanted),
  );
}
