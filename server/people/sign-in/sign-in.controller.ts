import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Done } from '../../../shared/fields.js';
import { Confirm, Confirmed, Invitation, SignIn, TakeUp, You } from '../../../shared/people/sign-in.js';
import type { Config } from '../../config.js';
import { Answers } from '../../core/http/answers.js';
import { By, type Caller, Open, SignedIn } from '../../core/http/policy.js';
import { SignIns } from '../../core/sign-ins.js';
import { CONFIG } from '../../core/tokens.js';
import { Invitations } from '../invitations.service.js';
import { clearSignIn, deviceIn, setDevice, setSignIn } from './cookies.js';
import { type From, type MadeSignIn, SigningIn } from './signing-in.service.js';
import { Yous } from './you.service.js';

@Controller('api')
export class SignInController {
  constructor(
    private readonly signingIn: SigningIn,
    private readonly signIns: SignIns,
    private readonly invitations: Invitations,
    private readonly yous: Yous,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post('sign-in')
  @HttpCode(200)
  @Open()
  @Answers(You)
  async signIn(
    @Body({ schema: SignIn }) body: SignIn,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<You> {
    return this.welcome(await this.signingIn.signIn(body, await this.from(request)), request, response);
  }

  @Post('sign-out')
  @HttpCode(200)
  @Open()
  @Answers(Done)
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<Done> {
    const here = await this.signIns.of(request.headers.cookie);
    if (here) await this.signingIn.signOut(here.signInId);
    clearSignIn(response, this.config);
    return { done: true };
  }

  @Get('you')
  @SignedIn()
  @Answers(You)
  you(@By() by: Caller, @Req() request: Request): Promise<You> {
    return this.yous.of(by.signInId, by.personId, this.device(request) ?? by.signInId);
  }

  @Post('you/confirm')
  @HttpCode(200)
  @SignedIn()
  @Answers(Confirmed)
  async confirm(
    @By() by: Caller,
    @Body({ schema: Confirm }) body: Confirm,
    @Req() request: Request,
  ): Promise<Confirmed> {
    return { until: await this.signingIn.confirm(by.signInId, by.personId, body, request.ip ?? '') };
  }

  @Get('invitations/:token')
  @Open()
  @Answers(Invitation)
  invitation(@Param('token') token: string): Promise<Invitation> {
    return this.invitations.read(token);
  }

  @Post('invitations/:token')
  @HttpCode(200)
  @Open()
  @Answers(You)
  async takeUp(
    @Param('token') token: string,
    @Body({ schema: TakeUp }) body: TakeUp,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<You> {
    return this.welcome(
      await this.invitations.takeUp(token, body, await this.from(request)),
      request,
      response,
    );
  }

  private welcome(made: MadeSignIn, request: Request, response: Response): Promise<You> {
    setSignIn(response, this.config, made.token);
    setDevice(response, this.config, made.device);
    return this.yous.of(made.signInId, made.personId, deviceHeader(request) ?? made.device);
  }

  private async from(request: Request): Promise<From> {
    const here = await this.signIns.of(request.headers.cookie);
    return {
      address: request.ip ?? '',
      device: deviceIn(request.headers.cookie, this.config),
      signInId: here?.signInId ?? null,
    };
  }

  private device(request: Request): string | null {
    return deviceHeader(request) ?? deviceIn(request.headers.cookie, this.config);
  }
}

/** The device as the page itself names it; the cookie stands in where a page has no place to keep a name. */
function deviceHeader(request: Request): string | null {
  const named = request.headers['x-device'];
  return typeof named === 'string' && /^[A-Za-z0-9_-]{16,64}$/.test(named) ? named : null;
}
