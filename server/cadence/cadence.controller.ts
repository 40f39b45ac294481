import { Body, Controller, Delete, Get, Param, Post, Put } from '@nestjs/common';
import { CadencePage, HolidaysFile, HolidaysTaken, NewClosure } from '../../shared/cadence/http.js';
import { NewCadencePolicy } from '../../shared/cadence/policy.js';
import { Done, Id, Made } from '../../shared/fields.js';
import { Answers } from '../core/http/answers.js';
import { keeperRoles } from '../core/http/keepers.js';
import { By, type Caller, For, SignedIn } from '../core/http/policy.js';
import { BankHolidays } from './bank-holidays.service.js';
import { CadencePages } from './cadence-pages.service.js';
import { Closures } from './closures.service.js';
import { Policies } from './policies.service.js';

@Controller('api/cadence')
export class CadenceController {
  constructor(
    private readonly pages: CadencePages,
    private readonly policies: Policies,
    private readonly holidays: BankHolidays,
    private readonly closures: Closures,
  ) {}

  @Get()
  @SignedIn()
  @Answers(CadencePage)
  page(@By() by: Caller): Promise<CadencePage> {
    return this.pages.page(by);
  }

  @Post('policies')
  @For('administrator', 'service-manager')
  @Answers(Made)
  async addPolicy(
    @By() by: Caller,
    @Body({ schema: NewCadencePolicy }) body: NewCadencePolicy,
  ): Promise<Made> {
    return { id: await this.policies.add(by, body) };
  }

  @Put('holidays')
  @For('administrator')
  @Answers(HolidaysTaken)
  bringIn(@By() by: Caller, @Body({ schema: HolidaysFile }) { file }: HolidaysFile): Promise<HolidaysTaken> {
    return this.holidays.bringIn(file, by.personId);
  }

  @Post('closures')
  @For(...keeperRoles, 'service-manager')
  @Answers(Made)
  async shut(@By() by: Caller, @Body({ schema: NewClosure }) body: NewClosure): Promise<Made> {
    return { id: await this.closures.add(by, body) };
  }

  @Delete('closures/:id')
  @For(...keeperRoles, 'service-manager')
  @Answers(Done)
  async takeBack(@By() by: Caller, @Param('id', { schema: Id }) id: string): Promise<Done> {
    await this.closures.remove(by, id);
    return { done: true };
  }
}
