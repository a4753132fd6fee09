// The funnel's tab: five counting rules, any two stages, the chances of the past, the moves; and from each number to its deals.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { open, reload } from './harness.mjs';

const day = new Date('2026-11-18T09:00:00Z');

async function sample(t, options = {}) {
  const page = await open(t, { before: (page) => page.clock.setFixedTime(day), ...options });
  await page.locator('[data-start="sample"]').click();
  await page.getByRole('navigation').getByRole('button', { name: 'Insights', exact: true }).click();
  await page.locator('[data-tab="funnel"]').click();
  await chart(page, 'matrix').locator('table').first().waitFor();
  return page;
}

const chart = (page, key) => page.locator(`[data-chart="${key}"]`);
const value = async (locator) => Number(await locator.getAttribute('data-value'));
const values = async (locator) => Promise.all((await locator.all()).map(value));
const funnel = (page) => values(page.locator('[data-metric="funnel"]'));
const rung = (page, at) => page.locator('[data-metric="funnel"]').nth(at);
const choose = (page, rule) => page.locator(`[data-rule="${rule}"]`).click();

/** Waits until something holds that follows a change some moments later. */
async function until(holds, what) {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await holds()) return;
    await sleep(25);
  }
  assert.fail(`not so after five seconds: ${what}`);
}

/** The deals that are listed: those counted, and how many are left out for each reason. */
async function drilled(page) {
  const panel = page.locator('[data-drill]');
  await panel.waitFor();
  const counted = await panel.locator('[data-drill-part="counted"] [data-deal]').count();
  const said = await panel.locator('[data-drill-part="counted"] h3').innerText();
  assert.equal(Number(said.match(/\d+/)[0]), counted, said);
  const left = {};
  for (const part of await panel.locator('details').all()) {
    left[await part.getAttribute('data-drill-part')] = await part.locator('[data-deal]').count();
  }
  return { counted, left };
}

/** The numbers of the matrix: for each row its cells by the head of their column. */
async function matrix(page) {
  return chart(page, 'matrix').locator('table').first().evaluate((table) => {
    const heads = [...table.tHead.rows[0].cells].map((cell) => cell.textContent);
    const rows = [...table.tBodies[0].rows].map((row) => {
      const cells = [...row.cells].map((cell, at) => [heads[at], Number(cell.querySelector('button')?.dataset.value ?? 0)]);
      return [row.cells[0].textContent, Object.fromEntries(cells.slice(1))];
    });
    return Object.fromEntries(rows);
  });
}

test('method row 25: five rules count the same deals differently, and say how', async (t) => {
  const page = await sample(t);
  const furthest = [43, 39, 34, 26, 21, 18, 15];
  assert.deepEqual(await funnel(page), furthest);
  const skipped = await Promise.all(furthest.map(async (_, at) => {
    const jumped = rung(page, at).locator('[data-metric="jumped-over"]');
    return (await jumped.count()) ? value(jumped) : 0;
  }));
  assert.ok(skipped.some((count) => count > 0));
  const moves = await matrix(page);
  const rule = chart(page, 'funnel').locator('.insight-rule').first();
  const told = new Set([await rule.innerText()]);

  // Whoever was there is whoever came so far, without those who jumped over.
  await choose(page, 'touched');
  await until(async () => (await funnel(page))[0] === 43 - skipped[0], 'counted by being there');
  const touched = await funnel(page);
  assert.deepEqual(touched, furthest.map((count, at) => count - skipped[at]));
  assert.deepEqual(await values(page.locator('[data-metric="fewer"]')), skipped.filter((count) => count > 0));
  told.add(await rule.innerText());

  await choose(page, 'strict');
  await until(async () => (await rule.innerText()).includes('every stage before'), 'the rule in words');
  const strict = await funnel(page);
  strict.forEach((count, at) => {
    assert.ok(count <= touched[at] && (at === 0 || count <= strict[at - 1]), `${strict}`);
  });
  assert.ok(strict.at(-1) < furthest.at(-1), 'some of the won deals left stages out');
  told.add(await rule.innerText());

  // Straight on: the first step is that of the matrix, where nobody goes back.
  await choose(page, 'direct');
  await until(async () => (await rule.innerText()).includes('straight'), 'the rule in words');
  assert.deepEqual(await funnel(page), touched);
  const [first, second] = Object.keys(moves).filter((name) => !['Created', 'Re-opened'].includes(name));
  assert.equal(await value(rung(page, 0).locator('[data-metric="goes-on"]')), moves[first][second] / touched[0]);
  told.add(await rule.innerText());

  await choose(page, 'progressed');
  await until(async () => (await rule.innerText()).includes('any higher'), 'the rule in words');
  told.add(await rule.innerText());
  assert.equal(told.size, 5);

  // What was chosen stays; the overview counts by it too.
  await page.getByText('Saved in this browser').waitFor();
  await reload(page);
  await page.locator('[data-rule="progressed"][aria-pressed="true"]').waitFor();
  await page.locator('[data-tab="overview"]').click();
  await page.locator('[data-rule="progressed"][aria-pressed="true"]').waitFor();
});

