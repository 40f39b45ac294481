import { z } from 'zod';
import { refusals } from '../../../shared/refusals.js';
import type { Route } from './routes.js';

const Refusal = z.object({
  code: z.enum(Object.keys(refusals) as [string, ...string[]]),
  says: z.string(),
  fields: z.record(z.string(), z.string()).optional(),
  ref: z.string().optional(),
});

/** The description of the interface, from the schemas that the routes themselves read and answer by. */
export function openApi(routes: readonly Route[]): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Group supervision',
      version: '1',
      description:
        'Sign in with POST /api/sign-in; the answer sets a cookie. Whatever changes something needs the header ' +
        '`x-requested-with: group-supervision`, and an Origin, when there is one, that the server knows. ' +
        'What you may not see answers exactly like what does not exist: 404.',
    },
    paths,
    components: {
      schemas: { Refusal: jsonSchema(Refusal) },
      securitySchemes: { signIn: { type: 'apiKey', in: 'cookie', name: '__Host-sign-in' } },
    },
  };
}

function operation(route: Route): Record<string, unknown> {
  const { policy } = route;
  const who =
    policy?.who === 'roles' ? `For ${policy.roles.join(', ')}.` : policy?.who === 'anybody' ? 'Open.' : '';
  return {
    operationId: route.handler.replace('Controller.', '.'),
    ...(who ? { description: who } : {}),
    ...(policy?.who === 'anybody' ? {} : { security: [{ signIn: [] }] }),
    parameters: [...route.path.matchAll(/:(\w+)/g)]
      .map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }) as object)
      .concat(queryOf(route)),
    ...(route.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: jsonSchema(route.body, 'input') } },
          },
        }
      : {}),
    responses: {
      [route.method === 'POST' ? '201' : '200']: {
        description: 'Done',
        ...(route.answers ? { content: { 'application/json': { schema: jsonSchema(route.answers) } } } : {}),
      },
      default: {
        description: 'Refused, with the sentence a person reads',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
      },
    },
  };
}

function queryOf(route: Route): object[] {
  if (!route.query) return [];
  const { properties = {}, required = [] } = jsonSchema(route.query, 'input') as {
    properties?: Record<string, unknown>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output' = 'output'): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
