import { createContext, useContext, useState } from 'react';
import { discussionLog } from '../../shared/discussion/log.js';
import type { DiscussionState } from '../../shared/discussion/state.js';
import type { AnyKind } from '../../shared/live/change.js';
import type { Actor } from '../../shared/people.js';
import type { RefusalCode } from '../../shared/refusals.js';
import type { UsedLog } from '../live/use-log.js';
import type { People } from './people/people.js';

/** What every part of a discussion's page stands on. */
export interface InDiscussion {
  logId: string;
  log: Pick<
    UsedLog<DiscussionState>,
    'change' | 'here' | 'writing' | 'status' | 'seq' | 'pending' | 'refresh'
  >;
  state: DiscussionState;
  you: Actor;
  people: People;
  /** Today in England, as a local date. */
  today: string;
}

export const DiscussionContext = createContext<InDiscussion | null>(null);

/** The discussion in view. */
export function useDiscussion(): InDiscussion {
  const found = useContext(DiscussionContext);
  if (!found) throw new Error('useDiscussion needs a discussion around it');
  return found;
}

/** Whether a person may do something to a log at all, by the rule of its kind; null when they may. */
export function mayDo<S>(
  log: { kinds: Readonly<Record<string, AnyKind<S>>> },
  state: S,
  you: Actor,
  kind: string,
  payload: unknown,
): RefusalCode | null {
  const rule = log.kinds[kind];
  return rule ? rule.may(you, payload, state) : 'unknown-kind';
}

/** Whether this is the moment for it, too; null when nothing stands in the way. */
export function mayDoNow<S>(
  log: { kinds: Readonly<Record<string, AnyKind<S>>> },
  state: S,
  you: Actor,
  kind: string,
  payload: unknown,
): RefusalCode | null {
  return mayDo(log, state, you, kind, payload) ?? log.kinds[kind]?.when?.(state, payload, you) ?? null;
}

/** Whether you may do this to the discussion in view: decides whether a button is offered. */
export function useMay(kind: string, payload: unknown = {}): RefusalCode | null {
  const { state, you } = useDiscussion();
  return mayDo(discussionLog, state, you, kind, payload);
}

export interface Acting {
  /** True when it was recorded. While offline it answers only once it was sent. */
  act: (kind: string, payload: unknown) => Promise<boolean>;
  /** The same for a form that was emptied at once: `putBack`, when it was refused and its words are not kept elsewhere. */
  handIn: (kind: string, payload: unknown, putBack: () => void) => Promise<boolean>;
  /** The sentence of the last refusal, until the next try. */
  refused: string | undefined;
}

/** Does something to the discussion in view and keeps the refusal, if there is one, for showing beside the button. */
export function useAct(): Acting {
  const { log } = useDiscussion();
  return useActing(log.change);
}

export function useActing(change: UsedLog<unknown>['change']): Acting {
  const [refused, setRefused] = useState<string>();
  const taken = async (kind: string, payload: unknown, putBack?: () => void) => {
    setRefused(undefined);
    const answer = await change(kind, payload, putBack !== undefined);
    if (!('refusal' in answer)) return true;
    setRefused(answer.refusal.says);
    if (!answer.kept) putBack?.();
    return false;
  };
  return { refused, act: (kind, payload) => taken(kind, payload), handIn: taken };
}
