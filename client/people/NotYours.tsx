import { refusals } from '../../shared/refusals.js';
import { ButtonLink } from '../ui/actions/Button.js';
import { usePageTitle } from '../ui/frames/page-title.js';
import { Empty } from '../ui/surfaces/Waiting.js';

/** For somebody who keeps nobody’s records and came by an address: the same answer as for what is not there. */
export function NotYours() {
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
