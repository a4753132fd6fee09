import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reload } from './harness.mjs';
import { openSample, saved, until } from './steps.mjs';

const day = new Date('2026-11-18T09:00:00Z');
const figure = (page, metric) => page.locator(`[data-view="insights"] [data-metric="${metric}"]`);
const number = async (page, metric) => Number(await figure(page, metric).getAttribute('data-value'));
const drilled = (page) => page.locator('[data-drill]');

async function insights(t, options = {}) {
  const page = await openSample(t, { before: (page) => page.clock.setFixedTime(day), ...options });
  await page.getByRole('navigation').getByRole('button', { name: 'Insights', exact: true }).click();
  await figure(page, 'win-rate').waitFor();
  return page;
}

/** Ticks a text in one of the population's lists. */
async function pick(page, field, text) {
  await page.locator(`[data-field="${field}"]`).first().click();
  await page.locator('dialog.pick-menu').getByText(text, { exact: true }).click();
  await page.locator('dialog.pick-menu').getByRole('button', { name: 'Done' }).click();
}

test('the bar narrows all figures, says so, and survives a reload', async (t) => {
  const page = await insights(t);
  const all = await number(page, 'open-value');
  await pick(page, 'population-owner', 'Lin Wei');
  await until(async () => (await number(page, 'open-value')) < all, 'the figure is of one owner');
  const one = await number(page, 'open-value');
  assert.equal(await page.locator('[data-field="population-owner"]').innerText(), 'Lin Wei');
  await page.locator('[data-field="population-stretch"]').selectOption('this-year');
  await page.locator('[data-field="population-basis"]').selectOption('closed');
  await until(async () => (await number(page, 'open-value')) === 0, 'what was closed is not open');
  await saved(page);
  await reload(page);
  await until(async () => (await number(page, 'open-value')) === 0, 'the bar is what it was');
  assert.equal(await page.locator('[data-field="population-basis"]').inputValue(), 'closed');
  await page.locator('[data-field="population-stretch"]').selectOption('always');
  await until(async () => (await number(page, 'open-value')) === one, 'without the period it is as before');
  await page.locator('[data-action="population-clear"]').click();
  await until(async () => (await number(page, 'open-value')) === all, 'everything is counted again');
});

test('a figure leads to the deals that it counts and to those that it leaves out', async (t) => {
  const page = await insights(t);
  await figure(page, 'win-rate').click();
  await drilled(page).waitFor();
  assert.match(await drilled(page).locator('h2').innerText(), /Win rate/);
  assert.equal(await drilled(page).locator('[data-drill-part="counted"] [data-deal]').count(), 24);
  const open = drilled(page).locator('[data-drill-part="IsOpen"]');
  assert.match(await open.locator('summary').innerText(), /16 deals left out: they are open/);
  await open.locator('summary').click();
  assert.equal(await open.locator('[data-deal]').count(), 16);

  // A deal opens beside, and the list stays.
  const first = open.locator('[data-deal]').first();
  const title = await first.locator('.drill-title').innerText();
  await first.click();
  await page.locator('.panel [data-field="title"]').waitFor();
  assert.equal(await page.locator('.panel [data-field="title"]').inputValue(), title);
  assert.ok(await drilled(page).isVisible());

  // What another owner has is left out for that reason.
  await pick(page, 'population-owner', 'Lin Wei');
  await drilled(page).locator('[data-drill-part="Owner"]').waitFor();
  await drilled(page).locator('h2').click();
  await drilled(page).getByRole('button', { name: 'Close', exact: true }).focus();
  await page.keyboard.press('Escape');
  await until(async () => (await drilled(page).count()) === 0, 'Escape closes the list');
});

test('a bar of a chart leads to its deals, and so does its number', async (t) => {
  const page = await insights(t);
  const chart = page.locator('[data-chart="won-by-month"]');
  const bands = chart.locator('[data-slot]');
  assert.equal(await bands.count(), 12);
  await bands.last().click();
  const counted = drilled(page).locator('[data-drill-part="counted"] [data-deal]');
  await counted.first().waitFor();
  const months = await counted.count();
  await chart.locator('summary').click();
  const cell = chart.locator('tbody tr').last().locator('td').nth(1);
  assert.equal(Number(await cell.innerText()), months);
  await chart.locator('tbody tr').last().locator('td').nth(2).getByRole('button').click();
  await until(async () => /Deals lost/.test(await drilled(page).locator('h2').innerText()), 'another number, other deals');
});

/** What the theme makes of a token. */
const token = (page, name) => page.evaluate((name) => {
  const probe = document.createElement('span');
  document.querySelector('.stageline').append(probe);
  probe.style.color = `var(${name})`;
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}, name);

