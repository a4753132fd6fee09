// The forecast, targets, the simulation of a term, and slips (method rows 4 and 5).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, reload } from './harness.mjs';
import { saved, until } from './steps.mjs';

const day = new Date('2026-11-18T09:00:00Z');
const digits = (text) => Number(text.replace(/[^\d.-]/g, ''));

const show = (page, view) => page.getByRole('navigation').getByRole('button', { name: view, exact: true }).click();

async function forecast(t, options = {}) {
  const page = await open(t, { before: (page) => page.clock.setFixedTime(day), ...options });
  await page.locator('[data-start="sample"]').click();
  await show(page, 'Insights');
  await page.locator('[data-tab="forecast"]').click();
  await page.locator('[data-chart="forecast"] svg.chart').waitFor();
  return page;
}

const title = (page, chart) => page.locator(`[data-chart="${chart}"] h2`).innerText();
const drawn = (page) => page.locator('[data-drill-part="counted"] [data-deal]');

/** The table of a drawing: a row by its name, as people read it. */
async function numbers(page, chart) {
  const details = page.locator(`[data-chart="${chart}"] details.numbers`);
  if (!(await details.evaluate((element) => element.open))) await details.locator('summary').click();
  const rows = await details.locator('tbody tr').all();
  const cells = await Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
  return new Map(cells.map((row) => [row[0], row.slice(1)]));
}

const team = (page) => page.locator('.target-team');
const share = async (page) => Number(await team(page).locator('[data-metric="target-share"]').getAttribute('data-value'));

/** Types a target and leaves the field. */
async function target(page, row, text) {
  const field = row.locator('[data-field="target"]');
  await field.fill(text);
  await field.press('Enter');
}

test('method row 4: won and expected by month, overdue apart, all open deals somewhere', async (t) => {
  const page = await forecast(t);
  const rows = await numbers(page, 'forecast');
  assert.deepEqual([...rows.keys()].slice(0, 2), ['Overdue', 'Aug 2026']);
  assert.equal(rows.size, 10);
  const november = rows.get('Nov 2026');
  assert.equal(digits(november[1]), 17_600);
  assert.deepEqual([november[2], november[4]], ['1', '1']);
  assert.equal(digits(november[0]), digits(november[1]) + digits(november[3]));
  assert.equal(digits(november[5]), 45_000);
  assert.equal(rows.get('Overdue')[4], '3');
  assert.equal([...rows.values()].reduce((sum, row) => sum + digits(row[4]), 0), 16, 'each open deal once');
  assert.match(await title(page, 'forecast'), /^Nov 2026: 39% of the target won, \d+% with what is expected$/);
  assert.match(await page.locator('[data-chart="forecast"] .insight-note').innerText(), /^3 deals overdue/);

  // From a number, and from a column of the drawing, to the deals.
  const details = page.locator('[data-chart="forecast"] details.numbers tbody tr');
  await details.filter({ hasText: 'Nov 2026' }).locator('button').nth(1).click();
  await until(async () => (await drawn(page).count()) === 1, 'the deal won in November is listed');
  await page.locator('[data-chart="forecast"] [data-slot="0"]').click();
  await until(async () => (await drawn(page).count()) === 3, 'the overdue deals are listed');
});

test('a period that looks back does not narrow what is to come', async (t) => {
  const page = await forecast(t);
  const before = await numbers(page, 'forecast');
  await page.locator('[data-field="population-stretch"]').selectOption('last-month');
  await page.locator('[data-field="population-basis"]').selectOption({ label: 'closed in it' });
  await page.locator('[data-tab="overview"]').click();
  await page.locator('[data-tab="forecast"]').click();
  await page.locator('[data-chart="forecast"] svg.chart').waitFor();
  assert.deepEqual(await numbers(page, 'forecast'), before);
  await page.locator('[data-chart="forecast"] [data-slot="0"]').click();
  await until(async () => (await drawn(page).count()) === 3, 'the overdue deals are listed');
});

test('method row 5: a typed target is held against what is won; undo and reload keep to it', async (t) => {
  const page = await forecast(t);
  assert.equal(await share(page), 17_600 / 45_000);
  assert.equal(await team(page).locator('input').inputValue(), '', 'the sum of the owners is not typed');
  assert.match(await team(page).locator('input').getAttribute('placeholder'), /45,000/);
  assert.equal(await team(page).locator('[data-metric="target-missing"]').getAttribute('data-value'), '2740000');
  assert.match(await title(page, 'targets'), /^Nov 2026: the team has won 39% of its target; .*27,400/);

  await target(page, team(page), '17 600');
  await until(async () => (await share(page)) === 1, 'the target is reached');
  assert.equal(await team(page).locator('[data-metric="target-outlook"]').innerText(), 'reached');
  assert.match(await title(page, 'forecast'), /the target is reached/);
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await until(async () => (await share(page)) === 17_600 / 45_000, 'the target is the sum again');

  const wei = page.locator('[data-owner="Lin Wei"]');
  await target(page, wei, '14000.50');
  await until(async () => Math.abs((await share(page)) - 17_600 / 45_000.5) < 1e-12, 'the sum has changed');
  await saved(page);
  await reload(page);
  await wei.waitFor();
  assert.equal(await wei.locator('input').inputValue(), '14000.50');
  await target(page, wei, '');
  await until(async () => (await share(page)) === 17_600 / 31_000, 'the target is gone');
  await target(page, wei, 'many');
  await page.locator('.toast', { hasText: 'That is not an amount' }).waitFor();
  assert.equal(await wei.locator('input').inputValue(), '');
});

