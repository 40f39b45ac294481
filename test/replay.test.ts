import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { discussionLog } from '../shared/discussion/log.js';
import type { LogDefinition } from '../shared/live/change.js';
import { fold, redact } from '../shared/live/log.js';
import { sessionLog } from '../shared/session/log.js';
import type { Recorded } from './replay/recorded.js';

// biome-ignore lint/suspicious/noExplicitAny: logs of both kinds stand in one file
type AnyLog = LogDefinition<any>;
const definitionOf = (logId: string): AnyLog => (logId.startsWith('session/') ? sessionLog : discussionLog);

const folder = path.join(__dirname, 'fixtures', 'replay');
const releases = readdirSync(folder).map(
  (file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Recorded,
);

describe.each(releases)('what people recorded with release $release', ({ logs }) => {
  // Through JSON, as everything kept is: what is undefined is not there.
  const asKept = (state: unknown): unknown => JSON.parse(JSON.stringify(state));

  it.each(logs)('still comes to what they saw then: $logId', ({ logId, entries, state }) => {
    const definition = definitionOf(logId);
    expect(entries.filter((entry) => !Object.hasOwn(definition.kinds, entry.kind))).toEqual([]);
    const folded = entries.reduce((before, entry) => fold(definition, before, entry), definition.empty);
    // What a later release keeps besides takes nothing from what they saw.
    const asThen = Object.entries(folded).filter(([key]) => Object.hasOwn(state as object, key));
    expect(asKept(Object.fromEntries(asThen))).toEqual(state);
  });

  it.each(logs)('still shows each of them their share and no more: $logId', ({ logId, entries, readers }) => {
    const definition = definitionOf(logId);
    const state = entries.reduce((before, entry) => fold(definition, before, entry), definition.empty);
    for (const reader of readers) {
      const theirs = entries.map((entry) => redact(definition, state, entry, reader));
      const folded = theirs.reduce((before, entry) => fold(definition, before, entry), definition.empty);
      expect(asKept(folded)).toEqual(asKept(definition.redactState(state, reader)));
    }
  });

  it('holds minutes that were signed, scores that were revealed and words that were protected', () => {
    const kinds = new Set(logs.flatMap(({ entries }) => entries.map((entry) => entry.kind)));
    expect([...kinds]).toEqual(
      expect.arrayContaining(['minutes.sign', 'scale.reveal', 'note.protect', 'slot.end']),
    );
  });
});
