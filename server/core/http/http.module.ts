import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { APP_INTERCEPTOR, APP_PIPE, DiscoveryModule, DiscoveryService } from '@nestjs/core';
import { AnswersInterceptor } from './answers.js';
import { OpenApiController } from './openapi.controller.js';
import { routesOf } from './routes.js';
import { schemaPipe } from './schema.pipe.js';

/** What every request passes on its way in and out; who may pass is the guard's, in people. */
@Module({
  imports: [DiscoveryModule],
  controllers: [OpenApiController],
  providers: [
    { provide: APP_PIPE, useFactory: schemaPipe },
    { provide: APP_INTERCEPTOR, useClass: AnswersInterceptor },
  ],
})
export class HttpModule implements OnApplicationBootstrap {
  constructor(private readonly discovery: DiscoveryService) {}

  /** A route that does not say who may call it stops the start, so that none is ever open by having been forgotten. */
  onApplicationBootstrap(): void {
    const bare = routesOf(this.discovery).filter((route) => !route.policy);
    if (bare.length) throw new Error(`No policy on ${bare.map((r) => r.handler).join(', ')}`);
  }
}
