import { randomUUID } from 'node:crypto';
import { hashPassword } from '../../server/people/passwords.js';
import { cameTo, ruled, supervised, wasClosed } from './clock-rows.js';
import { DemoCouncil, type Doors, type Placed } from './council.js';
import { type Shift, shiftTo } from './dates.js';
import { doyle } from './doyle.js';
import { type GeneratedFamily, generateFamilies } from './generated.js';
import { hartley } from './hartley.js';
import { kaczmarek } from './kaczmarek.js';
import { planAhead, reportMonths } from './months.js';
import { Teller, type Told } from './tell.js';
import { acrossTeams, demoPassword, northgate, southgate } from './wrenshire.js';
import type { WrittenFamily } from './written.js';

const written: readonly WrittenFamily[] = [hartley, kaczmarek, doyle];
const familiesInTeam = 55;
/** Closed in the past year, in each team. */
const familiesClosed = 22;
/** So many days after it was held, a late record came in. */
const daysLate = 24;

/** Makes the demonstration's council in an empty database, as it stands on `today` (a local date). */
export async function seed(doors: Doors, today: string): Promise<void> {
  const shift = shiftTo(today);
  const council = new DemoCouncil(doors);
  doors.clock.set(shift.any('2025-09-01'), '09:00');
  await employ(council, shift);
  await ruled(council, shift);

  const told: Told[] = [];
  for (const family of written) told.push({ family, placed: await place(council, family, shift), last: [] });
  const teller = new Teller(council, shift);
  await tellHistory(council, teller, told, shift);

  doors.clock.letGo();
  const generated = {
    Northgate: generateFamilies(
      { open: familiesInTeam - written.length, closed: familiesClosed },
      staffed.northgate,
      today,
      20_260_310,
    ),
    Southgate: generateFamilies(
      { open: familiesInTeam, closed: familiesClosed },
      staffed.southgate,
      today,
      20_260_311,
    ),
  };
  const northgatePlaced = await placeGenerated(council, 'Northgate', 'Adaeze Nwosu', generated.Northgate);
  const southgatePlaced = await placeGenerated(council, 'Southgate', 'Gareth Pryce', generated.Southgate);
  await reportMonths(council, doors.closing, today);
  await comeLate(council, 'Adaeze Nwosu', northgatePlaced);
  await comeLate(council, 'Gareth Pryce', southgatePlaced);
  const southgateIds = southgatePlaced.filter((one) => !one.family.closedOn).map((one) => one.familyId);
  await readySessions(council, teller, told, southgateIds, today, shift);
  await planAhead(council, doors.series, today);
  await council.signsEverybodyOut();
}

const staffed = {
  northgate: {
    refPrefix: 'NG',
    socialWorkers: ['priya', 'tom', 'megan', 'ruth', 'kieran', 'samina'],
    specialists: {
      'mental-health': 'farah',
      recovery: 'dean',
      'domestic-abuse': 'lorna',
      'domestic-abuse-officer': 'marcus',
      'family-support': 'yusuf',
    },
  },
  southgate: {
    refPrefix: 'SG',
    socialWorkers: ['eleri', 'joel', 'hannah', 'imran', 'petra'],
    specialists: {
      'mental-health': 'farah',
      recovery: 'bethan',
      'domestic-abuse': 'rosa',
      'domestic-abuse-officer': 'stuart',
      'family-support': 'leon',
      psychology: null,
    },
  },
} as const;

async function employ(council: DemoCouncil, shift: Shift): Promise<void> {
  const passwordHash = await hashPassword(demoPassword);
  const from = shift.any('2025-09-01');
  await council.write(async (tx) => {
    for (const name of ['Northgate', 'Southgate']) {
      const id = randomUUID();
      council.teams.set(name, id);
      await council.add(tx, 'team', { id, name, hub: `${name} hub` });
    }
    const [ng, sg] = [council.team('Northgate'), council.team('Southgate')];
    for (const person of northgate)
      await council.employs(tx, person, person.key === 'farah' ? [ng, sg] : [ng], from, passwordHash);
    for (const person of southgate) await council.employs(tx, person, [sg], from, passwordHash);
    for (const person of acrossTeams)
      await council.employs(
        tx,
        person,
        person.roles?.includes('administrator') ? [] : [ng, sg],
        from,
        passwordHash,
      );
    const posts = [
      ...northgate
        .filter((p) => p.discipline !== 'management')
        .map((p) => ({ team: ng, discipline: p.discipline, person: council.id(p.key), since: from })),
      ...southgate
        .filter((p) => p.discipline !== 'management')
        .map((p) => ({ team: sg, discipline: p.discipline, person: council.id(p.key), since: from })),
      { team: ng, discipline: 'mental-health', person: null, since: shift.any('2026-02-01') },
      { team: sg, discipline: 'psychology', person: null, since: from },
    ];
    for (const { team, discipline, person, since } of posts)
      await council.add(tx, 'post', {
        id: randomUUID(),
        team_id: team,
        discipline,
        person_id: person,
        from_on: since,
      });
    tx.touchAuthority();
  });
}

