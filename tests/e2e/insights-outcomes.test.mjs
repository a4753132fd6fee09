// Why deals are lost and won, and how often, slice by slice (method rows 7, 13, 23, 27 and 47).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, reload } from './harness.mjs';
import { until } from './steps.mjs';

const day = new Date('2026-11-18T09:00:00Z');
const digits = (text) => Number(text.replace(/[^\d.-]/g, ''));
const show = (page, view) => page.getByRole('navigation').getByRole('button', { name: view, exact: true }).click();

async function outcomes(t) {
  const page = await open(t, { before: (page) => page.clock.setFixedTime(day) });
  await page.locator('[data-start="sample"]').click();
  await show(page, 'Insights');
  await page.locator('[data-tab="outcomes"]').click();
  await page.locator('[data-chart="loss-reasons"] svg.chart').waitFor();
  return page;
}

const title = (page, chart) => page.locator(`[data-chart="${chart}"] h2`).innerText();
const listed = (page) => page.locator('[data-drill-part="counted"] [data-deal]').count();
const sum = (rows, column) => rows.reduce((sum, row) => sum + digits(row[column]), 0);

async function numbers(page, chart) {
  const details = page.locator(`[data-chart="${chart}"] details.numbers`);
  if (!(await details.evaluate((element) => element.open))) await details.locator('summary').click();
  const texts = async (rows) => Promise.all((await rows.all()).map((row) => row.locator('th, td').allInnerTexts()));
  return { heads: (await texts(details.locator('thead tr')))[0], rows: await texts(details.locator('tbody tr')) };
}

/** The button of a cell of a drawing's table. */
const cell = (page, chart, row, column) =>
  page.locator(`[data-chart="${chart}"] details.numbers tbody tr`).nth(row).locator('th, td').nth(column).locator('button');

test('method rows 7 and 27: losses by reason, by count and by value, and by the stage', async (t) => {
  const page = await outcomes(t);
  const byCount = await numbers(page, 'loss-reasons');
  assert.equal(sum(byCount.rows, 1), 9);
  for (const row of byCount.rows) {
    assert.equal(row.slice(3).reduce((sum, text) => sum + digits(text), 0), digits(row[1]), 'the stages add up');
  }
  const value = sum(byCount.rows, 2);
  await page.locator('[data-field="outcomes-by"]').selectOption('value');
  await until(async () => (await title(page, 'loss-reasons')).includes('Price above budget'), 'the dearest reason');
  const byValue = await numbers(page, 'loss-reasons');
  const values = byValue.rows.map((row) => digits(row[2]));
  assert.deepEqual(values, values.toSorted((a, b) => b - a), 'the dearest first');
  assert.equal(values[0], 58_300 + 88_000);
  assert.equal(sum(byValue.rows, 2), value);
  await reload(page);
  await page.locator('[data-chart="loss-reasons"] svg.chart').waitFor();
  assert.equal(await page.locator('[data-field="outcomes-by"]').inputValue(), 'value');

  const from = await numbers(page, 'lost-from');
  assert.deepEqual([sum(from.rows, 1), sum(from.rows, 2)], [9, value]);
  await numbers(page, 'loss-reasons');
  await cell(page, 'loss-reasons', 0, 1).click();
  await until(async () => (await listed(page)) === 2, 'the two deals lost over the price');
  await cell(page, 'lost-from', 0, 1).click();
  await until(async () => (await listed(page)) === digits(from.rows[0][1]), 'the deals lost from the first stage');
});

test('method rows 13 and 47: win rates by source, owner, size and segment lead to their deals', async (t) => {
  const page = await outcomes(t);
  for (const chart of ['rate-source', 'rate-owner', 'rate-size', 'rate-segment']) {
    const { rows } = await numbers(page, chart);
    assert.deepEqual([sum(rows, 2), sum(rows, 3)], [15, 9], chart);
    for (const [at, row] of rows.entries()) {
      const [won, lost] = [digits(row[2]), digits(row[3])];
      assert.ok(Math.abs(digits(row[1]) - 100 * won / (won + lost)) < 0.06, `${row}`);
      if (at > 1) continue;
      await cell(page, chart, at, 1).click();
      await until(async () => (await listed(page)) === won + lost, `${chart}: ${row}`);
    }
  }
  assert.match(await title(page, 'rate-owner'), /Lin Wei.* wins least often, 50% \(3 of 6\); all together 63%/);
  const before = (await numbers(page, 'rate-segment')).rows.map((row) => row[0]);
  await page.locator('[data-field="segment-kind"]').selectOption('Region');
  await until(async () => (await numbers(page, 'rate-segment')).rows.every((row) => !before.includes(row[0])), 'other slices');
});

test('method rows 7 and 23: motives, pain points, and objections that nobody answered', async (t) => {
  const page = await outcomes(t);
  for (const chart of ['motives', 'pains']) {
    const { rows } = await numbers(page, chart);
    assert.equal(sum(rows, 1), 15, chart);
    await cell(page, chart, 0, 1).click();
    await until(async () => (await listed(page)) === digits(rows[0][1]), chart);
  }
  const { rows } = await numbers(page, 'objections');
  const [all, open] = (await title(page, 'objections')).match(/\d+/g).map(Number).toReversed();
  assert.ok(all === 9 && open > 0 && open <= sum(rows, 2), await title(page, 'objections'));
  await cell(page, 'objections', 0, 2).click();
  await until(async () => (await listed(page)) === digits(rows[0][2]), 'the deals with an unanswered objection');
});

test('the population above narrows everything', async (t) => {
  const page = await outcomes(t);
  await page.locator('[data-field="population-stretch"]').selectOption('this-month');
  await page.locator('[data-field="population-basis"]').selectOption({ label: 'closed in it' });
  await until(async () => sum((await numbers(page, 'rate-owner')).rows, 2) === 1, 'one deal was won this month');
  assert.match(await title(page, 'rate-owner'), /too few closed deals to say/);
});

test('nothing closed is told as such', async (t) => {
  const page = await open(t);
  await page.locator('[data-template]').first().click();
  await page.locator('[data-stage]').first().waitFor();
  await show(page, 'Insights');
  await page.locator('[data-tab="outcomes"]').click();
  assert.match(await page.locator('[data-chart="loss-reasons"]').innerText(), /No deal is lost/);
  assert.match(await page.locator('[data-chart="rate-source"]').innerText(), /No deal is won or lost yet/);
  assert.equal(await page.locator('[data-view="insights"] svg.chart').count(), 0);
});
