import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { open, reload } from './harness.mjs';

const sales = fileURLToPath(new URL('../fixtures/crm-sales/sales_pipeline.csv', import.meta.url));

// The sample's year ends on the day that it is opened; on this one all its wins lie within the twelve months shown.
const day = new Date('2026-11-18T09:00:00Z');

async function sample(t, options = {}) {
  const page = await open(t, { before: (page) => page.clock.setFixedTime(day), ...options });
  await page.locator('[data-start="sample"]').click();
  await show(page, 'Insights');
  await figure(page, 'win-rate').waitFor();
  return page;
}

const show = (page, view) => page.getByRole('navigation').getByRole('button', { name: view, exact: true }).click();
const figure = (page, metric) => page.locator(`[data-view="insights"] [data-metric="${metric}"]`);
const tile = (page, metric) => page.locator('.tile', { has: page.locator(`[data-metric="${metric}"]`) });
const number = async (page, metric) => Number(await figure(page, metric).getAttribute('data-value'));
const digits = (text) => Number(text.replace(/[^\d.-]/g, ''));

/** Opens the table of a drawing; gives its heads and its rows as people read them. */
async function numbers(page, chart) {
  const details = page.locator(`[data-chart="${chart}"] details`);
  if (!(await details.evaluate((element) => element.open))) await details.locator('summary').click();
  const texts = async (rows) => Promise.all((await rows.all()).map((row) => row.locator('th, td').allInnerTexts()));
  const [heads] = await texts(details.locator('thead tr'));
  return { heads, rows: await texts(details.locator('tbody tr')) };
}

const funnel = async (page) => {
  const rungs = await figure(page, 'funnel').all();
  return Promise.all(rungs.map(async (rung) => Number(await rung.getAttribute('data-value'))));
};

/** Waits until a figure is no more, or again, what it was: figures follow some moments after a change. */
async function until(page, metric, wanted) {
  await page.locator(`[data-metric="${metric}"]${wanted}`).waitFor({ timeout: 5000 });
}

/** Marks the first deal of the board as won. */
async function win(page, value) {
  await page.locator('[data-deal]').first().focus();
  await page.keyboard.press('m');
  await page.locator('[data-to="won"]').click();
  if (value) await page.locator('dialog [data-field="value"]').fill(value);
  await page.locator('[data-action="win"]').click();
}

test('method rows 33 and 49: the sample has its key figures, velocity among them', async (t) => {
  const page = await sample(t);
  assert.equal(await number(page, 'win-rate'), 15 / 24);
  assert.equal(await figure(page, 'win-rate').innerText(), '62.5%');
  assert.match(await tile(page, 'win-rate').innerText(), /15 of 24/);
  const [won, mean] = [await number(page, 'won-value'), await number(page, 'mean-won')];
  assert.ok(Math.abs(mean - won / 15) < 0.001, `${mean} is no fifteenth of ${won}`);
  assert.ok(won % 100 === 0 && won > 0);

  const cycles = await Promise.all(['cycle-won', 'cycle-lost', 'cycle-all'].map((metric) => number(page, metric)));
  const all = (cycles[0] * 15 + cycles[1] * 9) / 24;
  assert.ok(cycles[0] > 30 && Math.abs(cycles[2] - all) < 1e-9, cycles.join());
  const velocity = 16 * mean * (15 / 24) / cycles[0];
  assert.ok(Math.abs(await number(page, 'velocity') - velocity) < 1e-6 * velocity);
  const [openValue, weighted] = [await number(page, 'open-value'), await number(page, 'weighted-value')];
  assert.ok(weighted > 0 && weighted < openValue, `${weighted} of ${openValue}`);
  const byValue = await number(page, 'win-rate-value');
  assert.ok(byValue > 0.2 && byValue < 0.95 && byValue !== 15 / 24);
  assert.equal(await page.locator('.few').count(), 0, '24 closed deals are enough');
});

test('the funnel counts to the furthest stage, and its table says the same', async (t) => {
  const page = await sample(t);
  const counts = [43, 39, 34, 26, 21, 18, 15];
  assert.deepEqual(await funnel(page), counts);
  assert.equal(await figure(page, 'funnel').last().getAttribute('data-rung'), 'won');

  const { heads, rows } = await numbers(page, 'funnel');
  assert.equal(heads.length, 6);
  assert.deepEqual(rows.map((row) => digits(row[1])), counts);
  assert.equal(digits(rows.at(-1)[2]) * 100, await number(page, 'won-value'), 'the last rung is what was won');
  rows.slice(0, -1).forEach((row, at) => {
    assert.ok(Math.abs(digits(row[4]) - 100 * counts[at + 1] / counts[at]) < 0.06, `${row}`);
    assert.ok(Math.abs(digits(row[5]) - 100 * counts[at] / 43) < 0.06, `${row}`);
  });
  const jumped = await figure(page, 'jumped-over').all();
  const told = await Promise.all(jumped.map(async (part) => Number(await part.getAttribute('data-value'))));
  assert.deepEqual(told, rows.map((row) => digits(row[3])).filter((count) => count > 0));
  assert.ok(told.length > 0, 'some deals of the sample jump over stages');

  // The finding names the step with the lowest share.
  const shares = counts.slice(1).map((count, at) => count / counts[at]);
  const least = shares.indexOf(Math.min(...shares));
  const title = await page.locator('[data-chart="funnel"] h2').innerText();
  for (const part of [rows[least][0], rows[least + 1][0], `${Math.round(100 * shares[least])}%`]) {
    assert.ok(title.includes(part), `${title} (${part})`);
  }
});

