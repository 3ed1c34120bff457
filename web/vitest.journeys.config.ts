import { defineConfig } from 'vitest/config';

/** The front end in a real browser, on the real functions. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['journeys/**/*.journey.ts'],
    globalSetup: ['journeys/server.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