/** Puts a written family on file. */
async function place(council: DemoCouncil, family: WrittenFamily, shift: Shift): Promise<Placed> {
  const familyId = randomUUID();
  const childIds = new Map(family.children.map((c) => [c.firstName, randomUUID()]));
  const adultIds = new Map(family.adults.map((a) => [a.name, randomUUID()]));
  await council.write(async (tx) => {
    await council.add(tx, 'family', {
      id: familyId,
      ref: family.ref,
      name: family.name,
      team_id: council.team('Northgate'),
      status: 'open',
      allocated_on: shift.any(family.allocatedOn),
      source: 'hand',
      made_at: council.doors.clock.at(),
    });
    await cameTo(council, tx, familyId, 'Northgate', shift.any(family.allocatedOn));
    for (const c of family.children) {
      const child_id = childIds.get(c.firstName)!;
      await council.add(tx, 'child', {
        id: child_id,
        family_id: familyId,
        ref: c.ref,
        first_name: c.firstName,
        last_name: c.lastName,
        born_on: shift.any(c.bornOn),
        gender: c.gender,
      });
      for (const p of c.plans)
        await council.add(tx, 'plan', {
          id: randomUUID(),
          child_id,
          type: p.type,
          category: p.category ?? null,
          since_on: shift.any(p.since),
          until_on: p.until ? shift.any(p.until) : null,
        });
    }
    for (const a of family.adults)
      await council.add(tx, 'adult', {
        id: adultIds.get(a.name)!,
        family_id: familyId,
        name: a.name,
        relation: a.relation,
        child_ids: a.parentOf.length > 0 ? JSON.stringify(a.parentOf.map((n) => childIds.get(n)!)) : null,
      });
    for (const a of family.allocations)
      await council.allocates(tx, familyId, a.discipline, a.person, a.about ?? '', shift.any(a.from));
    for (const h of family.happenings)
      await council.add(tx, 'happening', {
        id: randomUUID(),
        family_id: familyId,
        child_id: h.child ? childIds.get(h.child)! : null,
        happened_on: shift.past(h.on),
        kind: h.kind,
        words: h.words,
        voice: h.voice ? 1 : 0,
        by_id: h.by ? council.id(h.by) : null,
      });
    for (const h of family.history)
      await supervised(
        council,
        tx,
        familyId,
        shift.past(h.heldOn),
        'Adaeze Nwosu',
        [...childIds.values()],
        h.note ?? null,
      );
    tx.touchAuthority();
  });
  return { familyId, childIds, adultIds };
}

/** Every session of the written history, in the order of its days. */
async function tellHistory(
  council: DemoCouncil,
  teller: Teller,
  told: readonly Told[],
  shift: Shift,
): Promise<void> {
  const { clock } = council.doors;
  const days = [
    ...new Set(
      told.flatMap(({ family }) => [
        ...family.discussions.map((d) => d.heldOn),
        ...(family.notReached ? [family.notReached.on] : []),
      ]),
    ),
  ].sort();
  for (const day of days) {
    const date = shift.past(day);
    clock.set(shift.past(addDay(day, -1)), '15:00');
    const here = told.filter(
      ({ family }) => family.discussions.some((d) => d.heldOn === day) || family.notReached?.on === day,
    );
    const slots: {
      told: Told;
      discussionId: string;
      held: WrittenFamily['discussions'][number] | undefined;
    }[] = [];
    for (const one of here) {
      const discussionId = await council.openDiscussion(one.placed.familyId);
      const held = one.family.discussions.find((d) => d.heldOn === day);
      if (held) await teller.prepares(one, discussionId, held);
      slots.push({ told: one, discussionId, held });
    }
    const session = await council.session(
      'Northgate',
      { day: date, starts: '09:30', ends: '12:30' },
      { chair: 'adaeze', pen: 'sandra' },
      slots.map((s) => ({ discussionId: s.discussionId, minutes: s.told.family.minutes })),
    );
    clock.set(date, '09:30');
    await council.does('adaeze', session.logId, 'session.open', {});
    for (const [i, { told: one, discussionId, held }] of slots.entries())
      if (held)
        await teller.holds(one, { logId: session.logId, slotId: session.slotIds[i]! }, discussionId, held);
    clock.set(date, '12:31');
    await council.does('adaeze', session.logId, 'session.close', {});
  }
}

