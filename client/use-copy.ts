import { useState } from 'react';

/** Copies words for the person, and says whether it worked: some councils' browsers keep the clipboard shut. */
export function useCopy(what: string): {
  said: string;
  copy: (text: string) => Promise<void>;
  forget: () => void;
} {
  const [said, setSaid] = useState('');
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('Copied.');
    } catch {
      setSaid(`This browser does not let us copy. Mark the ${what} and copy it yourself.`);
    }
  };
  return { said, copy, forget: () => setSaid('') };
}
