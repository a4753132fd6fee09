// What is said to be saved is saved; what cannot be is said.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { blame, launchPersistent, open, ready, reload, setQuota } from './harness.mjs';
import { add, card, choose, column, count, exported, openSample, openTemplate, saved, titles, until } from './steps.mjs';

test('ten times killed right after "Saved", ten times everything is there', async (t) => {
  const profile = await mkdtemp(join(tmpdir(), 'stageline-kill-'));
  t.after(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));
  const expected = [];
  for (let round = 0; round < 10; round += 1) {
    const { page, kill } = await launchPersistent(profile);
    if (round === 0) {
      await page.locator('[data-template="simple"]').click();
      await column(page, 0).waitFor();
    }
    assert.deepEqual(await titles(page, 0), expected, `round ${round}`);
    await add(page, 0, `Deal ${round}`);
    expected.unshift(`Deal ${round}`);
    await saved(page);
    await kill();
    blame(page);
  }
  const { page, close } = await launchPersistent(profile);
  assert.deepEqual(await titles(page, 0), expected);
  await close();
});

test('export, clear, import gives an equal workspace', async (t) => {
  const page = await openSample(t);
  const before = await exported(page);
  assert.equal(JSON.parse(before).deals.length, 43);
  await choose(page, 'Clear everything…');
  await page.locator('dialog').getByRole('button', { name: 'Clear everything' }).click();
  await page.locator('.welcome').waitFor();
  await page.setInputFiles('[data-file="workspace"]', { name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(before) });
  await page.getByRole('button', { name: 'Open it' }).click();
  await page.locator('.columns .card').first().waitFor();
  // Two copies differ in their ids alone; the workspace's own id stays this browser's.
  const plain = (text) => ({ ...JSON.parse(text), meta: { ...JSON.parse(text).meta, id: '' } });
  assert.deepEqual(plain(await exported(page)), plain(before));
  await saved(page);
  await reload(page);
  assert.deepEqual(plain(await exported(page)), plain(before));
});

test('a file that is none says so and changes nothing', async (t) => {
  const page = await openSample(t);
  const give = (text) => page.setInputFiles('[data-file="workspace"]', { name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await give('{"format":"something else"}');
  assert.match(await page.locator('.toast').innerText(), /not a Stageline workspace/);
  await give((await exported(page)).slice(0, 900));
  await until(async () => /breaks off or is damaged/.test(await page.locator('.toast').innerText()), 'the damage is told');
  await give(JSON.stringify({ ...JSON.parse(await exported(page)), version: 999 }));
  await until(async () => /newer version/.test(await page.locator('.toast').innerText()), 'the newer version is told');
  assert.equal(await page.locator('.columns .card').count(), 16);
});

test('storage denied is said, and the page works all the same', async (t) => {
  const page = await open(t, { storage: 'denied' });
  await page.locator('[data-save="memory-only"]').waitFor();
  await page.locator('[data-template="simple"]').click();
  await add(page, 0, 'Not kept');
  assert.deepEqual(await titles(page, 0), ['Not kept']);
  await page.locator('.save-sign').click();
  assert.match(await page.locator('.save-more').innerText(), /Everything is gone when you close it/);
  const file = page.waitForEvent('download');
  await page.locator('.save-more').getByRole('button', { name: 'Download a copy' }).click();
  await file;
});

test('storage full is said, a copy can be had, and saving goes on once there is room', async (t) => {
  const page = await open(t, { quota: 1 });
  await page.locator('[data-template="simple"]').click();
  await page.locator('[data-save="not-saved"]').waitFor();
  await add(page, 0, 'Kept in the tail');
  await page.locator('.save-sign').click();
  assert.match(await page.locator('.save-more').innerText(), /did not take the last change/);
  await page.locator('.save-more').getByRole('button', { name: 'Download a copy' }).waitFor();
  await setQuota(page, null);
  await page.locator('.save-more').getByRole('button', { name: 'Try again' }).click();
  await saved(page);
  await reload(page);
  assert.deepEqual(await titles(page, 0), ['Kept in the tail']);
});

test('what the tail alone has is back after a reload', async (t) => {
  const page = await openTemplate(t, 'simple');
  await add(page, 0, 'Saved');
  await saved(page);
  // From here on IndexedDB refuses every write.
  await page.evaluate(() => {
    const real = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function transaction(stores, mode, options) {
      if (mode === 'readwrite') throw new DOMException('refused', 'UnknownError');
      return real.call(this, stores, mode, options);
    };
  });
  await add(page, 0, 'Only in the tail');
  await page.locator('[data-save="not-saved"]').waitFor();
  await reload(page);
  assert.deepEqual(await titles(page, 0), ['Only in the tail', 'Saved']);
  await saved(page);
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('tail/'))), []);
});

