import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { MemoryRouter } from 'react-router';
import '../../../client/ui/base.css';
import '../../../client/ui/layout.css';
import '../../../client/ui/print.css';
import { LiveRegions } from '../../../client/ui/live-regions/LiveRegions.js';
import { applyTheme } from '../../../client/ui/theme.js';
import { Kit } from './kit.js';
import { Room } from './room.js';

// A page for looking at the kit and testing it. `?view=room` shows the room, `?theme=dark` the dark colours.
const asked = new URLSearchParams(location.search);
applyTheme(asked.get('theme') === 'dark' ? 'dark' : 'light');

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <MemoryRouter>
      <LiveRegions>{asked.get('view') === 'room' ? <Room /> : <Kit />}</LiveRegions>
    </MemoryRouter>
  </StrictMode>,
);
