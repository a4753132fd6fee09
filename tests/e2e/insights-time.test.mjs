import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reload } from './harness.mjs';
import { openSample, saved, until } from './steps.mjs';

const day = new Date('2026-11-18T09:00:00Z');
const show = (page, view) => page.getByRole('navigation').getByRole('button', { name: view, exact: true }).click();
const card = (page, chart) => page.locator(`[data-chart="${chart}"]`);
const digits = (text) => Number(text.replace(/[^\d.-]/g, ''));

async function times(t) {
  const page = await openSample(t, { before: (page) => page.clock.setFixedTime(day) });
  await show(page, 'Insights');
  await page.getByRole('tab', { name: 'Time', exact: true }).click();
  await card(page, 'stage-time').locator('svg').first().waitFor();
  return page;
}

/** Opens the table of a drawing; gives its rows as people read them. */
async function numbers(page, chart) {
  const details = card(page, chart).locator('details');
  if (!(await details.evaluate((element) => element.open))) await details.locator('summary').click();
  const rows = await details.locator('tbody tr').all();
  return Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
}

/** The deals that are listed beside as counted. */
const counted = (page) => page.locator('[data-drill] [data-drill-part="counted"] .drill-deal').count();

test('each stage has its median, mean and 85th percentile, and apart those still there', async (t) => {
  const page = await times(t);
  const rows = await numbers(page, 'stage-time');
  assert.equal(rows.length, 6);
  assert.equal(rows.reduce((sum, row) => sum + digits(row[6]), 0), 16, 'the sixteen open deals');
  for (const row of rows) {
    assert.ok(digits(row[3]) > 0 && digits(row[3]) <= digits(row[5]), `${row}`);
    assert.ok(digits(row[2]) >= digits(row[1]), 'at least a visit for each deal that left');
  }
  // The bars have one scale: as long as their medians.
  const bars = card(page, 'stage-time').locator('svg .ch-fill:not(.ch-soft)');
  const widths = await Promise.all((await bars.all()).map(async (bar) => Number(await bar.getAttribute('width'))));
  const medians = rows.map((row) => digits(row[3]));
  const scale = Math.max(...widths) / Math.max(...medians);
  widths.forEach((width, at) => assert.ok(Math.abs(width - medians[at] * scale) <= scale * 0.06 + 0.2, `${width} for ${medians[at]}`));
  // The title names the longest.
  const longest = rows[medians.indexOf(Math.max(...medians))];
  const title = await card(page, 'stage-time').locator('h2').innerText();
  assert.ok(title.includes(longest[0]) && title.includes(longest[3]), title);
  // A number leads to its deals.
  await card(page, 'stage-time').locator('tbody tr').first().locator('td').first().getByRole('button').click();
  await until(async () => (await counted(page)) === digits(rows[0][1]), 'the deals that left are listed');
});

test('all visits of a deal together are no fewer days than each by itself', async (t) => {
  const page = await times(t);
  const each = await numbers(page, 'stage-time');
  await card(page, 'stage-time').locator('[data-choice="cumulative"]').click();
  await until(async () => (await numbers(page, 'stage-time')).some((row, at) => row[2] !== each[at][2]), 'other numbers');
  const together = await numbers(page, 'stage-time');
  together.forEach((row, at) => {
    assert.equal(row[1], row[2], 'one sum for each deal');
    assert.ok(digits(row[2]) <= digits(each[at][2]));
    assert.equal(row[6], each[at][6], 'as many are still there');
  });
});

