import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { store } from '../app/store';
import en from './en.json?url';
import svEasy from './sv-easy.json?url';
import type swedish from './sv.json';
import sv from './sv.json?url';

/** Swedish, easy Swedish, English; the codes of the profile. */
export const LANGUAGES = ['sv', 'sv-easy', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

type Groups = typeof swedish;
/** `group.name` of a text. */
export type TextKey = {
  [G in keyof Groups & string]: `${G}.${keyof Groups[G] & string}`;
}[keyof Groups & string];
/** A key without the `.one` or `.other` (here `-one`, `-other`) that the number chooses. */
export type CountedKey = TextKey extends infer K
  ? K extends `${infer Stem}-one`
    ? Stem
    : never
  : never;
export type Texts = Record<string, Record<string, string>>;
export type Values = Record<string, string | number>;

const FILES: Record<Language, string> = { sv, 'sv-easy': svEasy, en };
const STORED = 'language';

/** The texts in use, and their language. */
export const current = store<{ language: Language; texts: Texts }>({ language: 'sv', texts: {} });

export function isLanguage(code: unknown): code is Language {
  return (LANGUAGES as readonly unknown[]).includes(code);
}

/** What was chosen in this browser. The code of a language is all that is ever stored here. */
export function chosenLanguage(): Language | undefined {
  try {
    const code = localStorage.getItem(STORED);
    return isLanguage(code) ? code : undefined;
  } catch {
    return undefined;
  }
}

/** Logging out empties the browser's storage; the language is put back. */
export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(STORED, language);
  } catch {
    // The choice lasts as long as the page.
  }
}

/** Takes a language into use; it must have been fetched before anything is shown. */
export async function takeLanguage(language: Language): Promise<void> {
  const answer = await fetch(FILES[language], { credentials: 'same-origin' });
  if (!answer.ok) {
    throw new Error(`the texts of ${language}: ${answer.status}`);
  }
  document.documentElement.lang = htmlLanguage(language);
  current.set({ language, texts: (await answer.json()) as Texts });
}

/** The person's choice: taken into use and kept. */
export async function chooseLanguage(language: Language): Promise<void> {
  await takeLanguage(language);
  keepLanguage(language);
}

/** What stands in `lang`: easy Swedish is Swedish. */
export function htmlLanguage(language: Language): 'sv' | 'en' {
  return language === 'en' ? 'en' : 'sv';
}

/** The text of a key, with `{name}` filled in. */
export function textOf(texts: Texts, key: string, values: Values = {}): string {
  const dot = key.indexOf('.');
  const text = texts[key.slice(0, dot)]?.[key.slice(dot + 1)];
  return text === undefined
    ? key
    : text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** How components ask for texts. */
export interface Say {
  (key: TextKey, values?: Values): string;
  /** The text for that many: `key-one` or `key-other`, with `{count}`. */
  counted: (key: CountedKey, count: number, values?: Values) => string;
  language: Language;
}

export function say({ language, texts }: { language: Language; texts: Texts }): Say {
  return Object.assign((key: TextKey, values?: Values) => textOf(texts, key, values), {
    counted: (key: CountedKey, count: number, values?: Values) =>
      textOf(texts, `${key}-${count === 1 ? 'one' : 'other'}`, { count, ...values }),
    language,
  });
}

export const SayContext = createContext<Say>(say(current.get()));

/** The texts in the language of the page: `const say = useSay()`, then `say('start.heading')`. */
export function useSay(): Say {
  return useContext(SayContext);
}
