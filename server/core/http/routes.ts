import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { z } from 'zod';
import { ANSWERS } from './answers.js';
import { POLICY, type Policy } from './policy.js';

/** A route of the running server, as its decorators describe it. */
export interface Route {
  method: string;
  /** As Nest writes it: `/api/families/:id`. */
  path: string;
  /** `FamiliesController.page`, to find it by. */
  handler: string;
  policy: Policy | undefined;
  body: z.ZodType | undefined;
  query: z.ZodType | undefined;
  answers: z.ZodType | undefined;
}

/** Every route of every controller that the server was put together with. */
export function routesOf(discovery: DiscoveryService): Route[] {
  const scanner = new MetadataScanner();
  return discovery.getControllers().flatMap(({ metatype }) => {
    if (!metatype) return [];
    const type = metatype as Type;
    const base = String(Reflect.getMetadata(PATH_METADATA, type) ?? '');
    return scanner.getAllMethodNames(type.prototype).flatMap((name) => {
      const handler = type.prototype[name] as object;
      const method: RequestMethod | undefined = Reflect.getMetadata(METHOD_METADATA, handler);
      if (method === undefined) return [];
      const path = String(Reflect.getMetadata(PATH_METADATA, handler) ?? '');
      return [
        {
          method: RequestMethod[method] ?? 'ALL',
          path: `/${[base, path]
            .flatMap((p) => p.split('/'))
            .filter(Boolean)
            .join('/')}`,
          handler: `${type.name}.${name}`,
          policy: Reflect.getMetadata(POLICY, handler) as Policy | undefined,
          body: schemaOf(type, name, RouteParamtypes.BODY),
          query: schemaOf(type, name, RouteParamtypes.QUERY),
          answers: Reflect.getMetadata(ANSWERS, handler) as z.ZodType | undefined,
        },
      ];
    });
  });
}

function schemaOf(type: Type, name: string, kind: RouteParamtypes): z.ZodType | undefined {
  const all = (Reflect.getMetadata(ROUTE_ARGS_METADATA, type, name) ?? {}) as Record<
    string,
    { schema?: z.ZodType }
  >;
  return Object.entries(all).find(([key]) => key.startsWith(`${kind}:`))?.[1].schema;
}
