// The board with real input: typing, mouse, touch, keys.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dragTo, drop, open, reload, touchDragTo } from './harness.mjs';
import { add, card, choose, column, count, openSample, openTemplate, saved, titles, until } from './steps.mjs';

test('first start to a template, five cards by keyboard alone', async (t) => {
  const page = await open(t);
  const chosen = page.locator('[data-template="simple"]');
  for (let press = 0; press < 40 && !(await chosen.evaluate((e) => e === document.activeElement)); press += 1) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await column(page, 0).waitFor();
  const button = column(page, 0).locator('.add');
  for (let press = 0; press < 40 && !(await button.evaluate((e) => e === document.activeElement)); press += 1) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  const names = ['Acme', 'Birch & Co', 'Café Nord', '<b>Delta</b>', 'سازمان'];
  for (const name of names) {
    await page.keyboard.insertText(name);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Escape');
  assert.deepEqual(await titles(page, 0), names);
  assert.equal(await count(page, 0), 5);
  await saved(page);
  await reload(page);
  assert.deepEqual(await titles(page, 0), names);
});

test('a card dragged by mouse lands where the marker stands, and three moves are undone after a reload', async (t) => {
  const page = await openTemplate(t, 'simple');
  await add(page, 0, 'One', 'Two', 'Three');
  await dragTo(page, card(page, 'Two'), column(page, 1), { release: false });
  await page.locator('.marker').waitFor();
  assert.equal(await page.locator('.ghost').count(), 1);
  await drop(page);
  assert.deepEqual([await titles(page, 0), await titles(page, 1)], [['One', 'Three'], ['Two']]);
  assert.equal(await page.locator('.panel').count(), 0, 'a drag does not open the deal');

  await dragTo(page, card(page, 'One'), column(page, 2), { release: false });
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.ghost').count(), 0, 'Escape puts the card back');
  await drop(page);
  assert.deepEqual(await titles(page, 0), ['One', 'Three']);

  await dragTo(page, card(page, 'One'), column(page, 2));
  const three = await card(page, 'Three').boundingBox();
  await dragTo(page, card(page, 'Two'), { x: three.x + 40, y: three.y + three.height - 4 });
  assert.deepEqual([await titles(page, 0), await titles(page, 1), await titles(page, 2)], [['Three', 'Two'], [], ['One']]);
  await saved(page);
  await reload(page);
  assert.deepEqual([await titles(page, 0), await titles(page, 2)], [['Three', 'Two'], ['One']]);

  const undo = page.getByRole('button', { name: /^Undo/ }).first();
  for (let step = 0; step < 3; step += 1) {
    await until(() => undo.isEnabled(), 'undo is offered');
    await undo.click();
  }
  assert.deepEqual([await titles(page, 0), await titles(page, 1), await titles(page, 2)], [['One', 'Two', 'Three'], [], []]);
  await page.keyboard.press('Control+y');
  assert.deepEqual(await titles(page, 1), ['Two']);
});

test('a card dragged by a finger moves; a finger that moves at once scrolls', async (t) => {
  const page = await openTemplate(t, 'simple', { touch: true, viewport: [768, 1024] });
  await add(page, 0, 'Touched', 'Left alone');
  await touchDragTo(page, card(page, 'Touched'), column(page, 1));
  assert.deepEqual([await titles(page, 0), await titles(page, 1)], [['Left alone'], ['Touched']]);
  await touchDragTo(page, card(page, 'Left alone'), column(page, 1), { hold: 0 });
  assert.deepEqual(await titles(page, 0), ['Left alone']);
});

test('a card is carried by keys, spoken, put back by Escape, and keeps the focus', async (t) => {
  const page = await openTemplate(t, 'simple');
  await add(page, 0, 'First', 'Second');
  const spoken = page.locator('.spoken');
  await card(page, 'Second').focus();
  await page.keyboard.press('Space');
  assert.match(await spoken.innerText(), /Second lifted/);
  await page.keyboard.press('ArrowRight');
  assert.match(await spoken.innerText(), /Demo or meeting, place 1 of 1/);
  await page.keyboard.press('Escape');
  assert.match(await spoken.innerText(), /back where it was/);
  assert.deepEqual(await titles(page, 0), ['First', 'Second']);

  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  assert.deepEqual(await titles(page, 0), ['Second', 'First']);
  await until(() => card(page, 'Second').evaluate((e) => e === document.activeElement), 'the card keeps the focus');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  assert.deepEqual(await titles(page, 2), ['Second']);
  await until(() => card(page, 'Second').evaluate((e) => e === document.activeElement), 'the moved card has the focus');
});

test('"Move to…" reaches every place without a drag', async (t) => {
  const page = await openTemplate(t, 'simple');
  await add(page, 0, 'A', 'B', 'C');
  await card(page, 'C').hover();
  await card(page, 'C').getByRole('button', { name: /^Move/ }).click();
  await page.locator('[data-to="top"]').click();
  assert.deepEqual(await titles(page, 0), ['C', 'A', 'B']);
  await card(page, 'A').focus();
  await page.keyboard.press('m');
  const menu = page.locator('.move-menu');
  await menu.waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  assert.deepEqual([await titles(page, 0), await titles(page, 2)], [['C', 'B'], ['A']]);
});

test('won asks for value and date, lost for the reason; both go back by undo', async (t) => {
  const page = await openTemplate(t, 'simple');
  await add(page, 0, 'Win me', 'Lose me');
  const zone = (name) => page.locator(`.zone-${name}`);
  await dragTo(page, card(page, 'Win me'), zone('won'));
  await page.locator('dialog [data-field="value"]').fill('12 500.50');
  await page.locator('[data-action="win"]').click();
  assert.deepEqual(await titles(page, 0), ['Lose me']);
  await dragTo(page, card(page, 'Lose me'), zone('lost'));
  assert.match(await page.locator('dialog').innerText(), /Why was it lost\?/);
  await page.getByText('Price above budget').click();
  await page.locator('[data-action="lose"]').click();
  assert.equal(await count(page, 0), 0);

  await page.getByRole('button', { name: 'Won', exact: true }).click();
  assert.deepEqual(await titles(page, 0), ['Win me']);
  assert.match(await column(page, 0).locator('.column-figures').innerText(), /12[.,]5/);
  await page.getByRole('button', { name: 'Lost', exact: true }).click();
  await card(page, 'Lose me').click();
  assert.equal(await page.locator('[data-field="loss-reason"]').inputValue(), 'Price above budget');
  await page.locator('.panel').getByRole('button', { name: 'Re-open' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  assert.deepEqual(await titles(page, 0), ['Lose me']);
  for (let step = 0; step < 2; step += 1) await page.getByRole('button', { name: /^Undo/ }).first().click();
  assert.deepEqual(await titles(page, 0), ['Lose me']);
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  assert.equal(await count(page, 0), 2);
});

test('every field of a deal is edited beside the board, and Escape gives the focus back to the card', async (t) => {
  const page = await openTemplate(t, 'simple');
  await add(page, 0, 'Edit me');
  await card(page, 'Edit me').focus();
  await page.keyboard.press('Enter');
  const field = (name) => page.locator(`.panel [data-field="${name}"]`);
  const values = {
    title: 'Edited <i>', company: 'Ümläut GmbH', contact: 'Ana', owner: 'Bo Berg', source: 'Referral', product: 'Plan',
    value: '1234.5', expected: '2027-03-01', chance: '35', notes: 'Two\nlines',
  };
  for (const [name, value] of Object.entries(values)) {
    await field(name).fill(value);
    await field(name).blur();
  }
  await field('stage').selectOption({ index: 1 });
  await field('value').fill('twelve');
  await field('value').blur();
  assert.match(await page.locator('.toast').innerText(), /not an amount/);
  await saved(page);
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.panel').count(), 0);
  await reload(page);
  await card(page, 'Edited <i>').click();
  for (const [name, value] of Object.entries({ ...values, value: '1234.50' })) {
    assert.equal(await field(name).inputValue(), value, name);
  }
  await page.keyboard.press('Escape');
  await until(() => card(page, 'Edited <i>').evaluate((e) => e === document.activeElement), 'the card has the focus');
  assert.deepEqual(await titles(page, 1), ['Edited <i>']);
});

test('search keeps through opening a deal, and finds by owner and company', async (t) => {
  const page = await openSample(t);
  await page.getByRole('searchbox').fill('harrowgate');
  await until(async () => (await page.locator('.columns .card').count()) === 1, 'one card is left');
  await page.locator('.columns .card').click();
  await page.keyboard.press('Escape');
  assert.equal(await page.getByRole('searchbox').inputValue(), 'harrowgate');
  assert.match(await page.locator('.board-total').innerText(), /1 deal found/);
  await page.getByRole('searchbox').fill('');
  await until(async () => (await page.locator('.columns .card').count()) === 16, 'all are back');
});

test('a deal is deleted with a way back, and everything is cleared with a way back', async (t) => {
  const page = await openSample(t);
  await card(page, 'Rota for eight cafés').click();
  await page.getByRole('button', { name: 'Delete this deal' }).click();
  assert.equal(await card(page, 'Rota for eight cafés').count(), 0);
  await add(page, 0, 'Something else');
  assert.equal(await page.locator('.toast-button').count(), 0, 'undo is not offered for what is no longer the newest step');
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  assert.equal(await card(page, 'Rota for eight cafés').count(), 1);
  await card(page, 'Rota for eight cafés').click();
  await page.getByRole('button', { name: 'Delete this deal' }).click();
  await page.locator('.toast-button').click();
  assert.equal(await card(page, 'Rota for eight cafés').count(), 1);
  await choose(page, 'Clear everything…');
  await page.locator('dialog').getByRole('button', { name: 'Clear everything' }).click();
  await page.locator('.welcome').waitFor();
  await page.locator('.toast-button').click();
  assert.equal(await page.locator('.columns .card').count(), 16);
});

test('on paper the board has all of its cards, on as many pages as they take', async (t) => {
  const page = await openTemplate(t, 'simple', { colorScheme: 'dark' });
  const names = Array.from({ length: 25 }, (_, at) => `Deal ${at + 1}`);
  await add(page, 0, ...names);
  const mounted = () => page.locator('.columns .card').count();
  assert.ok((await mounted()) < names.length, 'only what is in sight is there');
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await until(async () => (await mounted()) === names.length, 'all cards are there');
  assert.match(await page.locator('.printed-head').innerText(), /· Board\s+.+ · Open$/);
  assert.equal(await page.locator('.board .segments').isVisible(), false);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  assert.ok(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length > 1);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  await until(async () => (await mounted()) < names.length, 'only what is in sight is there again');
});
