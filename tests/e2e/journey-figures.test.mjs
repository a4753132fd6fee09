import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reload } from './harness.mjs';
import { openSample, saved, until } from './steps.mjs';

const day = new Date('2026-11-18T09:00:00Z');
const onThatDay = { before: (page) => page.clock.setFixedTime(day) };
const show = (page, view) => page.getByRole('navigation').getByRole('button', { name: view, exact: true }).click();
const digits = (text) => Number(text.replace(/[^\d.-]/g, ''));
const values = (page, view, metric) => page.locator(`[data-view="${view}"] [data-metric="${metric}"]`)
  .evaluateAll((all) => all.map((one) => (one.dataset.value === '' ? null : Number(one.dataset.value))));
const on = (page, metric) => values(page, 'journey', metric);
const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);
const finding = (page, kind) => page.locator(`[data-part="map-findings"] [data-finding="${kind}"]`);
const line = (page) => page.locator('[data-part="map-findings"] [data-action="map-findings"]');
const counted = (page) => page.locator('[data-drill] [data-drill-part="counted"] .drill-deal');

async function journey(t, options) {
  const page = await openSample(t, { ...onThatDay, ...options });
  await show(page, 'Journey');
  await page.locator('[data-metric="phase-lost"]').first().waitFor();
  return page;
}

/** Opens the table of a drawing; gives its rows as people read them. */
async function numbers(page, chart) {
  const details = page.locator(`[data-chart="${chart}"] details.numbers`);
  await details.waitFor();
  if (!(await details.evaluate((element) => element.open))) await details.locator('summary').click();
  const texts = async (rows) => Promise.all((await rows.all()).map((row) => row.locator('th, td').allInnerTexts()));
  return { heads: (await texts(details.locator('thead tr')))[0], rows: await texts(details.locator('tbody tr')) };
}

/** What the map says of each phase. */
async function ofTheMap(page) {
  const stages = await page.locator('td.phase-stages').evaluateAll((all) => all.map((one) =>
    [...one.querySelectorAll('[data-stage]')].map((chip) => ({ id: chip.dataset.stage, name: chip.textContent }))));
  const [open, value, weighted, through, time, risk, lost] = await Promise.all(
    ['open', 'value', 'weighted', 'conversion', 'time', 'at-risk', 'lost'].map((name) => on(page, `phase-${name}`)),
  );
  return { stages, open, value, weighted, through, time, risk, lost };
}

/** Compares what the map says with the Insights, which count the same deals. */
async function compare(page, map) {
  await show(page, 'Insights');
  await page.locator('[data-tab="overview"]').click();
  await page.locator('[data-metric="open-value"]').waitFor();
  assert.equal(sum(map.value), (await values(page, 'insights', 'open-value'))[0]);
  const weighted = (await values(page, 'insights', 'weighted-value'))[0];
  assert.ok(Math.abs(sum(map.weighted) - weighted) <= map.weighted.length, 'weighted differs by rounding at most');
  const stale = page.locator('[data-part="findings"] [data-finding="stale"]');
  const atRisk = (await stale.count()) ? Number(await stale.getAttribute('data-value')) : 0;
  assert.equal(sum(map.risk), atRisk, 'at risk is what the finding of stale deals counts');

  const rungs = await page.locator('[data-view="insights"] [data-metric="funnel"]')
    .evaluateAll((all) => all.map((one) => [one.dataset.rung, Number(one.dataset.value)]));
  const ladder = rungs.map(([rung]) => rung);
  const reached = new Map(rungs);
  map.stages.forEach((own, at) => {
    const [first, after] = [own[0].id, ladder[ladder.indexOf(own.at(-1).id) + 1]];
    assert.equal(map.through[at], reached.get(first) ? reached.get(after) / reached.get(first) : null);
  });

  await page.locator('[data-tab="outcomes"]').click();
  const reasons = await numbers(page, 'loss-reasons');
  // A stage that nothing was lost from has no column.
  const from = ({ name }) => {
    const column = reasons.heads.indexOf(name);
    return column < 0 ? 0 : sum(reasons.rows.map((row) => digits(row[column])));
  };
  assert.deepEqual(map.lost, map.stages.map((own) => sum(own.map(from))));

  await page.locator('[data-tab="time"]').click();
  const times = (await numbers(page, 'stage-time')).rows;
  const time = (stage) => times.find((row) => row[0] === stage.name);
  assert.deepEqual(map.open, map.stages.map((own) => sum(own.map((stage) => digits(time(stage)[6])))));
  map.stages.forEach((own, at) => {
    if (own.length !== 1) return;
    const told = digits(time(own[0])[3]);
    assert.ok(Math.abs(told - map.time[at]) <= 0.0500001, `${told} days and not ${map.time[at]}`);
  });
}

