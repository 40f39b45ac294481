import { randomUUID } from 'node:crypto';
import { updateFrom } from '../../shared/live/prose.js';
import { type Council, type Family, openCouncil } from '../support/council.js';
import type { Person } from '../support/person.js';
import { recordsTalk } from '../support/talk.js';

type Sitting = Awaited<ReturnType<Council['session']>>;

/** A whole session as people would hold it, through the real server, with as many kinds of change in it as there are. */
export class SessionOfARelease {
  private writers = 4000;

  private constructor(
    readonly council: Council,
    readonly families: [Family, Family, Family],
    readonly sitting: Sitting,
    private readonly people: Record<'adaeze' | 'callum' | 'priya' | 'lorna' | 'dean' | 'sandra', Person>,
    private readonly guests: { amina: string; noor: string },
  ) {}

  static async open(): Promise<SessionOfARelease> {
    const council = await openCouncil();
    const teamId = await council.team('Northgate');
    const management = { discipline: 'management' as const, teamId };
    const people = {
      adaeze: await council.person({ name: 'Adaeze Nwosu', role: 'team-manager', ...management }),
      callum: await council.person({ name: 'Callum Reid', role: 'deputy-manager', ...management }),
      priya: await council.person({ name: 'Priya Raman', discipline: 'social-work' }),
      lorna: await council.person({ name: 'Lorna Beckett', discipline: 'domestic-abuse' }),
      dean: await council.person({ name: 'Dean Marlow', discipline: 'recovery' }),
      sandra: await council.person({
        name: 'Sandra Pike',
        discipline: 'business-support',
        role: 'business-support',
        teamId,
      }),
    };
    const guests = {
      amina: await council.employs({ name: 'Amina Yusuf', discipline: 'recovery' }),
      noor: await council.employs({ name: 'Noor Haddad', discipline: 'social-work' }),
    };
    const { priya, lorna, dean } = people;
    const allocated = [
      { personId: priya.personId, as: 'social-work' as const },
      { personId: lorna.personId, as: 'domestic-abuse' as const },
      { personId: dean.personId, as: 'recovery' as const },
    ];
    const families: [Family, Family, Family] = [
      await council.family('Hartley', teamId, allocated),
      await council.family('Kaczmarek', teamId, allocated),
      await council.family('Begum', teamId, allocated),
    ];
    const sitting = await council.session(teamId, people.adaeze.personId, families);
    const held = new SessionOfARelease(council, families, sitting, people, guests);
    for (const person of Object.values(people)) for (const logId of held.logIds) await person.joins(logId);
    return held;
  }

  get logIds(): string[] {
    return [this.sitting.logId, ...this.families.map((family) => family.logId)];
  }

  async isHeld(): Promise<void> {
    await this.isPrepared();
    await this.begins();
    await this.isTalkedThrough();
    await this.isSigned();
    await this.ends();
  }

  private async isPrepared(): Promise<void> {
    const { priya, lorna, dean } = this.people;
    const { logId, childIds } = this.families[0];
    await this.does(dean, logId, 'review.set', {
      discipline: 'recovery',
      direction: 'better',
      evidence: ['test', 'self-report'],
      ready: true,
    });
    await this.writes(dean, 'review/recovery', 'Twenty-six alcohol-free days of 28.');
    await this.writes(lorna, 'review/domestic-abuse', 'Four meetings of four.');
    await this.does(lorna, logId, 'note.protect', {
      noteId: randomUUID(),
      discipline: 'domestic-abuse',
      text: 'Held separately.',
      audience: ['social-work'],
    });
    await this.does(priya, logId, 'child.now', {
      childId: childIds[0],
      lastSeenOn: '2026-03-05',
      seenAlone: 'yes',
      seenBy: priya.personId,
      method: 'words',
    });
    await this.does(priya, logId, 'brief.read', { seq: 3 });
  }

  private async begins(): Promise<void> {
    const { adaeze, sandra, dean } = this.people;
    const { logId, slotIds } = this.sitting;
    await this.does(adaeze, logId, 'session.open', {});
    await this.does(adaeze, logId, 'pen.pass', { personId: sandra.personId });
    await this.does(adaeze, logId, 'slot.minutes', { slotId: slotIds[1], minutes: 45 });
    await this.does(adaeze, logId, 'session.reorder', { slotIds: [slotIds[0], slotIds[2], slotIds[1]] });
    await this.does(adaeze, logId, 'session.observe', { personId: this.guests.noor });
    await this.does(adaeze, logId, 'session.deputy', {
      personId: this.guests.amina,
      forPersonId: dean.personId,
      discipline: 'recovery',
    });
    await this.does(adaeze, logId, 'session.dismiss', { personId: this.guests.noor });
    await this.does(adaeze, logId, 'session.goTo', { slotId: slotIds[1], step: 'check-in' });
    await this.does(adaeze, logId, 'slot.leave', { slotId: slotIds[1] });
    await this.does(adaeze, logId, 'session.goTo', { slotId: slotIds[0], step: 'check-in' });
  }

