import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, reload } from './harness.mjs';
import { exported, until } from './steps.mjs';

const day = new Date('2026-11-18T09:00:00Z');
const DAY = 86_400_000;

async function sample(t) {
  const page = await open(t, { before: (page) => page.clock.setFixedTime(day) });
  await page.locator('[data-start="sample"]').click();
  await show(page, 'Insights');
  return page;
}

async function comparison(t) {
  const page = await sample(t);
  await tab(page, 'Compare');
  await card(page).waitFor();
  return page;
}

const show = (page, view) => page.getByRole('navigation').getByRole('button', { name: view, exact: true }).click();
const tab = (page, name) => page.getByRole('tab', { name, exact: true }).click();
const card = (page) => page.locator('[data-chart="compare"]');
const row = (page, key) => card(page).locator(`[data-row="${key}"]`);
const value = async (page, key, side) => {
  const text = await row(page, key).locator('td').nth(side).locator('[data-value]').getAttribute('data-value');
  return text === null ? null : Number(text);
};
const both = async (page, key) => [await value(page, key, 0), await value(page, key, 1)];
const deals = async (page) => Object.values(JSON.parse(await exported(page)).deals);
const time = (at) => (typeof at === 'number' ? at : Date.parse(at));
const within = (at, [from, to]) => time(at) >= Date.parse(from) && time(at) < Date.parse(to);
const contacts = (list, span) => list.flatMap((deal) => Object.values(deal.story?.activities ?? {}))
  .filter((activity) => activity.done && activity.kind !== 'note' && within(activity.done, span)).length;
const won = (list, span) => list.filter((deal) => deal.outcome?.won && within(deal.outcome.won.at, span));
const sum = (list) => list.reduce((total, deal) => total + deal.value, 0);
const choose = (page, key) => page.locator('[data-field="compare-with"]').selectOption(key);

async function told(page, pattern) {
  await until(async () => pattern.test(await card(page).locator('.insight-note').innerText().catch(() => '')) || 'other days', `${pattern}`);
}

test('method row 42: this month so far stands against the same days of the month before', async (t) => {
  const page = await comparison(t);
  await told(page, /Nov 1, 2026 – Nov 18, 2026, compared with Oct 1, 2026 – Oct 18, 2026/);
  const all = await deals(page);
  const [then, now] = [['2026-10-01', '2026-10-19'], ['2026-11-01', '2026-11-19']];
  assert.deepEqual(await both(page, 'created'), [then, now].map((span) => all.filter((deal) => within(deal.created, span)).length));
  assert.deepEqual(await both(page, 'won-value'), [then, now].map((span) => sum(won(all, span))));
  assert.deepEqual(await both(page, 'activities'), [then, now].map((span) => contacts(all, span)));
  assert.match(await row(page, 'win-rate').innerText(), /too few to say/);

  // Each number leads to the deals of its own side.
  const cell = row(page, 'created').locator('td').nth(0).locator('.opens');
  await cell.click();
  const wanted = all.filter((deal) => within(deal.created, then)).map((deal) => deal.title).sort();
  const listed = page.locator('[data-drill-part="counted"] .drill-title');
  await until(async () => await listed.count() === wanted.length, `${wanted.length} deals`);
  assert.deepEqual((await listed.allInnerTexts()).sort(), wanted);
});

test('method row 42: the conversion of a stage stands against that of the quarter before, and leads to its deals', async (t) => {
  const page = await comparison(t);
  await choose(page, 'quarter');
  await told(page, /Oct 1, 2026 – Nov 18, 2026, compared with Jul 1, 2026/);
  const all = await deals(page);
  const stages = Object.values(JSON.parse(await exported(page)).stages).sort((a, b) => (a.rank < b.rank ? -1 : 1));
  const first = stages[0].id;
  const span = ['2026-10-01', '2026-11-19'];
  const rung = (event) => event.created ?? event.moved?.to;
  const came = all.filter((deal) => {
    const there = deal.history.find((event) => rung(event) === first);
    return there && within(there.at, span);
  });
  const cell = row(page, 'conversion-0').locator('td').nth(1);
  assert.match(await cell.innerText(), new RegExp(`of ${came.length}$`));
  await cell.locator('.opens').click();
  const listed = page.locator('[data-drill-part="counted"] .drill-title');
  await until(async () => await listed.count() === came.length, `${came.length} deals`);
  assert.deepEqual((await listed.allInnerTexts()).sort(), came.map((deal) => deal.title).sort());
});

test('weeks, quarters and years, and a period that the population names', async (t) => {
  const page = await comparison(t);
  const all = await deals(page);
  const cases = [
    ['week', ['2026-11-05', '2026-11-12'], ['2026-11-12', '2026-11-19']],
    ['quarter', ['2026-07-01', '2026-08-19'], ['2026-10-01', '2026-11-19']],
    ['year', ['2025-01-01', '2025-11-19'], ['2026-01-01', '2026-11-19']],
  ];
  for (const [key, then, now] of cases) {
    await choose(page, key);
    const wanted = JSON.stringify([then, now].map((span) => contacts(all, span)));
    await until(async () => JSON.stringify(await both(page, 'activities')) === wanted, `${key}: ${wanted}`);
    assert.deepEqual(await both(page, 'won'), [then, now].map((span) => won(all, span).length), key);
  }
  await page.locator('[data-field="population-stretch"]').selectOption('last-quarter');
  await told(page, /Jul 1, 2026 – Sep 30, 2026, compared with Jul 1, 2025 – Sep 30, 2025/);
  assert.deepEqual(await both(page, 'won'), [['2025-07-01', '2025-10-01'], ['2026-07-01', '2026-10-01']].map((span) => won(all, span).length));
  // What was chosen is there again.
  await page.getByText('Saved in this browser').waitFor();
  await reload(page);
  await show(page, 'Insights');
  await tab(page, 'Compare');
  await told(page, /compared with Jul 1, 2025/);
});

