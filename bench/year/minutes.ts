import { slotMinutes } from '../../shared/agenda.js';
import type { Family } from './world.js';

/** As the product has it: long for a first discussion and for many children. */
export function minutesOfSlot({ children }: Family, lastHeldOn: string | null): number {
  return lastHeldOn === null || children >= 4 ? slotMinutes.long : slotMinutes.usual;
}
