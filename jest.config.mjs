import fs from 'node:fs';
import path from 'node:path';

// Nest 12 and some other packages are ES modules only. On Node 20 and 22 Jest cannot require() those, so
// swc turns them into CommonJS like our own sources. The list is read from node_modules, not kept by hand.
const esmOnly = (dir) =>
  fs.readdirSync(dir, { withFileTypes: true }).flatMap((e) => {
    if (e.name.startsWith('@')) return esmOnly(path.join(dir, e.name)).map((n) => `${e.name}/${n}`);
    try {
      const p = JSON.parse(fs.readFileSync(path.join(dir, e.name, 'package.json'), 'utf8'));
      return p.type === 'module' ? [e.name] : [];
    } catch {
      return [];
    }
  });
const esm = esmOnly(path.join(import.meta.dirname, 'node_modules'));

const swc = (parser, transform) => [
  '@swc/jest',
  {
    swcrc: false,
    jsc: { parser, transform, target: 'es2023', keepClassNames: true },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];
const ts = swc(
  { syntax: 'typescript', decorators: true, tsx: true },
  {
    legacyDecorator: true,
    decoratorMetadata: true,
    useDefineForClassFields: false,
    react: { runtime: 'automatic' },
  },
);

/** @type {import('jest').Config} */
export default {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  // A busy machine is slow at hashing passwords and starting servers; no test asserts a time.
  testTimeout: 60_000,
  testMatch: ['<rootDir>/{shared,server,client,test,scripts,bench}/**/*.test.ts?(x)'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/browser/', '<rootDir>/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/bench/peers/'],
  transform: { '^.+\\.tsx?$': ts, '^.+\\.m?js$': swc({ syntax: 'ecmascript' }) },
  transformIgnorePatterns: [`/node_modules/(?!(${esm.join('|')})/)`],
  moduleNameMapper: {
    '^(\\.{1,2}/.+)\\.js$': ['$1.ts', '$1.tsx', '$1.js'],
    // A component drawn as text has no looks.
    '\\.css$': '<rootDir>/test/support/no-looks.ts',
  },
  setupFiles: ['reflect-metadata'],
};
