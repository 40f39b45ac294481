import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Invitations } from './invitations.service.js';
import { Keeping } from './keeping.service.js';
import { KeptAlive } from './kept-alive.service.js';
import { PeopleController } from './people.controller.js';
import { People } from './people.service.js';
import { Callers } from './sign-in/callers.service.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { SignInGuard } from './sign-in/sign-in.guard.js';
import { SigningIn } from './sign-in/signing-in.service.js';
import { Yous } from './sign-in/you.service.js';
import { TeamsController } from './teams.controller.js';
import { Teams } from './teams.service.js';

/** Who people are, how they sign in, and what they are employed to do. */
@Module({
  controllers: [SignInController, PeopleController, TeamsController],
  providers: [
    Callers,
    Invitations,
    Keeping,
    KeptAlive,
    People,
    SigningIn,
    Teams,
    Yous,
    { provide: APP_GUARD, useClass: SignInGuard },
  ],
  exports: [Invitations, KeptAlive],
})
export class PeopleModule {}
