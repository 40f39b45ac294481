import { refusals } from '../../shared/refusals.js';
import { ButtonLink } from '../ui/actions/Button.js';
import { usePageTitle } from '../ui/frames/page-title.js';
import { Empty } from '../ui/surfaces/Waiting.js';

/** An address that leads nowhere, or to what is not this person's: one and the same answer. */
export function NotHere() {
  usePageTitle(['Not found']);
  return (
    <>
      <h1>Not found</h1>
      <Empty fact={refusals['not-found']}>
        <ButtonLink to="/">Go to your supervision</ButtonLink>
      </Empty>
    </>
  );
}