test('an emptied store is a recovery screen, and nothing is written until the user chooses', async (t) => {
  const page = await openSample(t);
  await saved(page);
  const copy = await exported(page);
  const wipe = () => page.evaluate(async () => {
    const request = indexedDB.deleteDatabase('stageline');
    await new Promise((resolve) => { request.onsuccess = resolve; request.onblocked = resolve; });
  });
  await page.goto('about:blank');
  await page.goto(process.env.STAGELINE_URL ?? 'http://127.0.0.1:8080/');
  await ready(page);
  await wipe();
  await reload(page);
  await page.locator('[data-recovery]').waitFor();
  assert.match(await page.locator('[data-recovery]').innerText(), /had a workspace with 43 deals/);
  await reload(page);
  await page.locator('[data-recovery]').waitFor();
  await page.setInputFiles('[data-file="workspace"]', { name: 'copy.json', mimeType: 'application/json', buffer: Buffer.from(copy) });
  await page.locator('.columns .card').first().waitFor();
  await saved(page);
  await reload(page);
  assert.equal(await page.locator('.columns .card').count(), 16);
});

test('a damaged snapshot is not opened and not written over', async (t) => {
  const page = await openSample(t);
  await saved(page);
  await page.evaluate(async () => {
    const request = indexedDB.open('stageline');
    const database = await new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
    const transaction = database.transaction('parts', 'readwrite');
    const store = transaction.objectStore('parts');
    const keys = await new Promise((resolve) => { const r = store.getAllKeys(); r.onsuccess = () => resolve(r.result); });
    for (const key of keys) store.put('{"broken":', key);
    await new Promise((resolve) => { transaction.oncomplete = resolve; });
    database.close();
  });
  await reload(page);
  await page.locator('[data-recovery]').waitFor();
  assert.match(await page.locator('[data-recovery]').innerText(), /does not read/);
  const file = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the stored data as it stands' }).click();
  const stream = await (await file).createReadStream();
  let text = '';
  for await (const chunk of stream) text += chunk;
  assert.match(text, /Isle Harbour Fish/, 'the journal is in the rescued file');
});

/** Puts a value into a store of the page's database, behind the page's back. */
async function put(page, store, key, value) {
  await page.evaluate(async ([store, key, value]) => {
    const request = indexedDB.open('stageline');
    const database = await new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
    const transaction = database.transaction(store, 'readwrite');
    transaction.objectStore(store).put(value, key);
    await new Promise((resolve) => { transaction.oncomplete = resolve; });
    database.close();
  }, [store, key, value]);
}

/** All that a store of the page's database holds. */
async function stored(page, store) {
  return page.evaluate(async (store) => {
    const request = indexedDB.open('stageline');
    const database = await new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
    const all = database.transaction(store).objectStore(store).getAll();
    const values = await new Promise((resolve) => { all.onsuccess = () => resolve(all.result); });
    database.close();
    return values;
  }, store);
}

test('a store that refuses to be read is no first start', async (t) => {
  const page = await openSample(t);
  await saved(page);
  await page.addInitScript(() => {
    if (sessionStorage.getItem('refuse') !== 'read') return;
    IDBObjectStore.prototype.getAll = () => { throw new DOMException('refused', 'UnknownError'); };
  });
  await page.evaluate(() => sessionStorage.setItem('refuse', 'read'));
  await reload(page);
  await page.locator('[data-recovery]').waitFor();
  assert.match(await page.locator('[data-recovery]').innerText(), /workspace with 43 deals here, but did not let the page read it/);
  assert.equal(await page.locator('[data-start="sample"], [data-start="anew"], [data-start="unkept"]').count(), 0);
  await page.evaluate(() => sessionStorage.removeItem('refuse'));
  await page.locator('[data-start="again"]').click();
  await page.locator('.columns .card').first().waitFor();
  assert.equal(await page.locator('.columns .card').count(), 16);
});

