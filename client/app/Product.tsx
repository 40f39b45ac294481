import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Route, Routes, useNavigate } from 'react-router';
import { ApiRefused } from '../api.js';
import { LiveProvider } from '../live/live-provider.js';
import { turnShortcuts } from '../room/keys/shortcuts.js';
import { SignInPage } from '../sign-in/SignInPage.js';
import { Button } from '../ui/actions/Button.js';
import { useAnnouncer } from '../ui/live-regions/LiveRegions.js';
import { Failed, Fetching } from '../ui/surfaces/Waiting.js';
import { useSignedIn } from './use-signed-in.js';

// Whoever only signs in does not wait for the pages.
const Pages = lazy(async () => ({ default: (await import('./Pages.js')).Pages }));
const InvitationPage = lazy(async () => ({
  default: (await import('../sign-in/InvitationPage.js')).InvitationPage,
}));

/** The whole product: who is signed in decides between signing in and the pages. */
export function Product() {
  const { standing, tryAgain, cameIn, leave } = useSignedIn();
  const [queries] = useState(newQueries);
  const navigate = useNavigate();
  const { forgetAll } = useAnnouncer();
  const last = useRef<string | null>(null);
  const out = standing.is === 'out' ? standing.why : null;

  useEffect(() => {
    if (standing.is === 'in') last.current = standing.you.personId;
  }, [standing]);
  useEffect(() => {
    if (out === null) return;
    queries.clear();
    forgetAll();
    if (out === 'left') void navigate('/', { replace: true });
  }, [out, queries, forgetAll, navigate]);

  const opening = (
    <main className="page">
      <h1 className="visually-hidden">Group supervision</h1>
      <Fetching>Opening Group supervision</Fetching>
    </main>
  );
  if (standing.is === 'asking') return opening;
  if (standing.is === 'unreachable') {
    return (
      <main className="page">
        <Failed fact="We could not reach the server." action={<Button onClick={tryAgain}>Try again</Button>}>
          Nothing is lost. Words you had not sent are still on this device.
        </Failed>
      </main>
    );
  }
  const enter = (you: Parameters<typeof cameIn>[0], home: boolean) => {
    // Somebody else must not land on the page that the one before had open, nor find anything of theirs.
    const isOther = last.current !== null && last.current !== you.personId;
    if (home || isOther) void navigate('/', { replace: true });
    if (isOther) {
      queries.clear();
      forgetAll();
      turnShortcuts(false);
    }
    cameIn(you);
  };
  return (
    <QueryClientProvider client={queries}>
      <Suspense fallback={opening}>
        <Routes>
          <Route path="/invitation/:token" element={<InvitationPage onIn={(you) => enter(you, true)} />} />
          <Route
            path="*"
            element={
              standing.is === 'in' ? (
                <LiveProvider key={standing.you.personId} live={standing.live}>
                  <Pages you={standing.you} leave={leave} />
                </LiveProvider>
              ) : (
                <SignInPage ended={standing.why === 'ended'} onIn={(you) => enter(you, false)} />
              )
            }
          />
        </Routes>
      </Suspense>
    </QueryClientProvider>
  );
}

function newQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        gcTime: 60_000,
        // A refusal stays a refusal; only a broken road is worth another try.
        retry: (count, error) => !(error instanceof ApiRefused) && count < 2,
      },
    },
  });
}
