import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { Brief, DiscussionFacts, MinutesPage } from '../../../shared/families/discussion-http.js';
import { Id } from '../../../shared/fields.js';
import { Answers } from '../../core/http/answers.js';
import { By, type Caller, SignedIn } from '../../core/http/policy.js';
import { DiscussionPages } from './discussion-pages.service.js';
import { MinutesPages } from './minutes-pages.service.js';

const WhichBrief = z.object({
  'as-opened': z.literal('1').optional(),
  'as-frozen': z.literal('1').optional(),
});
const WhichMinutes = z.object({ child: Id.optional() });

@Controller('api')
export class DiscussionsController {
  constructor(
    private readonly discussions: DiscussionPages,
    private readonly minutesPages: MinutesPages,
  ) {}

  @Get('discussions/:id')
  @SignedIn()
  @Answers(DiscussionFacts)
  facts(@By() by: Caller, @Param('id', { schema: Id }) id: string): Promise<DiscussionFacts> {
    return this.discussions.facts(by, id);
  }

  @Get('discussions/:id/brief')
  @SignedIn()
  @Answers(Brief)
  brief(
    @By() by: Caller,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: WhichBrief }) which: z.infer<typeof WhichBrief>,
  ): Promise<Brief> {
    return this.discussions.brief(
      by,
      id,
      which['as-opened'] ? 'opened' : which['as-frozen'] ? 'frozen' : 'now',
    );
  }

  @Get('minutes/:id')
  @SignedIn()
  @Answers(MinutesPage)
  minutes(
    @By() by: Caller,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: WhichMinutes }) { child }: z.infer<typeof WhichMinutes>,
  ): Promise<MinutesPage> {
    return this.minutesPages.page(by, id, child);
  }
}
