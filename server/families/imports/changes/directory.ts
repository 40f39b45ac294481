import type { Context } from './context.js';
import type { Rows } from './rows.js';
import type { Stored } from './stored.js';
import { findWorker, type Named, nameKey, shownName } from './workers.js';

/** Where families stand whose team the lists do not name. */
const NO_TEAM = 'Team not given';

/** Finds the teams and workers that the lists name, and adds those the product does not know. */
export class Directory {
  private readonly teams: Map<string, { id: string; name: string }>;
  private readonly byName = new Map<string, Named[]>();
  private readonly asked = new Map<string, string | null>();

  constructor(
    stored: Stored,
    private readonly rows: Rows,
    private readonly context: Context,
  ) {
    this.teams = new Map(stored.teams);
    for (const person of stored.people) this.add(person);
  }

  team(name: string | null): string {
    const shown = name ?? NO_TEAM;
    const known = this.teams.get(nameKey(shown));
    if (known) return known.id;
    const id = this.context.newId();
    this.teams.set(nameKey(shown), { id, name: shown });
    this.rows.team.push({ id, name: shown, hub: '' });
    return id;
  }

  /** The worker's id, or null when the name could mean two people. Says, once, what was made of a doubtful name. */
  worker(name: string, teamId: string): string | null {
    const key = JSON.stringify([nameKey(name), teamId]);
    const before = this.asked.get(key);
    if (before !== undefined) return before;
    const personId = this.find(name, teamId);
    this.asked.set(key, personId);
    return personId;
  }

  private find(name: string, teamId: string): string | null {
    const match = findWorker(this.byName, name, teamId);
    if ('person' in match) return match.person.id;
    const { problems } = this.context;
    if (match.none === 'several') {
      problems.notice(
        'List 6',
        null,
        'Allocated Worker',
        `There are two people called ${name}. Nobody was allocated; choose by hand.`,
      );
      return null;
    }
    if (match.none === 'elsewhere') {
      problems.notice(
        'List 6',
        null,
        'Allocated Worker',
        `There is a ${name} in another team, who was not given these families. A second ${name} was added, who cannot sign in.`,
      );
    }
    return this.make(shownName(name), teamId);
  }

  private make(name: string, teamId: string): string {
    const { newId, at, today } = this.context;
    const id = newId();
    this.rows.person.push({
      id,
      name,
      first_name: (name.split(' ')[0] ?? name).slice(0, 60),
      discipline: 'social-work',
      title: 'Social worker',
      working_days: '1111100',
      remote: 0,
      made_at: at,
    });
    this.rows.person_role.push({
      id: newId(),
      person_id: id,
      role: 'practitioner',
      team_id: teamId,
      from_on: today,
    });
    this.add({ id, name, signsIn: false, teamIds: [teamId] });
    return id;
  }

  private add(person: Named): void {
    const key = nameKey(person.name);
    this.byName.set(key, [...(this.byName.get(key) ?? []), person]);
  }
}
