import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    baseUrl: string;
    chromium: string;
  }
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BROWSERS = [
  process.env['CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const PATIENCE = 15 * 60 * 1000;

/** Starts the local run with data of its own, or takes the one at BASE_URL. */
export default async function setup(project: TestProject): Promise<() => void> {
  const chromium = BROWSERS.find((path) => path !== '' && existsSync(path));
  if (chromium === undefined) {
    throw new Error(
      'The journeys need Chromium: install it (Debian and Ubuntu: apt-get install -y chromium), or name it in CHROMIUM.',
    );
  }
  project.provide('chromium', chromium);
  // Vite sets one of that name too, which is a path.
  const given = process.env['BASE_URL'];
  if (given?.startsWith('http')) {
    project.provide('baseUrl', given.replace(/\/$/, ''));
    return () => undefined;
  }
  const { url, stop } = await startLocalRun();
  project.provide('baseUrl', url);
  return stop;
}

async function startLocalRun(): Promise<{ url: string; stop: () => void }> {
  const build = spawnSync(join(ROOT, 'bin/run'), ['--build'], { stdio: 'inherit' });
  if (build.status !== 0) {
    throw new Error('bin/run --build failed');
  }
  // A folder of its own, so that the data of bin/run stay as they are.
  const folder = mkdtempSync(join(tmpdir(), 'insyn-journeys-'));
  for (const part of ['template.yaml', 'functions', 'events', 'web']) {
    symlinkSync(join(ROOT, part), join(folder, part));
  }
  const [port, standIns] = [await freePort(), await freePort()];
  const jdk = spawnSync('bash', ['-c', '. bin/jdk25; echo "$JAVA_HOME"'], { cwd: ROOT });
  const java = spawn(
    join(jdk.stdout.toString().trim(), 'bin/java'),
    [
      '-XX:+UseSerialGC',
      '-XX:TieredStopAtLevel=1',
      '-Djava.awt.headless=true',
      '--enable-native-access=ALL-UNNAMED',
      '--sun-misc-unsafe-memory-access=allow',
      '-cp',
      `${join(ROOT, 'local/target/classes')}:${join(ROOT, 'local/target/lib/*')}`,
      'se.insyn.local.LocalRun',
    ],
    {
      cwd: folder,
      env: { ...process.env, PORT: String(port), STANDINS_PORT: String(standIns) },
    },
  );
  const stop = () => {
    java.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await new Promise<void>((resolve, reject) => {
      let said = '';
      const late = setTimeout(() => reject(new Error(`the local run is late: ${said}`)), PATIENCE);
      java.stdout.on('data', (data: Buffer) => {
        said += data.toString();
        if (said.includes('Ready after')) {
          clearTimeout(late);
          resolve();
        }
      });
      java.stderr.on('data', (data: Buffer) => (said += data.toString()));
      java.on('exit', () => reject(new Error(`the local run ended: ${said}`)));
    });
  } catch (error) {
    stop();
    throw error;
  }
  return { url: `http://localhost:${port}`, stop };
}

/** One that is free, and the next one too: the files lie there. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = await portOf(0);
    if (port < 65_000 && (await portOf(port + 1).catch(() => 0)) === port + 1) {
      return port;
    }
  }
}

function portOf(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
