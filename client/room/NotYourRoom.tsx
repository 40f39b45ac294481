import { ApiRefused, wordsFor } from '../api.js';
import { Button, ButtonLink } from '../ui/actions/Button.js';
import { RoomFrame } from '../ui/frames/RoomFrame.js';
import { Failed } from '../ui/surfaces/Waiting.js';

/** A session that does not exist, is not this person's to see, or could not be fetched. The first two are one answer. */
export function NotYourRoom({ error, again }: { error: unknown; again: () => void }) {
  const refused = !error || error instanceof ApiRefused;
  return (
    <RoomFrame skip="Skip to the page" place="">
      <Failed
        fact={
          refused
            ? 'We could not find this session, or it is not yours to see.'
            : 'We could not fetch this session.'
        }
        action={
          refused ? (
            <ButtonLink to="/">Go to your supervision</ButtonLink>
          ) : (
            <Button onClick={again}>Try again</Button>
          )
        }
      >
        {refused ? 'Words you had not sent are kept on this device.' : wordsFor(error)}
      </Failed>
    </RoomFrame>
  );
}
