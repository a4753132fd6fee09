// What is drawn of the map: moods as they are and as they are to be, the deals that leave, map and funnel in one picture, and what is
// taken along.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { dragTo, open } from './harness.mjs';
import { until } from './steps.mjs';

async function journey(page) {
  await page.getByRole('navigation').getByRole('button', { name: 'Journey', exact: true }).click();
  await page.locator('[data-view="journey"] table').waitFor();
}

/** Opens the journey of the sample. */
async function openSample(t, options) {
  const page = await open(t, options);
  await page.locator('[data-start="sample"]').click();
  await journey(page);
  return page;
}

const point = (page, which, phase) => page.locator(`.mood-point[data-mood="${which}"]`).nth(phase);
const mood = async (page, which, phase) => Number(await point(page, which, phase).getAttribute('aria-valuenow'));
const moods = (page, which) => page.locator(`.mood-point[data-mood="${which}"]`).evaluateAll((all) => all.map((one) => Number(one.ariaValueNow)));
const becomes = (ask, expected, what) => until(async () => JSON.stringify(await ask()) === JSON.stringify(expected), what);

/** Where a mood stands in the column of a phase, on the window. */
async function spot(page, phase, value) {
  await page.locator('.mood-track').scrollIntoViewIfNeeded();
  const track = await page.locator('.mood-track').boundingBox();
  const box = await point(page, 'now', phase).boundingBox();
  return { x: box.x + box.width / 2, y: track.y + track.height * (0.5 - value / 5) };
}

/** Shows the mood as it is to be, without any said. */
async function withoutAims(page) {
  if (await point(page, 'aim', 0).count() > 0) {
    await page.locator('[data-action="aim"]').click();
    await becomes(() => page.locator('[data-mood="aim"]').count(), 0, 'the aims are gone');
  }
}

test('method row 17: the mood to be is shown when asked for, set by arrows and dragged, a step to undo each', async (t) => {
  const page = await openSample(t);
  await withoutAims(page);
  assert.equal(await page.locator('.mood-aim-line').getAttribute('d'), '');
  const now = await moods(page, 'now');
  await page.locator('[data-action="aim"]').click();
  await point(page, 'aim', 0).waitFor();
  assert.deepEqual(await moods(page, 'aim'), now, 'until said, it stands where the mood is');
  await point(page, 'aim', 0).focus();
  await page.keyboard.press('End');
  await becomes(() => mood(page, 'aim', 0), 2, 'End sets the highest');
  assert.match(await point(page, 'aim', 0).getAttribute('aria-valuetext'), /\+2/);
  const line = await page.locator('.mood-aim-line').getAttribute('d');
  assert.match(line, /^M0\.00 10\.00H/, 'it begins at +2');
  await page.keyboard.press('ArrowDown');
  await becomes(() => mood(page, 'aim', 0), 1, 'an arrow goes one step');

  const to = now[1] === -2 ? -1 : -2;
  await dragTo(page, point(page, 'aim', 1), await spot(page, 1, to));
  await becomes(() => mood(page, 'aim', 1), to, 'the point is where it was let go');
  assert.deepEqual(await moods(page, 'now'), now, 'the mood as it is stayed');
  await page.keyboard.press('Control+z');
  await becomes(() => mood(page, 'aim', 1), now[1], 'one step back for the whole way');
  await page.keyboard.press('Control+z');
  await becomes(() => mood(page, 'aim', 0), 2, 'and one for the arrow');

  // Delete takes one back; the button takes all, in one step.
  await page.keyboard.press('Control+Shift+z');
  await point(page, 'aim', 0).focus();
  await page.keyboard.press('Delete');
  await becomes(() => mood(page, 'aim', 0), now[0], 'Delete takes the aim back');
  await page.keyboard.press('Control+z');
  await becomes(() => mood(page, 'aim', 0), 1, 'and undo brings it again');
  await withoutAims(page);
  await page.keyboard.press('Control+z');
  await becomes(() => mood(page, 'aim', 0), 1, 'so does undo for all');
});