test('method row 7: from a number to its deals and those left out, and to one of them', async (t) => {
  const page = await sample(t);
  await rung(page, 1).locator('[data-metric="rung-count"]').click();
  assert.deepEqual(await drilled(page), { counted: 39, left: { NotReached: 4 } });

  const step = rung(page, 2);
  await step.locator('[data-metric="goes-on"]').click();
  await until(async () => (await drilled(page)).counted === 26, 'those who go on');
  assert.deepEqual((await drilled(page)).left, { NotReached: 9, NotGoneOn: 8 });

  // More come in than go on: those who do not are told by what became of them.
  const stopped = await step.locator('[data-metric="stopped"]').all();
  const counts = await Promise.all(stopped.map(value));
  assert.equal(counts.reduce((a, b) => a + b), 8);
  const lost = step.locator('[data-metric="stopped"]', { hasText: 'lost' });
  const wanted = await value(lost);
  await lost.click();
  await until(async () => (await drilled(page)).counted === wanted, 'the lost ones');

  await rung(page, 0).locator('[data-metric="jumped-over"]').focus();
  await page.keyboard.press('Enter');
  await until(async () => (await drilled(page)).left.WasThere === 40, 'those who were there');
  const deal = page.locator('[data-drill] [data-deal]').first();
  const id = await deal.getAttribute('data-deal');
  await deal.click();
  await page.locator(`[data-panel="${id}"]`).waitFor();
});

test('method row 22 and method row 42: of the deals that were in one stage, those that later came to another', async (t) => {
  const page = await sample(t);
  const card = chart(page, 'pair');
  const select = (name) => card.locator(`select[data-field="${name}"]`);
  const names = await select('pair-from').locator('option').allInnerTexts();
  const at = (name) => names.findIndex((other) => other === name);
  assert.ok(at('Qualify (four questions)') > 0 && at('Present') > 0);
  await select('pair-from').selectOption({ label: 'Qualify (four questions)' });
  await select('pair-to').selectOption({ label: 'Present' });
  const title = card.locator('h2');
  await until(async () => (await title.innerText()).includes('Present'), 'the title names both');
  await card.locator('summary').click();
  const rows = async () => Promise.all((await card.locator('tbody tr').all()).map((row) => row.locator('th, td').allInnerTexts()));
  const table = await rows();
  const counts = table.map((row) => Number(row[1]));
  // All who were there, and then each in exactly one row.
  assert.equal(counts[0], 33);
  assert.equal(counts.slice(1).reduce((a, b) => a + b), 33);
  assert.match(table[2][0], /^Lost from/);
  const share = `${(100 * counts[1] / 33).toFixed(1)}%`;
  assert.equal(table[1][2], share);
  assert.ok((await title.innerText()).includes(share), await title.innerText());
  await card.locator('tbody tr').nth(1).locator('button').first().click();
  assert.equal((await drilled(page)).counted, counts[1]);
  await page.keyboard.press('Escape');

  // Asking for the same stage twice turns the question round.
  await select('pair-from').selectOption({ label: 'Present' });
  await until(async () => (await title.innerText()).includes('were in \u2068Present'), 'turned round');
  assert.equal(await select('pair-to').evaluate((list) => list.selectedOptions[0].textContent), 'Qualify (four questions)');
  await page.getByText('Saved in this browser').waitFor();
  await reload(page);
  await until(async () => (await title.innerText()).includes('were in \u2068Present'), 'kept over a reload');
});