test('method row 17: the live figures are those of the Insights, of all buyers and of one persona', async (t) => {
  const page = await journey(t);
  // A phase with one stage takes as long as that stage: the second stage goes to the next phase.
  const second = await page.locator('td.phase-stages').first().locator('.phase-chip').nth(1).innerText();
  await page.getByRole('button', { name: 'Stages of Consideration' }).click();
  await page.getByRole('dialog').getByRole('checkbox', { name: second }).check();
  await page.keyboard.press('Escape');
  const before = sum(await on(page, 'phase-open'));
  await until(async () => (await ofTheMap(page)).stages[0].length === 1, 'one stage is left');
  await until(async () => (await on(page, 'phase-open'))[0] < 6, 'its figures follow');
  const all = await ofTheMap(page);
  assert.deepEqual([sum(all.open), sum(all.lost), before], [16, 9, 16]);
  assert.ok(all.time.every((days) => days > 0));
  await compare(page, all);

  await show(page, 'Journey');
  const choice = page.locator('[data-field="map-persona"]');
  const names = (await choice.locator('option').allInnerTexts()).slice(1);
  let told = 0;
  for (const name of names) {
    await show(page, 'Journey');
    const was = await on(page, 'phase-open');
    await choice.selectOption({ label: name });
    await until(async () => (await on(page, 'phase-open')).join() !== was.join(), `the figures of ${name}`);
    const own = await ofTheMap(page);
    assert.ok(sum(own.open) < 16);
    told += sum(own.open);
    if (name !== names[0]) continue;
    await show(page, 'Insights');
    await page.locator('[data-field="population-persona"]').selectOption({ label: name });
    await compare(page, own);
    // The choice is kept.
    await saved(page);
    await reload(page);
    await show(page, 'Insights');
    const kept = page.locator('[data-field="population-persona"]');
    await until(() => kept.evaluate((select, name) => select.selectedOptions[0].textContent === name, name), 'the persona is kept');
    await page.locator('[data-action="population-clear"]').click();
  }
  assert.equal(told, 16, 'each open deal of the sample is of one persona');
});

test('each number of the map lists exactly its deals, and one of them can be opened', async (t) => {
  const page = await journey(t);
  const numbers = page.locator('[data-view="journey"] td.phase-deals button.opens');
  const all = await numbers.count();
  assert.ok(all >= 24, `${all} numbers`);
  for (let at = 0; at < all; at++) {
    const button = numbers.nth(at);
    const [metric, value] = await button.evaluate((one) => [one.dataset.metric, one.dataset.value]);
    await button.click();
    await page.locator('[data-drill]').waitFor();
    if (!['phase-value', 'phase-weighted', 'phase-conversion', 'phase-time'].includes(metric)) {
      await until(async () => (await counted(page).count()) === Number(value), `${value} deals of ${metric}`);
    }
    await page.keyboard.press('Escape');
    await page.locator('[data-drill]').waitFor({ state: 'detached' });
  }
  // By keyboard, up to the deal itself.
  await page.locator('[data-metric="phase-lost"]').nth(1).focus();
  await page.keyboard.press('Enter');
  await counted(page).first().waitFor();
  assert.match(await page.locator('[data-drill] h2').innerText(), /Consideration.*Lost/);
  const deal = await counted(page).first().getAttribute('data-deal');
  await counted(page).first().click();
  await page.locator(`.panel[data-panel="${deal}"]`).waitFor();
  // Closed, the list gives the focus back to the number.
  await page.locator('[data-drill]').focus();
  await page.keyboard.press('Escape');
  await until(() => page.evaluate(() => document.activeElement?.dataset.metric === 'phase-lost'), 'the number has the focus again');
});