test('the fields of targets lead from one to the next by keyboard, also after a change', async (t) => {
  const page = await forecast(t);
  await team(page).locator('input').focus();
  await page.keyboard.type('50000');
  await page.keyboard.press('Tab');
  await until(async () => (await share(page)) === 17_600 / 50_000, 'the target is taken');
  const rows = () => page.evaluate(() => document.activeElement?.closest('tr')?.dataset.owner ?? 'nowhere');
  assert.notEqual(await rows(), 'nowhere', 'the focus is still in the table');
});

test('quarters have their own columns and targets, and are kept', async (t) => {
  const page = await forecast(t);
  await page.locator('[data-field="forecast-pace"]').selectOption('quarter');
  await until(async () => (await title(page, 'forecast')).startsWith('Q4 2026'), 'the quarter is told');
  const rows = await numbers(page, 'forecast');
  assert.deepEqual([...rows.keys()].slice(0, 4), ['Overdue', 'Q2 2026', 'Q3 2026', 'Q4 2026']);
  assert.equal(digits(rows.get('Q4 2026')[1]), 17_600 + 64_900);
  assert.equal([...rows.values()].reduce((sum, row) => sum + digits(row[4]), 0), 16);
  assert.equal(await team(page).locator('input').inputValue(), '150000');
  await reload(page);
  await until(async () => (await title(page, 'forecast')).startsWith('Q4 2026'), 'quarters are kept');
  await page.locator('[data-field="targets-term"]').selectOption('2026-Q3');
  await until(async () => (await title(page, 'targets')).startsWith('Q3 2026'), 'another quarter is shown');
});

test('a simulated term is the same every time and lies where it can', async (t) => {
  const page = await forecast(t);
  await page.locator('[data-field="forecast-pace"]').selectOption('quarter');
  await page.locator('[data-field="targets-term"]').selectOption('2027-Q1');
  await until(async () => (await title(page, 'simulation')).startsWith('Q1 2027'), 'the term is played');
  const rows = await numbers(page, 'simulation');
  const [won, low, median, high, most] = [...rows.values()].map((row) => digits(row[0]));
  assert.ok(won === 0 && won <= low && low < median && median < high && high < most, [...rows].join());
  await reload(page);
  await page.locator('[data-field="targets-term"]').selectOption('2027-Q1');
  await until(async () => (await title(page, 'simulation')).startsWith('Q1 2027'), 'the term is played again');
  assert.deepEqual(await numbers(page, 'simulation'), rows);
  await page.locator('[data-field="targets-term"]').selectOption('2026-Q2');
  await page.locator('[data-chart="simulation"] .insight-empty').waitFor();
});

test('slips name the deals, which open', async (t) => {
  const page = await forecast(t);
  const slips = page.locator('[data-chart="slips"]');
  const [slipped, times] = (await title(page, 'slips')).match(/\d+/g).map(Number).filter((_, at) => at !== 1);
  const rows = await numbers(page, 'slips');
  const sum = (column) => [...rows.values()].reduce((sum, row) => sum + digits(row[column]), 0);
  assert.deepEqual([sum(1), sum(2)], [slipped, times]);
  assert.equal(await slips.locator('.slip').count(), Math.min(slipped, 8));
  const first = slips.locator('.slip').first();
  const name = await first.locator('.slip-title').innerText();
  await first.click();
  await page.locator('[data-field="title"]').first().waitFor();
  assert.equal(await page.locator('[data-field="title"]').first().inputValue(), name);
});

test('a pipeline without deals takes targets and says what to do', async (t) => {
  const page = await open(t, { before: (page) => page.clock.setFixedTime(day) });
  await page.locator('[data-template]').first().click();
  await page.locator('[data-stage]').first().waitFor();
  await show(page, 'Insights');
  await page.locator('[data-tab="forecast"]').click();
  await page.locator('[data-chart="forecast"] .insight-empty').waitFor();
  assert.match(await title(page, 'targets'), /no target is set/);
  await target(page, team(page), '1000');
  await until(async () => (await share(page)) === 0, 'a target of which nothing is won');
  assert.match(await title(page, 'forecast'), /^Nov 2026: 0% of the target won/);
});
