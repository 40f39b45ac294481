import { existsSync } from 'node:fs';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { AppModule } from './app.module.js';
import type { Config } from './config.js';
import type { Clock } from './core/clock.js';
import { NestLog } from './core/log.js';
import { RefusalFilter } from './core/refusal.filter.js';
import { LiveAdapter } from './live/live.adapter.js';

/** The whole server, made but not yet listening. */
export async function makeApp(config: Config, clock?: Clock): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(config, clock), {
    logger: new NestLog(),
    abortOnError: false,
    bodyParser: false,
  });
  app.set('trust proxy', config.trustedProxies);
  app.use(wall(config));
  app.use('/api', noStore);
  app.useBodyParser('json', { limit: '256kb', strict: true });
  app.useGlobalFilters(new RefusalFilter());
  app.useWebSocketAdapter(new LiveAdapter(app));
  servePages(app, config.clientDir);
  await app.init();
  return app;
}

/** The browser's own wall: nothing from elsewhere, nothing inline, nobody frames it. */
function wall(config: Config): ReturnType<typeof helmet> {
  const https = config.origins.every((origin) => origin.startsWith('https:'));
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'connect-src': ["'self'", ...config.origins.map((origin) => origin.replace(/^http/, 'ws'))],
        'img-src': ["'self'"],
        'font-src': ["'self'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
        'object-src': ["'none'"],
      },
    },
    // Off over plain http: a browser that has once seen it would never again open this machine's own address.
    strictTransportSecurity: https,
    referrerPolicy: { policy: 'no-referrer' },
  });
}

function noStore(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Cache-Control', 'no-store');
  next();
}

/** The built pages. Files with a hash in their name never change; every other address is the one page, so that links into it work. */
function servePages(app: NestExpressApplication, dir: string): void {
  if (!existsSync(path.join(dir, 'index.html'))) return;
  app.useStaticAssets(path.join(dir, 'assets'), {
    prefix: '/assets',
    immutable: true,
    maxAge: '1y',
    index: false,
  });
  app.useStaticAssets(dir, { index: false, maxAge: 0 });
  app.use((request: Request, response: Response, next: NextFunction) => {
    const isPage = request.method === 'GET' && !/^\/(api|socket\.io|assets)(\/|$)/.test(request.path);
    if (!isPage) return next();
    response.setHeader('Cache-Control', 'no-store');
    response.sendFile(path.join(dir, 'index.html'));
  });
}
