import { Module } from '@nestjs/common';
import { Filing } from './filing.js';
import { Signing } from './signing.js';

/** Minutes: what signing files, and where it goes from there. */
@Module({ providers: [Filing, Signing] })
export class MinutesModule {}
