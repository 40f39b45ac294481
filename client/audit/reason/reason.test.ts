import { describe, expect, it } from '@jest/globals';
import { Reason, reasonSays, usualReasons, withReason } from './reason.js';

describe('why Adaeze looks at the audit', () => {
  it('is nothing until she has said it, and then goes with everything she asks, in her words', () => {
    const reason = new Reason();
    expect(withReason('audit/snapshot?limit=28d', reason.given())).toBe('audit/snapshot?limit=28d');
    expect(reasonSays(reason.given())).toBe('Why you are looking: not said');
    reason.say(' Helen’s question & “why so late?” ');
    const path = withReason('audit/snapshot?limit=28d', reason.given());
    expect(new URL(path, 'http://here').searchParams.get('why')).toBe('Helen’s question & “why so late?”');
    expect(new URL(path, 'http://here').searchParams.get('limit')).toBe('28d');
    expect(withReason('audit/packs', 'Monthly check')).toBe('audit/packs?why=Monthly+check');
  });

  it('is told to every part of the page that shows it, for as long as that part is there', () => {
    const reason = new Reason();
    const heard: string[] = [];
    const leave = reason.subscribe(() => heard.push(reasonSays(reason.given())));
    reason.say(usualReasons[0]);
    leave();
    reason.say(usualReasons[1]);
    expect(heard).toEqual(['Why you are looking: monthly check']);
  });
});
