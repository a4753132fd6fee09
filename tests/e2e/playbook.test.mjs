import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dragTo, reload } from './harness.mjs';
import { exported, openSample, openTemplate, saved, until } from './steps.mjs';

const stages = (page) => page.locator('[data-playbook-stage]');
const counts = (page) => page.locator('.playbook [data-metric="plays"]').evaluateAll((all) => all.map((one) => Number(one.dataset.value)));
const part = (page, kind) => page.locator(`[data-plays="${kind}"]`);
const scripts = (page, kind) => part(page, kind).locator('[data-play]');
const titles = (page, kind) => part(page, kind).locator('[data-field="play-title"]').evaluateAll((all) => all.map((one) => one.value));
const script = async (page, kind, title) => scripts(page, kind).nth((await titles(page, kind)).indexOf(title));
const text = (one) => one.locator('[data-field="play-text"]');
const becomes = (ask, wanted) => until(async () => {
  const found = await ask();
  return JSON.stringify(found) === JSON.stringify(wanted) || found;
}, JSON.stringify(wanted));

async function showPlaybook(page) {
  await page.getByRole('button', { name: 'Process', exact: true }).click();
  await page.getByRole('tab', { name: 'Playbook', exact: true }).click();
  await stages(page).first().waitFor();
}

async function openPlaybook(t, template = 'bases', options) {
  const page = await openTemplate(t, template, options);
  await showPlaybook(page);
  return page;
}

/** The plays that the file holds, by their titles. */
async function kept(page) {
  const file = JSON.parse(await exported(page));
  const found = {};
  const walk = (value) => {
    if (value && typeof value === 'object') {
      if (value.plays) for (const play of Object.values(value.plays)) found[play.title] = play;
      Object.values(value).forEach(walk);
    }
  };
  walk(file);
  return found;
}

/** Adds an item of a kind and leaves the field. */
async function addPlay(page, kind, title) {
  await part(page, kind).locator('.add').click();
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
}

async function menu(page, kind, title, name) {
  await (await script(page, kind, title)).locator('.script-menu').click();
  await page.locator('dialog').getByRole('button', { name, exact: true }).click();
}

test('method row 46: every stage of a template comes with a playbook, kind by kind', async (t) => {
  const page = await openPlaybook(t);
  assert.equal(await stages(page).count(), 5);
  assert.ok((await counts(page)).every((count) => count > 2), 'each stage has some');
  assert.deepEqual(await page.locator('.plays-part h3').allInnerTexts(), ['Messages', 'Objections and answers', 'Outline of a presentation', 'Ways to close']);
  assert.ok((await titles(page, 'messages')).includes('Asking for the meeting'));
  const message = text(await script(page, 'messages', 'Asking for the meeting'));
  assert.match(await message.inputValue(), /^Hello \[name\]/);
  await stages(page).nth(1).click();
  await becomes(() => titles(page, 'outlines'), ['A first meeting that asks']);
  assert.equal(await stages(page).nth(1).getAttribute('aria-current'), 'true');
});

test('method row 46: a message is added, written, and its placeholders are put in at the caret', async (t) => {
  const page = await openPlaybook(t);
  const [before] = await counts(page);
  await addPlay(page, 'messages', 'Thanks for the call');
  assert.equal((await counts(page))[0], before + 1);
  const one = await script(page, 'messages', 'Thanks for the call');
  await text(one).click();
  await page.keyboard.type('Dear , about [date]');
  for (let n = 0; n < ', about [date]'.length; n += 1) await page.keyboard.press('ArrowLeft');
  await one.locator('[data-placeholder="name"]').click();
  await page.keyboard.type(' of ');
  await one.locator('[data-placeholder="expected close"]').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await becomes(() => text(one).inputValue(), 'Dear [name] of [expected close], about [date]');
  assert.match(await one.locator('[data-hint="unknown"]').innerText(), /\[date\]/, 'nobody will fill that in');
  assert.equal(await page.locator('[data-hint="unknown"]').count(), 1, 'all others are known');
  const play = (await kept(page))['Thanks for the call'];
  assert.equal(play.text, 'Dear [name] of [expected close], about [date]');
  assert.equal(play.kind, 'message');
});

