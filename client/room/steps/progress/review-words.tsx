import type {
  AdultHere,
  Direction,
  EvidenceKind,
  Review,
  StageOfChange,
} from '../../../../shared/discussion/state.js';
import { evidenceKinds } from '../../../../shared/discussion/state.js';
import type { IconName } from '../../../ui/icons.js';
import { Tag, type Tone } from '../../../ui/surfaces/Tag.js';

export const directions: Record<Direction, { label: string; icon: IconName; tone: Tone }> = {
  better: { label: 'Better', icon: 'up', tone: 'good' },
  same: { label: 'Same', icon: 'same', tone: 'plain' },
  worse: { label: 'Worse', icon: 'worse', tone: 'bad' },
  mixed: { label: 'Mixed', icon: 'mixed', tone: 'plain' },
};

/** The direction a review gives, as a tag; nothing while it gives none. */
export function DirectionTag({ direction }: { direction: Direction | null }) {
  if (!direction) return null;
  const { label, icon, tone } = directions[direction];
  return (
    <Tag tone={tone} icon={icon}>
      {label}
    </Tag>
  );
}

/** "seen, school" */
export function restsOn(evidence: readonly EvidenceKind[]): string {
  return evidence
    .map((kind) => (kind === 'dash' ? evidenceKinds[kind] : evidenceKinds[kind].toLowerCase()))
    .join(', ');
}

/** The stages of change in the order in which people usually pass through them. */
export const stageNames: Record<StageOfChange, string> = {
  precontemplation: 'Not thinking of change',
  contemplation: 'Thinking about change',
  preparation: 'Getting ready',
  action: 'Taking action',
  maintenance: 'Keeping it up',
  lapse: 'Lapse',
};

/** "Lee, drugs: taking action. Shauna, pills at night: thinking about change." */
export function stageSays(stages: Review['stages'], adults: readonly AdultHere[]): string {
  const name = (adultId: string) => adults.find((a) => a.adultId === adultId)?.name.split(' ')[0] ?? '';
  return stages
    .map(
      (s) =>
        `${[name(s.adultId), s.issue].filter(Boolean).join(', ')}: ${stageNames[s.stage].toLowerCase()}.`,
    )
    .join(' ');
}
