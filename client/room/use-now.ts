import { useEffect, useRef, useState } from 'react';

/**
 * The server's time as well as this device can tell, in milliseconds, renewed every `everyMs`. A device's clock may be
 * wrong; an instant of the server that arrives while we look (`heard`) says by how much.
 */
export function useNow(everyMs: number, heard: string | null = null): number {
  const [now, setNow] = useState(() => Date.now());
  const ahead = useRef(0);
  const known = useRef(heard);
  useEffect(() => {
    if (heard && heard !== known.current) ahead.current = Date.parse(heard) - Date.now();
    // A clock that is behind what the server has already stamped is certainly slow.
    else if (heard) ahead.current = Math.max(ahead.current, Date.parse(heard) - Date.now());
    known.current = heard;
    setNow(Date.now() + ahead.current);
  }, [heard]);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now() + ahead.current), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
