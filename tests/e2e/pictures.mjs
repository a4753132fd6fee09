// The pictures in docs/: `STAGELINE_URL=http://127.0.0.1:8080/ node tests/e2e/pictures.mjs`, on a served release build.
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const url = process.env.STAGELINE_URL ?? 'http://127.0.0.1:8080/';
const docs = fileURLToPath(new URL('../../docs/', import.meta.url));
const browser = await chromium.launch({
  executablePath: process.env.CHROME ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const sizes = [['', 1440, 900], ['-phone', 360, 740]];
for (const [size, width, height] of sizes) {
  for (const colorScheme of ['light', 'dark']) {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme, locale: 'en-GB' });
    const page = await context.newPage();
    await page.goto(url);
    await page.locator('html[data-ready="true"]').waitFor({ state: 'attached' });
    await page.locator('[data-start="sample"]').click();
    const picture = async (name) => {
      await page.mouse.move(0, 0);
      await page.waitForTimeout(700);
      await page.screenshot({ path: `${docs}${name}${size}-${colorScheme}.png` });
    };
    for (const view of ['Board', 'List', 'Insights', 'Journey', 'Process']) {
      await page.getByRole('navigation').getByRole('button', { name: view, exact: true }).click();
      await page.locator(`[data-view="${view.toLowerCase()}"]`).waitFor();
      await picture(view.toLowerCase());
      if (view === 'Journey' && !size) {
        await page.locator('[data-action="map-overlay"]').click();
        await picture('journey-overlay');
        await page.locator('[data-action="map-overlay"]').click();
        await page.locator('[data-action="guide"]').click();
        await picture('journey-guide');
        await page.locator('[data-action="leave-guide"]').first().click();
        await page.locator('[data-action="workshop"]').click();
        await page.getByRole('tab', { name: 'Votes', exact: true }).click();
        await picture('workshop');
        await page.locator('[data-action="leave-workshop"]').click();
      }
      if (view !== 'Insights') continue;
      for (const tab of size ? [] : ['funnel', 'time', 'forecast']) {
        await page.locator(`[data-view="insights"] [data-tab="${tab}"]`).click();
        await picture(`insights-${tab}`);
      }
    }
    await page.locator('[data-field="diagram"]').selectOption('diamond');
    await page.getByRole('tab', { name: 'Diagram', exact: true }).click();
    await picture('diagram');
    await page.getByRole('navigation').getByRole('button', { name: 'Board', exact: true }).click();
    await page.locator('.columns .card').nth(6).click();
    await page.locator('.panel').waitFor();
    await picture('deal');
    await context.close();
  }
}
await browser.close();
