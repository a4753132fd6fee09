// What the end-to-end tests share: opening the page so that it cannot misbehave unnoticed, and moving things with
// real input events. `cargo xtask test` sets STAGELINE_URL and CHROME.
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

/** The page's address, with a slash at its end. */
export const url = process.env.STAGELINE_URL ?? 'http://127.0.0.1:8080/';
const executablePath = process.env.CHROME ?? '/usr/bin/chromium';
/** Where screenshots go; ignored by git. */
export const results = fileURLToPath(new URL('./results/', import.meta.url));

const flags = [
  '--disable-gpu', '--disable-quic', '--no-first-run', '--no-default-browser-check',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
  // Chromium's sandbox does not work for root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

let shared;
const closing = [];
after(async () => {
  for (const close of closing.reverse()) await close();
  await (await shared)?.close();
});

/** One browser for all tests of a file; each test gets a context, and so a storage, of its own. */
function browser() {
  shared ??= chromium.launch({ executablePath, args: flags });
  return shared;
}

/**
 * Opens the page in a fresh profile and waits until it is ready. The test `t` fails at its end if the page logged an
 * error, threw one, broke its content security policy, or asked for anything outside its own origin.
 *
 * - `viewport`: `[width, height]` · `colorScheme`: `'light' | 'dark'` · `reducedMotion`: `'reduce' | 'no-preference'`
 * - `touch`: a touch screen instead of a mouse
 * - `storage`: `'normal'`, or `'denied'` as when a person blocks all site data (a browser of its own)
 * - `quota`: how many bytes the origin may keep; `setQuota(page, null)` lifts it
 * - `localStorage`: entries to be there before the page starts
 * - `expected`: patterns of errors in the console that belong to what is tested
 * - `before`: what to do with the page before it is opened (routes, scripts) · `wait`: whether to wait for readiness
 * - `path`: what to open below the address · `timezoneId`: UTC if not said
 *
 * Gives Playwright's page, with `page.problems` and `page.requests` (addresses, in order) added.
 */
export async function open(t, options = {}) {
  const {
    viewport = [1440, 900], colorScheme = 'light', reducedMotion = 'no-preference', touch = false,
    storage = 'normal', quota = null, localStorage = {}, expected = [], before, path = '', wait = true, timezoneId = 'UTC',
  } = options;
  const [width, height] = viewport;
  let context;
  let release;
  if (storage === 'denied') {
    const profile = await mkdtemp(join(tmpdir(), 'stageline-denied-'));
    await mkdir(join(profile, 'Default'));
    const preferences = { profile: { default_content_setting_values: { cookies: 2 } } };
    await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
    context = await chromium.launchPersistentContext(profile, {
      executablePath, args: flags, viewport: { width, height }, colorScheme, reducedMotion, hasTouch: touch, timezoneId,
    });
    release = () => rm(profile, { recursive: true, force: true, maxRetries: 5 });
  } else {
    context = await (await browser()).newContext({
      viewport: { width, height }, colorScheme, reducedMotion, hasTouch: touch, timezoneId, acceptDownloads: true,
    });
  }
  const page = await context.newPage();
  await guard(page, expected);
  if (Object.keys(localStorage).length > 0) {
    // Once, not at every load: a reload must find what the page itself wrote.
    await page.addInitScript((entries) => {
      if (window.localStorage.length === 0) {
        for (const [key, value] of Object.entries(entries)) window.localStorage.setItem(key, value);
      }
    }, localStorage);
  }
  t.after(async () => {
    try {
      if (t.passed === false || page.problems.length > 0) {
        await screenshot(page, `failed ${t.name}`).catch(() => {});
      }
      blame(page);
    } finally {
      await context.close();
      await release?.();
    }
  });
  if (quota !== null) await setQuota(page, quota);
  await before?.(page);
  await page.goto(new URL(path, url).href);
  if (wait) await ready(page);
  return page;
}

/** Waits until the page has said that it is ready. */
export async function ready(page) {
  // Not waitForFunction: that polls by eval, which the page's policy forbids.
  try {
    await page.locator('html[data-ready="true"]').waitFor({ state: 'attached', timeout: 30_000 });
  } catch (error) {
    blame(page);
    throw new Error(`the page did not become ready; it still waits for ${[...page.pending].join(', ') || 'no request'}`, { cause: error });
  }
}

/** Throws if the page has done what it must not do. */
export function blame(page) {
  if (page.problems.length > 0) throw new Error(`the page misbehaved:\n${page.problems.join('\n')}`);
}

/** Reloads as a person does, and waits until the page is ready again. */
export async function reload(page) {
  await page.reload();
  await ready(page);
}

/** Notes every problem and request of a page from now on. */
async function guard(page, expected = []) {
  page.problems = [];
  page.requests = [];
  page.pending = new Set();
  const note = (problem) => {
    if (!expected.some((pattern) => pattern.test(problem))) page.problems.push(problem);
  };
  page.on('console', (message) => {
    if (message.type() === 'error') note(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => note(`error: ${error.stack || `${error.name}: ${error.message}`}`));
  page.on('crash', () => note('the page crashed'));
  page.on('request', (request) => {
    const address = request.url();
    page.requests.push(address);
    page.pending.add(address);
    if (!/^(data|blob):/.test(address) && new URL(address).origin !== new URL(url).origin) note(`request to ${address}`);
  });
  for (const end of ['requestfinished', 'requestfailed']) {
    page.on(end, (request) => page.pending.delete(request.url()));
  }
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`content security policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
}

/** The middle of a locator's box, or the point itself. */
async function pointOf(target) {
  if (typeof target.boundingBox !== 'function') return target;
  const box = await target.boundingBox();
  if (!box) throw new Error(`${target} is not to be seen`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const between = (from, to, part) => ({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part });

/**
 * Drags with the mouse, in `steps` moves, a frame each. `target` is a locator or `{ x, y }`.
 * With `release: false` the button stays down, for a look at the page in the middle: `drop(page)` ends it.
 */
export async function dragTo(page, source, target, { steps = 12, release = true } = {}) {
  await source.scrollIntoViewIfNeeded();
  const from = await pointOf(source);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  // A first small move lifts the card: what it uncovers, such as the drop zones, may stand elsewhere than before.
  await page.mouse.move(from.x + 6, from.y + 6, { steps: 2 });
  await sleep(50);
  const to = await pointOf(target);
  for (let step = 1; step <= steps; step += 1) {
    const point = between(from, to, step / steps);
    await page.mouse.move(point.x, point.y);
    await sleep(16);
  }
  if (release) await drop(page);
}

/** Lets go of what the mouse holds. */
export async function drop(page) {
  await page.mouse.up();
}

/**
 * Drags with a finger: press, hold `hold` milliseconds, move in `steps`, lift. The page must be open with `touch`.
 */
export async function touchDragTo(page, source, target, { steps = 12, hold = 300 } = {}) {
  await source.scrollIntoViewIfNeeded();
  const devtools = await page.context().newCDPSession(page);
  const touch = (type, point) =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints: point ? [{ ...point, id: 1, radiusX: 5, radiusY: 5, force: 1 }] : [] });
  const from = await pointOf(source);
  await touch('touchStart', from);
  await sleep(hold);
  const to = await pointOf(target);
  for (let step = 1; step <= steps; step += 1) {
    await touch('touchMove', between(from, to, step / steps));
    await sleep(16);
  }
  await touch('touchEnd');
  await devtools.detach();
}

/**
 * Sets how many bytes the browser lets this origin keep (IndexedDB and caches, not localStorage); `null` takes the
 * limit away again. Chromium remembers for half a minute how much room there was when it last looked, so a limit only
 * works that was there before the first write (`open` with `quota`); lifting it works at any time.
 */
export async function setQuota(page, bytes) {
  // The limit ends with the session that set it, so one session stays for all of the page's life.
  page.quota ??= await page.context().newCDPSession(page);
  const { origin } = new URL(url);
  await page.quota.send('Storage.overrideQuotaForOrigin', bytes === null ? { origin } : { origin, quotaSize: bytes });
}

/** Takes a picture of what is to be seen, into tests/e2e/results; gives the file's path. */
export async function screenshot(page, name) {
  await mkdir(results, { recursive: true });
  const path = join(results, `${name.replace(/[^\w.-]+/g, '-')}.png`);
  await page.screenshot({ path });
  return path;
}

/**
 * Starts a Chromium of its own on a profile that stays, so that it can be killed as by a power cut:
 * `const { page, kill, close } = await launchPersistent(folder)`. `kill()` sends SIGKILL to every process of it.
 * The page is guarded like one from `open`, but the test itself calls `blame(page)`.
 */
export async function launchPersistent(profile, { viewport = [1440, 900], expected = [], path = '' } = {}) {
  const child = spawn(executablePath, [
    ...flags, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`,
    `--window-size=${viewport.join(',')}`, 'about:blank',
  ], { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  const gone = new Promise((resolve) => { child.once('exit', resolve); });
  const kill = async () => {
    killOne(-child.pid);
    await gone;
    // Helpers that left the process group still name the profile.
    for (const pid of await processesNaming(profile)) killOne(pid);
    while ((await processesNaming(profile)).length > 0) await sleep(10);
  };
  closing.push(kill);
  const devtools = await new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (data) => {
      said += data;
      const found = /DevTools listening on (ws:\S+)/.exec(said);
      if (found) resolve(found[1]);
    });
    child.once('error', reject);
    gone.then(() => reject(new Error(`Chromium ended at its start:\n${said}`)));
  });
  const connected = await chromium.connectOverCDP(devtools);
  const context = connected.contexts()[0];
  const page = context.pages()[0] ?? await context.newPage();
  await page.setViewportSize({ width: viewport[0], height: viewport[1] });
  await guard(page, expected);
  await page.goto(new URL(path, url).href);
  await ready(page);
  const close = async () => {
    const session = await connected.newBrowserCDPSession();
    await session.send('Browser.close').catch(() => {});
    await gone;
  };
  return { page, kill, close };
}

/** Kills a process, or with a negative id its group, that may be gone already. */
function killOne(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** Ids of the running processes whose command line names `text`. */
async function processesNaming(text) {
  const found = [];
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (Number(pid) !== process.pid && line.includes(`--user-data-dir=${text}`)) found.push(Number(pid));
  }
  return found;
}
