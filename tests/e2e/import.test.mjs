// Deals from CSV: a real file of 8,800 rows, files that need a decision, and files that are none.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { dragTo, open, reload } from './harness.mjs';
import { add, choose, column, count, openTemplate, saved, titles, until } from './steps.mjs';

const sales = fileURLToPath(new URL('../fixtures/crm-sales/sales_pipeline.csv', import.meta.url));
const csv = (text, name = 'deals.csv') => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

/** Chooses a file to import; the button of the menu or of the first start opens the same dialog. */
async function give(page, file) {
  await page.locator('[data-file=csv]').first().setInputFiles(file);
}

/** Chooses a file and waits for what would come in. */
async function offered(page, file) {
  await give(page, file);
  await page.locator('[data-import-count]').first().waitFor();
}

const form = (page) => page.locator('[data-import=form]');
const importButton = (page) => page.locator('[data-action=import]');
const select = (page, name) => form(page).locator(`select[data-field="${name}"]`);
/** What a text of the file becomes. */
const meaning = (page, text) => form(page).getByRole('combobox', { name: text, exact: true });
const segment = (page, name) => page.locator('.segments').getByRole('button', { name, exact: true }).click();

/** The counts that the dialog announces, as `key: number`. */
function announced(page) {
  return page.locator('[data-import-count]').evaluateAll((all) => all.map((e) => `${e.dataset.importCount} ${e.dataset.value}`));
}

/** Waits until the dialog announces these counts. */
async function announces(page, ...counts) {
  await until(async () => {
    const now = await announced(page);
    return JSON.stringify(now) === JSON.stringify(counts) || now;
  }, counts.join(', '));
}

/** The numbers of open deals in the first columns. */
async function counts(page, columns = 2) {
  const found = [];
  for (let number = 0; number < columns; number += 1) found.push(await count(page, number));
  return found;
}

/** Has the page note its longest tasks from now on, in milliseconds. */
async function watchTasks(page) {
  await page.evaluate(() => {
    window.tasks = [];
    new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map((e) => Math.round(e.duration))))
      .observe({ type: 'longtask' });
  });
}

test('method row 50: 8,800 opportunities come in whole as one step, and the board stays small and quick', async (t) => {
  const page = await open(t, { viewport: [1600, 900] });
  await watchTasks(page);
  await offered(page, sales);
  t.diagnostic(`long tasks until the preview: ${await page.evaluate(() => window.tasks.splice(0).join(', '))} ms`);
  assert.deepEqual(await announced(page), ['open 500', 'open 1589', 'won 4238', 'lost 2473']);
  assert.equal(await select(page, 'dates').inputValue(), 'mdy');
  assert.match(await form(page).innerText(), /10\/20\/2016 is Oct 20, 2016/);
  assert.equal(await importButton(page).innerText(), 'Import 8,800 deals');
  assert.equal(await page.locator('[data-problem="NoCreated"]').getAttribute('data-value'), '500');

  // A choice is answered at once, however many rows there are.
  const answer = await select(page, 'dates').evaluate(async (element) => {
    const times = [];
    for (const value of ['ymd', 'mdy']) {
      const before = performance.now();
      element.value = value;
      element.dispatchEvent(new Event('change', { bubbles: true }));
      await new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });
      times.push(Math.round(performance.now() - before));
    }
    return times;
  });
  t.diagnostic(`from a choice to the next frame: ${answer.join(', ')} ms`);
  await announces(page, 'open 500', 'open 1589', 'won 4238', 'lost 2473');

  await page.evaluate(() => {
    window.tasks.length = 0;
    document.querySelector('[data-action=import]').addEventListener('click', () => { window.began = performance.now(); });
    new MutationObserver((_, observer) => {
      if (document.querySelector('.columns .card') && !document.querySelector('dialog')) {
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => { window.ended = performance.now(); }));
      }
    }).observe(document.body, { subtree: true, childList: true });
  });
  await importButton(page).click();
  await column(page, 1).waitFor();
  await page.locator('.toast').filter({ hasText: '8,800 deals imported' }).waitFor();
  assert.deepEqual(await counts(page), [500, 1589]);
  await saved(page);
  const took = await page.evaluate(() => [Math.round(window.ended - window.began), window.tasks.join(', ')]);
  t.diagnostic(`from the click to the board: ${took[0]} ms; long tasks: ${took[1]} ms`);

  const elements = await page.evaluate(() => document.querySelectorAll('*').length);
  t.diagnostic(`${elements} elements`);
  assert.ok(elements <= 800, `${elements} elements on the page`);
  await segment(page, 'Won');
  assert.deepEqual(await counts(page), [0, 4238]);
  await segment(page, 'Lost');
  assert.deepEqual(await counts(page), [0, 2473]);
  await segment(page, 'Open');

  // One step takes all of it away, the next brings it back.
  await page.keyboard.press('Control+z');
  await page.locator('.welcome').waitFor();
  await page.keyboard.press('Control+Shift+Z');
  await column(page, 1).waitFor();
  assert.deepEqual(await counts(page), [500, 1589]);
  await saved(page);
  await reload(page);
  assert.deepEqual(await counts(page), [500, 1589]);

  // A move writes a few hundred characters and not the whole.
  await page.evaluate(() => {
    window.written = [];
    const keep = Storage.prototype.setItem;
    Storage.prototype.setItem = function setItem(key, value) {
      if (key.includes('tail')) window.written.push(value.length);
      return keep.call(this, key, value);
    };
    addEventListener('pointerup', () => {
      const up = performance.now();
      requestAnimationFrame(() => setTimeout(() => { window.drawn = Math.round(performance.now() - up); }));
    }, { capture: true });
    new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map((e) => Math.round(e.duration))))
      .observe({ type: 'longtask' });
    window.tasks = [];
  });
  const [first] = await titles(page, 0);
  const id = await column(page, 0).locator('.card').first().getAttribute('data-deal');
  await dragTo(page, column(page, 0).locator('.card').first(), column(page, 1));
  await until(async () => (await count(page, 0)) === 499, 'one has left');
  assert.deepEqual(await counts(page), [499, 1590]);
  const [drawn, tasks] = await page.evaluate(() => [window.drawn, window.tasks.join(', ')]);
  t.diagnostic(`from the drop to the frame after it: ${drawn} ms; long tasks of the drag: ${tasks || 'none'}`);
  const written = await page.evaluate(() => window.written);
  assert.equal(written.length, 1, `one entry: ${written}`);
  assert.ok(written[0] < 1_000, `${written[0]} characters for one move`);
  const undo = page.getByRole('button', { name: 'Undo: move a deal', exact: true });
  await undo.click();
  assert.deepEqual(await counts(page), [500, 1589]);
  assert.equal(await column(page, 0).locator('.card').first().getAttribute('data-deal'), id, `${first} is back`);
});

