import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open } from './harness.mjs';
import { exported, until } from './steps.mjs';

// A day on which all that the sample tells lies within the months shown.
const day = new Date('2026-11-18T09:00:00Z');
const DAY = 86_400_000;

async function team(t, options = {}) {
  const page = await open(t, { before: (page) => page.clock.setFixedTime(day), ...options });
  await page.locator('[data-start="sample"]').click();
  await show(page, 'Insights');
  await tab(page, 'Team');
  return page;
}

const show = (page, view) => page.getByRole('navigation').getByRole('button', { name: view, exact: true }).click();
const tab = (page, name) => page.getByRole('tab', { name, exact: true }).click();
const card = (page, key) => page.locator(`[data-chart="${key}"]`);
const row = (page, key, name) => card(page, key).locator(`[data-row="${name}"]`);
/** The bare numbers of a row, in order; where a cell has none, null. */
const values = (page, key, name) =>
  row(page, key, name).locator('td').evaluateAll((cells) => cells.map((cell) => {
    const value = cell.querySelector('[data-value]')?.getAttribute('data-value') ?? null;
    return value === null ? null : Number(value);
  }));

/** The deals and the pipeline of the file that the page saves. */
async function data(page) {
  const all = JSON.parse(await exported(page));
  return { deals: Object.values(all.deals), pipeline: Object.values(all.pipelines)[0] };
}

const month = (at) => new Date(at).toISOString().slice(0, 7);
const done = (deal) => Object.values(deal.story?.activities ?? {}).filter((activity) => activity.done !== undefined && activity.done !== null);
const shown = ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'];

test('calls are counted by whoever made them, month by month, and the switch counts the others', async (t) => {
  const page = await team(t);
  const { deals } = await data(page);
  const count = (who, kinds) => shown.map((wanted) => deals.flatMap((deal) => done(deal).filter((activity) =>
    kinds.includes(activity.kind) && month(activity.done) === wanted
      && (who === undefined || (activity.by || deal.owner) === who))).length);
  assert.deepEqual(await values(page, 'activity-months', 'team'), count(undefined, ['call']));
  assert.deepEqual(await values(page, 'activity-months', 'Aina Rahman'), count('Aina Rahman', ['call']));
  for (const [key, kinds] of [['email', ['email']], ['demo', ['demo']], ['all', ['call', 'email', 'meeting', 'demo']]]) {
    await card(page, 'activities').locator('[data-field="activity-kind"]').selectOption(key);
    const wanted = JSON.stringify(count(undefined, kinds));
    await until(async () => JSON.stringify(await values(page, 'activity-months', 'team')) === wanted, `${key}: ${wanted}`);
  }

  // From a number to its deals.
  await card(page, 'activities').locator('[data-field="activity-kind"]').selectOption('call');
  await until(async () => JSON.stringify(await values(page, 'activity-months', 'team')) === JSON.stringify(count(undefined, ['call'])), 'calls again');
  await row(page, 'activity-months', 'Aina Rahman').locator('td').nth(4).locator('.opens').click();
  const with_calls = deals.filter((deal) => done(deal).some((activity) =>
    activity.kind === 'call' && month(activity.done) === '2026-10' && (activity.by || deal.owner) === 'Aina Rahman'));
  const listed = page.locator('[data-drill-part="counted"] [data-deal]');
  await until(async () => await listed.count() === with_calls.length, `${with_calls.length} deals`);
  const titles = await listed.locator('.drill-title').allInnerTexts();
  assert.deepEqual(titles.sort(), with_calls.map((deal) => deal.title).sort());
});

test('method row 6: the fixed number of calls is stored, marks who reached it, and is undone in one step', async (t) => {
  const page = await team(t);
  const { pipeline } = await data(page);
  const goal = page.locator('[data-field="calls-goal"]');
  assert.equal(await goal.inputValue(), String(pipeline.goals.calls));
  await goal.fill('3');
  await goal.press('Enter');
  const october = async () => {
    const cells = card(page, 'activity-months').locator('tbody tr:not([data-row="team"]) td:nth-child(6)');
    return cells.evaluateAll((all) => all.map((cell) => [
      Number(cell.querySelector('[data-value]').getAttribute('data-value')), cell.querySelector('.grid-said').textContent,
    ]));
  };
  const right = (wanted) => async () => (await october()).every(([count, said]) =>
    said === (count >= wanted ? '✓ reached' : `${wanted - count} short`)) || JSON.stringify(await october());
  await until(right(3), 'against 3 calls');
  assert.match(await card(page, 'activities').locator('h2').innerText(), /of 4 reached their calls/);
  assert.equal((await data(page)).pipeline.goals.calls, 3);

  await page.keyboard.press('Escape');
  await page.locator('body').press('Control+z');
  await until(right(pipeline.goals.calls), 'against the number of before');
  assert.equal(await goal.inputValue(), String(pipeline.goals.calls));

  // Without a number nothing is reached or missed.
  await goal.fill('');
  await goal.press('Enter');
  await until(async () => await card(page, 'activity-months').locator('.grid-said').count() === 0, 'no marks');
});

