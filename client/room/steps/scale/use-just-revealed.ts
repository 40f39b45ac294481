import { useEffect, useRef, useState } from 'react';

/** How long the marks take to slide to their places, with room to spare, in milliseconds. */
const slides = 1_000;

/** True for the moment after the scores were revealed while one was looking; never for a reveal of earlier. */
export function useJustRevealed(revealedAt: string | null): boolean {
  const known = useRef(revealedAt);
  const [just, setJust] = useState(false);
  useEffect(() => {
    if (revealedAt === known.current) return;
    known.current = revealedAt;
    setJust(true);
    const timer = setTimeout(() => setJust(false), slides);
    return () => clearTimeout(timer);
  }, [revealedAt]);
  return just;
}