  private async isTalkedThrough(): Promise<void> {
    const { adaeze, callum, priya, lorna, dean, sandra } = this.people;
    const { logId, childIds } = this.families[0];
    const session = this.sitting.logId;
    await this.does(dean, logId, 'attendance.set', {
      discipline: 'recovery',
      personId: dean.personId,
      way: 'remote',
    });
    await this.does(adaeze, logId, 'attendance.set', {
      discipline: 'domestic-abuse',
      personId: lorna.personId,
      way: 'in-room',
    });
    for (const [person, score] of [
      [priya, 5],
      [lorna, 3],
      [dean, 5],
      [adaeze, 4],
    ] as const)
      await this.does(person, logId, 'scale.score', { score, reason: `Why ${score}.` });
    await this.does(adaeze, logId, 'scale.reveal', {});
    await this.does(adaeze, logId, 'scale.group', { score: 4 });
    await this.writes(priya, 'wrong-about', 'That the calm is the distance, not the change.');
    await this.writes(lorna, 'wrong-about', 'That she tells us everything.');
    await this.does(lorna, logId, 'dissent.keep', { text: 'I would wait a month.' });
    await this.does(sandra, logId, 'child.discussed', { childId: childIds[1], discussed: false });
    await this.does(sandra, logId, 'child.discussed', { childId: childIds[1], discussed: true });
    const stepId = randomUUID();
    const protectedStep = { protected: true, audience: ['domestic-abuse'] };
    const text = 'Check the collection password at the new gate';
    await this.does(sandra, logId, 'step.set', {
      stepId,
      text,
      ownerId: priya.personId,
      dueOn: '2026-03-13',
      ...protectedStep,
    });
    await this.does(priya, logId, 'step.accept', { stepId });
    const struck = randomUUID();
    await this.does(sandra, logId, 'step.set', { stepId: struck, text: 'Think about it' });
    await this.does(sandra, logId, 'step.remove', { stepId: struck });
    await this.does(adaeze, session, 'chair.pass', { personId: callum.personId });
    await this.does(callum, session, 'chair.pass', { personId: adaeze.personId });
    await this.does(adaeze, session, 'pen.pass', { personId: adaeze.personId });
    await recordsTalk(adaeze, priya, this.families[0]);
    await this.does(adaeze, logId, 'attendance.leave', {
      discipline: 'recovery',
      personId: dean.personId,
    });
    await this.does(adaeze, logId, 'quorum.override', { reason: 'Dean had said his part.' });
  }

  private async isSigned(): Promise<void> {
    const { adaeze, priya } = this.people;
    const [hartley] = this.families;
    const { slotIds, logId } = this.sitting;
    await this.does(adaeze, logId, 'session.goTo', { slotId: slotIds[2], step: 'progress' });
    await this.does(adaeze, logId, 'session.goTo', { slotId: slotIds[0], step: 'read-back' });
    await this.council.confirms(adaeze);
    const { seq } = (await this.council.record.stateOf(hartley.logId)) ?? { seq: 0 };
    await this.does(adaeze, hartley.logId, 'minutes.sign', { readSeq: seq });
    await this.does(priya, hartley.logId, 'addendum.add', {
      addendumId: randomUUID(),
      text: 'The school rang back.',
    });
  }

  private async ends(): Promise<void> {
    const { adaeze } = this.people;
    const { slotIds, logId } = this.sitting;
    await this.does(adaeze, logId, 'slot.end', {
      slotId: slotIds[1],
      outcome: 'postponed',
      reason: 'specialist-absent',
      note: 'Lorna asked for a fortnight.',
    });
    await this.does(adaeze, logId, 'session.close', {});
  }

  private async does(who: Person, logId: string, kind: string, payload: unknown): Promise<void> {
    this.council.clock.passes(17_000);
    await who.succeeds(logId, kind, payload);
  }

  private async writes(who: Person, field: string, text: string): Promise<void> {
    const update = updateFrom(text, ++this.writers);
    await this.does(who, this.families[0].logId, 'prose.edit', { field, update });
  }
}
