import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

// The rules of the house, read from the source itself: who may import whom, what a file may hold, how long it may be.

const root = path.resolve(__dirname, '..');
const rooms = ['shared', 'server', 'client'] as const;

interface Source {
  /** From the root, with forward slashes: "shared/live/log.ts". */
  file: string;
  text: string;
  imports: string[];
}

function filesUnder(dir: string): string[] {
  return readdirSync(path.join(root, dir), { withFileTypes: true }).flatMap((e) => {
    const name = `${dir}/${e.name}`;
    if (e.isDirectory()) return e.name === 'node_modules' ? [] : filesUnder(name);
    return /\.tsx?$/.test(e.name) ? [name] : [];
  });
}

function importsOf(file: string, text: string): string[] {
  const found = [
    ...text.matchAll(
      /^(?:import|export)\b[^;'"]*?\bfrom\s*['"]([^'"]+)['"]|^import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm,
    ),
  ];
  return found.map((m) => {
    const to = (m[1] ?? m[2] ?? m[3])!;
    if (!to.startsWith('.')) return to;
    return path.posix.join(path.posix.dirname(file), to).replace(/\.js$/, '');
  });
}

const sources: Source[] = rooms.flatMap(filesUnder).map((file) => {
  const text = readFileSync(path.join(root, file), 'utf8');
  return { file, text, imports: importsOf(file, text) };
});
const product = sources.filter((s) => !/\.test\.tsx?$/.test(s.file));
const isOwn = (to: string) => /^(shared|server|client|test|scripts|bench)\//.test(to);
const featureOf = (file: string) => file.split('/')[1] ?? '';
// The engine keeps house rule 5 in files named after what they are; these are its services.
const engine = /^server\/live\/(record|standing|consequences|drafts|next-discussion)$/;
const isService = (to: string) => /\.(service|module)$/.test(to) || engine.test(to);
// The edge of the sockets: who may connect, who is listening, what a message says.
const edge = /^server\/live\/(live\.(gateway|adapter)|handshake|audience)\.ts$/;
const offences = (list: Source[], bad: (s: Source) => string[]) =>
  list.flatMap((s) => bad(s).map((what) => `${s.file}: ${what}`));

