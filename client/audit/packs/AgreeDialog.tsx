import { Link } from 'react-router';
import type { PackLine } from '../../../shared/audit/pack/http.js';
import { ask } from '../../api.js';
import { FormDialog } from '../../FormDialog.js';
import { countOf, longDate } from '../../ui/format.js';

/** What a second manager agrees to. */
export function AgreeDialog({ pack, onClose }: { pack: PackLine; onClose: () => void }) {
  return (
    <FormDialog
      title="Agree to this pack"
      onClose={onClose}
      act="Agree to the pack"
      busy="Agreeing"
      initial={{}}
      send={() => ask('POST', `audit/packs/${pack.packId}/agree`, {})}
      done={onClose}
    >
      {() => (
        <>
          <p>
            {pack.byName} asked for it: {pack.why}
          </p>
          <p>
            It holds the minutes and the whole log of {countOf(pack.total, 'record')}, without protected
            notes. <Link to={`/audit/samples/${pack.sampleId}`}>See which they are.</Link>
          </p>
          <p>
            Once you agree, everybody who manages all of these teams can download it until{' '}
            {longDate(pack.until)}. Each download is written down.
          </p>
        </>
      )}
    </FormDialog>
  );
}