test('method row 17: below the mood stands the share of deals lost from each phase', async (t) => {
  const page = await openSample(t);
  await becomes(() => page.locator('.leave-mark').count(), await page.locator('.phase-head').count(), 'a share for each phase');
  const told = await page.locator('.leave-mark').evaluateAll((all) => all.map((one) => ({
    share: one.querySelector('[data-metric="phase-leave"]').dataset.value,
    sample: (one.querySelector('small')?.textContent.match(/\d+/g) ?? []).map(Number),
  })));
  const some = told.filter((one) => one.share !== '');
  assert.ok(some.length >= 3, JSON.stringify(told));
  for (const { share, sample: [part, of] } of some) assert.equal(Number(share), part / of);
  assert.match(await page.locator('.leave-band .leave-line').getAttribute('d'), /^M/);
  // The sentence names the phase with the largest share of those with twenty deals or more, and the mood there.
  const most = told.map((one, at) => ({ at, share: Number(one.share), of: one.sample[1] ?? 0 }))
    .filter((one) => one.of >= 20).sort((a, b) => b.share - a.share)[0];
  const names = await page.locator('.phase-head .phase-name').allInnerTexts();
  const said = await page.locator('[data-finding="leaving"]').innerText();
  const value = (await moods(page, 'now'))[most.at];
  assert.ok(said.includes(names[most.at]) && said.includes(`${Math.round(most.share * 100)}`), said);
  assert.ok(said.replace('−', '-').replace('+', '').includes(String(value)), said);
  // Each share stands below the point of its phase.
  const centre = (box) => box.x + box.width / 2;
  for (const at of [0, 1]) {
    const [one, other] = [await point(page, 'now', at).boundingBox(), await page.locator('.leave-mark').nth(at).boundingBox()];
    assert.ok(Math.abs(centre(one) - centre(other)) < 2, 'on one axis');
  }
  await point(page, 'now', most.at).focus();
  await page.keyboard.press(value === 2 ? 'Home' : 'End');
  await until(async () => (await page.locator('[data-finding="leaving"]').innerText()) !== said, 'the sentence follows the mood');
});

test('too few deals to say where they leave', async (t) => {
  const page = await open(t);
  await page.locator('[data-template]').first().click();
  await page.locator('[data-stage]').first().waitFor();
  await journey(page);
  assert.match(await page.locator('[data-finding="leaving"]').innerText(), /Too few/);
});

test('method row 18: map and funnel in one picture, with the numbers of the insights', async (t) => {
  const page = await open(t);
  await page.locator('[data-start="sample"]').click();
  await page.getByRole('navigation').getByRole('button', { name: 'Insights', exact: true }).click();
  await page.locator('[data-tab="funnel"]').click();
  const rungs = page.locator('[data-metric="funnel"]');
  await rungs.first().waitFor();
  const funnel = await rungs.evaluateAll((all) => all.map((one) => Number(one.dataset.value)));
  await journey(page);
  const button = page.locator('[data-action="map-overlay"]');
  assert.equal(await button.getAttribute('aria-expanded'), 'false');
  await button.click();
  assert.equal(await button.getAttribute('aria-expanded'), 'true');
  const figure = page.locator('[data-chart="journey-funnel"]');
  await figure.locator('svg.chart').waitFor();
  await figure.locator('summary').click();
  const rows = await figure.locator('tbody tr').evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.textContent)));
  const counts = rows.map((row) => Number(row[2])).filter((count) => !Number.isNaN(count));
  assert.deepEqual(counts, funnel, JSON.stringify(rows));
  const written = await figure.locator('svg.chart text').allTextContents();
  for (const count of funnel) assert.ok(written.some((text) => text.split(' ').includes(String(count))), `${count} is in the picture`);
  for (const name of await page.locator('.phase-head .phase-name').allInnerTexts()) assert.ok(written.includes(name), name);
  assert.equal(await figure.locator('h2').innerText(), await page.locator('[data-finding="leaving"]').innerText());
  // It is taken along as other figures are.
  await figure.locator('[data-action="take-along"]').click();
  const download = page.waitForEvent('download');
  await page.locator('[data-action="save-svg"]').click();
  const svg = await readFile(await (await download).path(), 'utf8');
  assert.ok(svg.startsWith('<svg') && !svg.includes('class='));
  await button.click();
  assert.equal(await figure.count(), 0);
});

const HOSTILE = ['<script>window.hit = 1</script>', '"><img src=x onerror=window.hit=1>', ']]> & [a](javascript:alert(1))'];