test('a stage that is chosen shows how its times spread, and a column its deals', async (t) => {
  const page = await times(t);
  const field = page.locator('[data-field="spread-stage"]');
  const [first] = await numbers(page, 'stage-time');
  await card(page, 'stage-time').locator('svg [data-slot="0"]').click();
  const title = card(page, 'stage-spread').locator('h2');
  await until(async () => (await title.innerText()).includes(first[0]), `the spread of ${first[0]}`);
  assert.ok((await title.innerText()).includes(first[3]), 'with the same median');
  assert.ok(await field.evaluate((element) => element === document.activeElement));
  let rows = await numbers(page, 'stage-spread');
  assert.equal(rows.reduce((sum, row) => sum + digits(row[2]), 0), digits(first[6]));
  const most = rows.map((row) => digits(row[1])).reduce((best, count, at, all) => (count > all[best] ? at : best), 0);
  await card(page, 'stage-spread').locator(`svg [data-slot="${2 * most}"]`).click();
  await until(async () => (await counted(page)) === digits(rows[most][1]), `${rows[most]}`);

  // By keyboard: the list of stages, and the table.
  await field.focus();
  await page.keyboard.press('ArrowDown');
  await until(async () => !(await title.innerText()).includes(first[0]), 'the next stage');
  rows = await numbers(page, 'stage-spread');
  const still = rows.findIndex((row) => digits(row[2]) > 0);
  await card(page, 'stage-spread').locator('tbody tr').nth(still).locator('td').nth(1).getByRole('button').focus();
  await page.keyboard.press('Enter');
  await until(async () => (await counted(page)) === digits(rows[still][2]), `${rows[still]}`);
});

test("the cycle stands beside each owner's and the industry's, which is stored as one step", async (t) => {
  const page = await times(t);
  const chart = card(page, 'cycle-by-owner');
  const rows = await numbers(page, 'cycle-by-owner');
  assert.deepEqual(rows.slice(0, 3).map((row) => digits(row[2])), [15, 9, 24]);
  const owners = rows.slice(3);
  assert.equal(owners.reduce((sum, row) => sum + digits(row[2]), 0), 15);
  const means = owners.filter((row) => digits(row[2]) >= 3).map((row) => digits(row[1]));
  assert.deepEqual(means, [...means].sort((a, b) => a - b), 'the fastest first');
  assert.ok((await chart.locator('h2').innerText()).includes(owners[0][0]));
  for (const row of owners) assert.equal(digits(row[2]) < 3, row[1] === 'too few', `${row}`);

  const field = page.locator('[data-field="industry-cycle"]');
  await field.fill('40');
  await field.press('Enter');
  await until(async () => (await chart.locator('h2').innerText()).includes('40.0 days'), 'the title compares');
  assert.equal((await numbers(page, 'cycle-by-owner'))[3][0], 'The industry');
  await saved(page);
  await reload(page);
  await show(page, 'Insights');
  await until(async () => (await field.inputValue()) === '40', 'it is stored');
  await field.blur();
  await page.keyboard.press('Control+z');
  await until(async () => (await field.inputValue()) === '', 'and undone');
});

test('the cycle over time stands by months and by quarters', async (t) => {
  const page = await times(t);
  const months = await numbers(page, 'cycle-over-time');
  assert.equal(months.length, 12);
  assert.equal(months.reduce((sum, row) => sum + digits(row[2]), 0), 15);
  await card(page, 'cycle-over-time').locator('[data-choice="quarters"]').click();
  await until(async () => (await numbers(page, 'cycle-over-time')).length === 8, 'eight quarters');
  const quarters = await numbers(page, 'cycle-over-time');
  assert.equal(quarters.reduce((sum, row) => sum + digits(row[2]), 0), 15);
  assert.match(quarters.at(-1)[0], /Q4 2026/);
  const at = quarters.findIndex((row) => digits(row[2]) > 0);
  await card(page, 'cycle-over-time').locator('tbody tr').nth(at).locator('td').nth(1).getByRole('button').click();
  await until(async () => (await counted(page)) === digits(quarters[at][2]), `${quarters[at]}`);
});

test('a period in which nothing was won says so, and not that nothing ever was', async (t) => {
  const page = await times(t);
  await page.locator('[data-field="population-stretch"]').selectOption('between');
  await page.locator('[data-field="population-from"]').fill('2025-01-01');
  await page.locator('[data-field="population-to"]').fill('2025-11-30');
  await until(async () => /Nothing was won in these months/.test(await card(page, 'cycle-over-time').innerText()), 'it is told');
});

test('the drawings of the tab fit a phone', async (t) => {
  const page = await times(t);
  await page.setViewportSize({ width: 360, height: 740 });
  await until(async () => {
    const fits = await page.locator('.insight-drawing svg').evaluateAll((all) => all.map((svg) => svg.getBoundingClientRect().right <= innerWidth));
    return fits.length >= 4 && fits.every(Boolean);
  }, 'all drawings are as narrow as the phone');
  const over = await page.locator('.view').evaluate((view) => view.scrollWidth - view.clientWidth);
  assert.equal(over, 0);
});
