import type { Gap } from '../../../shared/minutes/what-is-missing.js';
import { Button } from '../../ui/actions/Button.js';
import { Tag } from '../../ui/surfaces/Tag.js';
import { MendGap } from './MendGap.js';

/** A gap with a name that stays the same between two looks. */
export interface KeyedGap {
  gap: Gap;
  key: string;
}

interface InHand {
  keyed: KeyedGap;
  mended: boolean;
  /** Told what is in hand while focus is in it, and null when it has left. */
  onHold: (keyed: KeyedGap | null) => void;
  onNext: () => void;
}

/** The missing thing somebody is mending. It stays while they are in it, and says when it is there. */
export function GapInHand({ keyed, mended, onHold, onNext }: InHand) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches whether focus is inside
    <div
      className={mended ? 'gap-now mended' : 'gap-now'}
      onFocus={() => onHold(keyed)}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onHold(null);
      }}
    >
      <p className="gap-says">{keyed.gap.says}</p>
      <MendGap gap={keyed.gap} onDone={onNext} />
      {mended && (
        <p className="row wraps gap-mended">
          <Tag tone="good" icon="check">
            That is there now
          </Tag>
          <Button size="small" kind="quiet" onClick={onNext}>
            Go on
          </Button>
        </p>
      )}
    </div>
  );
}