test('method row 17: findings of the map lead to their place, are dismissed and come back by undo', async (t) => {
  const page = await journey(t);
  const before = Number(await line(page).getAttribute('data-value'));
  assert.ok(before >= 2, `${before} findings`);
  await line(page).click();
  const cards = page.locator('[data-part="map-findings"] .finding');
  assert.equal(await cards.count(), before);
  for (const card of await cards.all()) {
    const deals = Number(await card.getAttribute('data-value'));
    if (!deals) continue;
    await card.locator('[data-action="show-deals"]').click();
    await until(async () => (await counted(page).count()) === deals, `${deals} deals`);
    await page.keyboard.press('Escape');
  }
  const pain = finding(page, 'unanswered-pain').first();
  const said = await pain.locator('.finding-said').innerText();
  await pain.locator('[data-action="finding-next"]').click();
  await until(() => page.evaluate(() => document.activeElement?.className.includes('note-add') ?? false), 'a cell to write in');

  await pain.locator('[data-action="dismiss"]').click();
  await until(async () => Number(await line(page).getAttribute('data-value')) === before - 1, 'one is dismissed');
  assert.ok(!(await cards.locator('.finding-said').allInnerTexts()).includes(said));
  await page.keyboard.press('Control+z');
  await until(async () => Number(await line(page).getAttribute('data-value')) === before, 'it is back');
  assert.ok((await cards.locator('.finding-said').allInnerTexts()).includes(said));

  // The Insights say the same, with the way to the map.
  const all = await cards.locator('.finding-said').allInnerTexts();
  await show(page, 'Insights');
  assert.equal(Number(await line(page).getAttribute('data-value')), before);
  await line(page).click();
  assert.deepEqual(await cards.locator('.finding-said').allInnerTexts(), all);
  await cards.first().locator('[data-action="finding-next"]').click();
  await page.locator('[data-view="journey"]').waitFor();
});

test('method row 15: a warning stands where stages and journey do not match', async (t) => {
  const page = await journey(t);
  await page.getByRole('button', { name: 'Stages of Awareness' }).click();
  const dialog = page.getByRole('dialog', { name: 'Stages of Awareness' });
  const ticked = dialog.getByRole('checkbox', { checked: true });
  while ((await ticked.count()) > 0) await ticked.first().uncheck();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.locator('[data-note="unlinked"]').waitFor();
  await line(page).click();
  await finding(page, 'stages-without-phase').waitFor();
  await finding(page, 'phases-without-stages').waitFor();
  assert.match(await finding(page, 'phases-without-stages').innerText(), /Awareness/);
  assert.equal(await finding(page, 'stages-without-phase').getAttribute('data-value'), '6', 'six open deals are in no figure');
  await finding(page, 'phases-without-stages').locator('[data-action="finding-next"]').click();
  await until(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label') === 'Stages of Awareness'), 'the way to choose them');
  await finding(page, 'stages-without-phase').locator('[data-action="dismiss"]').click();
  await page.locator('[data-note="unlinked"]').waitFor({ state: 'detached' });
});

test('at 360 px the figures of a phase fit into its column', async (t) => {
  const page = await journey(t, { viewport: [360, 740] });
  const outside = await page.locator('td.phase-deals').evaluateAll((all) => all.flatMap((cell) => {
    const edge = cell.getBoundingClientRect();
    return [...cell.querySelectorAll('dd, dt, li')].map((one) => one.getBoundingClientRect())
      .filter((box) => box.right > edge.right + 1 || box.left < edge.left - 1).map((box) => `${box.left} to ${box.right} of ${edge.right}`);
  }));
  assert.deepEqual(outside, []);
  const low = await page.locator('td.phase-deals button').evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 24).length);
  assert.equal(low, 0);
  await page.locator('[data-metric="phase-open"]').first().click();
  await until(async () => (await counted(page).count()) === 6, 'the open deals');
});
