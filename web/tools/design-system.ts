import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'postcss';

const FOLDER = fileURLToPath(new URL('../.icons/', import.meta.url));
const DATA = /url\(\s*(?:"(data:[^"]*)"|'(data:[^']*)'|(data:[^)]*?))\s*\)/g;

/** Of `data:image/svg+xml;charset=utf-8,%3Csvg…` or its base64 twin, the picture itself. */
function picture(url: string): string {
  const comma = url.indexOf(',');
  const head = url.slice(0, comma);
  if (!head.startsWith('data:image/svg+xml')) {
    throw new Error(`an icon of another kind: ${head}`);
  }
  const body = url.slice(comma + 1);
  return head.endsWith(';base64')
    ? Buffer.from(body, 'base64').toString('utf8')
    : decodeURIComponent(body);
}

/**
 * Makes the design system fit for our pages: its icons become files, because the content security
 * policy allows no `data:`; and what is dark is dark on screens only, never on paper.
 */
export function designSystem(): Plugin {
  return {
    postcssPlugin: 'design-system',
    Once(root) {
      // Style sheets come in the order of the code that needs them: each says which layer wins.
      root.prepend({ name: 'layer', params: 'ds.theme, ds.base, ds.components, app' });
      root.walkAtRules('media', (rule) => {
        if (rule.params.replace(/\s/g, '') === '(prefers-color-scheme:dark)') {
          rule.params = 'screen and (prefers-color-scheme: dark)';
        }
      });
      root.walkDecls((declaration) => {
        if (!declaration.value.includes('data:')) {
          return;
        }
        declaration.value = declaration.value.replace(
          DATA,
          (_, ...urls: (string | undefined)[]) => {
            const svg = picture(urls.slice(0, 3).find((url) => url !== undefined) ?? '');
            const name = `${createHash('sha256').update(svg).digest('hex').slice(0, 12)}.svg`;
            mkdirSync(FOLDER, { recursive: true });
            writeFileSync(FOLDER + name, svg);
            return `url("/.icons/${name}")`;
          },
        );
      });
    },
  };
}
