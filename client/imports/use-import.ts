import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportReport } from '../../shared/families/imports.js';
import { ApiBroken, ask, wordsFor } from '../api.js';

/** Looking at a file first, then importing the very same one. */
export interface Importing {
  /** What the file holds, or did; null before it was looked at. */
  report: ImportReport | null;
  refused: string;
  busy: 'checking' | 'importing' | null;
  check: (files: readonly File[], map?: File | null) => Promise<void>;
  run: () => Promise<void>;
  /** Other files were chosen: what was said of the ones before no longer holds. */
  forget: () => void;
}

/** Files that changed on disk after being chosen can no longer be read; the browser says so only when they are sent. */
const unread = 'The file could not be read. It may have changed since you chose it: choose it again.';

/** The answer got lost, so nobody here knows whether the file arrived. Trying again is safe either way. */
const unsure =
  'The file may have arrived or not. Import it again: a file that is already in changes nothing.';

export function useImport(kind: 'annex-a' | 'history'): Importing {
  const [report, setReport] = useState<ImportReport | null>(null);
  const [refused, setRefused] = useState('');
  const [busy, setBusy] = useState<Importing['busy']>(null);
  const [form, setForm] = useState<FormData | null>(null);
  const queries = useQueryClient();

  const send = async (body: FormData, checking: boolean) => {
    setBusy(checking ? 'checking' : 'importing');
    setRefused('');
    try {
      setReport(await ask<ImportReport>('POST', `imports/${kind}${checking ? '?check=1' : ''}`, body));
      if (!checking) await queries.invalidateQueries();
    } catch (error) {
      if (error instanceof DOMException) setRefused(unread);
      else
        setRefused(
          error instanceof ApiBroken && !checking ? `${wordsFor(error)} ${unsure}` : wordsFor(error),
        );
    }
    setBusy(null);
  };
  return {
    report,
    refused,
    busy,
    check: async (files, map) => {
      const body = new FormData();
      for (const file of files) body.append('file', file);
      if (map) body.append('map', map);
      setForm(body);
      setReport(null);
      await send(body, true);
    },
    run: async () => {
      if (form) await send(form, false);
    },
    forget: () => {
      setForm(null);
      setReport(null);
      setRefused('');
    },
  };
}