describe('a stranger who enters the house', () => {
  it('finds that shared is pure: only zod, yjs and a date library, no clock, no chance, no network', () => {
    const mayImport = /^(shared\/|zod$|yjs$|temporal-polyfill)/;
    const shared = product.filter((s) => s.file.startsWith('shared/'));
    expect(offences(shared, (s) => s.imports.filter((i) => !mayImport.test(i)))).toEqual([]);
    const impure = /\b(Date\.now|new Date\(\)|Math\.random|crypto\.|fetch\(|process\.)/g;
    const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    expect(offences(shared, (s) => code(s.text).match(impure) ?? [])).toEqual([]);
  });

  it('finds that client and server never import one another, nor anything outside themselves and shared', () => {
    for (const side of ['client', 'server'])
      expect(
        offences(
          product.filter((s) => s.file.startsWith(`${side}/`)),
          (s) => s.imports.filter((i) => isOwn(i) && !i.startsWith(`${side}/`) && !i.startsWith('shared/')),
        ),
      ).toEqual([]);
  });

  it('finds that a server feature uses only the services of another, and that core imports no feature', () => {
    const foreign = (s: Source) =>
      s.imports.filter(
        (i) =>
          i.startsWith('server/') &&
          i.split('/').length > 2 &&
          featureOf(i) !== featureOf(s.file) &&
          featureOf(i) !== 'core' &&
          !isService(i),
      );
    const features = product.filter((s) => s.file.startsWith('server/') && s.file.split('/').length > 2);
    expect(
      offences(
        features.filter((s) => featureOf(s.file) !== 'audit'),
        foreign,
      ),
    ).toEqual([]);
    const core = features.filter((s) => featureOf(s.file) === 'core');
    expect(
      offences(core, (s) =>
        s.imports.filter(
          (i) => i.startsWith('server/') && i.split('/').length > 2 && featureOf(i) !== 'core',
        ),
      ),
    ).toEqual([]);
  });

  it('finds one place that reads the environment, and one that opens transactions', () => {
    const server = product.filter((s) => s.file.startsWith('server/'));
    expect(
      server
        .filter((s) => s.text.includes('process.env') && s.file !== 'server/config.ts')
        .map((s) => s.file),
    ).toEqual([]);
    const opens = /\.transaction\(|createQueryRunner\(|startTransaction\(|['"`]BEGIN/;
    expect(
      server.filter((s) => opens.test(s.text) && !s.file.startsWith('server/core/')).map((s) => s.file),
    ).toEqual([]);
  });

  it('finds socket.io only at the gateway and in core', () => {
    const knows = product.filter(
      (s) =>
        s.file.startsWith('server/') && s.imports.some((i) => /^socket\.io$|platform-socket\.io/.test(i)),
    );
    expect(knows.map((s) => s.file).filter((f) => !f.startsWith('server/core/') && !edge.test(f))).toEqual(
      [],
    );
  });

  it('finds that client features stand apart: ui and live import none of them, none imports another, app puts them together', () => {
    const features = product.filter((s) => s.file.startsWith('client/') && s.file.split('/').length > 2);
    // Marks and bands are the one piece of the field's own drawing that every feature needs.
    const beneath = new Set(['ui', 'live', 'marks']);
    const bad = (s: Source) =>
      s.imports.filter((i) => {
        if (!i.startsWith('client/') || i.split('/').length <= 2) return false;
        const from = featureOf(s.file);
        const to = featureOf(i);
        return from !== to && from !== 'app' && !beneath.has(to) && !(from === 'live' && to === 'ui');
      });
    expect(offences(features, bad)).toEqual([]);
  });

  it('finds no barrel, no default export and no circle', () => {
    expect(product.filter((s) => /\/index\.tsx?$/.test(s.file)).map((s) => s.file)).toEqual([]);
    expect(product.filter((s) => /^export default\b/m.test(s.text)).map((s) => s.file)).toEqual([]);
    expect(circles()).toEqual([]);
  });

  it('finds no rule about roles in a component', () => {
    const components = product.filter((s) => s.file.startsWith('client/') && s.file.endsWith('.tsx'));
    expect(components.filter((s) => /\brole\s*[!=]==/.test(s.text)).map((s) => s.file)).toEqual([]);
  });

  it('finds files that fit on a few screens, named in kebab-case or as components', () => {
    const long = product.filter(
      (s) => s.text.split('\n').length > 301 && !/^\/\/ Long because/m.test(s.text),
    );
    expect(long.map((s) => `${s.file} ${s.text.split('\n').length}`)).toEqual([]);
    const named = /^([a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.tsx?|[A-Z][A-Za-z0-9]*\.tsx)$/;
    expect(product.map((s) => s.file).filter((f) => !named.test(path.posix.basename(f)))).toEqual([]);
    const sizes = product.map((s) => s.text.split('\n').length).sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(100);
  });

  it('finds no drawer for everything: helpers, utils and the like have no place', () => {
    const drawer = /(^|[/.-])(helpers?|utils?|misc|common|manager-service|processor)([/.-]|$)/;
    expect(product.map((s) => s.file).filter((f) => drawer.test(f))).toEqual([]);
  });

  it('finds no test that is skipped, left to do, or run alone', () => {
    const tests = [
      ...sources.filter((s) => /\.(test|spec)\.tsx?$/.test(s.file)).map((s) => s.file),
      ...filesUnder('test'),
    ];
    const weak = /\b(it|test|describe)\.(skip|only|todo)\b|\bx(it|describe)\(|expect\(true\)/;
    const self = 'test/house.test.ts';
    expect(tests.filter((f) => f !== self && weak.test(readFileSync(path.join(root, f), 'utf8')))).toEqual(
      [],
    );
  });
});

/** Files that import each other in a loop; type-only imports do not run and are passed over. */
function circles(): string[] {
  const byName = new Map(product.map((s) => [s.file.replace(/\.tsx?$/, ''), s]));
  const running = (s: Source) => {
    const withoutTypes = s.text.replace(/^import type\b[^;]*;/gm, '');
    return importsOf(s.file, withoutTypes).filter((i) => byName.has(i));
  };
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (name: string, way: string[]): void => {
    if (way.includes(name)) {
      found.push([...way.slice(way.indexOf(name)), name].join(' → '));
      return;
    }
    if (done.has(name)) return;
    for (const next of running(byName.get(name)!)) visit(next, [...way, name]);
    done.add(name);
  };
  for (const name of byName.keys()) visit(name, []);
  return found;
}
