import { discussionLog } from '../../shared/discussion/log.js';
import type { LogDefinition } from '../../shared/live/change.js';
import { sessionLog } from '../../shared/session/log.js';

/** Any of the two definitions; what it holds is known only to its own kinds. */
// biome-ignore lint/suspicious/noExplicitAny: the engine carries states it never looks into
export type AnyLog = LogDefinition<any>;

const definitions: Readonly<Record<string, AnyLog>> = { discussion: discussionLog, session: sessionLog };

/** The definition behind a log id (`session/…`, `discussion/…`). */
export function definitionOf(logId: string): AnyLog {
  const found = definitions[logId.slice(0, logId.indexOf('/'))];
  if (!found) throw new Error(`There is no log like ${logId.slice(0, 12)}`);
  return found;
}

/** What a log is about: the id of its session or discussion. */
export function subjectOf(logId: string): string {
  return logId.slice(logId.indexOf('/') + 1);
}
