import { Module } from '@nestjs/common';
import { Snapshots } from './snapshots.service.js';

/** Stands by itself, because both the families and the live logs need it, and the families need the logs. */
@Module({ providers: [Snapshots], exports: [Snapshots] })
export class SnapshotsModule {}
