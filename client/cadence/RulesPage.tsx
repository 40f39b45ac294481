import type { CadencePage } from '../../shared/cadence/http.js';
import { Asked } from '../Asked.js';
import { usePageTitle } from '../ui/frames/page-title.js';
import { useAsked } from '../use-asked.js';
import { ClosuresCard } from './ClosuresCard.js';
import { HolidaysCard } from './HolidaysCard.js';
import { RulesCard } from './RulesCard.js';
import './cadence.css';

/** How often families are taken, and when offices are shut. Everybody may read it; what one may change is offered. */
export function RulesPage() {
  usePageTitle(['Rules and closures']);
  const page = useAsked<CadencePage>('cadence');
  return (
    <Asked page query={page} fetching="Fetching the rules">
      {(cadence) => (
        <div className="stack">
          <h1>Rules and closures</h1>
          <div className="cadence-columns">
            <RulesCard cadence={cadence} />
            <div className="stack">
              <ClosuresCard cadence={cadence} />
              <HolidaysCard cadence={cadence} />
            </div>
          </div>
        </div>
      )}
    </Asked>
  );
}