test('key figures by month are those of the deals', async (t) => {
  const page = await team(t);
  const { deals } = await data(page);
  const won = (wanted) => deals.filter((deal) => deal.outcome?.won && month(deal.outcome.won.at) === wanted);
  const sum = (list) => list.reduce((total, deal) => total + deal.value, 0);
  const created = (wanted) => deals.filter((deal) => month(deal.created) === wanted);
  for (const [at, before] of [['2026-10', '2026-09'], ['2026-04', '2026-03'], ['2026-01', '2025-12']]) {
    const [count, value, growth, fresh, referred, , ] = await values(page, 'kpis', at);
    assert.deepEqual([count, value, fresh], [won(at).length, sum(won(at)), created(at).length], at);
    const wanted = sum(won(before)) > 0 ? sum(won(at)) / sum(won(before)) - 1 : null;
    if (wanted === null) assert.equal(growth, null, at);
    else assert.ok(Math.abs(growth - wanted) < 1e-9, `${at}: ${growth} for ${wanted}`);
    const share = created(at).length ? created(at).filter((deal) => deal.source === 'Referral').length / created(at).length : null;
    assert.equal(referred, share, at);
  }
  assert.equal(await card(page, 'kpis').locator('tbody tr').count(), 12);
});

test('method row 9: each owner stands beside the team, and each number leads to its deals', async (t) => {
  const page = await team(t);
  const { deals } = await data(page);
  const of = (owner) => deals.filter((deal) => owner === undefined || deal.owner === owner);
  const names = [...new Set(deals.map((deal) => deal.owner))];
  for (const owner of [undefined, ...names]) {
    const open = of(owner).filter((deal) => !deal.outcome || deal.outcome === 'open');
    const [won, lost] = ['won', 'lost'].map((kind) => of(owner).filter((deal) => deal.outcome?.[kind]));
    const [count, value, , wins, rate] = await values(page, 'owners', owner ?? 'team');
    assert.deepEqual([count, value, wins], [open.length, open.reduce((sum, deal) => sum + deal.value, 0), won.length], owner);
    assert.ok(Math.abs(rate - won.length / (won.length + lost.length)) < 1e-9, owner);
  }
  const overdue = row(page, 'owners', 'team').locator('td').nth(8);
  const late = Number(await overdue.locator('[data-value]').getAttribute('data-value'));
  assert.ok(late > 0);
  await overdue.locator('.opens').click();
  await until(async () => await page.locator('[data-drill-part="counted"] [data-deal]').count() === late, `${late} overdue`);
});

test('method row 39: coaching says what an owner’s deals lack, and opens them', async (t) => {
  const page = await team(t);
  const coaching = card(page, 'coaching');
  assert.match(await coaching.locator('h2').innerText(), /of 16 open deals lack something/);
  assert.equal(await coaching.locator('[data-coached]').count(), 12, 'as many as can be talked about');
  await coaching.locator('[data-action="coaching-more"]').click();
  await until(async () => await coaching.locator('[data-coached]').count() === 16, 'the others too');

  await coaching.locator('[data-field="coaching-owner"]').selectOption('owner:Sari Virtanen');
  await until(async () => await coaching.locator('[data-coached]').count() === 4, 'hers alone');
  const money = (text) => Number(text.match(/€([\d,]+)/)[1].replaceAll(',', ''));
  const worth = (await coaching.locator('.coached-about').allInnerTexts()).map(money);
  assert.deepEqual(worth, [...worth].sort((a, b) => b - a), 'the most valuable first');

  const { deals } = await data(page);
  const deal = coaching.locator('[data-coached]', { hasText: 'Planning for three care homes' });
  const told = deals.find((deal) => deal.title === 'Planning for three care homes');
  const due = Object.values(told.story.activities).find((activity) => !activity.done).due;
  assert.match(await deal.locator('[data-lack="overdue"]').innerText(), new RegExp(`since .*${Number(due.slice(8))}`));
  assert.equal(await deal.locator('[data-lack="unanswered"]').count(), 1);
  assert.ok(await deal.locator('[data-lack="criteria"]').count() === 1);
  await deal.locator('.coached-title').click();
  await page.locator('.panel').waitFor();
  assert.equal(await page.locator('.panel [data-field="title"]').inputValue(), 'Planning for three care homes');
});

