import assert from 'node:assert/strict';
import { test } from 'node:test';
import { add, openSample, openTemplate, until } from './steps.mjs';

const show = (page, view) => page.getByRole('navigation').getByRole('button', { name: view, exact: true }).click();
const diagram = (page) => page.locator('.diagram');
const kind = (page) => diagram(page).getAttribute('data-diagram');
const rows = (page) => page.locator('.ways [data-way-row]');
const marks = (page) => page.locator('.drawing .mark:not(.is-many)');
const many = (page) => page.locator('.drawing .mark.is-many');
const metric = (page, name) => page.locator(`.ways [data-metric="${name}"]`).evaluateAll((all) => all.map((one) => one.dataset.value));
const words = (page, name) => page.locator(`.drawing .${name}`).allTextContents();
const deals = (page) => page.locator('.ways .way-deal-title').allInnerTexts();
const focused = (page) => page.evaluate(() => {
  const at = document.activeElement;
  return at.dataset.mark ? `mark ${at.getAttribute('aria-label')}` : at.getAttribute('aria-label') ?? at.textContent;
});

async function showDiagram(page) {
  await show(page, 'Process');
  await page.getByRole('tab', { name: 'Diagram', exact: true }).click();
  await page.locator('.drawing .way-target').first().waitFor();
}

/** The bases with deals, as many in each stage as said. */
async function bases(t, counts, options) {
  const page = await openTemplate(t, 'bases', options);
  for (const [stage, count] of counts.entries()) {
    await add(page, stage, ...Array.from({ length: count }, (_, n) => `Deal ${stage + 1}.${n + 1}`));
  }
  await showDiagram(page);
  return page;
}

async function middle(target) {
  const box = await target.boundingBox();
  return [box.x + box.width / 2, box.y + box.height / 2];
}
const apart = ([x, y], [u, v]) => Math.hypot(x - u, y - v);

test('method row 38: the bases show every open deal on its way, and a criterion that is met moves it on', async (t) => {
  const page = await bases(t, [3, 2, 2, 2, 1]);
  assert.equal(await kind(page), 'diamond');
  assert.deepEqual(await metric(page, 'way-count'), ['3', '2', '2', '2', '1']);
  assert.equal(await marks(page).count(), 10);
  assert.equal(await page.locator('.drawing .base').count(), 4);
  assert.match((await words(page, 'way-name')).join('|'), /1 · To first base\|2 · First to second\|3 · Second to third\|4 · Conclude\|5 · Sign/);

  const home = await middle(page.locator('.drawing .base').nth(0));
  const first = await middle(page.locator('.drawing .base').nth(1));
  const mark = marks(page).and(page.locator('[aria-label^="Deal 1.1,"]'));
  const before = await middle(mark);
  assert.ok(apart(before, home) < apart(before, first), 'nothing is met: near home');

  await mark.click();
  const panel = page.locator('[data-panel]');
  await panel.waitFor();
  await panel.getByRole('checkbox', { name: 'Talked with the decision maker' }).click();
  await panel.getByRole('checkbox', { name: 'Issue identified that our product addresses' }).click();
  await panel.getByRole('checkbox', { name: 'Meeting obtained' }).click();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await until(async () => {
    const [now, start, end] = [await middle(mark), await middle(page.locator('.drawing .base').nth(0)), await middle(page.locator('.drawing .base').nth(1))];
    return apart(now, end) < apart(now, start) || [now, start, end];
  }, 'all is met: near first base');
  assert.match(await mark.getAttribute('aria-label'), /3 of 3 criteria met/);
  assert.equal((await metric(page, 'way-met'))[0], String(3 / 9));
});

test('method row 38: a deal opens by a click, and by arrows and Enter; the focus comes back to it', async (t) => {
  const page = await bases(t, [2, 1, 0, 0, 0]);
  await page.locator('.segment[data-kind="diamond"]').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  assert.match(await focused(page), /^Stage 1, To first base: 2 open deals/);
  await page.keyboard.press('ArrowRight');
  assert.match(await focused(page), /^mark Deal 1\.1,/);
  assert.match(await page.locator('.mark-tip').textContent(), /Deal 1\.1/, 'what has the focus is told');
  await page.keyboard.press('End');
  assert.match(await focused(page), /^Stage 5, Sign/);
  await page.keyboard.press('Home');
  for (let n = 0; n < 4; n += 1) await page.keyboard.press('ArrowDown');
  assert.match(await focused(page), /^mark Deal 2\.1,/);
  await page.keyboard.press('Enter');
  await page.locator('[data-panel]').waitFor();
  await page.locator('.panel-head button').last().focus();
  await page.keyboard.press('Escape');
  await page.locator('[data-panel]').waitFor({ state: 'detached' });
  assert.deepEqual(await deals(page), ['Deal 2.1'], 'its stage is the chosen one');
  await until(async () => (await page.evaluate(() => document.activeElement.className)) === 'way-deal', 'the deal in the list has the focus');
});

