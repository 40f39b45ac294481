import { Module } from '@nestjs/common';
import { CadenceModule } from '../cadence/cadence.module.js';
import { LiveModule } from '../live/live.module.js';
import { MessagesModule } from '../messages/messages.module.js';
import { AuditController } from './audit.controller.js';
import { Counting } from './counting/counting.service.js';
import { countingServices } from './counting-services.js';
import { WeeklyDigest } from './digest/weekly-digest.service.js';
import { ExportsController } from './exports/exports.controller.js';
import { Exports } from './exports/exports.service.js';
import { Looks } from './looks.service.js';
import { Closing } from './months/closing.service.js';
import { MonthEnd } from './months/month-end.service.js';
import { Months } from './months/months.service.js';
import { PackContents } from './packs/contents.service.js';
import { PackExpiry } from './packs/expiry.service.js';
import { Packing } from './packs/packing.service.js';
import { PacksController } from './packs/packs.controller.js';
import { Packs } from './packs/packs.service.js';
import { Pieces } from './packs/pieces.service.js';
import { RecordFilesOf } from './packs/record-files.service.js';
import { PackTables } from './packs/tables.service.js';
import { PacksWaiting } from './packs/waiting.service.js';
import { Gradings } from './samples/gradings.service.js';
import { SamplesController } from './samples/samples.controller.js';
import { Samples } from './samples/samples.service.js';
import { GapPages } from './standing/gap-pages.service.js';
import { Snapshot } from './standing/snapshot.service.js';
import { Stretches } from './standing/stretches.service.js';
import { TakingIn } from './talks/taking-in.service.js';
import { TalkPages } from './talks/talk-pages.service.js';
import { Why } from './why.service.js';

const packs = [PackContents, PackExpiry, Packing, Packs, PackTables, Pieces, RecordFilesOf];
const samples = [Gradings, Samples];
const forOthers = [Closing, GapPages, Looks, Months, PacksWaiting, Snapshot, TalkPages];

/** How often families are supervised, and how well: it reads everywhere and writes nowhere but in its own tables. */
@Module({
  imports: [CadenceModule, LiveModule, MessagesModule],
  controllers: [AuditController, ExportsController, PacksController, SamplesController],
  providers: [
    ...countingServices,
    ...packs,
    ...samples,
    Closing,
    Counting,
    Exports,
    Looks,
    MonthEnd,
    PacksWaiting,
    Stretches,
    TakingIn,
    WeeklyDigest,
    Why,
  ],
  exports: forOthers,
})
export class AuditModule {}
