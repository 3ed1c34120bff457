import type { Plugin } from 'vite';

/** Lets the browser fetch the Swedish texts beside the code, not after it. */
export function preloadTexts(): Plugin {
  return {
    name: 'preload-texts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_, context) {
        const texts = Object.keys(context.bundle ?? {}).find(
          (name) => /(^|\/)sv-[^/]*\.json$/.test(name) && !/(^|\/)sv-easy-/.test(name),
        );
        if (texts === undefined) {
          throw new Error('the build has no Swedish texts');
        }
        return [
          {
            tag: 'link',
            attrs: { rel: 'preload', href: `/${texts}`, as: 'fetch', crossorigin: true },
            injectTo: 'head',
          },
        ];
      },
    },
  };
}
