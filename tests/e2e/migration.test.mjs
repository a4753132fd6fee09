// What the first version kept in a browser opens today, and everything is there.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { open, ready, reload } from './harness.mjs';
import { card, exported, saved } from './steps.mjs';

const fixture = fileURLToPath(new URL('../fixtures/v1/browser.json', import.meta.url));

test('a browser of version 1 is brought up to date once, in place', async (t) => {
  const kept = JSON.parse(await readFile(fixture, 'utf8'));
  // A page of the same origin that is not the product writes the stores as version 1 left them.
  const page = await open(t, {
    wait: false,
    before: async (page) => {
      await page.route('**/old.html', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>old</title>' }));
    },
    path: 'old.html',
  });
  await page.evaluate(async (kept) => {
    for (const [key, value] of Object.entries(kept.localStorage)) localStorage.setItem(key, value);
    const database = await new Promise((resolve, reject) => {
      const request = indexedDB.open('stageline', kept.version);
      request.onupgradeneeded = () => {
        for (const [name, store] of Object.entries(kept.stores)) {
          request.result.createObjectStore(name, { autoIncrement: store.autoIncrement });
        }
      };
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const transaction = database.transaction(Object.keys(kept.stores), 'readwrite');
    for (const [name, store] of Object.entries(kept.stores)) {
      for (const [key, value] of store.rows) transaction.objectStore(name).put(value, key);
    }
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onerror = () => reject(transaction.error);
    });
    database.close();
  }, kept);
  await page.goto(page.url().replace('old.html', ''));
  await ready(page);
  await card(page, 'Written by the first version').waitFor();
  await saved(page);
  const first = JSON.parse(await exported(page));
  assert.equal(first.version, 2);
  assert.equal(first.meta.form, 2);
  assert.equal(first.deals.length, 41);
  assert.deepEqual(first.stages.map((stage) => stage.colour), [0, 1, 2, 3, 4, 5]);
  const people = Object.values(first.meta.people).map((person) => person.name);
  assert.ok(people.includes('Noor Haddad'));
  await reload(page);
  assert.deepEqual(JSON.parse(await exported(page)), first, 'a second start changes nothing more');
  // What was done in the first version can still be taken back.
  await page.keyboard.press('Control+z');
  await page.locator('.toast').filter({ hasText: 'Undone' }).waitFor();
});
