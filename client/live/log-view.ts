import type { Entry } from '../../shared/live/change.js';
import type { Actor } from '../../shared/people.js';
import type { Refusal } from '../../shared/refusals.js';
import type { Pending } from './engine.js';

export type LogStatus = 'joining' | 'live' | 'offline' | 'gone';
/** `kept`: the words of what was refused stand among what was not accepted, until the person has dealt with them. */
export type Outcome = { entry: Entry } | { refusal: Refusal; kept?: true };

/** A log as a page sees it. A new object whenever anything in it has changed, and only then. */
export interface LogView<S> {
  status: LogStatus;
  /** With one's own changes on top, confirmed or not. */
  state: S;
  confirmed: S;
  seq: number;
  you: Actor;
  /** Who is connected to this log. */
  here: readonly string[];
  /** Field key to who else is writing in it. */
  writing: Readonly<Record<string, readonly string[]>>;
  /** One's own changes that the server has not answered yet. */
  pending: readonly Pending[];
  waiting: number;
  /** How many of one's own changes the server has refused since this log was opened here. */
  refused: number;
  /** Field key to how often an edit in it was refused: each time, the field must be made anew from the state. */
  refusedIn: Readonly<Record<string, number>>;
  /** How many of one's own pending changes stood in the confirmed state already when the server answered them. */
  stood: number;
  /** How often the server's log was found restored from a copy: each time, all fields must be made anew from the state. */
  restored: number;
}
