import '../ui/base.css';
import '../ui/layout.css';
import '../ui/print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { LiveRegions } from '../ui/live-regions/LiveRegions.js';
import { blankWhenLeft } from './blank-when-left.js';
import { Faults } from './Faults.js';
import { Product } from './Product.js';
import { themeOfDevice } from './theme-setting.js';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no place for the product');

blankWhenLeft(root);
themeOfDevice();
createRoot(root).render(
  <StrictMode>
    <Faults>
      <LiveRegions>
        <BrowserRouter>
          <Product />
        </BrowserRouter>
      </LiveRegions>
    </Faults>
  </StrictMode>,
);
