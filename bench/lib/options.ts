type Wanted = Readonly<Record<string, number | string | boolean>>;
type Given<T extends Wanted> = {
  -readonly [K in keyof T]: T[K] extends number ? number : T[K] extends boolean ? boolean : string;
};

/**
 * Reads `--name value` (or `--name` alone for a switch) over the defaults, whose types say what is expected.
 * Throws a sentence that names the option when it is unknown or its value is not a number.
 */
export function readOptions<const T extends Wanted>(defaults: T, given: readonly string[]): Given<T> {
  const options: Record<string, number | string | boolean> = { ...defaults };
  for (let i = 0; i < given.length; i++) {
    const [name = '', inline] = (given[i] ?? '').replace(/^--/, '').split('=', 2);
    const standard = defaults[name];
    if (!given[i]?.startsWith('--') || standard === undefined)
      throw new Error(
        `There is no option ${given[i]}. Known: ${Object.keys(defaults)
          .map((n) => `--${n}`)
          .join(' ')}`,
      );
    if (typeof standard === 'boolean') {
      options[name] = true;
      continue;
    }
    const value = inline ?? given[++i];
    if (value === undefined) throw new Error(`--${name} needs a value.`);
    if (typeof standard === 'number' && !(value.trim() && Number.isFinite(Number(value))))
      throw new Error(`--${name} needs a number, not "${value}".`);
    options[name] = typeof standard === 'number' ? Number(value) : value;
  }
  return options as Given<T>;
}
