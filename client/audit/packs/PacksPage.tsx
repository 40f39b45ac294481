import { useSearchParams } from 'react-router';
import type { PackLine } from '../../../shared/audit/pack/http.js';
import type { SampleLine } from '../../../shared/audit/sample/http.js';
import { Asked } from '../../Asked.js';
import { Button, ButtonLink } from '../../ui/actions/Button.js';
import { usePageTitle } from '../../ui/frames/page-title.js';
import { Icon } from '../../ui/icons.js';
import { Empty } from '../../ui/surfaces/Waiting.js';
import { useLooked } from '../asking.js';
import { Looking } from '../reason/Looking.js';
import { AskDialog } from './AskDialog.js';
import { PackCard } from './PackCard.js';
import './packs.css';

/** Inspection packs: asked for by one manager, opened when another has agreed. */
export function PacksPage() {
  usePageTitle(['Inspection packs', 'Audit']);
  const packs = useLooked<PackLine[]>('audit/packs');
  const samples = useLooked<SampleLine[]>('audit/samples');
  // Which sample is asked for stands in the address, so that a sample's own page can lead here.
  const [search, setSearch] = useSearchParams();
  const asks = search.get('sample');
  return (
    <Asked page query={packs} fetching="Fetching the packs">
      {(list) => (
        <div className="stack">
          <div className="row apart wraps">
            <h1>Inspection packs</h1>
            <div className="row wraps">
              <ButtonLink to="/audit/samples">See the samples</ButtonLink>
              <Button
                kind="primary"
                icon={<Icon name="plus" />}
                onClick={() => setSearch({ sample: '' }, { replace: true })}
              >
                Ask for a pack
              </Button>
            </div>
          </div>
          <Looking seesLooks />
          <p className="measure">
            One file with the records of a sample: the minutes, how timely each was, and everything that was
            done in each discussion, with a hash for every file. It is prepared while you do something else.
          </p>
          {list.length === 0 ? (
            <Empty fact="No pack has been asked for yet.">A pack is made of a sample of records.</Empty>
          ) : (
            list.map((pack) => <PackCard key={pack.packId} pack={pack} />)
          )}
          {asks !== null && samples.data && (
            <AskDialog
              samples={samples.data}
              sampleId={asks}
              onClose={() => setSearch({}, { replace: true })}
            />
          )}
        </div>
      )}
    </Asked>
  );
}
