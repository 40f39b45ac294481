import { useEffect, useState } from 'react';

/** A value once it has stayed the same for so many milliseconds: what is passed over on the way asks nothing. */
export function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value);
  const words = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(words) as T), ms);
    return () => clearTimeout(timer);
  }, [words, ms]);
  return settled;
}
