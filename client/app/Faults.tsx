import { Component, type ReactNode } from 'react';
import { Button } from '../ui/actions/Button.js';
import { Failed } from '../ui/surfaces/Waiting.js';

/** The last net under the pages: says what happened and a reference, and never a word of what was on the page. */
export class Faults extends Component<{ children: ReactNode }, { reference: string | null }> {
  override state = { reference: null };

  static getDerivedStateFromError(): { reference: string } {
    // Easy to read out on the telephone: no letter that looks or sounds like another.
    const letters = '23456789CDFGHJKMNPQRTVWX';
    const bytes = crypto.getRandomValues(new Uint8Array(6));
    return { reference: [...bytes].map((b) => letters[b % letters.length]).join('') };
  }

  override componentDidCatch(error: Error): void {
    // Where it broke, for whoever looks into it; the message might hold words of a family.
    console.error(
      `Reference ${this.state.reference}: ${error.name}`,
      error.stack?.split('\n').slice(1).join('\n'),
    );
  }

  override render(): ReactNode {
    if (this.state.reference === null) return this.props.children;
    return (
      <main className="page">
        <Failed
          fact="This page stopped working."
          reference={this.state.reference}
          action={<Button onClick={() => window.location.reload()}>Load it again</Button>}
        >
          What you wrote is kept, on the server or on this device.
        </Failed>
      </main>
    );
  }
}
