import { Global, Module } from '@nestjs/common';
import { SnapshotsModule } from '../families/snapshots.module.js';
import { PeopleModule } from '../people/people.module.js';
import { Audience } from './audience.js';
import { Consequences } from './consequences.js';
import { Drafts } from './drafts.js';
import { Handshake } from './handshake.js';
import { Here } from './here.js';
import { LiveGateway } from './live.gateway.js';
import { LogStates } from './log-states.service.js';
import { LogStore } from './log-store.js';
import { NeighbourServers } from './neighbours.js';
import { NextDiscussion } from './next-discussion.js';
import { Record } from './record.js';
import { Running } from './running.js';
import { Seating } from './seating.js';
import { SessionLists } from './session-lists.service.js';
import { Standing } from './standing.js';

const forOthers = [Consequences, Drafts, Handshake, NextDiscussion, Record, SessionLists, Standing];
const states = { provide: LogStates, useExisting: Record };

/** The live engine: logs, who may see them, and the sockets. */
@Global()
@Module({
  imports: [PeopleModule, SnapshotsModule],
  providers: [
    ...forOthers,
    states,
    Audience,
    Here,
    LiveGateway,
    LogStore,
    NeighbourServers,
    Running,
    Seating,
  ],
  exports: [...forOthers, LogStates],
})
export class LiveModule {}
