import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import { ApiRefused, wordsFor } from './api.js';
import type { FieldProblem } from './ui/fields/ErrorSummary.js';

/** What is wrong with each field, in the words of the person's aim; nothing for a field that is right. */
export type Wrong<V> = { [K in keyof V]?: string | undefined };

export interface FormAsked<V> {
  initial: V;
  /** Looks at the values before anything is sent. */
  check?: ((values: V) => Wrong<V>) | undefined;
  send: (values: V) => Promise<unknown>;
  /** After it was taken, with everything on the page asked anew. */
  done: (answer: unknown) => void;
  /** False where nothing at the server is another for it, so that nothing on the page is asked anew. */
  asksAnew?: boolean | undefined;
}

export interface Form<V> {
  values: V;
  set: (change: Partial<V>) => void;
  /** All a field of the kit needs: its id, value, onChange and error. */
  field: <K extends keyof V & string>(
    key: K,
  ) => { id: string; value: V[K]; onChange: (value: V[K]) => void; error: string | undefined };
  problems: readonly FieldProblem[];
  attempt: number;
  /** A refusal that belongs to no field. */
  refused: string;
  busy: boolean;
  submit: () => Promise<void>;
}

/** One form: errors appear at the first try to send, and each goes as its field is mended. Words survive every refusal. */
export function useForm<V extends object>({
  initial,
  check,
  send,
  done,
  asksAnew = true,
}: FormAsked<V>): Form<V> {
  const [values, setValues] = useState(initial);
  const [wrong, setWrong] = useState<Wrong<V>>({});
  const [attempt, setAttempt] = useState(0);
  const [refused, setRefused] = useState('');
  const [busy, setBusy] = useState(false);
  const queries = useQueryClient();
  const own = useId();

  const set = (change: Partial<V>) => {
    setValues((was) => ({ ...was, ...change }));
    setWrong(
      (was) => Object.fromEntries(Object.entries(was).filter(([key]) => !(key in change))) as Wrong<V>,
    );
  };
  const idOf = (key: string) => `${own}-${key}`;
  const keys = Object.keys(initial) as (keyof V & string)[];
  const problems = keys.flatMap((key) => (wrong[key] ? [{ fieldId: idOf(key), message: wrong[key] }] : []));

  const submit = async () => {
    if (busy) return;
    setAttempt((count) => count + 1);
    setRefused('');
    const found = check?.(values) ?? {};
    setWrong(found);
    if (Object.values(found).some(Boolean)) return;
    setBusy(true);
    try {
      const answer = await send(values);
      if (asksAnew) await queries.invalidateQueries();
      done(answer);
    } catch (error) {
      const fields = error instanceof ApiRefused ? fieldsOf(error, keys) : {};
      setWrong(fields as Wrong<V>);
      if (Object.keys(fields).length === 0) setRefused(wordsFor(error));
      setAttempt((count) => count + 1);
    } finally {
      setBusy(false);
    }
  };
  useErrorTitle(problems.length > 0);
  return {
    values,
    set,
    field: (key) => ({
      id: idOf(key),
      value: values[key],
      onChange: (value) => set({ [key]: value } as unknown as Partial<V>),
      error: wrong[key],
    }),
    problems,
    attempt,
    refused,
    busy,
    submit,
  };
}

/** The server names fields by path ("children.0.firstName"): each belongs to the field of its first name. */
function fieldsOf({ fields }: ApiRefused, keys: readonly string[]): Record<string, string> {
  const named = Object.entries(fields).map(([path, says]) => [path.split('.')[0] ?? '', says] as const);
  return Object.fromEntries(named.filter(([key]) => keys.includes(key)));
}

/** While something is to be mended the title of the page says so, also over a dialog. */
function useErrorTitle(hasErrors: boolean): void {
  useEffect(() => {
    if (!hasErrors) return;
    document.title = `Error: ${document.title}`;
    return () => {
      document.title = document.title.replace(/^Error: /, '');
    };
  }, [hasErrors]);
}
