import { Controller, Get } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { openApi } from './openapi.js';
import { Open } from './policy.js';
import { routesOf } from './routes.js';

@Controller('api')
export class OpenApiController {
  private made: Record<string, unknown> | undefined;

  constructor(private readonly discovery: DiscoveryService) {}

  /** Made when it is first asked for: it costs nothing at the start. */
  @Get('openapi.json')
  @Open()
  openapi(): Record<string, unknown> {
    this.made ??= openApi(routesOf(this.discovery));
    return this.made;
  }
}
