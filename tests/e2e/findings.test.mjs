import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reload } from './harness.mjs';
import { add, column, openSample, openTemplate, saved, until } from './steps.mjs';

const day = new Date('2026-11-18T09:00:00Z');
const onThatDay = { before: (page) => page.clock.setFixedTime(day) };
const show = (page, view) => page.getByRole('navigation').getByRole('button', { name: view, exact: true }).click();
const finding = (page, kind) => page.locator(`[data-part="findings"] [data-finding="${kind}"]`);
const marks = (page, kind) => page.locator(`.columns [data-finding="${kind}"]`);

async function overview(t) {
  const page = await openSample(t, onThatDay);
  await show(page, 'Insights');
  await finding(page, 'stale').waitFor();
  return page;
}

test('the sample says what stands out, each with its numbers and exactly its deals', async (t) => {
  const page = await overview(t);
  const all = await page.locator('[data-part="findings"] .finding').all();
  assert.ok(all.length >= 3, `${all.length} findings`);
  for (const card of all) {
    const count = Number(await card.getAttribute('data-value'));
    assert.ok(count > 0);
    assert.ok((await card.locator('.finding-facts li').count()) > 0, 'a finding says what it rests on');
    const said = await card.locator('.finding-said').innerText();
    await card.locator('[data-action="show-deals"]').click();
    const drill = page.locator('[data-drill]');
    await until(async () => (await drill.locator('h2').innerText()) === said, said);
    assert.equal(await drill.locator('[data-drill-part="counted"] .drill-deal').count(), count, said);
    await page.keyboard.press('Escape');
    await drill.waitFor({ state: 'detached' });
  }
  // The deals that are stale are those whose cards are marked, and those without a next step.
  const stale = Number(await finding(page, 'stale').getAttribute('data-value'));
  await show(page, 'Board');
  const marked = page.locator('.columns .card').filter({ has: page.locator('.stale-1, .stale-2, .stale-3, [data-mark="no-step"]') });
  await until(async () => (await marked.count()) === stale, `${stale} marked cards`);
});

test('a dismissed finding stays away over undo, redo and reload, until it is brought back', async (t) => {
  const page = await overview(t);
  const leak = finding(page, 'leak');
  await leak.locator('[data-action="dismiss"]').click();
  await leak.waitFor({ state: 'detached' });
  await page.locator('.toast', { hasText: 'Dismissed' }).waitFor();
  await page.keyboard.press('Control+z');
  await leak.waitFor();
  await page.keyboard.press('Control+Shift+z');
  await leak.waitFor({ state: 'detached' });
  await saved(page);
  await reload(page);
  await show(page, 'Insights');
  await finding(page, 'stale').waitFor();
  assert.equal(await leak.count(), 0);
  const away = page.locator('[data-action="show-dismissed"]');
  assert.equal(await away.innerText(), 'One dismissed: show it');
  // The board's marks follow.
  await show(page, 'Board');
  await marks(page, 'clog').first().waitFor();
  assert.equal(await marks(page, 'leak').count(), 0);
  await show(page, 'Insights');
  await away.click();
  await leak.locator('[data-action="bring-back"]').click();
  await leak.locator('[data-action="dismiss"]').waitFor();
  await away.waitFor({ state: 'detached' });
});

test('what is put away of one owner is not put away of all, and the other way round', async (t) => {
  const page = await overview(t);
  const stale = finding(page, 'stale');
  const all = await stale.getAttribute('data-value');
  await stale.locator('[data-action="dismiss"]').click();
  await stale.waitFor({ state: 'detached' });
  const owner = async (name) => {
    await page.locator('[data-field="population-owner"]').click();
    await page.locator('dialog.pick-menu').getByText(name, { exact: true }).click();
    await page.locator('dialog.pick-menu').getByRole('button', { name: 'Done' }).click();
  };
  await owner('Aina Rahman');
  await stale.waitFor();
  assert.notEqual(await stale.getAttribute('data-value'), all);
  await stale.locator('[data-action="dismiss"]').click();
  await stale.waitFor({ state: 'detached' });
  await page.locator('[data-action="population-clear"]').click();
  await finding(page, 'leak').waitFor();
  await page.locator('[data-metric="open-value"]').waitFor();
  await page.waitForTimeout(400);
  assert.equal(await stale.count(), 0, 'that of all deals stays away');
});

