// What a person does on the page, in their own words.
import { setTimeout as sleep } from 'node:timers/promises';
import { open } from './harness.mjs';

/** Opens the page with the sample of forty deals and three on the nurture list. */
export async function openSample(t, options) {
  const page = await open(t, options);
  await page.locator('[data-start="sample"]').click();
  await page.locator('.card').first().waitFor();
  return page;
}

/** Opens the page with a process and no deals. */
export async function openTemplate(t, key, options) {
  const page = await open(t, options);
  await page.locator(`[data-template="${key}"]`).click();
  await page.locator('[data-stage]').first().waitFor();
  return page;
}

/** Waits until the page says that the last change is saved. */
export async function saved(page) {
  await page.locator('[data-save="saved"]').waitFor();
}

/** The column of that number, from 0. */
export function column(page, number) {
  return page.locator('.columns [data-stage]').nth(number);
}

/** The titles in a column, from the top. */
export async function titles(page, number) {
  return column(page, number).locator('.card .card-title').allInnerTexts();
}

/** How many deals a column says it has. */
export async function count(page, number) {
  return Number(await column(page, number).locator('[data-metric="stage-count"]').getAttribute('data-value'));
}

/** Types deals into a column, one Enter each. */
export async function add(page, number, ...names) {
  await column(page, number).locator('.add').click();
  for (const name of names) {
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Escape');
  const button = column(page, number).locator('.add');
  await until(() => button.evaluate((element) => element === document.activeElement), 'the button has the focus again');
}

/** The card of that title. */
export function card(page, title) {
  return page.locator('.columns .card').filter({ has: page.getByText(title, { exact: true }) });
}

/** Chooses an item of the menu at the top. */
export async function choose(page, name) {
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('menuitem', { name, exact: true }).click();
}

/** What the page keeps, as the file that it would save. */
export async function exported(page) {
  const download = page.waitForEvent('download');
  await choose(page, 'Save everything as a file');
  const stream = await (await download).createReadStream();
  let text = '';
  for await (const chunk of stream) text += chunk;
  return text;
}

/** Waits until a check holds, for five seconds at most. */
export async function until(check, what) {
  const end = Date.now() + 5_000;
  let last;
  while (Date.now() < end) {
    last = await check();
    if (last === true) return;
    await sleep(20);
  }
  throw new Error(`not so within five seconds: ${what} (${JSON.stringify(last)})`);
}
