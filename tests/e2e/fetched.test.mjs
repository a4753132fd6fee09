// Parts of the page come in files of their own: after the first view, at once when asked for, and again when the first try failed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, reload } from './harness.mjs';
import { openSample, saved, until } from './steps.mjs';

const nav = (page, name) => page.getByRole('navigation').getByRole('button', { name, exact: true });
const wasm = (page) => page.requests.filter((address) => address.endsWith('.wasm'));
/** The server gives nothing but what the page begins with; gives the way to end that. */
async function deaf(page) {
  let first = true;
  const refuse = (route) => {
    if (first) {
      first = false;
      return route.continue();
    }
    return route.abort();
  };
  await page.route('**/*.wasm', refuse);
  return () => page.unroute('**/*.wasm', refuse);
}
const expected = [/net::ERR_FAILED/, /Failed to fetch/];

test('the parts are fetched after the first view, once each, and then work without the server', async (t) => {
  const page = await openSample(t);
  await until(async () => {
    const count = wasm(page).length;
    await page.waitForTimeout(300);
    return count > 1 && wasm(page).length === count;
  }, 'all parts are here');
  assert.equal(new Set(wasm(page)).size, wasm(page).length, 'nothing is fetched twice');
  const asked = page.requests.length;
  await page.route('**/*', (route) => route.abort());
  for (const view of ['List', 'Insights', 'Journey', 'Process', 'Board']) {
    await nav(page, view).click();
    await page.locator(`[data-view="${view.toLowerCase()}"]`).waitFor();
  }
  assert.equal(page.requests.length, asked);
});

test('a page that was left on Insights is ready with them', async (t) => {
  const page = await openSample(t);
  await nav(page, 'Insights').click();
  await page.locator('[data-view="insights"]').waitFor();
  await saved(page);
  await reload(page);
  assert.equal(await page.locator('[data-view="insights"]').count(), 1);
  assert.equal(await page.locator('[data-fetch]').count(), 0);
});

test('a server that does not answer keeps nobody from the rest of the page', async (t) => {
  const page = await openSample(t);
  await nav(page, 'Insights').click();
  await page.locator('[data-view="insights"]').waitFor();
  await saved(page);
  // Neither an answer nor a refusal, but for what the page begins with.
  const main = await page.locator('link[href$=".wasm"]').first().evaluate((link) => link.href);
  await page.route('**/*.wasm', (route) => (route.request().url() === main ? route.continue() : undefined));
  await reload(page);
  await page.locator('[data-fetch="coming"]').waitFor();
  await nav(page, 'Board').click();
  await page.locator('.columns .card').first().waitFor();
});

test('a part that cannot be fetched says so, and comes with the next try', async (t) => {
  let hear;
  const page = await open(t, { expected, before: async (page) => { hear = await deaf(page); } });
  await page.locator('[data-start="sample"]').click();
  await page.locator('.card').first().waitFor();
  await nav(page, 'Insights').click();
  const failed = page.locator('[data-fetch="failed"]');
  await failed.waitFor();
  assert.match(await failed.locator('p').innerText(), /could not be fetched\. Your data is safe\./);
  // Still not there: the same sentence. All else works.
  await page.locator('[data-action="fetch-again"]').click();
  await failed.waitFor();
  await nav(page, 'Board').click();
  await page.locator('[data-view="board"]').waitFor();
  await nav(page, 'Insights').click();
  await failed.waitFor();
  await hear();
  await page.locator('[data-action="fetch-again"]').click();
  await page.locator('[data-view="insights"] [data-metric="win-rate"]').first().waitFor();
  assert.equal(await page.locator('[data-fetch]').count(), 0);
});

test('an import that cannot be fetched says so in its dialog, and goes on with the file', async (t) => {
  let hear;
  const page = await open(t, { expected, before: async (page) => { hear = await deaf(page); } });
  await page.locator('[data-template]').first().click();
  await page.locator('[data-stage]').first().waitFor();
  const file = { name: 'deals.csv', mimeType: 'text/csv', buffer: Buffer.from('Title,Value\nA,5\nB,7\n') };
  await page.locator('[data-file=csv]').first().setInputFiles(file);
  await page.locator('dialog [data-fetch="failed"]').waitFor();
  await hear();
  await page.locator('[data-action="fetch-again"]').click();
  await page.locator('[data-import=form]').waitFor();
  await page.locator('[data-action=import]').click();
  await until(async () => (await page.locator('.columns .card').count()) === 2, 'both deals came in');
});
