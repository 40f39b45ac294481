import { Module } from '@nestjs/common';
import { FeedCalendars } from './feed-calendars.service.js';
import { FeedsController } from './feeds.controller.js';
import { Feeds } from './feeds.service.js';
import { SessionInvitations } from './invitations.service.js';
import { MessagesController } from './messages.controller.js';
import { Messages } from './messages.service.js';
import { WhoIsNeeded } from './needed.service.js';
import { Outbox } from './outbox.service.js';
import { Sender } from './sender.service.js';

const forOthers = [Outbox, Sender, SessionInvitations];

/** What leaves the product by itself: messages, invitations, and calendars that programs fetch. */
@Module({
  controllers: [FeedsController, MessagesController],
  providers: [...forOthers, FeedCalendars, Feeds, Messages, WhoIsNeeded],
  exports: forOthers,
})
export class MessagesModule {}
