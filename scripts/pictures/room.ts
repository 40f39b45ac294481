import type { Page } from '@playwright/test';
import type { Road } from '../../test/browser/road.js';
import { demoPassword } from '../demo/wrenshire.js';
import type { Camera } from './camera.js';

export interface People {
  adaeze: Page;
  sandra: Page;
  lorna: Page;
  marcus: Page;
  dean: Page;
}

const press = (page: Page, name: string | RegExp) =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .last()
    .click();
const box = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name });
const standsAt = (page: Page, step: string) =>
  page.locator('.rail-step[aria-current="step"]', { hasText: step }).waitFor();

/** Takes the room at each of its steps while Hartley is talked about, up to the signature. */
export async function takeTheRoom(camera: Camera, people: People, room: string, road: Road): Promise<void> {
  const { adaeze, lorna, dean } = people;
  await camera.takes(adaeze, 'room-before');
  await press(adaeze, 'Open the session');
  await press(adaeze, /^Start: /);
  for (const page of [people.sandra, lorna, people.marcus, dean]) {
    await page.goto(new URL(room, page.url()).href);
    await standsAt(page, 'Check-in');
  }
  for (const first of ['Priya', 'Lorna'])
    await people.sandra
      .getByRole('group', { name: `How ${first} is part of this` })
      .getByText('In the room')
      .click();
  await camera.takes(adaeze, 'room-1-check-in');
  await press(adaeze, 'Go to last time');
  await adaeze
    .getByRole('group', { name: /Talk with Kirsty/ })
    .getByLabel('Not yet')
    .click();
  await camera.takes(adaeze, 'room-2-last-time');
  await press(adaeze, 'Go to the children now');
  await camera.takes(adaeze, 'room-3-the-children-now');
  await press(adaeze, 'Go to progress');
  await standsAt(dean, 'Progress');
  await camera.takes(adaeze, 'room-4-progress');
  await goesOffline(camera, dean, road);
  await press(adaeze, 'Go to what it means');
  await box(adaeze, 'For Jaden, this means').fill(
    'He wants it to stay like this, and not to be asked again.',
  );
  await box(adaeze, 'For Maya, this means').fill('Quiet nights are something she notices and likes.');
  await camera.takes(adaeze, 'room-5-what-it-means');
  await scores(camera, people);
  await challenges(camera, people);
  await decides(camera, people);
  await signs(camera, people);
}

async function goesOffline(camera: Camera, dean: Page, road: Road): Promise<void> {
  await camera.takes(dean, 'room-4-progress-remote');
  road.cut();
  await dean.locator('.connection', { hasText: 'Offline' }).waitFor();
  await box(dean, 'Progress since last time').press('Control+End');
  await dean.keyboard.insertText(' She has asked for the Sunday calls to be planned.');
  await dean.getByLabel('Mixed', { exact: true }).click();
  await camera.takes(dean, 'room-4-progress-offline');
  await dean.getByLabel('Better', { exact: true }).click();
  road.mend();
  await press(dean, 'Try again now');
  await dean.locator('.connection', { hasText: 'Saved' }).waitFor();
}

async function scores(camera: Camera, { adaeze, lorna, marcus, dean }: People): Promise<void> {
  await press(adaeze, 'Go to the scale');
  const given = [
    [lorna, 3, 'More messages through Daniel’s sister this month. I’m holding one worry separately.'],
    [marcus, 6, 'Six sessions of six. The accountability module is finished.'],
    [dean, 5, '26 alcohol-free days of 28. Both lapses followed a phone call.'],
    [adaeze, 4, 'Calmer, but what the children would notice has not been tested.'],
  ] as const;
  for (const [page, score, reason] of given) {
    const back = page.getByRole('button', { name: 'Go there' });
    if (await back.isVisible()) await back.click();
    await standsAt(page, 'Scale');
    await page.locator('.scale-input').first().getByLabel(String(score), { exact: true }).click();
    await box(page, 'One line of why').fill(reason);
    await box(page, 'One line of why').blur();
  }
  await camera.takes(adaeze, 'room-6-scale-hidden');
  await press(adaeze, 'Reveal together');
  await adaeze
    .getByRole('group', { name: /Group score/ })
    .getByLabel('4', { exact: true })
    .click();
  await camera.takes(adaeze, 'room-6-scale-revealed');
}