test('the moves stand as a picture and as a matrix of the same numbers', async (t) => {
  const page = await sample(t);
  const moves = await matrix(page);
  assert.equal(Object.values(moves.Created).reduce((a, b) => a + b), 43);
  const all = Object.values(moves).flatMap((row) => Object.values(row)).filter((count) => count > 0);
  const flow = chart(page, 'flow');
  assert.equal(await flow.locator('svg .ch-way').count(), all.length);
  // A band is as wide as its moves are many, but for the thinnest, which are still to be seen.
  const bands = await flow.locator('svg .ch-way').evaluateAll((all) => all.map((way) => [
    Number(way.dataset.width), Number(way.querySelector('title').textContent.match(/(\d+) moves?$/)[1]),
  ]));
  assert.deepEqual(bands.map(([, count]) => count).sort(), all.sort());
  const scale = Math.max(...bands.map(([width]) => width)) / Math.max(...all);
  for (const [width, count] of bands) assert.ok(Math.abs(width - Math.max(1.5, count * scale)) < 0.05, `${width} for ${count}`);
  assert.equal(Object.values(moves).reduce((sum, row) => sum + (row.Won ?? 0), 0), 15);

  // A cell lists the deals that made the move; so does a band.
  const cell = chart(page, 'matrix').locator('.matrix-back button').first();
  const count = await value(cell);
  await cell.click();
  const { counted, left } = await drilled(page);
  assert.ok(counted >= 1 && counted <= count);
  assert.equal(Object.keys(left).every((why) => ['NeverThere', 'OtherWay'].includes(why)), true, JSON.stringify(left));
  await page.keyboard.press('Escape');
  const lost = flow.locator('.ch-way', { has: page.locator('.ch-lost') }).first();
  const told = await lost.locator('title').textContent();
  await lost.locator('.ch-hit').dispatchEvent('click');
  assert.equal((await drilled(page)).counted, Number(told.match(/(\d+) moves?$/)[1]));
});

test('a chance of the past is used with one step, and taken back', async (t) => {
  const page = await sample(t);
  const rows = page.locator('[data-chance]');
  const set = async (at) => value(rows.nth(at).locator('[data-metric="chance-set"]'));
  assert.equal(await value(rows.first().locator('[data-metric="chance-past"]')), 15 / 24);
  assert.match(await rows.first().innerText(), /43% to 79%/);
  assert.match(await rows.last().innerText(), /too few/);
  assert.equal(await rows.last().locator('button[data-action]').count(), 0);
  await rows.first().locator('[data-metric="chance-closed"]').click();
  assert.equal((await drilled(page)).counted, 24);
  await page.keyboard.press('Escape');

  const before = [await set(0), await set(1), await set(2)];
  const button = rows.first().locator('[data-action="use-chance"]');
  await button.focus();
  await page.keyboard.press('Enter');
  await until(async () => (await set(0)) === 63, 'it is set');
  assert.equal(await button.getAttribute('aria-disabled'), 'true');
  assert.ok(await button.evaluate((element) => element === document.activeElement), 'the focus stays');
  assert.equal(await set(1), before[1]);
  await page.keyboard.press('Control+z');
  await until(async () => (await set(0)) === before[0], 'it is taken back');

  await page.locator('[data-action="use-chances"]').click();
  await until(async () => (await set(2)) === 68, 'all are set');
  assert.deepEqual([await set(0), await set(1)], [63, 65]);
  await page.keyboard.press('Control+z');
  await until(async () => (await set(2)) === before[2], 'all are taken back at once');
  assert.deepEqual([await set(0), await set(1), await set(2)], before);
});

test('the tab fits from a wide screen to a narrow one, and in both directions', async (t) => {
  const page = await sample(t);
  for (const dir of ['ltr', 'rtl']) {
    await page.evaluate((dir) => { document.documentElement.dir = dir; }, dir);
    for (const width of [1440, 768, 360]) {
      await page.setViewportSize({ width, height: 800 });
      const flow = chart(page, 'flow').locator('svg.chart');
      await until(async () => {
        // A picture that was just drawn anew has no place any more.
        const [drawn, room] = await flow.evaluate((svg) => [Number(svg.getAttribute('width')), svg.parentElement?.clientWidth ?? 0]);
        return room >= drawn && room - drawn <= 40;
      }, `the picture fits at ${width}`);
      const over = await page.locator('.view').evaluate((view) => view.scrollWidth - view.clientWidth);
      assert.equal(over, 0, `something is cut off at ${width}`);
    }
  }
});
