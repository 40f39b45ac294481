import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ask, wordsFor } from '../api.js';
import { Button } from '../ui/actions/Button.js';

/** Asks the server to try something again, and says so if it will not. */
export function Again({ path, busy, children }: { path: string; busy: string; children: ReactNode }) {
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [wrong, setWrong] = useState('');
  const again = async () => {
    setAsking(true);
    try {
      await ask('POST', path);
      await queries.invalidateQueries();
      setWrong('');
    } catch (error) {
      setWrong(wordsFor(error));
    } finally {
      setAsking(false);
    }
  };
  return (
    <>
      <Button kind="quiet" size="small" busy={asking ? busy : undefined} onClick={() => void again()}>
        {children}
      </Button>
      {wrong && (
        <p role="alert" className="small bad-words">
          {wrong}
        </p>
      )}
    </>
  );
}
