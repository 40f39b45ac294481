/** Why people look at the audit, as they are offered it. Whoever has another reason says it in their own words. */
export const usualReasons = [
  'Monthly check',
  'Preparing for an inspection',
  'A complaint or a review',
  'Supervising a worker',
] as const;

/** The choice that opens to one's own words. */
export const ownWords = 'Something else…';

/** Why somebody looks, from when they say so. In memory alone: the browser keeps nothing of it, and nobody inherits it. */
export class Reason {
  private why = '';
  private readonly listeners = new Set<() => void>();

  /** In words; '' until they were said, for a reason that nobody gave would be a false record. */
  readonly given = (): string => this.why;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  say(why: string): void {
    this.why = why.trim();
    for (const listener of this.listeners) listener();
  }
}

/** A path of the server with the reason, as it writes it down with who looked; without a reason the path alone. */
export function withReason(path: string, why: string): string {
  if (why === '') return path;
  return `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams({ why }).toString()}`;
}

/** "Why you are looking: not said". */
export function reasonSays(why: string): string {
  const said = why === '' ? 'not said' : why.charAt(0).toLowerCase() + why.slice(1);
  return `Why you are looking: ${said}`;
}
