import type { PackLine } from '../../../shared/audit/pack/http.js';
import type { Tone } from '../../ui/surfaces/Tag.js';

/** What state a pack is in, in a few words and a tone. */
export const stateOf: Readonly<Record<PackLine['status'], { says: string; tone: Tone }>> = {
  preparing: { says: 'Being prepared', tone: 'accent' },
  ready: { says: 'Waits for another manager', tone: 'warn' },
  released: { says: 'Agreed', tone: 'good' },
  failed: { says: 'Could not be prepared', tone: 'bad' },
  gone: { says: 'Not kept any more', tone: 'plain' },
};

/** "840 kB", "1.2 MB". */
export function sizeSays(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
