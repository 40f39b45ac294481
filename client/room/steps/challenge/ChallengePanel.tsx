import { useContext } from 'react';
import { Button } from '../../../ui/actions/Button.js';
import { Icon } from '../../../ui/icons.js';
import { Card } from '../../../ui/surfaces/Card.js';
import { Empty } from '../../../ui/surfaces/Waiting.js';
import { ProseBox } from '../../fields/ProseBox.js';
import { useDiscussion, useMay } from '../../in-discussion.js';
import { WritingContext } from '../../writing.js';
import type { PanelProps } from '../panels.js';
import { ChallengeThread } from './ChallengeThread.js';
import './challenge.css';

/** Constructive challenge: each a conversation that must end; or one line on what we could be wrong about. */
export function ChallengePanel({ headingRef }: PanelProps) {
  const { state } = useDiscussion();
  const { open, openChallenge } = useContext(WritingContext);
  const may =
    useMay('challenge.raise', { challengeId: 'new', about: 'evidence', quote: '', text: 'words' }) === null &&
    state.status !== 'signed';
  const ordered = [...state.challenges].sort(
    (a, b) => Number(a.outcome !== null) - Number(b.outcome !== null),
  );
  return (
    <>
      {ordered.map((challenge, at) => (
        <ChallengeThread
          key={challenge.challengeId}
          challenge={challenge}
          headingRef={at === 0 ? headingRef : undefined}
        />
      ))}
      {ordered.length === 0 && (
        <Card heading="Constructive challenge" headingRef={headingRef}>
          <Empty fact="No challenge yet.">
            <p>If there is none, write one line: what could we be wrong about?</p>
            {may && open !== 'challenge' && (
              <Button icon={<Icon name="hand" />} onClick={() => openChallenge()}>
                Raise a challenge
              </Button>
            )}
          </Empty>
        </Card>
      )}
      <Card>
        <ProseBox field="wrong-about" label="What could we be wrong about?" rows={2} />
      </Card>
    </>
  );
}
