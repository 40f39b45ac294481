import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = import.meta.dirname;

// The content policy the product serves, so that a part of the kit which would break under it breaks here first.
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; font-src 'self'; " +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'";

export default defineConfig({
  root: path.join(here, 'client'),
  plugins: [react()],
  build: {
    outDir: path.join(here, '../../dist/gallery'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    rollupOptions: { input: path.join(here, 'client/gallery.html') },
  },
  preview: { headers: { 'Content-Security-Policy': policy } },
});
