/** What the municipality decides; from `/config.json`, so that one build serves all of them. */
export interface Config {
  municipality: string;
  phone: string;
  phoneHours: string;
  links: {
    /** The municipality's own Mina sidor. */
    home?: string;
    accessibility?: string;
    personalData?: string;
    eidTest?: string;
    eidSupport?: string;
    /** A harmless page, to where *Lämna snabbt* goes. */
    leave: string;
  };
  /** Tokens of the design system without `--ds-color-`, such as `accent-base-default`. */
  colours: Record<string, string>;
}

let loaded: Config | undefined;

/** Fetches it; once, before anything is shown. */
export async function loadConfig(): Promise<void> {
  const answer = await fetch('/config.json', { credentials: 'same-origin' });
  if (!answer.ok) {
    throw new Error(`config.json: ${answer.status}`);
  }
  takeConfig((await answer.json()) as Config);
}

/** Takes a configuration into use. */
export function takeConfig(config: Config): void {
  loaded = config;
  for (const [token, colour] of Object.entries(config.colours)) {
    if (/^[a-z0-9-]+$/.test(token)) {
      document.documentElement.style.setProperty(`--ds-color-${token}`, colour);
    }
  }
}

export function config(): Config {
  if (loaded === undefined) {
    throw new Error('the configuration is not loaded yet');
  }
  return loaded;
}

/** `tel:` of a phone number as it is written for people. */
export function telephone(number: string): string {
  return `tel:${number.replace(/[^+0-9]/g, '')}`;
}