test('method row 40: what went to deals with a no is what their histories say', async (t) => {
  const page = await team(t);
  const { deals } = await data(page);
  const no = (deal) => Object.values(deal.story?.answers ?? {}).some((answer) => answer.yes === false);
  const ended = (deal) => {
    const of = deal.outcome;
    return (of?.won ?? of?.lost)?.at ?? of?.nurture?.since ?? day.getTime();
  };
  const at = (time) => (typeof time === 'number' ? time : Date.parse(time));
  const contacts = (deal) => done(deal).filter((activity) => activity.kind !== 'note').length;
  const names = [...new Set(deals.map((deal) => deal.owner))].sort();
  const table = card(page, 'unqualified').locator('details');
  await table.locator('summary').click();
  const digits = (text) => Number(text.replace(/[^\d.-]/g, ''));
  for (const owner of names) {
    const own = deals.filter((deal) => deal.owner === owner);
    const mine = own.filter(no);
    const cells = await table.locator('tbody tr', { hasText: owner }).locator('td').allInnerTexts();
    assert.equal(digits(cells[0]), mine.length, owner);
    const sum = (list) => list.reduce((total, deal) => total + contacts(deal), 0);
    assert.equal(digits(cells[1]), sum(mine), owner);
    assert.ok(Math.abs(digits(cells[2]) - 100 * sum(mine) / sum(own)) < 0.06, `${owner}: ${cells}`);
    // Of deals that were never re-opened the time open is from the creation to the end.
    if (mine.every((deal) => !deal.history.some((event) => JSON.stringify(event).includes('reopened')))) {
      const days = mine.reduce((total, deal) => total + (at(ended(deal)) - at(deal.created)) / DAY, 0);
      assert.ok(Math.abs(digits(cells[4]) - days) < 0.06, `${owner}: ${cells[4]} for ${days}`);
    }
  }
  assert.match(await card(page, 'unqualified').locator('h2').innerText(), /% of the activities and \d+% of the deal-days/);
});

test('a period narrows what was closed, but neither what is open now nor what has dates of its own', async (t) => {
  const page = await team(t);
  const { deals } = await data(page);
  const open = deals.filter((deal) => !deal.outcome || deal.outcome === 'open');
  const october = deals.filter((deal) => deal.outcome?.won && month(deal.outcome.won.at) === '2026-10');
  const before = await values(page, 'kpis', '2026-10');
  await page.locator('[data-field="population-stretch"]').selectOption('last-month');
  await page.locator('[data-field="population-basis"]').selectOption('closed');
  await until(async () => (await values(page, 'owners', 'team'))[3] === october.length, 'the wins of October alone');
  assert.equal((await values(page, 'owners', 'team'))[0], open.length);
  assert.match(await card(page, 'coaching').locator('h2').innerText(), new RegExp(`of ${open.length} open deals`));
  await row(page, 'owners', 'team').locator('td').nth(0).locator('.opens').click();
  const listed = page.locator('[data-drill-part="counted"] [data-deal]');
  await until(async () => await listed.count() === open.length, `${open.length} open deals`);
  // The months end with the period, and hold all that belongs to them; the note says so.
  assert.deepEqual(await values(page, 'kpis', '2026-10'), before);
  assert.equal(await row(page, 'kpis', '2026-11').count(), 0);
  assert.match(await card(page, 'kpis').innerText(), /By dates of its own/);
  await tab(page, 'Overview');
  await page.locator('[data-part="findings"] [data-finding="stale"]').waitFor();
  const velocity = page.locator('[data-metric="velocity"]');
  assert.ok(Number(await velocity.getAttribute('data-value')) > 0, 'what is open promises something');
  await velocity.click();
  await until(async () => await listed.count() === open.length, `${open.length} open deals`);
});

test('a team without deals is told nothing, and a lone deal does not break the page', async (t) => {
  const page = await open(t);
  await page.locator('[data-template]').first().click();
  await page.getByRole('button', { name: 'Add a deal' }).first().click();
  await page.locator('.add-input').fill('A first one');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await show(page, 'Insights');
  await tab(page, 'Team');
  await card(page, 'coaching').locator('[data-coached]').waitFor();
  assert.match(await card(page, 'activities').innerText(), /Nothing of this kind was done/);
  assert.match(await card(page, 'unqualified').innerText(), /No qualifying question was answered with no/);
  assert.match(await card(page, 'attainment').innerText(), /None of these months has a target/);
  assert.equal(await page.locator('[data-view="insights"]').getByText(/\bNaN\b/).count(), 0);
});

test('the tab fits its room from a wide screen to a narrow one', async (t) => {
  const page = await team(t);
  for (const width of [1440, 768, 360]) {
    await page.setViewportSize({ width, height: 740 });
    await until(async () => {
      const over = await page.locator('.view').evaluate((view) => view.scrollWidth - view.clientWidth);
      return over === 0 || over;
    }, `nothing is cut off at ${width}`);
  }
});