test('method row 46: an objection has a kind and an answer, each change one step to take back', async (t) => {
  const page = await openPlaybook(t);
  await addPlay(page, 'objections', 'Not this year.');
  const one = await script(page, 'objections', 'Not this year.');
  await one.locator('[data-field="play-topic"]').selectOption({ label: 'No urgency' });
  await text(one).fill('Ask what waiting costs.');
  await one.locator('[data-field="play-title"]').fill('Not this year, sorry.');
  await page.keyboard.press('Enter');
  await page.locator('.playbook h2').click();
  let play = (await kept(page))['Not this year, sorry.'];
  assert.deepEqual([play.topic, play.text, play.kind], ['No urgency', 'Ask what waiting costs.', 'objection']);
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await becomes(async () => (await titles(page, 'objections')).at(-1), 'Not this year.');
  play = (await kept(page))['Not this year.'];
  assert.deepEqual([play.topic, play.text], ['No urgency', 'Ask what waiting costs.']);
});

test('method row 46: items are put in order with the pointer and with keys, and stay so', async (t) => {
  const page = await openPlaybook(t);
  const before = await titles(page, 'messages');
  assert.ok(before.length > 1);
  const swapped = [before[1], before[0], ...before.slice(2)];
  const handle = (n) => scripts(page, 'messages').nth(n).locator('.reorder-handle');
  const other = await scripts(page, 'messages').nth(1).boundingBox();
  await dragTo(page, handle(0), { x: other.x + 20, y: other.y + other.height - 10 });
  await becomes(() => titles(page, 'messages'), swapped);
  await saved(page);
  await reload(page);
  await stages(page).first().waitFor();
  assert.deepEqual(await titles(page, 'messages'), swapped, 'tab and order are as they were');
  await handle(1).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await becomes(() => titles(page, 'messages'), before);
});

test('method row 46: an item goes to another stage, or away, each one step to take back', async (t) => {
  const page = await openPlaybook(t);
  const before = await counts(page);
  const [title] = await titles(page, 'objections');
  await menu(page, 'objections', title, 'Conclude');
  await becomes(() => counts(page), [before[0] - 1, before[1], before[2], before[3] + 1, before[4]]);
  await stages(page).nth(3).click();
  await becomes(async () => (await titles(page, 'objections')).at(-1), title);
  await page.locator('.toast-button').click();
  await becomes(() => counts(page), before);
  await stages(page).first().click();
  await becomes(async () => (await titles(page, 'objections'))[0], title);
  await menu(page, 'objections', title, 'Delete');
  await becomes(() => counts(page), [before[0] - 1, ...before.slice(1)]);
  await until(async () => page.evaluate(() => document.activeElement.className.includes('script-menu')), 'the focus stays near');
  await page.locator('.toast-button').click();
  await becomes(() => counts(page), before);
});

test('method row 46: a word finds its items in every stage', async (t) => {
  const page = await openPlaybook(t);
  const before = await counts(page);
  await page.locator('[data-field="playbook-filter"]').fill('INTRODUCTION asking');
  await becomes(async () => (await counts(page)).reduce((a, b) => a + b), 1);
  assert.deepEqual(await titles(page, 'messages'), ['Asking for an introduction']);
  assert.match(await page.locator('.playbook-found').innerText(), /^1 item found/);
  assert.equal(await part(page, 'objections').isVisible(), false, 'kinds without a find make room');
  await stages(page).nth(1).click();
  await page.locator('.playbook-none').waitFor();
  await page.locator('[data-field="playbook-filter"]').fill('');
  await becomes(() => counts(page), before);
});

test('method row 46: a message is copied as it stands', async (t) => {
  const page = await openPlaybook(t);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const one = await script(page, 'messages', 'Asking for the meeting');
  await one.locator('[data-action="copy-play"]').click();
  await page.locator('.toast').getByText('Copied as it stands').waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await text(one).inputValue());
});

test('method row 46: on a phone the playbook has the room that there is', async (t) => {
  const page = await openSample(t, { viewport: [360, 740] });
  await showPlaybook(page);
  assert.equal(await stages(page).count(), 6);
  const [wide, room] = await page.locator('main.view').evaluate((view) => [view.scrollWidth, view.clientWidth]);
  assert.ok(wide <= room, `${wide} in ${room}`);
  for (const target of await page.locator('.playbook button:visible').all()) {
    const box = await target.boundingBox();
    assert.ok(box.width >= 23.5 && box.height >= 23.5, `${box.width} × ${box.height} can be met by a finger`);
  }
});
