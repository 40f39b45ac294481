import { type Browser, chromium, expect, test } from '@playwright/test';
import { Barriers, type Size } from './barriers.js';
import { findChromium } from './chromium.js';
import { Seat } from './seat.js';
import { Served } from './served.js';

// The demonstration kept in order by hand: Sandra opens a file and plans a session, Ade adds a person and imports what
// was held before, Dean reads a family's page and its minutes.

const barriers = new Barriers();
const everywhere: readonly Size[] = ['laptop', 'doubled', 'phone'];
let served: Served;
let browser: Browser;

async function seat(first: string): Promise<Seat> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  return Seat.takes(first, context, served.url);
}

test.describe.configure({ mode: 'serial', timeout: 180_000 });

test.beforeAll(async () => {
  served = await Served.start('scripts/demo.js');
  browser = await chromium.launch({ ...(await findChromium()), args: ['--no-sandbox', '--disable-gpu'] });
});

test.afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

test('business support opens a family’s file and puts the family into a session', async () => {
  const sandra = await seat('Sandra');
  const { page } = sandra;
  await sandra.goes('/families');
  await sandra.button('Open a family’s file').click();
  await sandra.button('Open the file').click();
  // Nothing was sent: the field says what is missing, and the focus is on the list of it.
  await expect(page.getByText('Write the family’s name, as the team says it')).toHaveCount(2);
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.getByRole('group', { name: '1 thing to mend' })).toBeFocused();
  await barriers.look(page, 'a form with an error');
  await sandra.box('Family name').fill('Marsh / Quill');
  await sandra.button('Open the file').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Marsh / Quill' })).toBeVisible();

  await sandra.button('Add a child').click();
  await sandra.box('First name').fill('Nell');
  await sandra.button('Add the child').click();
  await sandra.button('Allocate somebody').click();
  await page.getByLabel('Discipline').selectOption('social-work');
  await page.getByRole('combobox', { name: 'Person' }).fill('megan');
  await page.keyboard.press('Enter');
  await sandra.button('Allocate').click();
  await expect(sandra.button('End the allocation of Megan Lloyd')).toBeVisible();
  await barriers.look(page, 'a family’s file', everywhere);
  await page.getByRole('link', { name: 'Who can see this' }).click();
  await expect(
    page.getByRole('row', { name: /Megan Lloyd.*Works with the family: social work/ }),
  ).toBeVisible();
  await expect(page.getByText('allocated social work, Megan Lloyd')).toBeVisible();
  await barriers.look(page, 'who can see a family', everywhere);

  await sandra.goes('/sessions');
  await sandra.button('Make a session').click();
  await page.getByLabel('Day', { exact: true }).fill('+7');
  await page.getByRole('combobox', { name: 'Chair' }).fill('callum');
  await page.keyboard.press('Enter');
  await sandra.button('Make the session').click();
  const put = async (name: string) => {
    await sandra
      .box('Find a family')
      .or(page.getByRole('searchbox', { name: 'Find a family' }))
      .fill(name);
    await sandra.button(`Put in ${name}`).click();
    await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
  };
  await put('Marsh / Quill');
  await put('Vickers');
  const order = page.locator('.slot-row a');
  await expect(order).toHaveText(['Marsh / Quill', 'Vickers']);
  await sandra.button('Move Vickers earlier').click();
  await expect(order).toHaveText(['Vickers', 'Marsh / Quill']);
  await page.getByLabel('Minutes for Vickers').selectOption('60');
  await expect(page.locator('.slot-row .slot-time')).toHaveText(['9:30am', '10:30am']);
  await sandra.button('Take out Vickers').click();
  await page.getByLabel('Reason').selectOption('not-prepared');
  await sandra.button('Take the family out').click();
  await expect(page.getByRole('link', { name: 'Name the manager who allowed it' })).toBeVisible();
  await sandra.finds(page.getByRole('combobox', { name: 'Allowed by' }), 'callum');
  await sandra.button('Take the family out').click();
  await expect(page.getByText(/^Postponed without a new day yet\./)).toBeVisible();
  await expect(order).toHaveText(['Marsh / Quill']);
  await barriers.look(page, 'planning a session', everywhere);
});