test('method row 50: deals saved as CSV come in again without a question, as many as there were', async (t) => {
  const page = await open(t);
  await offered(page, sales);
  await importButton(page).click();
  await column(page, 1).waitFor();
  const download = page.waitForEvent('download');
  await choose(page, 'Save the deals as CSV');
  const text = await readFile(await (await download).path());
  await offered(page, { name: 'deals-2026-11-22.csv', mimeType: 'text/csv', buffer: text });
  assert.deepEqual(await announced(page), ['open 500', 'open 1589', 'won 4238', 'lost 2473']);
  assert.equal(await page.locator('.import-fine').count(), 1, 'nothing to remark');
  assert.equal(await form(page).locator('input[data-import=name]').inputValue(), 'sales pipeline');
  await form(page).locator('input[data-import=name]').fill('Once more');
  assert.equal(await importButton(page).isEnabled(), true);
  await importButton(page).click();
  await form(page).waitFor({ state: 'detached' });
  assert.equal(await page.locator('.pipeline-choice option:checked').innerText(), 'Once more');
  assert.deepEqual(await counts(page), [500, 1589]);
  await segment(page, 'Won');
  assert.deepEqual(await counts(page), [0, 4238]);
});

test('what can be read in two ways is asked, and decides what comes in', async (t) => {
  const page = await open(t);
  const file = [
    'Deal;Client;Amount;Phase;Status;Created',
    '<b>One</b>;Acme;1.500;Talk;open;3/4/2025',
    'Two;Birch;2.250;Offer;won;5/6/2025',
    ';;10;Talk;open;1/2/2025',
    'Four;Delta;x;Talk;hold;2/2/2025',
    '',
  ].join('\r\n');
  await offered(page, csv(file, 'Q3 list.csv'));
  assert.match(await form(page).innerText(), /4 rows in 6 columns, separated by semicolons/);
  const need = page.locator('.import-need');
  assert.match(await need.innerText(), /how the dates are written/);
  assert.equal(await importButton(page).isDisabled(), true);
  assert.equal(await select(page, 'dates').inputValue(), '');
  await select(page, 'dates').selectOption('dmy');
  assert.match(await form(page).innerText(), /3\/4\/2025 is Apr 3, 2025/);
  assert.match(await need.innerText(), /how the amounts are written/);
  await select(page, 'decimals').selectOption('comma');
  assert.match(await form(page).innerText(), /1\.500 is €1,500/);
  await until(async () => (await need.innerText()) === '', 'nothing more is asked');
  assert.equal(await form(page).locator('.import-deals tbody th').first().innerText(), '<b>One</b>');
  await announces(page, 'open 2', 'won 1', 'lost 0', 'skipped 1');
  assert.equal(await page.locator('[data-problem="SkippedUntitled"]').innerText(), '1\nLeft out: there is nothing to call the deal. Row 4');
  assert.equal(await page.locator('[data-problem="UnknownOutcome"]').getAttribute('data-value'), '1');

  // The user knows better: a word is lost, a stage means won, a column is not wanted.
  await meaning(page, 'hold').selectOption('lost');
  await announces(page, 'open 1', 'won 1', 'lost 1', 'skipped 1');
  await meaning(page, 'Client').selectOption({ label: 'Not imported' });
  await until(async () => (await form(page).locator('.import-deals tbody td').first().innerText()) === '', 'no company');
  await form(page).getByRole('button', { name: 'Move Talk up' }).click();
  await form(page).locator('input[data-import=name]').fill('');
  assert.match(await need.innerText(), /a name/);
  await form(page).locator('input[data-import=name]').fill('Third quarter');
  await select(page, 'currency').selectOption('other');
  assert.match(await need.innerText(), /three letters/);
  await form(page).locator('[data-import="currency-code"]').fill('nok');
  await until(async () => (await need.innerText()) === '', 'nothing more is asked');
  await until(async () => (await importButton(page).innerText()) === 'Import 3 deals', 'three deals are offered');
  await importButton(page).click();
  await form(page).waitFor({ state: 'detached' });
  assert.deepEqual(await page.locator('.columns .column-head h2').allInnerTexts(), ['Talk', 'Offer']);
  assert.deepEqual(await counts(page), [1, 0]);
  assert.equal(await page.locator('.pipeline-choice option:checked').innerText(), 'Third quarter');
  assert.equal(await column(page, 0).locator('[data-metric="stage-value"]').getAttribute('data-value'), '150000');
});

