import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '../ui/actions/Button.js';
import { BrandMark } from '../ui/frames/Brand.js';
import './veil.css';

/** Out of sight for this long, in milliseconds, a window is covered: hubs share rooms and computers. */
const coverAfter = 5 * 60_000;

/** Covers everything when the window comes back after a long time out of sight. Nothing under it is lost or stopped. */
export function Veil({ children }: { children: ReactNode }) {
  const [covered, setCovered] = useState(false);
  const button = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      if (document.hidden) timer = setTimeout(() => setCovered(true), coverAfter);
    };
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  useEffect(() => {
    if (covered) button.current?.querySelector('button')?.focus();
  }, [covered]);
  return (
    <>
      <div hidden={covered}>{children}</div>
      {covered && (
        <main className="veil">
          <BrandMark />
          <h1>Covered</h1>
          <p className="muted">
            This window was out of sight for five minutes. Check that nobody can see your screen.
          </p>
          <div ref={button}>
            <Button kind="primary" size="large" onClick={() => setCovered(false)}>
              Show it again
            </Button>
          </div>
        </main>
      )}
    </>
  );
}
