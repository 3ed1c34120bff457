import { expect, it } from 'vitest';
import { FULL, useBrowser } from './harness';

const browser = useBrowser();

/** As browsers' own tools define slow 4G. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};

// Says something only on a machine that does nothing else.
it.runIf(FULL)('the first view is usable within two seconds on a slow phone', async () => {
  const page = await (await browser.newContext()).newPage();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', SLOW_4G);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.goto('/');
  await page.getByRole('link', { name: 'Logga in', exact: true }).waitFor();
  const milliseconds = await page.evaluate(() => performance.now());
  expect(milliseconds).toBeLessThan(2000);
});
