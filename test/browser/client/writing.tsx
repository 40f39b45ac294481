import '../../../client/ui/base.css';
import '../../../client/ui/layout.css';
import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { ask, askAs } from '../../../client/api.js';
import { blankWhenLeft } from '../../../client/app/blank-when-left.js';
import { ConnectionBar } from '../../../client/app/connection/ConnectionBar.js';
import { OfflineStrip } from '../../../client/app/connection/OfflineStrip.js';
import { WaitingToSend } from '../../../client/app/connection/WaitingToSend.js';
import { liveFor } from '../../../client/app/live-for.js';
import type { Live } from '../../../client/live/live.js';
import { LiveProvider } from '../../../client/live/live-provider.js';
import { OutboxStore } from '../../../client/live/outbox/store.js';
import { useLog } from '../../../client/live/use-log.js';
import { useProse } from '../../../client/live/use-prose.js';
import { LiveRegions } from '../../../client/ui/live-regions/LiveRegions.js';
import type { You } from '../../../shared/people/sign-in.js';

// One discussion with nothing but its fields: what the browser does to words, without the pages around them.
const asked = new URLSearchParams(window.location.search);
const logId = `discussion/${asked.get('discussion')}` as const;
const fields = ['review/mental-health', 'review/recovery', 'wrong-about'];

function Field({ name }: { name: string }) {
  const field = useProse(logId, name);
  return (
    <div>
      <label htmlFor={name}>{name}</label>
      <textarea id={name} ref={field.ref} readOnly={!field.ready || field.why !== null} rows={6} cols={80} />
      <p data-state={name}>
        {field.ready ? 'ready' : 'not ready'} {field.waiting ? 'waiting' : 'sent'} {field.writing.length}{' '}
        writing
      </p>
    </div>
  );
}

function Discussion() {
  const log = useLog(logId);
  return (
    <main>
      <h1>{log.state.familyName}</h1>
      <ConnectionBar />
      <OfflineStrip />
      <WaitingToSend />
      {fields.map((name) => (
        <Field key={name} name={name} />
      ))}
      <p data-seq>{log.seq}</p>
    </main>
  );
}

function Page() {
  const [live, setLive] = useState<Live>();
  useEffect(() => {
    void (async () => {
      askAs(await (await OutboxStore.open()).deviceId());
      const engine = await liveFor(await ask<You>('GET', 'you'), () => undefined);
      engine.start();
      setLive(engine);
    })();
  }, []);
  if (!live) return <p>Opening</p>;
  return (
    <LiveProvider live={live}>
      <Discussion />
    </LiveProvider>
  );
}

const root = document.getElementById('root')!;
blankWhenLeft(root);
createRoot(root).render(
  <StrictMode>
    <LiveRegions>
      <BrowserRouter>
        <Page />
      </BrowserRouter>
    </LiveRegions>
  </StrictMode>,
);