/** Chooses from the menu of the map what becomes a file; gives its bytes. */
async function taken(page, key) {
  await page.locator('[data-action="map-export"]').click();
  const download = page.waitForEvent('download');
  await page.locator(`[data-action="${key}"]`).click();
  return readFile(await (await download).path());
}

/** A map on which somebody wrote markup. */
async function hostile(t) {
  const page = await openSample(t);
  await page.locator('tr[data-lane="questions"] > td').first().locator('.note-add').first().click();
  for (const text of HOSTILE) {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Escape');
  await page.getByText(HOSTILE[2]).first().waitFor();
  return page;
}

test('the map as SVG is a picture that stands alone, whatever people wrote', async (t) => {
  const page = await hostile(t);
  const svg = (await taken(page, 'map-svg')).toString();
  const found = await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    const all = [...parsed.querySelectorAll('*')];
    return {
      broken: parsed.querySelector('parsererror') !== null,
      elements: [...new Set(all.map((one) => one.localName))],
      attributes: [...new Set(all.flatMap((one) => [...one.attributes].map((attribute) => attribute.name)))],
      values: all.flatMap((one) => [...one.attributes].map((attribute) => attribute.value)),
      texts: all.filter((one) => one.localName === 'text').map((one) => one.textContent),
      size: [parsed.documentElement.getAttribute('width'), parsed.documentElement.getAttribute('height')].map(Number),
    };
  }, svg);
  assert.equal(found.broken, false);
  assert.deepEqual(found.elements.sort(), ['circle', 'path', 'rect', 'svg', 'text', 'title']);
  for (const name of found.attributes) assert.ok(!/^on|href|src|style|class/.test(name), name);
  for (const value of found.values) assert.ok(!/url\(|\$/.test(value), value);
  const texts = found.texts.join('');
  for (const text of HOSTILE) assert.ok(texts.replaceAll(' ', '').includes(text.replaceAll(' ', '')), text);
  for (const name of await page.locator('.phase-head .phase-name').allInnerTexts()) assert.ok(texts.includes(name), name);
  assert.ok(found.size[0] > 900 && found.size[1] > 600, `${found.size}`);
  assert.equal(await page.evaluate(() => window.hit), undefined);
});

test('the map as PNG is as wide as A3 at 300 dots an inch', async (t) => {
  const page = await openSample(t);
  const png = await taken(page, 'map-png');
  assert.deepEqual([...png.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  assert.ok(width >= 4960, `${width} × ${height}`);
  const drawn = await page.evaluate(async (bytes) => {
    const image = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(64, 64);
    canvas.getContext('2d').drawImage(image, 0, 0, 64, 64);
    const { data } = canvas.getContext('2d').getImageData(0, 0, 64, 64);
    return { size: [image.width, image.height], colours: new Set(data.filter((_, at) => at % 4 === 0)).size, corner: [...data.subarray(0, 4)] };
  }, [...png]);
  assert.deepEqual(drawn.size, [width, height]);
  assert.ok(drawn.colours > 5, 'something is drawn');
  assert.deepEqual(drawn.corner, [255, 255, 255, 255], 'on white');
});

test('the map as Markdown has a heading a phase and what people wrote as text', async (t) => {
  const page = await hostile(t);
  const text = (await taken(page, 'map-markdown')).toString();
  const phases = text.split('\n').filter((line) => line.startsWith('## ')).map((line) => line.slice(3));
  assert.deepEqual(phases, await page.locator('.phase-head .phase-name').allInnerTexts());
  assert.ok(text.includes('- \\<script\\>window.hit = 1\\</script\\>'), text);
  assert.ok(!/javascript:|[^\\]<|[^\\]\[/.test(text), text);
  const first = await page.locator('tr[data-lane="questions"] .note-text').first().innerText();
  assert.ok(text.includes(`- ${first}`), first);
});

/** The sizes of the pages of a PDF, in millimetres. */
function pages(pdf) {
  const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox \[([\d.\s]+)\]/g)];
  return boxes.map(([, box]) => box.trim().split(/\s+/).slice(2).map((points) => Math.round(Number(points) / 72 * 25.4)));
}

for (const [paper, size] of [['a4', [297, 210]], ['a3', [420, 297]]]) {
  test(`on paper: ${paper} across, every note once, the heads again on each page`, async (t) => {
    const page = await openSample(t);
    await page.evaluate(() => {
      window.print = () => { window.printed = document.querySelector('.map-print')?.className ?? 'only the screen'; };
    });
    await page.locator('[data-action="map-export"]').click();
    await page.locator(`[data-action="map-print-${paper}"]`).click();
    await until(async () => (await page.evaluate(() => window.printed)) !== undefined, 'the browser is asked to print');
    assert.equal(await page.evaluate(() => window.printed), `map-print is-${paper}`, 'the paper stands when it is printed');
    const notes = await page.locator('.note-text').allInnerTexts();
    // As it looks while it is printed.
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await page.locator('.map-print').waitFor();
    assert.equal(await page.locator('.map-bar').isVisible(), false);
    assert.deepEqual(
      (await page.locator('.print-note > bdi').allInnerTexts()).sort(),
      [...notes].sort(),
    );
    const tables = page.locator('.print-map');
    for (const table of await tables.all()) {
      assert.equal(await table.locator('thead').evaluate((head) => getComputedStyle(head).display), 'table-header-group');
      const heads = await table.locator('tbody th .print-name').count();
      assert.ok(heads >= await page.locator('.map-row').count(), 'each part has the rows’ heads');
    }
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: null });
    const sizes = pages(await page.pdf({ preferCSSPageSize: true }));
    assert.ok(sizes.length > 0);
    for (const found of sizes) assert.deepEqual(found, size);
    assert.equal(await page.locator('.map-print').count(), 0, 'the page is as before');
  });
}