test('who dismisses by keyboard goes on with the next finding, and back with the one brought back', async (t) => {
  const page = await overview(t);
  const at = () => page.evaluate(() => {
    const has = document.activeElement;
    return [has.closest('[data-key]')?.dataset.key ?? null, has.dataset.action ?? null];
  });
  const keys = await page.locator('[data-part="findings"] .finding').evaluateAll((all) => all.map((one) => one.dataset.key));
  await page.locator('[data-part="findings"] [data-action="dismiss"]').first().focus();
  for (let left = 1; left < keys.length; left += 1) {
    await page.keyboard.press('Enter');
    await until(async () => JSON.stringify(await at()) === JSON.stringify([keys[left], 'dismiss']), `${keys[left]} has the focus`);
  }
  await page.keyboard.press('Enter');
  await until(async () => (await at())[1] === 'show-dismissed', 'the way to those put away has the focus');
  await page.keyboard.press('Enter');
  const back = page.locator('[data-action="bring-back"]').first();
  await back.focus();
  const [key] = await at();
  await page.keyboard.press('Enter');
  await until(async () => JSON.stringify(await at()) === JSON.stringify([key, 'dismiss']), 'the one brought back has the focus');
});

test('a dismissed finding shows again once it has changed', async (t) => {
  const page = await overview(t);
  const stale = finding(page, 'stale');
  const before = Number(await stale.getAttribute('data-value'));
  await stale.locator('[data-action="dismiss"]').click();
  await stale.waitFor({ state: 'detached' });
  // A new deal has no next step.
  await show(page, 'Board');
  await add(page, 0, 'One more');
  await show(page, 'Insights');
  await page.locator(`[data-part="findings"] [data-finding="stale"][data-value="${before + 1}"]`).waitFor();
});

test('a column says what stands out in it, in words, and leads to the findings', async (t) => {
  const page = await openSample(t, onThatDay);
  const leak = marks(page, 'leak');
  await leak.waitFor();
  assert.equal(await leak.count(), 1);
  assert.equal(await leak.innerText(), 'Leak');
  const said = await leak.getAttribute('title');
  const name = await column(page, 2).locator('h2').innerText();
  assert.ok(said.includes(name), `${said} names ${name}`);
  assert.ok((await leak.getAttribute('aria-label')).startsWith(`Leak: ${said}`), 'what is written in it comes first');
  const box = await leak.boundingBox();
  assert.ok(box.height >= 24, `${box.height} px high`);
  await leak.focus();
  await page.keyboard.press('Enter');
  await finding(page, 'leak').waitFor();
  assert.equal(await finding(page, 'leak').locator('.finding-said').innerText(), said);
});

test('a pipeline in which nothing stands out says so', async (t) => {
  const page = await openTemplate(t, 'simple', onThatDay);
  // A first deal without a next step is all that there is to say.
  await add(page, 0, 'A first one');
  await show(page, 'Insights');
  await finding(page, 'stale').waitFor();
  assert.equal(await page.locator('[data-part="findings"] .finding').count(), 1);
  assert.match(await finding(page, 'stale').innerText(), /One open deal/);
  await show(page, 'Board');
  await page.locator('[data-deal]').first().focus();
  assert.equal(await page.locator('.columns .finding-mark').count(), 0, 'that is no matter of a stage');
  await page.keyboard.press('m');
  await page.locator('[data-to="won"]').click();
  await page.locator('[data-action="win"]').click();
  await show(page, 'Insights');
  await page.locator('.finding-none').waitFor();
});
