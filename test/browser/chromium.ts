import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { chromium } from '@playwright/test';

/** A Chromium to test with: the named one, the system's, Playwright's, or the one that came with npm ci. */
export async function findChromium(): Promise<
  { executablePath: string; env?: Record<string, string> } | undefined
> {
  const named = [
    process.env['CHROMIUM_PATH'],
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    chromium.executablePath(),
  ];
  if (process.env['CHROMIUM_PATH'] !== 'npm') {
    for (const p of named) if (p && existsSync(p)) return { executablePath: p };
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    const executablePath = await packed.executablePath();
    const dir = path.join(os.tmpdir(), 'chromium-libs'); // NSS and expat, for machines without them
    if (!existsSync(path.join(dir, 'lib'))) {
      mkdirSync(dir, { recursive: true });
      const bin = path.join(
        path.dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')),
        '../../bin',
      );
      writeFileSync(
        path.join(dir, 'libs.tar'),
        brotliDecompressSync(readFileSync(path.join(bin, 'al2023.tar.br'))),
      );
      execFileSync('tar', ['xf', 'libs.tar'], { cwd: dir });
    }
    return { executablePath, env: { LD_LIBRARY_PATH: path.join(dir, 'lib') } };
  } catch {
    return undefined;
  }
}