test('a map that is wider than the paper goes on another page, with the rows’ heads again', async (t) => {
  const page = await openSample(t);
  const phases = await page.locator('.phase-head').count();
  for (const name of ['Retention', 'Advocacy']) {
    await page.locator('[data-action="map-add-phase"]').click();
    await page.getByRole('button', { name, exact: true }).click();
  }
  await becomes(() => page.locator('.phase-head').count(), phases + 2, 'two phases more');
  await page.evaluate(() => { window.print = () => {}; });
  for (const [paper, parts] of [['a4', 2], ['a3', 1]]) {
    await page.locator('[data-action="map-export"]').click();
    await page.locator(`[data-action="map-print-${paper}"]`).click();
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await page.locator(`.map-print.is-${paper}`).waitFor({ state: 'attached' });
    const found = await page.locator('.print-part').evaluateAll((all) => all.map((part) => ({
      phases: [...part.querySelectorAll('thead tr:first-child th')].map((head) => head.textContent),
      rows: [...part.querySelectorAll('.print-name')].map((head) => head.textContent),
    })));
    assert.equal(found.length, parts);
    assert.deepEqual(found.flatMap((part) => part.phases), await page.locator('.phase-head .phase-name').allInnerTexts());
    for (const part of found) assert.deepEqual(part.rows, found[0].rows);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  }
  const pdf = await page.pdf({ preferCSSPageSize: true });
  assert.ok(pages(pdf).length >= 2);
});

test('the menu of what is taken along gives the focus back', async (t) => {
  const page = await openSample(t);
  const at = () => page.evaluate(() => document.activeElement?.dataset.action ?? null);
  await page.locator('[data-action="map-export"]').click();
  await page.locator('[data-action="map-svg"]').waitFor();
  await page.keyboard.press('Escape');
  await until(async () => (await at()) === 'map-export', 'after Escape');
  const download = page.waitForEvent('download');
  await page.locator('[data-action="map-export"]').click();
  await page.locator('[data-action="map-markdown"]').click();
  await download;
  await until(async () => (await at()) === 'map-export', 'after a choice');
});

test('from right to left the moods and the picture are mirrored', async (t) => {
  const page = await openSample(t);
  const across = async () => {
    const [first, second] = [await point(page, 'now', 0).boundingBox(), await point(page, 'now', 1).boundingBox()];
    return second.x - first.x;
  };
  assert.ok(await across() > 0);
  await page.evaluate(() => { document.documentElement.dir = 'rtl'; });
  await until(async () => (await across()) < 0, 'the first phase stands at the right');
  await page.locator('[data-action="map-overlay"]').click();
  const dots = page.locator('.overlay-drawing .ch-dot.ch-mark');
  await dots.first().waitFor();
  const places = await dots.evaluateAll((all) => all.map((one) => Number(one.getAttribute('cx'))));
  assert.ok(places[0] > places[1], `${places}`);
});
