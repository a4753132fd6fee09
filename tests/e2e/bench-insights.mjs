// How long the figures of 10,000 deals with 60,000 entries of history take: `node tests/e2e/bench-insights.mjs <address of the built page>`.
// A benchmark, no test: it prints, for each tab, the longest task after a change and how long the change took to be seen.
import { chromium } from 'playwright-core';

const url = process.argv[2];
const DEALS = 10_000;
const STAGES = ['Find', 'Contact', 'Qualify', 'Present', 'Object', 'Close'];
const DAY = 86_400_000;

/** A workspace file with as many deals; the same at each run. */
function workspace(now) {
  let seed = 7;
  const random = () => ((seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648);
  const id = (number) => number.toString(36).padStart(13, '0');
  const rank = (number) => `V${number.toString(36).padStart(5, '0')}1`;
  const stages = STAGES.map((name, at) => ({
    id: id(100 + at), pipeline: id(1), rank: rank(at + 1), name, chance: 10 + at * 14, stale_days: 14,
  }));
  const owners = ['Ada', 'Ben', 'Cy', 'Dee', 'Eve', 'Fay', 'Gus', 'Hal'];
  const deals = [];
  let events = 0;
  for (let number = 0; number < DEALS; number++) {
    const created = now - Math.floor(random() * 720) * DAY;
    const history = [{ at: created, created: stages[0].id }];
    let [at, when] = [0, created];
    const steps = 3 + Math.floor(random() * 4);
    for (let step = 0; step < steps && when < now - 8 * DAY; step++) {
      const to = random() < 0.8 ? Math.min(at + 1, 5) : Math.max(at - 1, 0);
      when += Math.floor((0.5 + random() * 7) * DAY);
      if (to !== at) history.push({ at: when, moved: { from: stages[at].id, to: stages[to].id } });
      at = to;
    }
    const value = Math.floor(random() * 9_000_000);
    while (history.length < 6) history.push({ at: when, revalued: { from: value - 100, to: value } });
    let outcome = 'open';
    if (random() < 0.7) {
      when = Math.min(when + Math.floor(random() * 10 * DAY), now - 1000);
      const won = random() < 0.4;
      outcome = won ? { won: { at: when } } : { lost: { at: when, reason: ['price', 'no need', 'a competitor'][number % 3] } };
      history.push({ at: when, ...(won ? { won: true } : { lost: outcome.lost.reason }) });
    }
    events += history.length;
    const expected = new Date(now + Math.floor((random() - 0.2) * 120) * DAY).toISOString().slice(0, 10);
    deals.push({
      id: id(10_000 + number), pipeline: id(1), stage: stages[at].id, rank: rank(number + 1), title: `Deal ${number}`,
      owner: owners[number % 8], source: ['Fair', 'Referral', 'Webinar', 'Cold e-mail'][number % 4], value, expected, outcome, created, history,
    });
  }
  console.log(`${deals.length} deals, ${events} entries`);
  return { deals, stages, pipelines: [{ id: id(1), rank: rank(1), name: 'Sales', currency: 'EUR' }], id: id(9) };
}

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await page.goto(url);
await page.waitForSelector('html[data-ready]');
await page.locator('[data-start="sample"]').click();
await page.locator('.card').first().waitFor();
// The form of a file is the product's own: one is saved, its deals are exchanged for many, and it is opened again.
const menu = async (name) => {
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  return page.getByRole('menuitem', { name, exact: true });
};
const download = page.waitForEvent('download');
await (await menu('Save everything as a file')).click();
const chunks = [];
for await (const chunk of await (await download).createReadStream()) chunks.push(chunk);
const file = JSON.parse(Buffer.concat(chunks).toString());
const made = workspace(Date.now());
const put = (key, records) => { file[key] = Array.isArray(file[key]) ? records : Object.fromEntries(records.map((record) => [record.id, record])); };
put('pipelines', made.pipelines);
put('stages', made.stages);
put('deals', made.deals);
put('phases', []);
put('notes', []);
const chooser = page.waitForEvent('filechooser');
await (await menu('Open a workspace file…')).click();
await (await chooser).setFiles({ name: 'many.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
await page.locator('dialog .button-main').click();
await page.locator('[data-stage] .card').first().waitFor();
await page.getByRole('navigation').getByRole('button', { name: 'Insights', exact: true }).click();
await page.evaluate(() => {
  window.tasks = [];
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => window.tasks.push(entry.duration))).observe({ type: 'longtask' });
});
for (const tab of await page.locator('[data-view="insights"] [role="tab"]').all()) {
  const key = await tab.getAttribute('data-tab');
  await tab.click();
  await page.waitForTimeout(1200);
  const rounds = [];
  for (let round = 0; round < 5; round++) {
    await page.evaluate(() => { window.tasks.length = 0; });
    const took = await page.evaluate(async () => {
      const select = document.querySelector('[data-field="population-stretch"]');
      select.value = select.value === 'always' ? 'this-year' : 'always';
      const start = performance.now();
      select.dispatchEvent(new Event('change', { bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return performance.now() - start;
    });
    await page.waitForTimeout(500);
    const longest = await page.evaluate(() => Math.max(0, ...window.tasks));
    rounds.push([took, longest]);
  }
  const middle = (list) => list.sort((a, b) => a - b)[2].toFixed(0);
  console.log(`${key}: change to frame ${middle(rounds.map((r) => r[0]))} ms, longest task ${middle(rounds.map((r) => r[1]))} ms (0: none above 50)`);
}
await browser.close();