test('deals can join a pipeline that is there, by its stages', async (t) => {
  const page = await openTemplate(t, 'simple');
  await add(page, 0, 'Was here');
  const names = await page.locator('.columns .column-head h2').allInnerTexts();
  const file = `title,stage,value\nNew one,${names[1]},100\nStrange one,Under review,200\nWon one,Won,300\n`;
  await offered(page, csv(file));
  await select(page, 'place').selectOption({ index: 1 });
  await until(async () => (await meaning(page, names[1]).locator('option:checked').innerText()) === names[1], 'the stage is found');
  assert.equal(await meaning(page, 'Under review').locator('option:checked').innerText(), 'New: Under review');
  await meaning(page, 'Under review').selectOption({ label: names[0] });
  await announces(page, 'open 1', 'open 1', 'won 1', 'lost 0');
  await importButton(page).click();
  await form(page).waitFor({ state: 'detached' });
  assert.deepEqual(await page.locator('.columns .column-head h2').allInnerTexts(), names);
  assert.deepEqual(await titles(page, 0), ['Was here', 'Strange one']);
  assert.deepEqual(await titles(page, 1), ['New one']);
  await page.locator('.toast-button').click();
  assert.deepEqual([await titles(page, 0), await titles(page, 1)], [['Was here'], []]);
});

test('an import that is stopped changes nothing', async (t) => {
  const page = await open(t);
  await offered(page, sales);
  await page.evaluate(async () => {
    const currency = document.querySelector('select[data-field="currency"]');
    currency.value = 'USD';
    currency.dispatchEvent(new Event('change', { bubbles: true }));
    await new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });
    document.querySelector('[data-action=import]').click();
    await new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });
    window.working = document.querySelector('[data-action=import]').innerText;
    document.querySelector('[data-action=cancel]').click();
  });
  assert.equal(await page.evaluate(() => window.working), 'Importing…');
  await page.locator('.import-preview[aria-busy="false"]').waitFor();
  assert.equal(await importButton(page).innerText(), 'Import 8,800 deals');
  await page.keyboard.press('Escape');
  await form(page).waitFor({ state: 'detached' });
  assert.equal(await page.locator('.welcome').count(), 1);
  assert.equal(await page.locator('[data-stage]').count(), 0);
});

test('a file that is no list of deals is called what it is, and nothing changes', async (t) => {
  const page = await open(t);
  const noise = Buffer.from(Array.from({ length: 4_000 }, (_, at) => (at * at * 31 + at * 7) % 251));
  for (const [name, buffer, says] of [
    ['noise.csv', noise, /holds no text/],
    ['empty.csv', Buffer.alloc(0), /is empty/],
    ['export.csv', Buffer.from('<!doctype html><html><body>Sign in, please</body></html>'), /web page/],
    ['deals.xlsx', Buffer.from('PK\u0003\u0004\u0014\u0000rest'), /save the sheet with the deals as CSV/],
    ['workspace.json', Buffer.from('{"format":"stageline"}'), /Open a workspace file/],
    ['header.csv', Buffer.from('title,company,value\n'), /no rows below it/],
  ]) {
    await give(page, { name, mimeType: 'application/octet-stream', buffer });
    const trouble = page.locator('[data-import=trouble]').filter({ hasText: says });
    await trouble.waitFor();
    assert.match(await trouble.innerText(), /[Nn]othing was changed|workspace file/);
  }
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('dialog').count(), 0);
  assert.equal(await page.locator('.welcome').count(), 1);

  // A column that cannot be the stage is said to be none.
  const rows = Array.from({ length: 70 }, (_, row) => `Deal ${row},${row}`);
  await give(page, csv(['title,stage', ...rows].join('\n')));
  await page.locator('.import-need').filter({ hasText: '70 different texts' }).waitFor();
  assert.equal(await importButton(page).isDisabled(), true);
  await meaning(page, 'stage').selectOption({ label: 'Not imported' });
  await announces(page, 'open 70', 'won 0', 'lost 0');
  assert.equal(await importButton(page).isEnabled(), true);
});
