import 'reflect-metadata';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { discussionLog } from '../../shared/discussion/log.js';
import { PROTOCOL } from '../../shared/live/wire.js';
import type { Actor } from '../../shared/people.js';
import { sessionLog } from '../../shared/session/log.js';
import type { Recorded } from './recorded.js';
import { SessionOfARelease } from './session-of-a-release.js';

// Records the logs of one session as this release makes them, once, for every later release to fold. Until a release is
// out its file may be deleted and recorded again:
//   node --import ./test/support/from-source.mjs test/replay/record.ts
const root = new URL('../../', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { version: string };
const file = new URL(`test/fixtures/replay/${version}.json`, root);
if (existsSync(file)) {
  console.error(`Release ${version} has been recorded. What it recorded must not change.`);
  process.exit(1);
}
delete process.env['TEST_PG_URL'];
const held = await SessionOfARelease.open();
await held.isHeld();
const { council } = held;
const sql = 'SELECT id FROM discussion WHERE after_id IS NOT NULL ORDER BY after_id';
const next = await council.reader.query<{ id: string }>(sql);
const recorded: Recorded = { release: version, protocol: PROTOCOL, logs: [] };
const kinds = new Set<string>();
for (const logId of [...held.logIds, ...next.map(({ id }) => `discussion/${id}`)]) {
  const log = await council.record.read(logId);
  if (!log) throw new Error(`There is no ${logId}`);
  const entries = await council.record.entriesSince(log, 0);
  for (const { kind } of entries) kinds.add(kind);
  const readers: Actor[] = council.people.flatMap((person) => person.held.get(logId)?.you ?? []);
  recorded.logs.push({ logId, entries, state: log.state, readers });
}
await council.close();
writeFileSync(file, `${JSON.stringify(named(recorded), null, 1)}\n`);
const all = [...Object.keys(discussionLog.kinds), ...Object.keys(sessionLog.kinds)];
console.log(`Recorded ${kinds.size} of ${all.length} kinds; not in it: ${all.filter((k) => !kinds.has(k))}`);
process.exit(0);

/** Names in order of appearance instead of names by chance: the same session gives the same file. */
function named(value: Recorded): unknown {
  const names = new Map<string, string>();
  const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;
  const text = JSON.stringify(value).replace(uuid, (id) => {
    const known = names.get(id) ?? `00000000-0000-4000-8000-${String(names.size + 1).padStart(12, '0')}`;
    names.set(id, known);
    return known;
  });
  return JSON.parse(text) as unknown;
}
