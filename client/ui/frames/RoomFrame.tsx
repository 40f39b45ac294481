import { type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { Icon } from '../icons.js';
import { Brand } from './Brand.js';
import './room-frame.css';

export interface RoomFrameProps {
  homeTo?: string | undefined;
  skip: string;
  /** Beside the brand: place, date and time. Put `only-wide` on what a narrow window can do without. */
  place: ReactNode;
  /** At the right of the top bar: connection, then small buttons. */
  topRight?: ReactNode;
  /** Full width under the top bar: offline, back, where the room is. */
  strip?: ReactNode;
  rail?: ReactNode;
  railLabel?: string | undefined;
  /** In one column the rail folds into this line ("Step 7 of 10, Challenge") and a button of `railButton` words. */
  railSummary?: ReactNode;
  railButton?: string | undefined;
  children: ReactNode;
  /** Leaving it out gives the sheet its width. */
  side?: ReactNode;
  sideLabel?: string | undefined;
  /** `reading` widens the side to 25 rem, for the panel beside the minutes. */
  sideWidth?: 'narrow' | 'reading' | undefined;
  bar?: ReactNode;
  barLabel?: string | undefined;
}

/**
 * The live room: rows 56 / fluid / 64, columns 252 / fluid / 296, each scrolling by itself above 1100 px. Below that one
 * column in the order top, strip, rail, sheet, side, bar, with only the bar sticky. F6 and Shift+F6 go round the regions.
 */
export function RoomFrame(props: RoomFrameProps) {
  const {
    homeTo = '/',
    skip,
    place,
    topRight,
    strip,
    rail,
    railLabel = 'Agenda',
    railSummary,
    railButton = 'Agenda',
  } = props;
  const {
    children,
    side,
    sideLabel = 'In the room',
    sideWidth = 'narrow',
    bar,
    barLabel = 'Controls',
  } = props;
  const [railOpen, setRailOpen] = useState(false);
  const railId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const sheetColumn = useReachable();
  useRegionKeys(frame);
  const shape = [
    'room-frame',
    !rail && 'no-rail',
    !side && 'no-side',
    sideWidth === 'reading' && 'reading',
  ].filter(Boolean);
  return (
    <div ref={frame} className={shape.join(' ')}>
      <a className="skip-link" href="#main">
        {skip}
      </a>
      <header className="top-bar room-top" data-region tabIndex={-1}>
        <Brand to={homeTo} compact />
        <p className="grow small muted">{place}</p>
        {topRight}
      </header>
      {strip && <div className="room-strip">{strip}</div>}
      {rail && (
        <nav className="room-rail" aria-label={railLabel} data-region tabIndex={-1}>
          {railSummary && (
            <div className="room-rail-line">
              <p className="grow">{railSummary}</p>
              <button
                type="button"
                className="button small"
                aria-expanded={railOpen}
                aria-controls={railId}
                onClick={() => setRailOpen(!railOpen)}
              >
                {railButton}
                <Icon name="down" />
              </button>
            </div>
          )}
          <div id={railId} className={railOpen || !railSummary ? 'room-rail-body open' : 'room-rail-body'}>
            {rail}
          </div>
        </nav>
      )}
      <main id="main" {...sheetColumn} className="room-sheet" data-region>
        {children}
      </main>
      {side && <Side label={sideLabel}>{side}</Side>}
      {bar && (
        <section className="room-bar" aria-label={barLabel} data-region tabIndex={-1}>
          {bar}
        </section>
      )}
    </div>
  );
}

function Side({ label, children }: { label: string; children: ReactNode }) {
  const column = useReachable();
  return (
    <aside {...column} className="room-side" aria-label={label} data-region>
      {children}
    </aside>
  );
}

/** A column with nothing to focus in it must itself be reachable, or it cannot be scrolled by keyboard. */
function useReachable(): { ref: RefObject<HTMLElement | null>; tabIndex: 0 | -1 } {
  const column = useRef<HTMLElement>(null);
  const [reachable, setReachable] = useState(false);
  useEffect(() => {
    const element = column.current;
    if (!element) return;
    const look = () => {
      const holdsFocus = element.querySelector('a[href],button,input,select,textarea') !== null;
      setReachable(!holdsFocus && element.scrollHeight > element.clientHeight);
    };
    const watch = new ResizeObserver(look);
    watch.observe(element);
    for (const child of element.children) watch.observe(child);
    return () => watch.disconnect();
  });
  return { ref: column, tabIndex: reachable ? 0 : -1 };
}

function useRegionKeys(frame: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || document.querySelector('dialog[open]'))
        return;
      const regions = [...(frame.current?.querySelectorAll<HTMLElement>('[data-region]') ?? [])];
      const here = regions.findIndex((region) => region.contains(document.activeElement));
      const step = event.shiftKey ? -1 : 1;
      // From nowhere, F6 starts at the top and Shift+F6 at the bar.
      const next =
        here < 0
          ? event.shiftKey
            ? regions.length - 1
            : 0
          : (here + step + regions.length) % regions.length;
      regions[next]?.focus();
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [frame]);
}
