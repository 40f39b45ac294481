import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = import.meta.dirname;

export default defineConfig({
  root: path.join(here, 'client'),
  base: '/writing/',
  plugins: [react()],
  build: {
    outDir: path.join(here, '../../dist/writing'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    rollupOptions: { input: path.join(here, 'client/writing.html') },
  },
});