test('an owner stands beside the team', async (t) => {
  const page = await comparison(t);
  const all = await deals(page);
  await choose(page, 'team');
  await page.locator('[data-field="compare-owner"]').selectOption('Lin Wei');
  const mine = all.filter((deal) => deal.owner === 'Lin Wei');
  const rate = (list) => {
    const [wins, losses] = ['won', 'lost'].map((kind) => list.filter((deal) => deal.outcome?.[kind]).length);
    return wins / (wins + losses);
  };
  await until(async () => (await value(page, 'created', 1)) === mine.length, 'her deals');
  assert.equal(await value(page, 'created', 0), all.length);
  assert.deepEqual((await both(page, 'win-rate')).map((share) => share.toFixed(9)), [all, mine].map((list) => rate(list).toFixed(9)));
  const share = `${Math.round(100 * mine.length / all.length)}%`;
  assert.equal(await row(page, 'created').locator('td').nth(2).innerText(), share);
  await row(page, 'win-rate').locator('td').nth(1).locator('.opens').click();
  const closed = mine.filter((deal) => deal.outcome?.won || deal.outcome?.lost).length;
  await until(async () => await page.locator('[data-drill-part="counted"] [data-deal]').count() === closed, `${closed} closed`);
});

test('method row 12: from a review note to the figures before and after it', async (t) => {
  const page = await sample(t);
  const all = await deals(page);
  await show(page, 'Process');
  await page.getByRole('tab', { name: 'Reviews' }).click();
  const note = page.locator('[data-review]', { hasText: /./ }).nth(1);
  const on = await note.locator('time').getAttribute('datetime');
  await note.locator('[data-action="review-figures"]').click();
  await card(page).waitFor();
  assert.equal(await page.getByRole('tab', { name: 'Compare', exact: true }).getAttribute('aria-selected'), 'true');
  const shift = (by) => new Date(Date.parse(on) + by * DAY).toISOString().slice(0, 10);
  const spans = (days) => [[shift(-days), on], [on, shift(days)]];
  const wanted = spans(90).map((span) => contacts(all, span));
  assert.deepEqual(await both(page, 'activities'), wanted);
  assert.deepEqual(await both(page, 'won'), spans(90).map((span) => won(all, span).length));
  await page.locator('[data-field="compare-days"]').selectOption('30');
  const fewer = JSON.stringify(spans(30).map((span) => contacts(all, span)));
  await until(async () => JSON.stringify(await both(page, 'activities')) === fewer, `${fewer} within 30 days`);

  // Of a change of lately only as many days are looked at as have passed.
  const latest = page.locator('[data-field="compare-review"] option').first();
  await page.locator('[data-field="compare-review"]').selectOption(await latest.getAttribute('value'));
  await page.locator('[data-field="compare-days"]').selectOption('90');
  await told(page, /– Nov 18, 2026, compared with/);
});

test('without a note, and for days to come, the page says what to do', async (t) => {
  const page = await open(t);
  await page.locator('[data-template]').first().click();
  await show(page, 'Insights');
  await tab(page, 'Compare');
  await choose(page, 'review');
  await page.getByText('No change of the process is noted yet').waitFor();
  await choose(page, 'team');
  await page.getByText('No deal has an owner yet').waitFor();
  await choose(page, 'month');
  await card(page).waitFor();
  assert.match(await card(page).locator('h2').innerText(), /Too few deals/);
  assert.equal(await page.getByText(/\bNaN\b/).count(), 0);
});

test('the Overview’s key figures say how they changed, where that is asked for and a period is chosen', async (t) => {
  const page = await comparison(t);
  const all = await deals(page);
  await choose(page, 'quarter');
  await page.locator('[data-field="compare-chips"]').check();
  await page.locator('[data-field="population-stretch"]').selectOption('last-quarter');
  await page.locator('[data-field="population-basis"]').selectOption('closed');
  await tab(page, 'Overview');
  const chip = page.locator('[data-chip="win-rate"]');
  await chip.waitFor();
  const rate = (span) => {
    const [wins, losses] = ['won', 'lost'].map((kind) => all.filter((deal) => deal.outcome?.[kind] && within(deal.outcome[kind].at, span)).length);
    return wins / (wins + losses);
  };
  const change = 100 * (rate(['2026-07-01', '2026-10-01']) - rate(['2026-04-01', '2026-07-01']));
  const text = await chip.innerText();
  assert.ok(text.includes(`${Math.abs(change).toFixed(1)} points`) && text.includes('a quarter earlier'), `${text} for ${change}`);
  assert.match(text, /too few to say/);
  await page.locator('[data-field="population-stretch"]').selectOption('always');
  await until(async () => await page.locator('[data-chip]').count() === 0, 'no chips without a period');
});

test('the table fits from a wide screen to a narrow one', async (t) => {
  const page = await comparison(t);
  for (const width of [1440, 768, 360]) {
    await page.setViewportSize({ width, height: 740 });
    await until(async () => {
      const over = await page.locator('.view').evaluate((view) => view.scrollWidth - view.clientWidth);
      return over === 0 || over;
    }, `nothing is cut off at ${width}`);
  }
});
