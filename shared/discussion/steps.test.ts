import { describe, expect, it } from '@jest/globals';
import {
  adaeze,
  amina,
  dean,
  helen,
  lorna,
  marcus,
  noor,
  priya,
  sandra,
} from '../../test/support/hartley.js';
import { live, preparing } from '../../test/support/record-room.js';
import type { LastStep } from './state.js';

const plan = {
  stepId: 'a4',
  text: 'Plan for Sunday-evening calls',
  ownerId: 'dean',
  dueOn: '2026-03-20',
  evidence: 'written by her',
};
const gate = {
  stepId: 'a3',
  text: 'Check the collection password at the new gate',
  ownerId: 'priya',
  dueOn: '2026-03-13',
  protected: true,
  audience: ['domestic-abuse'],
};
const dentist: LastStep = {
  stepId: 'c1',
  text: 'Book the dentist',
  ownerId: 'priya',
  withWhom: '',
  dueOn: '2026-02-24',
  evidence: 'appointment kept',
  protected: false,
  audience: [],
  carried: 1,
  status: 'open',
  note: '',
  doneOn: null,
  by: 'sandra',
};

describe('a next step', () => {
  it('is written by Sandra a field at a time', () => {
    const room = live();
    expect(room.does(sandra, 'step.set', { stepId: 'a4', text: 'Plan' })).toBeNull();
    expect(room.does(sandra, 'step.set', plan)).toBeNull();
    expect(room.state.steps).toEqual([
      expect.objectContaining({ ...plan, by: 'sandra', carried: 0, from: 'decision', accepted: null }),
    ]);
  });

  it('Dean writes one of his own, and neither one for Priya nor over one of hers', () => {
    const room = live();
    expect(room.does(dean, 'step.set', plan)).toBeNull();
    expect(room.does(dean, 'step.set', { stepId: 'a4', evidence: 'signed' })).toBeNull();
    expect(room.does(dean, 'step.set', { stepId: 'a4', ownerId: 'priya' })).toBe('pen-only');
    expect(room.does(dean, 'step.set', { stepId: 'a5', text: 'Visit', ownerId: 'priya' })).toBe('pen-only');
    room.does(sandra, 'step.set', { ...gate, protected: false });
    expect(room.does(dean, 'step.set', { stepId: 'a3', text: 'Mine' })).toBe('pen-only');
    expect(room.does(noor, 'step.set', { ...plan, ownerId: 'noor' })).toBe('observer');
    expect(room.does(helen, 'step.set', { ...plan, ownerId: 'helen' })).toBe('not-yours');
  });

  it('Dean says yes to his own; nobody else does, but the pen for him', () => {
    const room = live();
    room.does(sandra, 'step.set', plan);
    expect(room.does(lorna, 'step.accept', { stepId: 'a4' })).toBe('not-the-owner');
    expect(room.does(lorna, 'step.accept', { stepId: 'a4', forPersonId: 'dean' })).toBe('not-the-owner');
    expect(room.does(sandra, 'step.accept', { stepId: 'a4', forPersonId: 'priya' })).toBe('not-the-owner');
    expect(room.does(dean, 'step.accept', { stepId: 'a4' })).toBeNull();
    expect(room.state.steps[0]?.accepted).toMatchObject({ by: 'dean', recordedBy: null });
    expect(room.does(dean, 'step.accept', { stepId: 'a4', yes: false })).toBeNull();
    expect(room.state.steps[0]?.accepted).toBeNull();
    expect(room.does(sandra, 'step.accept', { stepId: 'a4', forPersonId: 'dean' })).toBeNull();
    expect(room.state.steps[0]?.accepted).toMatchObject({ by: 'dean', recordedBy: 'sandra' });
  });

  it('Helen, who oversees and writes nothing else, says yes to the step that is hers', () => {
    const room = live();
    room.does(adaeze, 'step.set', {
      stepId: 'c5',
      text: 'Fill the vacancy',
      ownerId: 'helen',
      dueOn: '2026-03-31',
    });
    expect(room.does(helen, 'step.accept', { stepId: 'c5' })).toBeNull();
  });

  it('a yes is to these words, this owner and this date: another way of knowing leaves it, another date does not', () => {
    const room = live();
    room.does(sandra, 'step.set', plan);
    room.does(dean, 'step.accept', { stepId: 'a4' });
    room.does(sandra, 'step.set', { stepId: 'a4', evidence: 'read out here' });
    expect(room.state.steps[0]?.accepted).not.toBeNull();
    room.does(sandra, 'step.set', { stepId: 'a4', dueOn: '2026-03-27' });
    expect(room.state.steps[0]?.accepted).toBeNull();
  });

  it('without an owner nobody says yes to it; one that is not there is nobody’s', () => {
    const room = live();
    room.does(sandra, 'step.set', { stepId: 'a4', text: 'Plan' });
    expect(room.does(sandra, 'step.accept', { stepId: 'a4', forPersonId: 'dean' })).toBe('needs-owner');
    expect(room.does(sandra, 'step.accept', { stepId: 'zz', forPersonId: 'dean' })).toBe('no-such-step');
    expect(room.does(sandra, 'step.remove', { stepId: 'zz' })).toBe('no-such-step');
    expect(room.does(dean, 'step.remove', { stepId: 'a4' })).toBe('pen-only');
    expect(room.does(sandra, 'step.remove', { stepId: 'a4' })).toBeNull();
    expect(room.state.steps).toEqual([]);
  });
});

