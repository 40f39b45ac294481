import { defineConfig } from '@playwright/test';

// Each spec starts what it needs itself (server, pages, browser), on ports of its own.
export default defineConfig({
  testDir: 'test/browser',
  testMatch: '**/*.spec.ts',
  timeout: 120_000,
  // What is waited for is a state, never a speed: a busy machine must not fail a test.
  expect: { timeout: 20_000 },
  workers: 1,
  reporter: 'list',
});