test('both charts stand with a table of the same numbers', async (t) => {
  const page = await sample(t);
  const won = await numbers(page, 'won-by-month');
  assert.equal(won.rows.length, 12);
  assert.match(won.rows[11][0], /Nov 2026/);
  const values = won.rows.map((row) => digits(row[1]));
  const sum = values.reduce((a, b) => a + b);
  assert.equal(sum * 100, await number(page, 'won-value'));
  assert.equal(won.rows.reduce((sum, row) => sum + digits(row[2]), 0), 15);

  // As many columns as months with a win, as high as their values: the axis stands at the same height for all.
  const bars = page.locator('[data-chart="won-by-month"] svg .ch-bar.ch-won');
  const heights = await Promise.all((await bars.all()).map(async (bar) => Number(await bar.getAttribute('height'))));
  const drawn = values.filter((value) => value > 0);
  assert.equal(heights.length, drawn.length);
  const scale = Math.max(...heights) / Math.max(...drawn);
  heights.forEach((height, at) => assert.ok(Math.abs(height - drawn[at] * scale) <= 1.5, `${height} for ${drawn[at]}`));
  const title = await page.locator('[data-chart="won-by-month"] h2').innerText();
  assert.ok(title.includes(won.rows[values.lastIndexOf(Math.max(...values))][0]), title);

  const cycle = await numbers(page, 'cycle-by-month');
  assert.deepEqual(cycle.rows.map((row) => row[0]), won.rows.map((row) => row[0]));
  assert.deepEqual(cycle.rows.map((row) => row[2]), won.rows.map((row) => row[2]));
  const dots = await page.locator('[data-chart="cycle-by-month"] svg .ch-dot').count();
  assert.equal(dots, cycle.rows.filter((row) => row[1] !== '–').length);
  for (const chart of ['won-by-month', 'cycle-by-month']) {
    const svg = page.locator(`[data-chart="${chart}"] svg[role="img"]`);
    const name = await page.locator(`[data-chart="${chart}"] h2`).innerText();
    assert.equal(await svg.locator('title').first().textContent(), name);
  }
});

test('figures follow a win, and its undo', async (t) => {
  const page = await sample(t);
  const before = { mean: await number(page, 'mean-won'), won: await number(page, 'won-value') };
  await show(page, 'Board');
  await win(page, '98765');
  await show(page, 'Insights');
  await until(page, 'win-rate', `[data-value="${16 / 25}"]`);
  assert.equal(await number(page, 'won-value'), before.won + 9_876_500);
  assert.equal((await funnel(page)).at(-1), 16);
  const { rows } = await numbers(page, 'won-by-month');
  assert.equal(rows.reduce((sum, row) => sum + digits(row[1]), 0) * 100, before.won + 9_876_500);

  // The table stays open while its numbers change.
  await page.keyboard.press('Control+z');
  await until(page, 'win-rate', `[data-value="${15 / 24}"]`);
  assert.equal(await number(page, 'mean-won'), before.mean);
  assert.deepEqual(await funnel(page), [43, 39, 34, 26, 21, 18, 15]);
  const table = page.locator('[data-chart="won-by-month"] table');
  assert.ok(await table.isVisible());
  const cells = await table.locator('tbody tr').evaluateAll((rows) => rows.map((row) => row.children[1].textContent));
  assert.equal(cells.reduce((sum, cell) => sum + digits(cell), 0) * 100, before.won);
});

