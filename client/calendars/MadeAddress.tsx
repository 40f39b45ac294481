import { Button } from '../ui/actions/Button.js';
import { useCopy } from '../use-copy.js';

/** An address just made: shown once, because only its hash is kept. */
export function MadeAddress({ address }: { address: string }) {
  const { said, copy } = useCopy('address');
  return (
    <section className="stack close" aria-label="The new address">
      <p className="calendar-address small">{address}</p>
      <p className="small muted measure">
        Shown only now. In your calendar program choose “Subscribe” or “Add from internet” and paste it there.
        Whoever has it can read this calendar, so give it to nobody; if somebody has seen it, withdraw it and
        make another.
      </p>
      <div className="row wraps">
        <Button onClick={() => void copy(address)}>Copy the address</Button>
        <p role="status" className="small">
          {said}
        </p>
      </div>
    </section>
  );
}
