import { useSay, type Language } from '../language/language';

const LOCALES: Record<Language, string> = { sv: 'sv-SE', 'sv-easy': 'sv-SE', en: 'en-GB' };
const STOCKHOLM = 'Europe/Stockholm';
const KRONOR = new Intl.NumberFormat('sv-SE', { style: 'currency', currency: 'SEK' });

/** Whole öre as "12 750,00 kr": the same in every language, as on paper. */
export function money(ore: number): string {
  return KRONOR.format(ore / 100);
}

/** Bytes as "340 kB" or "1,2 MB". */
export function fileSize(bytes: number): string {
  const [amount, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  const digits = unit === 'MB' ? 1 : 0;
  return `${Math.max(amount, unit === 'kB' ? 1 : 0).toLocaleString('sv-SE', { maximumFractionDigits: digits })} ${unit}`;
}

/** Days, months and instants in words; days and instants are Swedish ones. */
export interface Dates {
  /** "2026-11-20" as "20 november 2026". */
  day: (date: string) => string;
  /** "2026-11-20" as "20 nov. 2026", for lists. */
  shortDay: (date: string) => string;
  /** "2026-11" as "november 2026". */
  month: (month: string) => string;
  /** An instant's day, "fredag 20 november 2026". */
  dayOf: (instant: string) => string;
  /** An instant's time, "10:00". */
  time: (instant: string) => string;
  /** "20 november 2026 10:00". */
  instant: (instant: string) => string;
  /** "1 november 2026 – 30 november 2026", or "från 1 november 2026" by the caller's word. */
  period: (period: { from: string; to?: string }) => string;
}

export function dates(language: Language, since: (day: string) => string): Dates {
  const locale = LOCALES[language];
  const days = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'long' });
  const shortDays = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  const months = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    month: 'long',
    year: 'numeric',
  });
  const times = new Intl.DateTimeFormat(locale, {
    timeZone: STOCKHOLM,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const daysOf = new Intl.DateTimeFormat(locale, { timeZone: STOCKHOLM, dateStyle: 'full' });
  const longDaysOf = new Intl.DateTimeFormat(locale, { timeZone: STOCKHOLM, dateStyle: 'long' });
  const day = (date: string) => formatted(days, `${date}T12:00:00Z`, date);
  return {
    day,
    shortDay: (date) => formatted(shortDays, `${date}T12:00:00Z`, date),
    month: (month) => formatted(months, `${month}-15T12:00:00Z`, month),
    dayOf: (instant) => formatted(daysOf, instant, instant),
    time: (instant) => formatted(times, instant, ''),
    instant: (instant) => {
      const written = formatted(longDaysOf, instant, instant);
      return written === instant ? instant : `${written} ${times.format(new Date(instant))}`;
    },
    period: ({ from, to }) => (to === undefined ? since(day(from)) : `${day(from)} – ${day(to)}`),
  };
}

/** What is no date is shown as it came. */
function formatted(format: Intl.DateTimeFormat, value: string, otherwise: string): string {
  const instant = new Date(value);
  return Number.isNaN(instant.getTime()) ? otherwise : format.format(instant);
}

const made = new Map<Language, Dates>();

/** The dates in the language of the page. */
export function useDates(): Dates {
  const say = useSay();
  let found = made.get(say.language);
  if (found === undefined) {
    found = dates(say.language, (day) => say('common.since', { day }));
    made.set(say.language, found);
  }
  return found;
}

/** What an address says, if it is a day. */
export function dayIn(text: string | undefined): string | undefined {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined;
}

/** "2026-11" of a period that is that whole month; of any other undefined. */
export function monthOf({ from, to }: { from: string; to?: string }): string | undefined {
  const [year = 0, month = 0] = from.split('-').map(Number);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const name = from.slice(0, 7);
  return from === `${name}-01` && to === `${name}-${last}` ? name : undefined;
}

/** Today in Sweden as "2026-11-20". */
export function today(now = new Date()): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: STOCKHOLM, dateStyle: 'short' }).format(now);
}
