import type { FamilyPage } from '../../shared/families/family.js';
import type { Board, BoardSession, BoardSlot, Moved, Planned } from '../../shared/schedule/planner.js';
import { type Colleague, CouncilByHand } from './by-hand.js';
import type { Answer } from './http-server.js';

/** A team that plans: its business support, its manager, a social worker, and sessions and families made by hand. */
export class PlanningTeam {
  private constructor(
    readonly council: CouncilByHand,
    readonly teamId: string,
    readonly sandra: Colleague,
    readonly adaeze: Colleague,
    readonly priya: Colleague,
  ) {}

  static async open(council: CouncilByHand, name: string, initial = ''): Promise<PlanningTeam> {
    const teamId = await council.team(name);
    const person = (
      who: string,
      discipline: 'business-support' | 'management' | 'social-work',
      role: string,
    ) => council.person(`${who}${initial}`, discipline, { role: role as 'practitioner', teamId });
    return new PlanningTeam(
      council,
      teamId,
      await person('Sandra Pike', 'business-support', 'business-support'),
      await person('Adaeze Nwosu', 'management', 'team-manager'),
      await person('Priya Raman', 'social-work', 'practitioner'),
    );
  }

  /** A family whose first discussion is due ten working days after its allocation. */
  async family(
    name: string,
    allocatedOn: string,
    works: readonly { discipline: string; personId: string | null }[] = [],
    children = 1,
  ): Promise<string> {
    const all = [{ discipline: 'social-work', personId: this.priya.id }, ...works];
    return this.council.made(
      await this.sandra.browser.post('/api/families', {
        name,
        teamId: this.teamId,
        allocatedOn,
        allocations: all.map((work) => ({ ...work, fromOn: allocatedOn })),
        children: Array.from({ length: children }, (_, i) => ({ firstName: `Child ${i + 1}` })),
      }),
    );
  }

  async session(date: string, more: object = {}): Promise<string> {
    const session = {
      teamId: this.teamId,
      date,
      startsAt: '09:30',
      endsAt: '12:30',
      chairId: this.adaeze.id,
      ...more,
    };
    return this.council.made(await this.sandra.browser.post('/api/sessions', session));
  }

  async discussionOf(familyId: string): Promise<string> {
    const { body } = await this.sandra.browser.get<FamilyPage>(`/api/families/${familyId}`);
    return body.openDiscussion?.discussionId ?? '';
  }

  async board(month: string, as: Colleague = this.sandra): Promise<Board> {
    const answer = await as.browser.get<Board>(`/api/planner/board?teamId=${this.teamId}&month=${month}`);
    if (answer.status !== 200) throw new Error(answer.text);
    return answer.body;
  }

  async place(
    sessionId: string,
    familyId: string,
    more: object = {},
    as: Colleague = this.sandra,
  ): Promise<string> {
    const place = { familyId, ...more };
    return this.council.made(await as.browser.post<Moved>(`/api/planner/sessions/${sessionId}/place`, place));
  }

  planAll(month: string, teamIds: readonly string[] = [this.teamId], as: Colleague = this.sandra) {
    return as.browser.post<Planned>('/api/planner/plans', { teamIds, month });
  }

  move(slotId: string, move: object, as: Colleague = this.sandra): Promise<Answer<Moved>> {
    return as.browser.post<Moved>(`/api/planner/slots/${slotId}/move`, move);
  }
}

/** The families of a session of a board, by name and time. */
export function orderOf(board: Board, sessionId: string): string[] {
  return sessionOn(board, sessionId).slots.map((slot) => `${slot.startsAt} ${slot.name}`);
}

export function sessionOn(board: Board, sessionId: string): BoardSession {
  const found = board.sessions.find((session) => session.sessionId === sessionId);
  if (!found) throw new Error('The board does not show this session');
  return found;
}

export function slotOn(board: Board, name: string): BoardSlot & { sessionId: string; date: string } {
  for (const session of board.sessions)
    for (const slot of session.slots)
      if (slot.name === name) return { ...slot, sessionId: session.sessionId, date: session.date };
  throw new Error(`The board does not show ${name}`);
}
