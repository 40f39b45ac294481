import type { Ref } from 'react';
import type { AgendaStep } from '../../../shared/agenda.js';

/** What every step's panel is given: its step, and a way to move focus to its heading after one's own navigation. */
export interface PanelProps {
  step: AgendaStep;
  headingRef: Ref<HTMLHeadingElement>;
}
