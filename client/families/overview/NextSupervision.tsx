import type { DiscussionFacts } from '../../../shared/families/discussion-http.js';
import type { FamilyPage } from '../../../shared/families/family.js';
import { ButtonLink } from '../../ui/actions/Button.js';
import { shortDate } from '../../ui/format.js';
import { Icon } from '../../ui/icons.js';
import { Card } from '../../ui/surfaces/Card.js';
import { Note } from '../../ui/surfaces/Note.js';
import { useAsked } from '../../use-asked.js';
import { plannedSays } from '../due-words.js';

/** What comes next for the family: the brief while it is prepared, the room while it is held, the record that waits for a signature. */
export function NextSupervision({ family, today }: { family: FamilyPage; today: string }) {
  const { openDiscussion: open, planned } = family;
  if (family.status === 'closed' || (!open && !family.toSign)) return null;
  return (
    <Card heading={open?.status === 'live' ? 'Being discussed now' : 'Next supervision'} headingSize="l">
      <div className="stack close">
        {family.toSign && <ToSign toSign={family.toSign} today={today} />}
        {open?.status === 'preparing' && (
          <p className="small">
            {capital(plannedSays(family, today))}. {planned ? '' : 'It can be prepared already.'}
          </p>
        )}
        <div className="row wraps">
          {open?.status === 'live' && planned && (
            <ButtonLink kind="primary" to={`/sessions/${planned.sessionId}`} icon={<Icon name="video" />}>
              Join the room
            </ButtonLink>
          )}
          {open && (
            <ButtonLink
              kind={open.status === 'live' ? 'plain' : 'primary'}
              to={`/discussions/${open.discussionId}/brief`}
              icon={<Icon name="document" />}
            >
              Read the brief
            </ButtonLink>
          )}
        </div>
      </div>
    </Card>
  );
}

function ToSign({ toSign, today }: { toSign: NonNullable<FamilyPage['toSign']>; today: string }) {
  const { data } = useAsked<DiscussionFacts>(`discussions/${toSign.discussionId}`);
  const held = toSign.heldOn ? shortDate(toSign.heldOn, today) : 'before';
  return (
    <Note
      tone="warn"
      icon="pen"
      size="small"
      actions={
        data?.sessionId && (
          <ButtonLink size="small" to={`/sessions/${data.sessionId}`}>
            Open the record
          </ButtonLink>
        )
      }
    >
      Held on {held}, and not signed yet.
    </Note>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
