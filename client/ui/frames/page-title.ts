import { useEffect } from 'react';

export const productName = 'Group supervision';

/** "Challenge – Hartley / Osei / Brooks – Group supervision", with `Error: ` in front while a form has errors. */
export function usePageTitle(parts: readonly string[], hasErrors = false): void {
  const title = `${hasErrors ? 'Error: ' : ''}${[...parts, productName].join(' – ')}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}