test('a store that does not open, but did, says so and stays as it is', async (t) => {
  const page = await openSample(t);
  await saved(page);
  await page.addInitScript(() => {
    if (sessionStorage.getItem('refuse') !== 'open') return;
    IDBFactory.prototype.open = () => { throw new DOMException('refused', 'UnknownError'); };
  });
  await page.evaluate(() => sessionStorage.setItem('refuse', 'open'));
  await reload(page);
  await page.locator('[data-recovery]').waitFor();
  assert.match(await page.locator('[data-recovery]').innerText(), /43 deals/);
  await page.locator('[data-start="unkept"]').click();
  await page.locator('.welcome [data-save="memory-only"]').waitFor();
  await page.locator('[data-template="simple"]').click();
  await add(page, 0, 'Not kept');
  await page.evaluate(() => sessionStorage.removeItem('refuse'));
  await reload(page);
  assert.equal(await page.locator('.columns .card').count(), 16);
});

test('a snapshot of a newer version is neither passed over nor written over', async (t) => {
  const page = await openTemplate(t, 'simple');
  await add(page, 0, 'Kept');
  await saved(page);
  await put(page, 'manifests', 1_000_000, JSON.stringify({ schema: 99, from: 'a later version' }));
  await reload(page);
  await page.locator('[data-recovery]').waitFor();
  assert.match(await page.locator('[data-recovery]').innerText(), /written by a newer version/);
  assert.equal(await page.locator('[data-start="anew"]').count(), 0);
  assert.equal((await stored(page, 'manifests')).length, 2);
});

test('starting anew in a second tab does not clear what the first has saved since', async (t) => {
  const page = await openTemplate(t, 'simple');
  await saved(page);
  const [part] = await page.evaluate(async () => {
    const request = indexedDB.open('stageline');
    const database = await new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
    const all = database.transaction('parts').objectStore('parts').getAllKeys();
    const keys = await new Promise((resolve) => { all.onsuccess = () => resolve(all.result); });
    database.close();
    return keys;
  });
  await put(page, 'parts', part, '{"broken":');
  await reload(page);
  await page.locator('[data-recovery]').waitFor();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await ready(other);
  await other.locator('[data-recovery]').waitFor();
  await page.locator('[data-start="anew"]').click();
  await page.locator('[data-template="simple"]').click();
  await add(page, 0, 'Of the first tab');
  await saved(page);
  await other.locator('[data-start="anew"]').click();
  await other.locator('[data-template="blank"]').click();
  await card(other, 'Of the first tab').waitFor();
  assert.match(await other.locator('.toast').innerText(), /Another tab of this page had written here/);
  await reload(page);
  assert.deepEqual(await titles(page, 0), ['Of the first tab']);
});

test('what a first session could not save is back, also when the disk refuses for long', async (t) => {
  const page = await open(t, {
    before: (page) => page.addInitScript(() => {
      if (sessionStorage.getItem('room')) return;
      const real = IDBDatabase.prototype.transaction;
      IDBDatabase.prototype.transaction = function transaction(stores, mode, options) {
        if (mode === 'readwrite') throw new DOMException('refused', 'UnknownError');
        return real.call(this, stores, mode, options);
      };
    }),
  });
  await page.locator('[data-template="simple"]').click();
  await add(page, 0, 'Of the first session');
  await page.locator('[data-save="not-saved"]').waitFor();
  await reload(page);
  assert.deepEqual(await titles(page, 0), ['Of the first session']);
  await page.evaluate(() => sessionStorage.setItem('room', 'yes'));
  await reload(page);
  assert.deepEqual(await titles(page, 0), ['Of the first session']);
  await saved(page);
  await reload(page);
  assert.deepEqual(await titles(page, 0), ['Of the first session']);
});

test('what a living tab could not save is written once, by whoever can', async (t) => {
  const page = await openTemplate(t, 'simple');
  await saved(page);
  await page.evaluate(() => {
    const real = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function transaction(stores, mode, options) {
      if (mode === 'readwrite' && !window.room) throw new DOMException('refused', 'UnknownError');
      return real.call(this, stores, mode, options);
    };
  });
  await add(page, 0, 'Only once');
  await page.locator('[data-save="not-saved"]').waitFor();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await ready(other);
  await card(other, 'Only once').waitFor();
  await saved(other);
  await page.evaluate(() => { window.room = true; });
  await saved(page);
  await add(page, 0, 'Afterwards');
  await saved(page);
  const journal = await stored(page, 'journal');
  assert.equal(journal.filter((text) => text.includes('Only once')).length, 1);
});

