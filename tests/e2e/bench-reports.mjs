// How long the reports themselves take in Chromium, over 10,000 deals with more than 60,000 entries of history: `node bench-reports.mjs`.
// A benchmark, no test. It builds tests/bench for WebAssembly, without the interface, and prints what each report takes.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('../..', import.meta.url));
const target = 'wasm32-unknown-unknown';
execFileSync('cargo', ['build', '--release', '--quiet', '--package', 'stageline-bench', '--target', target], { cwd: root, stdio: 'inherit' });
const wasm = readFileSync(`${root}/target/${target}/release/stageline_bench.wasm`).toString('base64');
const names = [
  'census', 'funnel', 'pair, moves, chances, duration', 'outcomes, cycle, months', 'time in stage, distribution', 'cycle by owner and term', 'findings',
  'forecast, slips', 'simulation', 'losses, wins, objections', 'win rates by slice', 'activity, key figures', 'coaching', 'unqualified', 'compare',
  'journey, findings of the map, drill-down',
];
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
const page = await browser.newPage();
const found = await page.evaluate(async ([wasm, count]) => {
  const bytes = Uint8Array.from(atob(wasm), (c) => c.charCodeAt(0));
  // The web's crates ask for doors that no report goes through.
  const module = await WebAssembly.compile(bytes);
  const doors = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) (doors[from] ??= {})[name] = () => 0;
  const instance = await WebAssembly.instantiate(module, doors);
  const { prepare, report } = instance.exports;
  const entries = prepare();
  const times = Array.from({ length: count }, () => []);
  for (let round = 0; round < 35; round++) {
    for (let which = 0; which < count; which++) {
      const start = performance.now();
      if (report(which) !== 1) throw new Error(`there is no report ${which}`);
      times[which].push(performance.now() - start);
    }
  }
  // The first rounds run before the engine has compiled everything for speed.
  return { entries, times: times.map((all) => all.slice(5).sort((a, b) => a - b)) };
}, [wasm, names.length]);
await browser.close();
console.log(`10,000 deals, ${found.entries.toLocaleString('en')} entries`);
const line = (quickest, median, name) => console.log(`${quickest.toFixed(1).padStart(6)} ${median.toFixed(1).padStart(6)} ms  ${name}`);
console.log('quickest, median of thirty');
names.forEach((name, at) => line(found.times[at][0], found.times[at][15], name));
const sum = (place) => found.times.reduce((all, times) => all + times[place], 0);
line(sum(0), sum(15), 'all');
