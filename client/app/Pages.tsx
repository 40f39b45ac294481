import { type ReactNode, Suspense, useMemo, useState } from 'react';
import { Outlet, Route, Routes } from 'react-router';
import { disciplineOf } from '../../shared/disciplines.js';
import type { You } from '../../shared/people/sign-in.js';
import { ReasonProvider } from '../audit/reason/reason-provider.js';
import type { Around } from '../live/around.js';
import { useConnection } from '../live/use-connection.js';
import { PersonMark } from '../marks/PersonMark.js';
import { ConfirmPassword } from '../sign-in/ConfirmPassword.js';
import { AppFrame } from '../ui/frames/AppFrame.js';
import { Fetching } from '../ui/surfaces/Waiting.js';
import { ConnectionBar } from './connection/ConnectionBar.js';
import { ConnectionVoice } from './connection/ConnectionVoice.js';
import { KeptChanges } from './connection/KeptChanges.js';
import { OfflineStrip } from './connection/OfflineStrip.js';
import { WaitingToSend } from './connection/WaitingToSend.js';
import { Foot } from './Foot.js';
import { navFor } from './nav.js';
import { pageRoutes, roomRoutes } from './routes.js';
import { SettingsDialog } from './SettingsDialog.js';
import { SignOutDialog } from './SignOutDialog.js';
import { Veil } from './Veil.js';

/** Every page of somebody who is signed in, each fetched when it is first needed. */
export function Pages({ you, leave }: { you: You; leave: (forget: boolean) => Promise<void> }) {
  const [asksToLeave, setAsksToLeave] = useState(false);
  const [settings, setSettings] = useState(false);
  const around = useMemo<Around>(
    () => ({
      you,
      connection: <ConnectionBar />,
      strip: <OfflineStrip />,
      toSend: <WaitingToSend />,
      kept: <KeptChanges />,
      confirm: (asked) => <ConfirmPassword {...asked} />,
      signOut: () => setAsksToLeave(true),
    }),
    [you],
  );
  const frame = <Framed around={around} onSettings={() => setSettings(true)} />;
  return (
    <Veil>
      <ConnectionVoice />
      <ReasonProvider key={you.personId}>
        <Routes>
          {roomRoutes(around)}
          <Route element={frame}>{pageRoutes(around)}</Route>
        </Routes>
      </ReasonProvider>
      <SignOutDialog open={asksToLeave} onClose={() => setAsksToLeave(false)} leave={leave} />
      <SettingsDialog open={settings} onClose={() => setSettings(false)} />
    </Veil>
  );
}

/** What stands round every page but the room. */
function Framed({ around, onSettings }: { around: Around; onSettings: () => void }): ReactNode {
  const { you } = around;
  const { kept } = useConnection();
  return (
    <AppFrame
      nav={navFor(you)}
      skip="Skip to the page"
      connection={around.connection}
      strip={around.strip}
      foot={<Foot />}
      person={{
        name: you.name,
        role: you.title || disciplineOf(you.discipline).person,
        mark: <PersonMark discipline={you.discipline} />,
        menu: [
          { label: 'Settings', onPick: onSettings },
          { label: 'Calendars', to: '/calendars' },
          {
            label: 'Sign out',
            onPick: around.signOut,
            hint: kept.length > 0 ? 'Some words are not accepted yet' : undefined,
          },
        ],
      }}
    >
      <Suspense fallback={<Fetching>Opening the page</Fetching>}>
        <Outlet />
      </Suspense>
    </AppFrame>
  );
}