async function challenges(camera: Camera, { adaeze, sandra, lorna, marcus }: People): Promise<void> {
  await press(adaeze, 'Start the challenge there');
  for (const page of [lorna, marcus, sandra]) {
    const back = page.getByRole('button', { name: 'Go there' });
    if (await back.isVisible()) await back.click();
    await standsAt(page, 'Challenge');
  }
  await press(lorna, 'Raise a challenge');
  await lorna.getByRole('combobox', { name: 'What is it about?' }).fill('Evidence');
  await lorna.keyboard.press('Enter');
  await box(lorna, 'About which words?').fill('Daniel has come to all six sessions');
  await box(lorna, 'Your challenge').fill(
    'Six sessions attended tells us he comes. What tells us Kirsty and the children are safer?',
  );
  await press(lorna, 'Raise this challenge');
  await box(marcus, 'Your answer, Marcus').fill(
    'Attendance is not change, I agree. I have no partner-contact information and cannot see what reaches Kirsty.',
  );
  await press(marcus, 'Record this answer');
  await adaeze
    .getByRole('group', { name: /Outcome/ })
    .getByLabel('Accepted', { exact: true })
    .click();
  await box(sandra, 'What could we be wrong about?').pressSequentially(
    'That the calm is because of the distance, not the change. We have',
  );
  await camera.takes(adaeze, 'room-7-challenge');
  await press(adaeze, 'Record outcome');
}

async function decides(camera: Camera, { adaeze }: People): Promise<void> {
  await press(adaeze, 'Go to decision');
  await box(adaeze, 'What we decided').fill('The plan continues, and family time stays supervised for now.');
  await box(adaeze, 'Why').fill('Neither of the things the children would notice has been tested yet.');
  await box(adaeze, 'If this does not work').fill('A strategy discussion the same day, with police.');
  await adaeze
    .getByRole('group', { name: 'What this means for the plan' })
    .getByRole('radio')
    .first()
    .click();
  await camera.takes(adaeze, 'room-8-decision');
  await press(adaeze, 'Go to next steps');
  const steps = [
    ['Agree with Kirsty who may pass on messages', 'Lorna', '+5', 'Safety plan 4, dated'],
    ['Ask Daniel to describe, in Maya’s words, one frightening evening', 'Marcus', '+16', 'Account read out'],
  ] as const;
  for (const [what, who, by, how] of steps) {
    await press(adaeze, 'Next step');
    const form = adaeze.locator('.step-editor');
    await form.getByLabel('What will someone do?').fill(what);
    await form.getByRole('combobox', { name: 'Who' }).fill(who);
    await adaeze.keyboard.press('Enter');
    await form.getByLabel('By', { exact: true }).fill(by);
    await form.getByLabel('How we will know').fill(how);
    if (who === 'Marcus') await camera.takes(adaeze, 'room-9-next-step-written');
    await form.getByRole('button', { name: 'Done with this step' }).click();
  }
  await camera.takes(adaeze, 'room-9-next-steps');
}

async function signs(camera: Camera, { adaeze, marcus }: People): Promise<void> {
  await press(adaeze, 'Read back and sign');
  const panel = adaeze.locator('#to-sign');
  await panel.locator('.gap-says').waitFor();
  await camera.takes(adaeze, 'room-10-read-back');
  await camera.takes(marcus, 'room-10-read-back-practitioner');
  await panel.getByPlaceholder('For Theo, this month means…').fill('He shows us what he remembers.');
  await panel.getByPlaceholder('For Theo, this month means…').blur();
  await box(adaeze, 'What we will say to the family').fill('To Kirsty: you have kept this going.');
  await panel
    .getByRole('button', { name: /Talk with Kirsty/ })
    .or(panel.getByLabel('By', { exact: true }))
    .first()
    .click();
  await panel.getByLabel('By', { exact: true }).fill('+12');
  await panel.getByRole('button', { name: 'Done with this step' }).click();
  await panel.getByText('Nothing left').waitFor();
  await camera.takes(adaeze, 'room-10-ready-to-sign');
  await press(adaeze, 'Sign minutes');
  await adaeze.getByRole('dialog').getByLabel('Password').fill(demoPassword);
  await camera.takes(adaeze, 'room-10-confirming');
  await adaeze.keyboard.press('Enter');
  await adaeze.getByRole('heading', { name: /^Signed \d/ }).waitFor();
  await camera.takes(adaeze, 'room-10-signed');
}
