import { useState } from 'react';
import { Button } from '../../ui/actions/Button.js';

/** Copies this room's address for sending to a colleague who is missing. It opens nothing for anybody who may not see it. */
export function CallIn() {
  const [copied, setCopied] = useState<'yes' | 'no'>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href);
      setCopied('yes');
    } catch {
      setCopied('no');
    }
  };
  return (
    <>
      <Button size="small" onClick={() => void copy()}>
        Copy a link for them
      </Button>
      <span role="status" className={copied ? 'small' : 'visually-hidden'}>
        {copied === 'yes' && 'Copied. Send it to them.'}
        {copied === 'no' && `Send them this address: ${window.location.href}`}
      </span>
    </>
  );
}