test('many short sessions make a snapshot together', async (t) => {
  const page = await openTemplate(t, 'simple');
  await add(page, 0, ...Array.from({ length: 120 }, (_, number) => `A${number}`));
  await saved(page);
  await reload(page);
  await add(page, 0, ...Array.from({ length: 90 }, (_, number) => `B${number}`));
  await saved(page);
  await until(async () => (await stored(page, 'manifests')).length >= 2, 'a snapshot is written');
  await reload(page);
  assert.equal(await count(page, 0), 210);
});

test('two tabs hear of each other and lose nothing', async (t) => {
  const page = await openTemplate(t, 'simple');
  await saved(page);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await ready(other);
  for (let round = 0; round < 5; round += 1) {
    await add(page, 0, `Here ${round}`);
    await add(other, 1, `There ${round}`);
  }
  await saved(page);
  await saved(other);
  await until(async () => (await count(page, 1)) === 5 && (await count(other, 0)) === 5, 'both see all');
  await reload(page);
  assert.deepEqual([await count(page, 0), await count(page, 1)], [5, 5]);
  await card(page, 'There 3').waitFor();
});

test('two tabs that begin at the same time both keep what they begin', async (t) => {
  const page = await open(t);
  const other = await page.context().newPage();
  // The other tab hears nothing of the first: only the store itself can keep both.
  await other.addInitScript(() => { delete window.BroadcastChannel; });
  await other.goto(page.url());
  await ready(other);
  await page.locator('[data-template="simple"]').click();
  await add(page, 0, 'From the first tab');
  await saved(page);
  await other.locator('[data-template="blank"]').click();
  await add(other, 0, 'From the second tab');
  await saved(other);
  await reload(page);
  const kept = JSON.parse(await exported(page));
  assert.deepEqual(kept.deals.map((deal) => deal.title).sort(), ['From the first tab', 'From the second tab']);
});

test('a deal added to what another tab has cleared leaves nothing that does not open again', async (t) => {
  const page = await openTemplate(t, 'simple');
  await add(page, 0, 'Shared');
  await saved(page);
  const other = await page.context().newPage();
  // It does not hear that everything was cleared.
  await other.addInitScript(() => { delete window.BroadcastChannel; });
  await other.goto(page.url());
  await ready(other);
  await card(other, 'Shared').waitFor();
  await choose(page, 'Clear everything…');
  await page.locator('dialog').getByRole('button', { name: 'Clear everything' }).click();
  await page.locator('.welcome').waitFor();
  await until(async () => (await stored(page, 'journal')).some((text) => text.includes('"n":"clear"')), 'clearing is saved');
  await add(other, 0, 'Too late');
  await saved(other);
  await reload(other);
  await other.locator('.welcome').waitFor();
  assert.match(await other.locator('.toast').innerText(), /1 entry of the journal could not be applied/);
  await other.locator('[data-template="simple"]').click();
  await add(other, 0, 'Afterwards');
  await saved(other);
  const file = await exported(other);
  assert.deepEqual(JSON.parse(file).deals.map((deal) => deal.title), ['Afterwards']);
  await other.setInputFiles('[data-file="workspace"]', { name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(file) });
  await other.getByRole('button', { name: 'Open it' }).click();
  await card(other, 'Afterwards').waitFor();
});

test('two hundred changes make a snapshot, and all is there after it', async (t) => {
  const page = await openTemplate(t, 'simple');
  // Typing goes on while the snapshot is written: what comes in meanwhile must not count as part of it.
  await add(page, 0, ...Array.from({ length: 270 }, (_, number) => `D${number}`));
  await saved(page);
  const manifests = () => page.evaluate(async () => {
    const request = indexedDB.open('stageline');
    const database = await new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
    const all = database.transaction('manifests').objectStore('manifests').getAllKeys();
    const keys = await new Promise((resolve) => { all.onsuccess = () => resolve(all.result); });
    database.close();
    return keys.length;
  });
  await until(async () => (await manifests()) >= 2, 'a snapshot is written');
  await add(page, 0, 'After the snapshot');
  await saved(page);
  await reload(page);
  assert.equal(await count(page, 0), 271);
  await until(() => page.getByRole('button', { name: /^Undo/ }).first().isEnabled(), 'undo is offered');
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  assert.equal(await count(page, 0), 269);
});
