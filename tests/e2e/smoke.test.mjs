import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, url } from './harness.mjs';

test('the page starts with four requests of its own and keeps its policy', async (t) => {
  const page = await open(t);
  const asked = page.requests.slice(0, 4).map((address) => address.slice(url.length));
  const kinds = asked.map((name) => name.replace(/-[0-9a-f]{16}\./, '.')).sort();
  assert.deepEqual(kinds, ['', 'stageline.css', 'stageline.js', 'stageline.wasm']);
  // What comes after it are the other parts of the page.
  const later = page.requests.slice(4).map((address) => address.slice(url.length));
  assert.ok(later.every((name) => /^stageline-[0-9a-f]{16}\.wasm$/.test(name)), later.join(' '));
  assert.equal(await page.locator('[data-stageline] .shell').count(), 0, 'the skeleton has made way');
});

test('the page says so when it cannot start', async (t) => {
  const broken = { status: 200, contentType: 'application/wasm', body: 'no wasm' };
  const page = await open(t, {
    before: (page) => page.route('**/*.wasm', (route) => route.fulfill(broken)),
    wait: false,
    expected: [/CompileError/],
  });
  const sentence = page.locator('[data-stageline-failed]');
  await sentence.waitFor({ state: 'visible' });
  assert.match(await sentence.innerText(), /could not start/);
});
