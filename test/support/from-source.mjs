// Lets a process started by a test run the TypeScript source as it is: `node --import test/support/from-source.mjs file.ts`.
import { register } from 'node:module';

register('./from-source-hooks.mjs', import.meta.url);
