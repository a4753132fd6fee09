// Event logs: the help desk's 13,710 events in as one step, decisions about activities, and the histories out in both forms.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { open } from './harness.mjs';
import { choose, count, openTemplate, saved, until } from './steps.mjs';

const helpDesk = fileURLToPath(new URL('../fixtures/helpdesk/helpdesk.csv', import.meta.url));
const sales = fileURLToPath(new URL('../fixtures/crm-sales/sales_pipeline.csv', import.meta.url));
const golden = JSON.parse(await readFile(new URL('../golden/helpdesk/golden.json', import.meta.url), 'utf8'));
const csv = (text, name = 'log.csv') => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

const form = (page) => page.locator('[data-import=form]');
const importButton = (page) => page.locator('[data-action=import]');
/** What an activity becomes. */
const activity = (page, name) => form(page).locator('select[data-field="activity"]').and(page.getByRole('combobox', { name, exact: true }));
const kind = (page, key) => form(page).locator(`[data-import-kind="${key}"]`);
/** The stages in the order that the dialog shows. */
const order = (page) => form(page).locator('.import-order li bdi').allInnerTexts();

/** Chooses a file to import. */
async function give(page, file) {
  await page.locator('[data-file=csv]').first().setInputFiles(file);
  await form(page).waitFor();
}

/** Waits until the dialog announces these counts, as `key number`. */
async function announces(page, ...counts) {
  await until(async () => {
    const now = await page.locator('[data-import-count]')
      .evaluateAll((all) => all.map((e) => `${e.dataset.importCount} ${e.dataset.value}`));
    return JSON.stringify(now) === JSON.stringify(counts) || now;
  }, counts.join(', '));
}

/** The text of a file that a menu item offers, and its name. */
async function offered(page, item) {
  const download = page.waitForEvent('download');
  await choose(page, item);
  const file = await download;
  const stream = await file.createReadStream();
  const parts = [];
  for await (const part of stream) parts.push(part);
  return { name: file.suggestedFilename(), text: Buffer.concat(parts).toString('utf8') };
}

/** How often an activity directly follows another, from rows `[case, activity]`. */
function follows(rows) {
  const found = new Map();
  for (const [at, [id, name]] of rows.entries()) {
    if (at > 0 && rows[at - 1][0] === id) {
      const key = `${rows[at - 1][1]},${name}`;
      found.set(key, (found.get(key) ?? 0) + 1);
    }
  }
  return [...found].map(([key, number]) => [...key.split(','), number]).sort();
}

test('the help desk comes in whole as one step and goes out with every event', async (t) => {
  const page = await open(t, { viewport: [1600, 900] });
  await page.evaluate(() => {
    window.tasks = [];
    new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map((e) => Math.round(e.duration))))
      .observe({ type: 'longtask' });
  });
  await give(page, helpDesk);
  assert.equal(await kind(page, 'events').getAttribute('aria-pressed'), 'true', 'it is taken for a log');
  await announces(page, 'cases 3804', 'events 13710', 'open 3804');
  t.diagnostic(`long tasks until the preview: ${await page.evaluate(() => window.tasks.splice(0).join(', '))} ms`);
  assert.deepEqual(await order(page), ['3', '1', '8', '9', '4', '6', '5', '7', '2']);
  const text = await form(page).innerText();
  assert.match(text, /2012-04-03 16:55:38 is Apr 3, 2012, 16:55 UTC/);
  assert.match(text, /4,278 events in 3,571 cases/);
  assert.match(text, /From Jan 13, 2010 to Nov 6, 2012/);
  assert.equal(await form(page).locator('[data-import=name]').inputValue(), 'helpdesk');

  await importButton(page).click();
  await page.locator('.toast').filter({ hasText: '3,804 deals imported' }).waitFor();
  assert.equal(await page.locator('.columns [data-stage]').count(), 9);
  assert.equal(await count(page, 5), 3804);
  await saved(page);
  t.diagnostic(`long tasks of the import: ${await page.evaluate(() => window.tasks.splice(0).join(', '))} ms`);

  const log = await offered(page, 'Event log (CSV)');
  assert.match(log.name, /^event-log-\d{4}-\d\d-\d\d\.csv$/);
  const [header, ...lines] = log.text.replace('\ufeff', '').trimEnd().split('\r\n');
  assert.equal(header, 'case id,activity,timestamp,resource,kind,reason,title,company,value,currency');
  assert.equal(lines.length, golden.events);
  assert.match(lines[0], /^[0-9a-z]{13},1,2012-04-03T16:55:38\.000Z,,created,,2,,0\.00,EUR$/);
  assert.deepEqual(follows(lines.map((line) => line.split(','))), golden.directly_follows);

  const xes = await offered(page, 'Event log (XES)');
  assert.match(xes.name, /^event-log-\d{4}-\d\d-\d\d\.xes$/);
  const read = await page.evaluate((xml) => {
    const root = new DOMParser().parseFromString(xml, 'application/xml').documentElement;
    const value = (event, key) => event.querySelector(`[key="${key}"]`)?.getAttribute('value');
    const rows = [...root.querySelectorAll('event')].map((event) => [value(event.parentElement, 'concept:name'), value(event, 'concept:name')]);
    return { name: root.nodeName, version: root.getAttribute('xes.version'), traces: root.querySelectorAll('trace').length, rows };
  }, xes.text);
  assert.deepEqual([read.name, read.version, read.traces], ['log', '2.0', 3804]);
  assert.deepEqual(follows(read.rows), golden.directly_follows);

  // One step takes all of it away.
  await page.keyboard.press('Control+z');
  await page.locator('.welcome').waitFor();
});

