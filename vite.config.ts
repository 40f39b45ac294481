import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = `http://127.0.0.1:${process.env['PORT'] ?? '3000'}`;

export default defineConfig({
  root: 'client',
  plugins: [react()],
  // The content policy forbids data: addresses, so nothing is ever inlined.
  build: { outDir: '../dist/client', emptyOutDir: true, sourcemap: false, assetsInlineLimit: 0 },
  server: {
    port: 5173,
    proxy: { '^/api/': server, '/socket.io': { target: server, ws: true } },
  },
});