describe('a protected next step', () => {
  it('shows Marcus whose it is and by when, and not a word of what', () => {
    const room = live();
    room.does(sandra, 'step.set', gate);
    expect(room.seenBy(marcus).steps[0]).toMatchObject({
      stepId: 'a3',
      ownerId: 'priya',
      dueOn: '2026-03-13',
      protected: true,
      text: '',
    });
    expect(JSON.stringify(room.sentTo(marcus))).not.toContain('gate');
    for (const who of [priya, lorna, sandra, adaeze]) expect(room.seenBy(who).steps[0]?.text).toBe(gate.text);
  });

  it('protected after it was written openly, is withheld from whoever comes later, and from Marcus’s screen at once', () => {
    const room = live();
    room.does(sandra, 'step.set', { ...gate, protected: false });
    expect(room.seenBy(marcus).steps[0]?.text).toBe(gate.text);
    room.does(sandra, 'step.set', { stepId: 'a3', protected: true });
    expect(room.seenBy(marcus).steps[0]?.text).toBe('');
    expect(JSON.stringify(room.sentTo(marcus))).not.toContain('gate');
  });

  it('goes whole to a new owner, and from the old one', () => {
    const room = live();
    room.does(sandra, 'step.set', { ...gate, audience: [] });
    expect(room.seenBy(dean).steps[0]?.text).toBe('');
    room.does(sandra, 'step.set', { stepId: 'a3', ownerId: 'dean' });
    expect(room.seenBy(dean).steps[0]?.text).toBe(gate.text);
    expect(room.seenBy(priya).steps[0]?.text).toBe('');
  });

  it('is not rewritten, unprotected or removed by somebody with the pen who may not read it', () => {
    const room = live();
    room.does(adaeze, 'step.set', gate);
    room.records('pen.set', { personId: 'amina' });
    for (const payload of [
      { stepId: 'a3', protected: false },
      { stepId: 'a3', text: 'x' },
    ]) {
      expect(room.does(amina, 'step.set', payload)).toBe('not-yours');
    }
    expect(room.does(amina, 'step.remove', { stepId: 'a3' })).toBe('not-yours');
  });
});