test('an administrator adds a person with a link to sign in, marks a post vacant and imports the past', async () => {
  const ade = await seat('Ade');
  const { page } = ade;
  await ade.goes('/people');
  await ade.button('Add a person').click();
  await page.getByLabel('Name', { exact: true }).fill('Rosa Lind');
  await page.getByLabel('Discipline').selectOption('recovery');
  await ade.box('Work e-mail address').fill('dean@wrenshire.example');
  await ade.button('Add the person').click();
  await expect(page.getByRole('dialog').getByRole('alert')).toHaveText(
    'Somebody has this e-mail address already.',
  );
  // What was typed is still there to be mended.
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Rosa Lind');
  await ade.box('Work e-mail address').fill('rosa.lind@wrenshire.example');
  await ade.button('Add the person').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Rosa Lind' })).toBeVisible();
  await ade.button('Make a link to set a password').click();
  await expect(page.getByText(`${served.url}/invitation/`)).toBeVisible();
  await barriers.look(page, 'a person', everywhere);

  await ade.goes('/people/teams');
  await page.getByRole('button', { name: /Recovery worker, Dean Marlow/ }).click();
  await ade.button('Keep the change').click();
  await expect(page.getByRole('row', { name: /Recovery worker Vacant/ })).toBeVisible();
  await barriers.look(page, 'teams and posts', everywhere);

  await ade.goes('/imports');
  const rows = [
    'family_ref,held_on,counts,chair,note',
    'NG-1003,2025-01-07,yes,Adaeze Nwosu,',
    'ZZ-1,2025-01-07,yes,,',
  ];
  const file = { name: 'past.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) };
  await page.getByLabel('History').setInputFiles(file);
  await ade.button('Check the file first').last().click();
  await expect(page.getByText('Nothing has been changed yet.')).toBeVisible();
  await expect(page.getByRole('row', { name: /3 family_ref .*ZZ-1.* Left out/ })).toBeVisible();
  await barriers.look(page, 'what an import would change', everywhere);
  await ade.button('Import the history').click();
  await expect(page.getByText('Imported, the whole file at once.')).toBeVisible();
  await expect(page.getByRole('button', { name: /History, .*Ade Bankole past\.csv/ })).toBeVisible();
});

test('an administrator keeps a family’s file and receives nothing that was written about it', async () => {
  const ade = await seat('Ade');
  const { page } = ade;
  const received: string[] = [];
  page.on('response', async (response) => {
    if (response.url().includes('/api/families/')) received.push(await response.text());
  });
  await ade.goes('/families');
  await page.getByRole('link', { name: 'Doyle / Bennett' }).click();
  await expect(page.getByText('What is written about the family is not yours to read')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Minutes', exact: true })).toHaveCount(0);
  expect(received.join()).toContain('Tyler');
  expect(received.join()).not.toContain('boring');
});

test('a recovery worker reads the family’s story, its scores as a table, and the signed minutes', async () => {
  const dean = await seat('Dean');
  const { page } = dean;
  await dean.goes('/families');
  await page.getByRole('link', { name: 'Doyle / Bennett' }).click();
  const said = page.getByText('“Nan’s is boring. Boring’s good.”');
  await expect(said).toHaveClass(/voice/);
  await barriers.look(page, 'a family', everywhere);
  await dean.button('Show as a table').click();
  await expect(page.getByRole('columnheader', { name: 'Lowest to highest' })).toBeVisible();
  await dean.button('Filter').click();
  await page.getByText('Children’s words').click();
  await expect(page.locator('.story li')).toHaveCount(1);

  await page.getByRole('link', { name: 'Minutes', exact: true }).click();
  await page.getByRole('row').nth(1).getByRole('link').click();
  await expect(page.getByText('Counts as this family’s supervision.')).toBeVisible();
  await barriers.look(page, 'signed minutes', everywhere);
  await dean.button('Add an addendum').click();
  await dean.box(/came to light/).fill('The sixth sample came back clear.');
  await dean.button('Add the addendum').click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText('The sixth sample came back clear.')).toBeVisible();
  await page.getByRole('link', { name: 'Tyler’s file' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Tyler’s file' })).toBeVisible();
  await expect(page.getByRole('heading', { name: /^Jade/ })).toHaveCount(0);

  for (const address of ['/people', '/people/teams', '/imports']) {
    await dean.goes(address);
    await expect(page.getByRole('heading', { level: 1, name: 'Not found' })).toBeVisible();
  }
  await barriers.look(page, 'what is not theirs');
});

test('nobody was kept out of any of these pages', () => {
  expect(barriers.found).toEqual([]);
});
