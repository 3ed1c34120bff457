// Holds what was built against its budget: bytes as they travel, gzipped.
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const KB = 1024;
const BUDGET = {
  js: 60 * KB,
  'js of the first load': 25 * KB,
  css: 30 * KB,
  'texts of a language': 15 * KB,
};

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((file) => file.isFile())
  .map((file) => {
    const path = join(file.parentPath, file.name);
    return { name: relative(dist, path).split(sep).join('/'), content: readFileSync(path) };
  });
const gzipped = (chosen) => chosen.reduce((sum, { content }) => sum + gzipSync(content).length, 0);
const ending = (end) => files.filter(({ name }) => name.endsWith(end));

const page = files.find(({ name }) => name === 'index.html')?.content.toString() ?? '';
const first = files.filter(({ name }) => name.endsWith('.js') && page.includes(`/${name}`));
const sizes = {
  js: gzipped(ending('.js')),
  'js of the first load': gzipped(first),
  css: gzipped(ending('.css')),
  'texts of a language': Math.max(...ending('.json').map((file) => gzipped([file]))),
};
const wrong = Object.entries(sizes)
  .filter(([what, size]) => !(size > 0 && size <= BUDGET[what]))
  .map(([what, size]) => `${what}: ${size} bytes, ${BUDGET[what]} are allowed`);
for (const { name, content } of files) {
  if (/\.(css|js|html)$/.test(name) && /url\(\s*["']?data:/i.test(content)) {
    wrong.push(`${name} has a url(data:`);
  }
}
if (/<script(?![^>]*\bsrc=)|\bstyle=|<style|\bon[a-z]+=/i.test(page)) {
  wrong.push('index.html has something inline');
}
for (const [what, size] of Object.entries(sizes)) {
  console.log(`${(size / KB).toFixed(1).padStart(6)} KB of ${BUDGET[what] / KB}  ${what}`);
}
if (wrong.length > 0) {
  wrong.forEach((line) => console.error(`Error: ${line}`));
  process.exit(1);
}
