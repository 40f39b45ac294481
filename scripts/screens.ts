import { chromium, type Page } from '@playwright/test';
import { findChromium } from '../test/browser/chromium.js';
import { Road } from '../test/browser/road.js';
import { freePort, Served } from '../test/browser/served.js';
import { Camera } from './pictures/camera.js';
import { takeTheRoom } from './pictures/room.js';

// `npm run screens`: a picture of each page, at three sizes, from a demonstration of its own. They come to ./screens.

const folder = 'screens';

/** Goes to a page and waits until its heading is there. */
async function visits(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
}

async function beforeTheSession(camera: Camera, url: string): Promise<Page> {
  const door = await camera.opens(url);
  await camera.takes(door, 'sign-in');
  await door.context().close();
  const farah = await camera.signsIn('farah', url);
  await camera.takes(farah, 'home-specialist');
  await farah.context().close();
  const adaeze = await camera.signsIn('adaeze', url);
  await camera.takes(adaeze, 'home-chair');
  for (const page of [
    'families',
    'next-steps',
    'planner',
    'planner/series',
    'audit',
    'audit/looks',
    'calendars',
    'sessions',
    'people',
    'people/teams',
    'rules',
  ]) {
    await visits(adaeze, `/${page}`);
    await camera.takes(adaeze, page.replaceAll('/', '-'));
  }
  await visits(adaeze, '/');
  await adaeze.getByRole('link', { name: 'Read the brief' }).click();
  await adaeze.getByRole('heading', { name: 'Worth asking' }).waitFor();
  await camera.takes(adaeze, 'brief');
  await adaeze.getByRole('link', { name: 'Open the meeting' }).click();
  await adaeze.getByRole('button', { name: 'Open the session' }).waitFor();
  return adaeze;
}

async function afterTheSession(camera: Camera, url: string, adaeze: Page): Promise<void> {
  await adaeze.getByRole('link', { name: 'See the minutes' }).click();
  await adaeze.getByRole('heading', { level: 1 }).waitFor();
  await camera.takes(adaeze, 'minutes');
  for (const name of ['Hartley', 'Doyle']) {
    await visits(adaeze, '/families');
    await adaeze
      .getByRole('link', { name: new RegExp(name) })
      .first()
      .click();
    await adaeze.getByRole('heading', { name: 'The story so far' }).waitFor();
    await camera.takes(adaeze, `family-${name.toLowerCase()}`);
    await adaeze.getByRole('button', { name: 'Why this date?' }).click();
    await camera.takes(adaeze, `family-${name.toLowerCase()}-why`);
  }
  for (const tab of ['Chapters', 'Next steps', 'Minutes', 'Who can see this']) {
    await adaeze.getByRole('region', { name: 'This family' }).getByRole('link', { name: tab }).click();
    await camera.takes(adaeze, `family-${tab.toLowerCase().replaceAll(' ', '-')}`);
  }
  const ade = await camera.signsIn('ade', url);
  for (const page of ['imports', 'people']) {
    await visits(ade, `/${page}`);
    await camera.takes(ade, `${page}-administrator`);
  }
}

async function main(): Promise<void> {
  const farPort = await freePort();
  const served = await Served.start('scripts/demo.js', (port) => ({
    ORIGINS: `http://localhost:${port},http://localhost:${farPort}`,
  }));
  const road = await Road.to(Number(new URL(served.url).port), farPort);
  const found = await findChromium();
  const browser = await chromium.launch({ ...found, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const camera = new Camera(browser, folder);
    const adaeze = await beforeTheSession(camera, served.url);
    const [sandra, lorna, marcus] = [
      await camera.signsIn('sandra', served.url),
      await camera.signsIn('lorna', served.url),
      await camera.signsIn('marcus', served.url),
    ];
    const dean = await camera.signsIn('dean', road.url);
    const room = new URL(adaeze.url()).pathname;
    await takeTheRoom(camera, { adaeze, sandra, lorna, marcus, dean }, room, road);
    await afterTheSession(camera, served.url, adaeze);
    console.log(`${camera.taken} pictures are in ${folder}/.`);
  } finally {
    await browser.close();
    await road.close();
    await served.stop();
  }
}

await main();