test('what activities are is said in the dialog, and the stages follow', async (t) => {
  const page = await openTemplate(t, 'simple');
  await give(page, csv([
    'ticket;task;finished;user;amount',
    'A1;Call;5.1.2026 10:00;Anna;100,50',
    'A1;Offer;12.1.2026 11:30;Ben;120,00',
    'A1;Signed;20.1.2026 09:00;Ben;',
    'A2;Call;13.1.2026 10:00;Anna;',
    'A2;Call;14.1.2026 10:00;Anna;',
    'A2;Note;15.1.2026 10:00;;',
    'A3;Offer;soon;;',
  ].join('\n'), 'Tickets_2026.csv'));
  // No column is called like a case: it is taken for deals until somebody says otherwise.
  assert.equal(await kind(page, 'deals').getAttribute('aria-pressed'), 'true');
  await kind(page, 'events').focus();
  await page.keyboard.press('Enter');
  const need = form(page).locator('.import-need');
  assert.match(await need.innerText(), /which column tells the case/);
  await form(page).getByRole('combobox', { name: 'ticket', exact: true }).selectOption({ label: 'Case' });
  await until(async () => /which column tells the time/.test(await need.innerText()) || need.innerText(), 'the time is asked for');
  await form(page).getByRole('combobox', { name: 'finished', exact: true }).selectOption({ label: 'Time' });
  await announces(page, 'cases 2', 'events 6', 'open 1', 'open 1', 'skipped 1');
  assert.equal(await form(page).locator('[data-problem="UnreadableTime"]').getAttribute('data-value'), '1');
  assert.deepEqual(await order(page), ['Call', 'Offer', 'Signed', 'Note']);

  await activity(page, 'Signed').selectOption({ label: 'Wins the deal' });
  await activity(page, 'Note').selectOption({ label: 'Left out' });
  await announces(page, 'cases 2', 'events 5', 'open 1', 'won 1', 'skipped 1');
  await form(page).getByRole('button', { name: 'Move Offer up' }).click();
  assert.deepEqual(await order(page), ['Offer', 'Call']);
  await form(page).locator('select[data-field="ending"]').selectOption({ label: 'Were lost with their last event' });
  await announces(page, 'cases 2', 'events 5', 'won 1', 'lost 1', 'skipped 1');
  assert.match(await form(page).locator('.import-deals').innerText(), /Call → Offer → Won/);
  assert.match(await form(page).locator('.import-deals').innerText(), /€120\b/);
  await importButton(page).click();
  await page.locator('.toast').filter({ hasText: '2 deals imported' }).waitFor();
  assert.equal(await page.locator('.pipeline-choice option:checked').innerText(), 'Tickets 2026');
  assert.deepEqual(await page.locator('.columns [data-stage]').count(), 2);

  // The repeated call is in the history, and our own file comes back to the same.
  const first = await offered(page, 'Event log (CSV)');
  assert.match(first.text, /Call,2026-01-13T10:00:00\.000Z,Anna,created.*\r\n.*Call,2026-01-14T10:00:00\.000Z,Anna,moved.*\r\n.*Lost,/);
  await give(page, csv(first.text, 'back.csv'));
  assert.equal(await kind(page, 'events').getAttribute('aria-pressed'), 'true');
  await announces(page, 'cases 2', 'events 6', 'won 1', 'lost 1');
  await importButton(page).click();
  await page.locator('.pipeline-choice option:checked').filter({ hasText: 'back' }).waitFor({ state: 'attached' });
  const second = await offered(page, 'Event log (CSV)');
  const told = (log) => log.text.split('\r\n').map((line) => line.split(',').slice(1).join(',')).join('\n');
  assert.equal(told(second), told(first));
});

test('a list of deals stays one, and the switch leads there and back', async (t) => {
  const page = await open(t);
  await give(page, sales);
  assert.equal(await kind(page, 'deals').getAttribute('aria-pressed'), 'true');
  await page.locator('[data-import-count=won]').waitFor();
  await kind(page, 'events').click();
  await form(page).locator('.import-need').filter({ hasText: 'which column' }).waitFor();
  assert.ok(await importButton(page).isDisabled());
  await kind(page, 'deals').click();
  await page.locator('[data-import-count=won][data-value="4238"]').waitFor();
  assert.ok(await importButton(page).isEnabled());
});