describe('a protected next step that is taken away', () => {
  const typedByMistake = () => {
    const room = live();
    room.does(sandra, 'step.set', { ...gate, protected: false });
    room.does(sandra, 'step.set', { stepId: 'a3', protected: true });
    room.does(sandra, 'step.remove', { stepId: 'a3' });
    return room;
  };

  it('stays withheld from Marcus in what he catches up on, though it was first written openly', () => {
    const room = typedByMistake();
    expect(JSON.stringify(room.sentTo(marcus))).not.toContain('gate');
    for (const who of [priya, lorna, sandra, adaeze])
      expect(JSON.stringify(room.sentTo(who))).toContain('gate');
    expect(room.seenBy(marcus)).toEqual(room.log.redactState(room.state, marcus));
  });

  it('is as readable as ever when it was not protected by then', () => {
    const room = live();
    room.does(sandra, 'step.set', plan);
    room.does(sandra, 'step.remove', { stepId: 'a4' });
    expect(JSON.stringify(room.sentTo(marcus))).toContain(plan.text);
  });

  it('comes back as protected as it was when somebody was still writing in it, and from nobody who could not read it', () => {
    const room = typedByMistake();
    expect(room.does(marcus, 'step.set', { stepId: 'a3', text: 'Mine', ownerId: 'marcus' })).toBe(
      'not-yours',
    );
    expect(room.does(sandra, 'step.set', { stepId: 'a3', text: 'Check the gate twice' })).toBeNull();
    expect(room.state.steps[0]).toMatchObject({ protected: true, audience: ['domestic-abuse'] });
    expect(JSON.stringify([room.sentTo(marcus), room.seenBy(marcus)])).not.toContain('gate');
    expect(room.seenBy(lorna).steps[0]?.text).toBe('Check the gate twice');
  });

  it('was a carried one: said to be done, and then not, it is still withheld', () => {
    const room = live({ lastSteps: [dentist] });
    room.does(sandra, 'step.last', { stepId: 'c1', status: 'not-yet' });
    room.does(sandra, 'step.set', { stepId: 'c1', text: 'Collect from the gate', protected: true });
    for (const status of ['done', 'not-yet']) {
      room.does(sandra, 'step.last', { stepId: 'c1', status });
      expect(JSON.stringify([room.sentTo(marcus), room.seenBy(marcus)])).not.toContain('gate');
    }
    expect(room.state.steps[0]).toMatchObject({ protected: true, from: 'carried', carried: 2 });
  });
});

describe('a step agreed last time', () => {
  it('its owner or the pen says what became of it, and nobody else', () => {
    const room = preparing({ lastSteps: [dentist] });
    expect(room.does(dean, 'step.last', { stepId: 'c1', status: 'done' })).toBe('pen-only');
    expect(
      room.does(priya, 'step.last', { stepId: 'c1', status: 'done', doneOn: '2026-02-23', note: 'kept' }),
    ).toBeNull();
    expect(room.state.lastSteps[0]).toMatchObject({ status: 'done', doneOn: '2026-02-23', note: 'kept' });
    expect(room.does(sandra, 'step.last', { stepId: 'c1', status: 'no-longer-needed' })).toBeNull();
    expect(room.state.lastSteps[0]).toMatchObject({ doneOn: null, note: 'kept' });
    expect(room.does(sandra, 'step.last', { stepId: 'zz', status: 'done' })).toBe('no-such-step');
  });

  it('“not yet” carries it over once, counted, wanting a new date, under the id it always had', () => {
    const room = live({ lastSteps: [dentist] });
    room.does(sandra, 'step.last', { stepId: 'c1', status: 'not-yet' });
    room.does(sandra, 'step.last', { stepId: 'c1', status: 'not-yet', note: 'rebooked' });
    expect(room.state.steps).toEqual([
      expect.objectContaining({
        stepId: 'c1',
        from: 'carried',
        carried: 2,
        dueOn: null,
        ownerId: 'priya',
        text: 'Book the dentist',
      }),
    ]);
    room.does(sandra, 'step.set', {
      stepId: 'c1',
      text: 'Take Alfie to the dentist',
      ownerId: 'dean',
      from: 'decision',
    });
    expect(room.state.steps[0]).toMatchObject({ from: 'carried', carried: 2 });
    expect(room.does(sandra, 'step.remove', { stepId: 'c1' })).toBe('carried-step');
    room.does(sandra, 'step.last', { stepId: 'c1', status: 'done' });
    expect(room.state.steps).toEqual([]);
  });

  it('protected, stays protected when it is carried, and so does the note about it', () => {
    const hidden = { ...dentist, protected: true, audience: ['domestic-abuse' as const] };
    const room = live({ lastSteps: [hidden] });
    room.does(sandra, 'step.last', { stepId: 'c1', status: 'not-yet', note: 'gate still open' });
    expect(JSON.stringify([room.sentTo(marcus), room.seenBy(marcus)])).not.toMatch(/gate|dentist/);
    expect(room.seenBy(marcus).steps[0]).toMatchObject({ carried: 2, ownerId: 'priya' });
    expect(room.seenBy(lorna).lastSteps[0]?.note).toBe('gate still open');
  });

  it('protected, is not taken over before it is carried by somebody who may not read it', () => {
    const hidden = { ...dentist, protected: true, audience: ['domestic-abuse' as const] };
    const room = live({ lastSteps: [hidden] });
    expect(room.does(dean, 'step.set', { stepId: 'c1', text: 'Mine', ownerId: 'dean' })).toBe('not-yours');
  });
});