/** What a click makes the browser save. */
async function file(page, click) {
  const download = page.waitForEvent('download');
  await click();
  const found = await download;
  const chunks = [];
  for await (const chunk of await found.createReadStream()) chunks.push(chunk);
  return { name: found.suggestedFilename(), bytes: Buffer.concat(chunks) };
}

test('a chart can be taken along as SVG, PNG and CSV', async (t) => {
  const page = await insights(t);
  const chart = page.locator('[data-chart="won-by-month"]');
  const take = (what) => file(page, async () => {
    await chart.locator('[data-action="take-along"]').click();
    await page.locator(`dialog [data-action="${what}"]`).click();
  });
  const svg = await take('save-svg');
  assert.equal(svg.name, 'won-by-month.svg');
  const text = svg.bytes.toString();
  const title = await chart.locator('h2').innerText();
  assert.ok(text.includes(title.slice(0, 20)), 'it says what it found');
  assert.ok(!/var\(|<script|href|url\(|light-dark/.test(text), 'it needs nothing else');
  assert.ok(!/class=|<style/.test(text), 'it has its colours in it');
  const seen = await page.evaluate(([text, good]) => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    return [parsed.querySelector('parsererror') === null, parsed.querySelectorAll(`rect[fill="${good}"]`).length];
  }, [text, await token(page, '--good')]);
  assert.equal(seen[0], true);
  assert.ok(seen[1] >= 10);

  const png = await take('save-png');
  assert.deepEqual([...png.bytes.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
  assert.ok(png.bytes.readUInt32BE(16) >= 960, 'twice as many pixels as on the page');
  // A picture of one colour is far smaller.
  assert.ok(png.bytes.length > 8000, `${png.bytes.length} bytes`);

  const csv = await take('save-csv');
  const rows = csv.bytes.toString().replace('\ufeff', '').trim().split('\r\n');
  assert.equal(rows.length, 13);
  assert.match(rows[0], /^Month,/);

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await chart.locator('[data-action="take-along"]').click();
  await page.locator('dialog [data-action="copy-png"]').click();
  await page.locator('.toast').getByText('Copied.').waitFor();
  const kinds = await page.evaluate(async () => (await navigator.clipboard.read())[0].types);
  assert.deepEqual(kinds, ['image/png']);
  // The numbers are pasted as they are: a byte order mark is for files.
  await chart.locator('[data-action="take-along"]').click();
  await page.locator('dialog [data-action="copy-csv"]').click();
  await until(async () => /^Month,/.test(await page.evaluate(() => navigator.clipboard.readText())) || 'something else', 'the numbers as text');
  assert.ok(csv.bytes.toString().startsWith('\ufeff'));
});

test('on a phone the filters fold into one line that says how many there are', async (t) => {
  const page = await insights(t, { viewport: [360, 740] });
  const [toggle, owner] = [page.locator('[data-action="population-open"]'), page.locator('[data-field="population-owner"]')];
  assert.equal(await toggle.innerText(), 'Filters: none');
  assert.equal(await owner.isVisible(), false);
  await toggle.press('Enter');
  assert.equal(await toggle.getAttribute('aria-expanded'), 'true');
  await pick(page, 'population-owner', 'Lin Wei');
  await page.locator('[data-field="population-stretch"]').selectOption('this-year');
  await toggle.click();
  assert.equal(await owner.isVisible(), false);
  assert.equal(await toggle.innerText(), 'Filters: 2');
  await page.setViewportSize({ width: 1440, height: 900 });
  assert.equal(await toggle.isVisible(), false);
  assert.equal(await owner.innerText(), 'Lin Wei');
});

test('on paper stand the tab and what it counts, on as many pages as it takes, and nothing to be pressed', async (t) => {
  const page = await insights(t, { colorScheme: 'dark' });
  await pick(page, 'population-owner', 'Lin Wei');
  await page.locator('[data-field="population-stretch"]').selectOption('this-year');
  const head = page.locator('.printed-head');
  assert.equal(await head.isVisible(), false);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await head.locator('h1').innerText(), 'B2B sales · Overview');
  assert.match(await head.locator('p').innerText(), /^18 Nov 2026 · This year · .+ · Lin Wei$|^Nov 18, 2026 · This year · .+ · Lin Wei$/);
  for (const hidden of ['.bar', '.population', '[role="tablist"]', '.insight-export', '.numbers']) {
    for (const found of await page.locator(hidden).all()) assert.equal(await found.isVisible(), false, hidden);
  }
  const pages = (pdf) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length;
  assert.ok(pages(await page.pdf({ preferCSSPageSize: true })) > 1);
  const over = await page.locator('.insights').evaluate((view) => view.scrollWidth - view.clientWidth);
  assert.equal(over, 0);
});