test('method row 38: a crowd becomes a number that lists it, and a stage chosen in the drawing shows its deals', async (t) => {
  const page = await bases(t, [1, 14, 0, 0, 0]);
  assert.equal(await many(page).count(), 1);
  const more = Number((await many(page).textContent()).replace('+', ''));
  assert.equal(await marks(page).count() + more, 15, 'all deals are drawn or counted');
  assert.deepEqual(await deals(page), ['Deal 1.1']);
  await many(page).click();
  await until(async () => (await deals(page)).length === 14, 'the list has all of them');
  await page.locator('.drawing .way-target').first().click();
  await until(async () => (await deals(page)).length === 1, 'the first stage is chosen');
});

test('method row 24: the path shows the stages in order, what moves a buyer on, and how many go on', async (t) => {
  const page = await openSample(t);
  const stages = await page.locator('.columns [data-stage]').evaluateAll((all) => all.map((one) => ({
    id: one.dataset.stage,
    count: one.querySelector('[data-metric="stage-count"]').dataset.value,
    value: one.querySelector('[data-metric="stage-value"]').dataset.value,
  })));
  await showDiagram(page);
  assert.equal(await kind(page), 'path');
  assert.deepEqual(await rows(page).evaluateAll((all) => all.map((one) => one.dataset.wayRow)), stages.map((one) => one.id));
  assert.deepEqual(await metric(page, 'way-count'), stages.map((one) => one.count));
  assert.deepEqual(await metric(page, 'way-value'), stages.map((one) => one.value));
  assert.equal(await page.locator('.drawing .station').count(), stages.length);
  const exits = (await words(page, 'exit-text')).join(' ');
  assert.match(exits, /The buyer replies and agrees to a call about their situation/);
  assert.match((await words(page, 'way-text')).join('|'), /Usually \d+ days/);
  assert.match((await words(page, 'way-who')).join('|'), /Sales · Marketing/);
  assert.ok((await words(page, 'go-on')).every((text) => /^\d+% go on$/.test(text)));
  assert.equal((await words(page, 'go-on')).length, stages.length);
});

test('method row 24: a retired stage leaves the drawing, and its deals are where they went', async (t) => {
  const page = await openSample(t);
  await showDiagram(page);
  const before = await metric(page, 'way-count');
  await page.getByRole('tab', { name: 'Stages', exact: true }).click();
  await page.locator('.step', { has: page.getByText('Present', { exact: true }) }).locator('.step-button').click();
  await page.locator('[data-action="retire-stage"]').click();
  await page.locator('dialog [data-field="retire-to"]').selectOption({ label: 'Contact' });
  await page.locator('[data-action="retire"]').click();
  await page.getByRole('tab', { name: 'Diagram', exact: true }).click();
  await until(async () => (await rows(page).count()) === before.length - 1, 'one stage fewer in the list');
  assert.equal(await page.locator('.drawing .station').count(), before.length - 1);
  assert.ok(!(await words(page, 'way-name')).join('|').includes('Present'));
  assert.equal((await metric(page, 'way-count'))[1], String(Number(before[1]) + Number(before[3])));
});