test('drawings fit their room from a wide screen to a narrow one', async (t) => {
  const page = await sample(t);
  for (const width of [1440, 768, 360, 320]) {
    await page.setViewportSize({ width, height: 740 });
    // The room is measured by an observer, some frames after it has changed.
    const unfit = () => page.locator('.insight svg').evaluateAll((all) => all.map((svg) => {
      const [drawn, shown] = [Number(svg.getAttribute('width')), svg.getBoundingClientRect().width];
      // One that was just replaced has no room and does not fit; the next look finds its successor.
      const room = svg.parentElement?.clientWidth ?? -1;
      // Drawn and shown at one size: the text has the size that it was drawn with.
      return Math.round(shown) === drawn && room >= drawn && room - drawn <= 40 ? [] : [`${drawn}, shown ${shown}, in ${room}`];
    }).flat());
    for (let tries = 0; tries < 100 && (await unfit()).length > 0; tries += 1) await sleep(20);
    assert.deepEqual(await unfit(), [], `at ${width}`);
    const over = await page.locator('.view').evaluate((view) => view.scrollWidth - view.clientWidth);
    assert.equal(over, 0, `something is cut off at ${width}`);
  }
});

test('8,800 imported opportunities have their win rate and their months', async (t) => {
  const page = await open(t);
  await page.locator('[data-file="csv"]').first().setInputFiles(sales);
  await page.locator('[data-action="import"]').click();
  await page.locator('.toast', { hasText: '8,800 deals imported' }).waitFor();
  await show(page, 'Insights');
  await until(page, 'win-rate', `[data-value="${4238 / 6711}"]`);
  assert.equal(await figure(page, 'win-rate').innerText(), '63.2%');
  assert.match(await tile(page, 'win-rate').innerText(), /4,238 of 6,711/);
  assert.deepEqual(await funnel(page), [8800, 8300, 4238]);
  const { rows } = await numbers(page, 'won-by-month');
  assert.deepEqual([rows[0][0], rows[11][0]], ['Jan 2017', 'Dec 2017']);
  assert.equal(rows.reduce((sum, row) => sum + digits(row[2]), 0), 4238);
  assert.equal(rows.reduce((sum, row) => sum + digits(row[1]), 0) * 100, await number(page, 'won-value'));
});

test('months without a win give way to those of the latest one, and say so', async (t) => {
  const page = await sample(t);
  const before = await numbers(page, 'won-by-month');
  await page.getByText('Saved in this browser').waitFor();
  await page.clock.setFixedTime(new Date('2029-05-02T09:00:00Z'));
  await reload(page);
  await show(page, 'Insights');
  const note = page.locator('[data-chart="won-by-month"] .insight-note');
  await note.waitFor();
  assert.match(await note.innerText(), /Nothing was won in the last twelve months.*Nov 2026/);
  assert.deepEqual((await numbers(page, 'won-by-month')).rows, before.rows);
});

test('an empty pipeline and a few deals are told as such', async (t) => {
  const page = await open(t);
  await page.locator('[data-template]').first().click();
  await show(page, 'Insights');
  const view = page.locator('[data-view="insights"]');
  await view.getByRole('button', { name: 'Go to the board' }).waitFor();
  assert.equal(await figure(page, 'win-rate').innerText(), '–');
  assert.equal(await figure(page, 'win-rate').getAttribute('data-value'), null);
  assert.equal(await view.locator('svg, details').count(), 0);
  await view.getByRole('button', { name: 'Go to the board' }).click();

  await page.getByRole('button', { name: 'Add a deal' }).first().click();
  await page.locator('.add-input').fill('A first one');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await show(page, 'Insights');
  await until(page, 'funnel', '[data-value="1"] >> nth=0');
  assert.match(await view.innerText(), /Win or lose a first deal/);
  assert.match(await page.locator('[data-chart="won-by-month"]').innerText(), /No deal has been won yet/);
  assert.equal(await view.locator('svg.chart').count(), 0);

  await show(page, 'Board');
  await win(page);
  await show(page, 'Insights');
  await until(page, 'win-rate', '[data-value="1"]');
  assert.match(await tile(page, 'win-rate').innerText(), /Few deals so far/);
  assert.match(await page.locator('[data-chart="won-by-month"]').innerText(), /have no value/);
});

test('a stage may be called anything: its name stays text', async (t) => {
  const page = await sample(t);
  await page.getByRole('button', { name: 'Menu' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Save everything as a file' }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  const name = '<img src=x onerror="document.title=`broken`"> & </svg><b>';
  // The stage before the narrowest step, which the finding names.
  const hostile = text.replaceAll('"Present"', JSON.stringify(name));
  assert.notEqual(hostile, text);
  const file = { name: 'hostile.json', mimeType: 'application/json', buffer: Buffer.from(hostile) };
  await page.locator('[data-file="workspace"]').setInputFiles(file);
  await page.getByRole('button', { name: 'Open it' }).click();
  const title = page.locator('[data-chart="funnel"] h2', { hasText: name });
  await title.waitFor();
  assert.deepEqual(await funnel(page), [43, 39, 34, 26, 21, 18, 15]);
  assert.equal((await numbers(page, 'funnel')).rows[3][0], name);
  assert.equal(await page.locator('[data-view="insights"]').locator('img, b').count(), 0);
  assert.notEqual(await page.title(), 'broken');
});
