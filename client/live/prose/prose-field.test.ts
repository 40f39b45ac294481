import { describe, expect, it } from '@jest/globals';
import {
  joined,
  type Prose,
  proseText,
  updateInFront,
  updateLimit,
  withUpdate,
} from '../../../shared/live/prose.js';
import { differenceBetween } from './difference.js';
import { ProseField } from './prose-field.js';

/** Several people in one field, whose edits reach each other when the test says so. */
function fieldOf(...names: string[]) {
  let prose: Prose | undefined;
  const people = names.map((name) => {
    const pending: string[] = [];
    const timers: (() => void)[] = [];
    let online = true;
    const field: ProseField = new ProseField({
      known: () => [...(prose?.updates ?? []), ...pending],
      send: (update) => pending.push(update),
      later: (_, work) => {
        timers.push(work);
        return () => timers.splice(timers.indexOf(work), 1);
      },
    });
    return {
      field,
      pending,
      types(text: string, at = field.text.length) {
        field.write({ at, remove: 0, insert: text });
      },
      goesOffline: () => {
        online = false;
      },
      comesBack: () => {
        online = true;
      },
      /** The pause in typing passes, and the changes reach the log. */
      pauses() {
        for (const work of timers.splice(0)) work();
        if (!online) return;
        for (const update of pending.splice(0))
          prose = withUpdate(prose, update, name, '2026-03-10T09:30:00.000Z');
        for (const p of people) p.field.sync();
      },
    };
  });
  /** What waited from a talk that did not count comes in front. */
  const carries = (text: string) => {
    const update = updateInFront(prose!, text, 4711);
    prose = joined(prose!, { updates: [update], writers: names, size: update.length, at: prose!.at });
    for (const p of people) p.field.sync();
  };
  return { people, recorded: () => proseText(prose), carries };
}

describe('a prose field', () => {
  it('last month’s review comes in front of Farah’s new line while she types, and her undo leaves it', () => {
    const { people, recorded, carries } = fieldOf('farah');
    const farah = people[0]!;
    farah.types('She rang.');
    farah.pauses();
    farah.types(' She comes on Friday.');
    carries('Agnieszka sleeps six hours.\n\n');
    farah.pauses();
    expect(recorded()).toBe('Agnieszka sleeps six hours.\n\nShe rang. She comes on Friday.');
    expect(farah.field.text).toBe(recorded());
    farah.field.undo();
    expect(farah.field.text).toMatch(/^Agnieszka sleeps six hours\.\n\n/);
  });

  it('two people who write in one field at once both keep every word', () => {
    const { people, recorded } = fieldOf('farah', 'tom');
    const [farah, tom] = [people[0]!, people[1]!];
    farah.types('Agnieszka sleeps six hours.');
    farah.pauses();
    farah.goesOffline();
    farah.types(' Her mood is brighter.');
    tom.types('Seen at home: ', 0);
    tom.pauses();
    farah.pauses();
    farah.comesBack();
    farah.pauses();
    expect(recorded()).toBe('Seen at home: Agnieszka sleeps six hours. Her mood is brighter.');
    expect(farah.field.text).toBe(recorded());
    expect(tom.field.text).toBe(recorded());
  });

  it('a writer’s moment of typing becomes one change', () => {
    const farah = fieldOf('farah').people[0]!;
    farah.goesOffline();
    for (const letter of 'Lena gained weight') farah.types(letter);
    expect(farah.pending).toHaveLength(0);
    farah.pauses();
    expect(farah.pending).toHaveLength(1);
  });

  it('a writer’s undo takes back only their own words', () => {
    const { people, recorded } = fieldOf('farah', 'tom');
    const [farah, tom] = [people[0]!, people[1]!];
    farah.types('Farah wrote this. ');
    farah.pauses();
    tom.types('Tom wrote this.');
    tom.pauses();
    farah.field.undo();
    farah.pauses();
    expect(recorded()).toBe('Tom wrote this.');
    farah.field.redo();
    farah.pauses();
    expect(recorded()).toBe('Farah wrote this. Tom wrote this.');
    expect(tom.field.text).toBe(recorded());
  });

  it('a writer who pastes a long letter sends it in parts that each fit, and undoing its deletion too', () => {
    const { people, recorded } = fieldOf('farah', 'tom');
    const farah = people[0]!;
    const letter = 'Paní učitelka říká, že Filip čte. \u{1F600} '.repeat(900);
    farah.types(letter);
    farah.goesOffline();
    farah.pauses();
    expect(farah.pending.length).toBeGreaterThan(1);
    for (const update of farah.pending) expect(update.length).toBeLessThanOrEqual(updateLimit);
    farah.comesBack();
    farah.pauses();
    expect(recorded() === letter).toBe(true);
    farah.field.write({ at: 0, remove: letter.length, insert: '' });
    farah.pauses();
    expect(recorded()).toBe('');
    farah.field.undo();
    farah.goesOffline();
    farah.pauses();
    for (const update of farah.pending) expect(update.length).toBeLessThanOrEqual(updateLimit);
    farah.comesBack();
    farah.pauses();
    expect(recorded() === letter).toBe(true);
    expect(farah.field.text === letter).toBe(true);
    expect(people[1]!.field.text === letter).toBe(true);
  });

  it('others’ words wait while a writer composes a character, and no letter is lost', () => {
    const { people, recorded } = fieldOf('farah', 'tom');
    const [farah, tom] = [people[0]!, people[1]!];
    farah.types('Lena ');
    farah.pauses();
    farah.field.hold(true);
    tom.types('Filip and ', 0);
    tom.pauses();
    expect(farah.field.text).toBe('Lena ');
    const difference = differenceBetween('Lena ', 'Lena 笑', 6)!;
    farah.field.write(difference);
    farah.field.hold(false);
    farah.pauses();
    expect(farah.field.text).toBe('Filip and Lena 笑');
    expect(recorded()).toBe('Filip and Lena 笑');
  });

  it('a page opened again shows what is still waiting to be sent', () => {
    const { people } = fieldOf('farah');
    const farah = people[0]!;
    farah.types('Not sent yet');
    farah.goesOffline();
    farah.pauses();
    const opened = new ProseField({
      known: () => farah.pending,
      send: () => undefined,
      later: () => () => undefined,
    });
    expect(opened.text).toBe('Not sent yet');
  });

  it('after a refusal the field shows the log again, and the writer’s next words stand on it', () => {
    const { people, recorded } = fieldOf('farah', 'tom');
    const [farah, tom] = [people[0]!, people[1]!];
    tom.types('Agreed in the room. ');
    tom.pauses();
    farah.goesOffline();
    farah.types('Refused words.');
    farah.pauses();
    farah.pending.length = 0;
    farah.field.remake();
    expect(farah.field.text).toBe('Agreed in the room. ');
    farah.types('Later words.');
    farah.comesBack();
    farah.pauses();
    expect(recorded()).toBe('Agreed in the room. Later words.');
  });
});