test('method row 24: the list beside the drawing is walked through with arrows and opens deals', async (t) => {
  const page = await bases(t, [2, 1, 0, 0, 0]);
  await rows(page).first().focus();
  await page.keyboard.press('ArrowDown');
  assert.match(await focused(page), /^Deal 1\.1/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  assert.match(await focused(page), /First to second/);
  await page.keyboard.press('Enter');
  await until(async () => (await deals(page)).join() === 'Deal 2.1', 'the stage is chosen');
  assert.equal(await page.locator('.ways button[tabindex="0"]').count(), 1, 'one stop for Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('[data-panel]').waitFor();
});

test('method row 24: path or diamond is a choice of the pipeline, one step to take back', async (t) => {
  const page = await openSample(t);
  await showDiagram(page);
  await page.locator('.segment[data-kind="diamond"]').click();
  await until(async () => (await kind(page)) === 'diamond', 'the diamond');
  assert.equal(await page.locator('.drawing .base').count(), 4);
  assert.equal(await page.locator('.drawing .way-target').count(), await rows(page).count());
  await page.keyboard.press('Control+z');
  await until(async () => (await kind(page)) === 'path', 'the path again');
});

test('method row 24: the drawing prints on one page, without what is around it', async (t) => {
  const page = await openSample(t, { before: (page) => page.addInitScript(() => { window.print = () => { document.documentElement.dataset.printed = 'yes'; }; }) });
  await showDiagram(page);
  await page.locator('[data-action="print"]').click();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.printed), 'yes');
  for (const which of ['path', 'diamond']) {
    await page.locator(`.segment[data-kind="${which}"]`).click();
    await until(async () => (await kind(page)) === which, which);
    await page.emulateMedia({ media: 'print' });
    for (const hidden of ['.bar', '.tab-row', '.process-head', '.segments', '[data-action="print"]']) {
      assert.equal(await page.locator(hidden).first().isVisible(), false, `${hidden} is not printed`);
    }
    assert.ok(await page.locator('.drawing').isVisible() && await page.locator('.ways').isVisible());
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    assert.equal(pdf.match(/\/Type\s*\/Page\b/g).length, 1, `${which} is one page`);
    await page.emulateMedia({ media: 'screen' });
  }
});

for (const which of ['path', 'diamond']) {
  test(`method rows 24 and 38: on a phone the ${which} has the room that there is, and the list says the rest`, async (t) => {
    const page = await openSample(t, { viewport: [360, 740] });
    await page.getByRole('button', { name: 'Process', exact: true }).click();
    await page.getByRole('tab', { name: 'Diagram', exact: true }).click();
    await page.locator(`.segment[data-kind="${which}"]`).click();
    await until(async () => (await kind(page)) === which, which);
    const [wide, room] = await page.locator('main.view').evaluate((view) => [view.scrollWidth, view.clientWidth]);
    assert.ok(wide <= room, `${wide} in ${room}`);
    const box = await page.locator('.drawing').boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= 360);
    for (const target of await page.locator('.drawing .mark-area, .drawing .way-target').all()) {
      const { width, height } = await target.boundingBox();
      assert.ok(width >= 23.5 && height >= 23.5, `${width} × ${height} can be met by a finger`);
    }
    assert.equal(await rows(page).count(), 6);
  });
}

test('from right to left the drawing is mirrored, and its words stand in their stations', async (t) => {
  const page = await openSample(t);
  await page.evaluate(() => { document.documentElement.dir = 'rtl'; });
  await showDiagram(page);
  const boxes = (selector) => page.locator(`.drawing ${selector}`).evaluateAll((all) => all.map((one) => {
    const { left, right } = one.getBoundingClientRect();
    return { left, right };
  }));
  await until(async () => {
    const [first, second] = await boxes('.station');
    return first.left > second.left || `${first.left} ${second.left}`;
  }, 'the first station stands at the right');
  assert.equal(await page.locator('.drawing').evaluate((svg) => getComputedStyle(svg).direction), 'ltr');
  const within = await page.locator('.drawing .way-drawn').evaluateAll((all) => all.flatMap((stage) => {
    const station = stage.querySelector('.station').getBoundingClientRect();
    return [...stage.querySelectorAll('.way-name, .way-text, .way-who')].map((text) => {
      const { left, right } = text.getBoundingClientRect();
      return left >= station.left - 1 && right <= station.right + 1;
    });
  }));
  assert.ok(within.length > 6 && within.every(Boolean), 'no word leaves its station');
  // To the left is onward.
  await page.locator('.drawing .way-target').first().focus();
  const first = await focused(page);
  await page.keyboard.press('ArrowLeft');
  assert.notEqual(await focused(page), first);
  await page.keyboard.press('ArrowRight');
  assert.equal(await focused(page), first);
  await page.locator('.segment[data-kind="diamond"]').click();
  await until(async () => (await kind(page)) === 'diamond', 'the diamond');
  await until(async () => {
    const [home, base] = await boxes('.base');
    return base.right < home.left || `${base.right} ${home.left}`;
  }, 'first base stands at the left');
});