async function placeGenerated(
  council: DemoCouncil,
  team: string,
  chairName: string,
  families: readonly GeneratedFamily[],
): Promise<PlacedFamily[]> {
  return council.write(async (tx) => {
    const placed: PlacedFamily[] = [];
    for (const family of families) {
      const familyId = randomUUID();
      const childIds = family.children.map(() => randomUUID());
      await council.add(tx, 'family', {
        id: familyId,
        ref: family.ref,
        name: family.name,
        team_id: council.team(team),
        status: family.closedOn ? 'closed' : 'open',
        allocated_on: family.allocatedOn,
        closed_on: family.closedOn,
        closed_reason: family.closedOn && 'The plan has ended',
        source: 'hand',
        made_at: council.doors.clock.at(),
      });
      await cameTo(council, tx, familyId, team, family.allocatedOn);
      if (family.closedOn) await wasClosed(council, tx, familyId, team, family.closedOn);
      for (const [i, c] of family.children.entries()) {
        await council.add(tx, 'child', {
          id: childIds[i]!,
          family_id: familyId,
          ref: c.ref,
          first_name: c.firstName,
          last_name: c.lastName,
          born_on: c.bornOn,
          gender: c.gender,
        });
        await council.add(tx, 'plan', {
          id: randomUUID(),
          child_id: childIds[i]!,
          type: c.plan.type,
          since_on: c.plan.since,
        });
      }
      for (const a of family.adults)
        await council.add(tx, 'adult', {
          id: randomUUID(),
          family_id: familyId,
          name: a.name,
          relation: a.relation,
        });
      for (const a of family.allocations)
        await council.allocates(tx, familyId, a.discipline, a.person, '', a.from);
      for (const day of family.heldOn.filter((on) => !family.cameLate.has(on)))
        await supervised(council, tx, familyId, day, chairName, childIds, null);
      if (!family.closedOn) await council.doors.discussions.openFor(tx, familyId, null);
      placed.push({ family, familyId, childIds });
    }
    tx.touchAuthority();
    return placed;
  });
}

interface PlacedFamily {
  family: GeneratedFamily;
  familyId: string;
  childIds: string[];
}

/** Records that came in weeks after they were due: the month they belong to had been reported by then. */
async function comeLate(
  council: DemoCouncil,
  chairName: string,
  placed: readonly PlacedFamily[],
): Promise<void> {
  await council.write(async (tx) => {
    for (const { family, familyId, childIds } of placed)
      for (const day of family.cameLate)
        await supervised(council, tx, familyId, day, chairName, childIds, null, addDay(day, daysLate));
  });
}

/** Today's sessions: Northgate's is prepared and ready to open, Southgate's takes its turn later in the morning. */
async function readySessions(
  council: DemoCouncil,
  teller: Teller,
  told: readonly Told[],
  southgateIds: readonly string[],
  today: string,
  shift: Shift,
): Promise<void> {
  const slots: { discussionId: string; minutes: number }[] = [];
  // Written before the session, as reviews are: on the last working day.
  council.doors.clock.set(shift.past('2026-03-10'), '14:00');
  for (const one of told) {
    const discussionId = await council.openDiscussion(one.placed.familyId);
    await teller.prepares(one, discussionId, one.family.today);
    await teller.looksBack(one, `discussion/${discussionId}`, 'done');
    slots.push({ discussionId, minutes: one.family.minutes });
  }
  council.doors.clock.letGo();
  const led = { chair: 'adaeze', pen: 'sandra' };
  await council.session(
    'Northgate',
    { day: today, starts: '09:30', ends: '12:30', joinLink: 'https://meet.example/northgate' },
    led,
    slots,
  );
  const south: { discussionId: string; minutes: number }[] = [];
  for (const familyId of southgateIds.slice(0, 4))
    south.push({ discussionId: await council.openDiscussion(familyId), minutes: 30 });
  await council.session(
    'Southgate',
    { day: today, starts: '11:00', ends: '13:00' },
    { chair: 'gareth', pen: 'maureen' },
    south,
  );
}

function addDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
