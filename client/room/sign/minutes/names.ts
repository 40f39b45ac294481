import type { Named } from '../../../../shared/minutes/minutes.js';
import { listed } from '../../../ui/format.js';
import { useDiscussion } from '../../in-discussion.js';

/** First names of people in the minutes, as a sentence says them. */
export function useJoinedNames(named: readonly Named[]): string {
  const { people } = useDiscussion();
  return listed(named.map(({ personId, name }) => people.find(personId)?.firstName ?? name));
}
