import { useCallback, useEffect, useRef, useState } from 'react';
import { fieldOf } from '../../shared/agenda.js';
import type { Prose } from '../../shared/live/prose.js';
import type { Refusal } from '../../shared/refusals.js';
import { useLive } from './live-provider.js';
import type { DiscussionLogId } from './logs.js';
import { ProseField } from './prose/prose-field.js';
import { tie } from './prose/textarea.js';
import { useLog } from './use-log.js';
import { editIn } from './words.js';

/** How often others are told that one is still writing, in milliseconds: well within the time they remember it. */
const tellEvery = 4_000;
/** A Yjs update that changes nothing: for asking whether one may write at all. */
const nothing = 'AAA=';

/** A prose field, for a plain `<textarea ref={field.ref} readOnly={field.why !== null || !field.ready} />`. */
export interface UsedProse {
  /** Give it to the textarea, and give the textarea no `value`: what stands in it is looked after here. */
  ref: (box: HTMLTextAreaElement | null) => void;
  /** The words now, one's own last letters included. */
  text: string;
  /** The log has been joined: before that nobody knows what stands here. */
  ready: boolean;
  /** Why this person may not write here now, or null. */
  why: Refusal | null;
  /** Who else is writing here. */
  writing: readonly string[];
  /** Something typed here has not been answered by the server: "Waiting to send". */
  waiting: boolean;
  /** Who has written here so far, and when last (the server's time). */
  writers: readonly string[];
  at: string | null;
  /** What stood here last month, or empty. */
  last: string;
  undo(): void;
  redo(): void;
}

/** Ties a textarea to a prose field of a discussion: everybody's words merge, and one's own undo takes back only one's own. */
export function useProse(logId: DiscussionLogId, key: string): UsedProse {
  const live = useLive();
  const log = useLog(logId);
  const box = useRef<HTMLTextAreaElement | null>(null);
  const bound = useRef<{ field: ProseField; untie: (() => void) | undefined } | null>(null);
  const [text, setText] = useState('');
  const told = useRef(Number.NEGATIVE_INFINITY);

  const wrote = useCallback(
    (writing: boolean) => {
      setText(bound.current?.field.text ?? '');
      const now = performance.now();
      if (writing && now - told.current < tellEvery) return;
      if (!writing && told.current === Number.NEGATIVE_INFINITY) return;
      told.current = writing ? now : Number.NEGATIVE_INFINITY;
      live.writing(logId, writing ? key : null);
    },
    [live, logId, key],
  );

  useEffect(() => {
    const updates = () => proseOf(live.view(logId).state, key)?.updates ?? none;
    const field = new ProseField({
      known: updates,
      send: (update) => void live.change(logId, 'prose.edit', { field: key, update }),
      later: (ms, work) => {
        const timer = setTimeout(work, ms);
        return () => clearTimeout(timer);
      },
    });
    bound.current = { field, untie: box.current ? tie(box.current, field, wrote) : undefined };
    setText(field.text);
    const unlisten = field.listen(() => setText(field.text));
    const fallen = () => {
      const { refusedIn, restored } = live.view(logId);
      return (refusedIn[key] ?? 0) + restored;
    };
    let known = fallen();
    const unsubscribe = live.subscribe(() => {
      const now = fallen();
      if (now === known) return field.sync();
      known = now;
      // Not inside the telling of it itself: what is still gathered becomes a change of its own first.
      queueMicrotask(() => field.remake());
    });
    // The page may be gone a moment after it is hidden.
    const hidden = () => field.flush();
    live.lastWords.add(hidden);
    document.addEventListener('visibilitychange', hidden);
    window.addEventListener('pagehide', hidden);
    return () => {
      unlisten();
      live.lastWords.delete(hidden);
      unsubscribe();
      document.removeEventListener('visibilitychange', hidden);
      window.removeEventListener('pagehide', hidden);
      bound.current?.untie?.();
      bound.current = null;
      field.close();
    };
  }, [live, logId, key, wrote]);

  const ref = useCallback(
    (element: HTMLTextAreaElement | null) => {
      box.current = element;
      if (!bound.current) return;
      bound.current.untie?.();
      bound.current.untie = element ? tie(element, bound.current.field, wrote) : undefined;
    },
    [wrote],
  );
  const undo = useCallback(() => bound.current?.field.undo(), []);
  const redo = useCallback(() => bound.current?.field.redo(), []);

  const prose = proseOf(log.state, key);
  const ready = log.status !== 'joining' && log.seq > 0;
  return {
    ref,
    text,
    ready,
    why: ready ? log.wouldRefuse('prose.edit', { field: key, update: nothing }) : null,
    writing: log.writing[key] ?? nobodyWrites,
    waiting: log.pending.some((p) => p.acked === undefined && editIn(p)?.field === key),
    writers: prose?.writers ?? nobodyWrites,
    at: prose?.at ?? null,
    last: fieldOf(key) ? (log.state.lastProse[key] ?? '') : '',
    undo,
    redo,
  };
}

const none: readonly string[] = [];
const nobodyWrites: readonly string[] = [];

function proseOf(state: unknown, key: string): Prose | undefined {
  return (state as { prose?: Readonly<Record<string, Prose>> }).prose?.[key];
}
