// How fluid a map of 4,200 notes is (5 personas × 6 phases × 14 rows × 10 notes): `node tests/e2e/bench-journey.mjs <address of the built page>`.
// A benchmark, no test: it prints how long the map takes to show, to change persona, to take an edit and a new note, and what the page holds.
import { chromium } from 'playwright-core';

const url = process.argv[2];
const LANES = ['questions', 'actions', 'decisions', 'touchpoints', 'content', 'pain_points', 'obstacles', 'response', 'ideas'];
const [PERSONAS, PHASES, ROWS, NOTES] = [5, 6, 14, 10];

const id = (number) => number.toString(36).padStart(13, '0');
const rank = (number) => `V${number.toString(36).padStart(5, '0')}1`;
const words = 'who else has this problem and what would it bring us in a year if we did it with them'.split(' ');

/** A workspace file with such a map, made from one that the product saved. */
function workspace(file) {
  const pipeline = file.pipelines[0];
  file.stages.forEach((stage) => delete stage.phase);
  pipeline.rows = {};
  for (let own = 0; own < ROWS - LANES.length; own++) {
    pipeline.rows[`own-${id(500 + own)}`] = { rank: rank(900 + own), name: `Row ${own + 1}` };
  }
  pipeline.rows.ideas = { rank: rank(950) };
  const lanes = [...LANES, ...Object.keys(pipeline.rows).filter((row) => row.startsWith('own-'))];
  const meta = file.meta ?? file;
  meta.personas = {};
  for (let at = 0; at < PERSONAS; at++) meta.personas[id(700 + at)] = { rank: rank(at + 1), name: `Persona ${at + 1}` };
  file.phases = [];
  file.notes = [];
  for (let phase = 0; phase < PHASES; phase++) {
    file.phases.push({ id: id(100 + phase), pipeline: pipeline.id, rank: rank(phase + 1), name: `Phase ${phase + 1}` });
    for (const lane of lanes) {
      for (let persona = 0; persona < PERSONAS; persona++) {
        for (let note = 0; note < NOTES; note++) {
          const number = file.notes.length;
          const text = Array.from({ length: 3 + (number % 9) }, (_, word) => words[(number * 7 + word * 5) % words.length]).join(' ');
          file.notes.push({
            id: id(10_000 + number), phase: id(100 + phase), lane, rank: rank(number + 1), text, persona: id(700 + persona),
            ...(number % 9 === 0 ? { channel: 'Phone' } : {}), ...(number % 40 === 0 ? { moment: true } : {}),
          });
        }
      }
    }
  }
  return file;
}

const browser = await chromium.launch({ executablePath: process.env.CHROME ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
page.on('console', (message) => { if (message.type() === 'error') console.log(message.text()); });
await page.goto(url);
await page.waitForSelector('html[data-ready]');
await page.locator('[data-template="blank"]').click();
await page.locator('[data-stage]').first().waitFor();
await page.getByRole('button', { name: 'Menu', exact: true }).click();
const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'Save everything as a file' }).click()]);
let text = '';
for await (const chunk of await download.createReadStream()) text += chunk;
const file = workspace(JSON.parse(text));
console.log(`${file.notes.length} notes, file of ${(JSON.stringify(file).length / 1e6).toFixed(1)} MB`);
await page.locator('input[data-file="workspace"]').first()
  .setInputFiles({ name: 'map.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
await page.getByRole('button', { name: 'Open it' }).click();
await page.locator('[data-save="saved"]').waitFor();

await page.evaluate(() => {
  window.longest = 0;
  window.total = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      window.longest = Math.max(window.longest, entry.duration);
      window.total += entry.duration;
    }
  }).observe({ type: 'longtask', buffered: false });
});
const devtools = await page.context().newCDPSession(page);
await devtools.send('Performance.enable');
/** What the page has spent in scripts, styles and layout so far, in milliseconds. */
async function spent() {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return ['ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration'].map((name) => 1000 * metrics.find((one) => one.name === name).value);
}
/** Runs a step, and prints how long until it is seen and drawn, and its longest task. */
async function measure(name, act, done) {
  await page.waitForTimeout(600);
  await page.evaluate(() => { window.longest = 0; window.total = 0; });
  const before = await spent();
  const start = performance.now();
  await act();
  await done();
  await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); }));
  const took = performance.now() - start;
  await page.waitForTimeout(300);
  const [script, style, layout] = (await spent()).map((now, at) => (now - before[at]).toFixed(0));
  const { longest, total } = await page.evaluate(() => ({ longest: window.longest, total: window.total }));
  console.log(`${name.padEnd(44)} ${took.toFixed(0).padStart(6)} ms, longest task ${longest.toFixed(0)} ms, all ${total.toFixed(0)} ms; script ${script}, style ${style}, layout ${layout}`);
}
const count = () => page.locator('.note-item').count();
const shows = (wanted) => async () => { while (await count() !== wanted) await page.waitForTimeout(5); };
const all = PERSONAS * PHASES * ROWS * NOTES;
const one = all / PERSONAS;

await measure('Show the map of everybody (4,200 notes)', () => page.getByRole('button', { name: 'Journey', exact: true }).click(), shows(all));
await measure('Show the map of one persona (840 notes)', () => page.locator('[data-field="map-persona"]').selectOption({ index: 1 }), shows(one));
await measure('Show the map of another persona', () => page.locator('[data-field="map-persona"]').selectOption({ index: 2 }), () => page.waitForTimeout(0));
/** Writes the fifth note of a row, and leaves it. */
const commit = (lane, wanted) => [
  async () => {
    await page.locator(`tr[data-lane="${lane}"] .note-text`).nth(4).focus();
    await page.keyboard.press('F2');
    await page.locator('.note-field').fill(wanted);
    await page.keyboard.press('Tab');
  },
  async () => { await page.locator('.note-text', { hasText: wanted }).first().waitFor(); },
];
await measure('Edit a note, one persona', ...commit('questions', 'Edited for one'));
await measure('Show the map of everybody again', () => page.locator('[data-field="map-persona"]').selectOption({ index: 0 }), shows(all));
await measure('Edit a note, everybody', ...commit('actions', 'Edited for all'));
await measure('Add a note, everybody', async () => {
  await page.locator('tr[data-lane="decisions"] .note-add').first().click();
  await page.locator('.note-field').fill('A new note');
  await page.keyboard.press('Enter');
}, shows(all + 1));
await page.keyboard.press('Escape');
await measure('Undo, everybody', () => page.keyboard.press('Control+z'), shows(all));
await measure('Hover and scroll to the end', async () => {
  await page.mouse.move(700, 600);
  for (let step = 0; step < 40; step++) await page.mouse.wheel(0, 400);
}, () => page.waitForTimeout(50));
await measure('Carry a note by mouse over 20 places', async () => {
  await page.mouse.move(700, 500);
  await page.mouse.down();
  for (let step = 0; step < 20; step++) await page.mouse.move(700 + step * 8, 500 - step * 6);
  await page.keyboard.press('Escape');
  await page.mouse.up();
}, () => page.waitForTimeout(0));
const { jsEventListeners, nodes } = await devtools.send('Memory.getDOMCounters');
const { metrics } = await devtools.send('Performance.getMetrics');
const metric = (name) => metrics.find((one) => one.name === name)?.value ?? 0;
console.log(`${await page.evaluate(() => document.querySelectorAll('*').length)} elements, ${nodes} nodes, ${jsEventListeners} listeners, ${(metric('JSHeapUsedSize') / 1e6).toFixed(1)} MB of heap`);
await browser.close();
