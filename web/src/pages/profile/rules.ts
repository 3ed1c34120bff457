import type { Profile } from '../../api/shapes';

/** What one may change. */
export interface Wishes {
  phone: string;
  email: string;
  notifyBySms: boolean;
  notifyByEmail: boolean;
  language: string;
}

export type Channel = 'sms' | 'email';
export const CHANNELS: readonly Channel[] = ['sms', 'email'];

/** A session lasts eight hours, and addresses are changed in its first ten minutes. */
const WHOLE = 8 * 60 * 60 * 1000;
const FRESH = 10 * 60 * 1000;

/** Whether the login is so fresh that an address may be changed; the server decides in the end. */
export function isFresh(expiresAt: string, now: number): boolean {
  return now < Date.parse(expiresAt) - WHOLE + FRESH;
}

export function wishesOf(profile: Profile, with_: Partial<Wishes> = {}): Wishes {
  const { phone = '', email = '', notifyBySms, notifyByEmail, language } = profile;
  return { phone, email, notifyBySms, notifyByEmail, language, ...with_ };
}

/** What `PUT /api/profile` takes: an address that is left out is given up. */
export function bodyOf(wishes: Wishes): unknown {
  const { phone, email, ...rest } = wishes;
  return {
    ...rest,
    ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
    ...(email.trim() === '' ? {} : { email: email.trim() }),
  };
}

/** The members that the server found wrong. */
export function wrongMembers(errors: { pointer: string }[] = []): string[] {
  return errors.map(({ pointer }) => pointer.slice(1));
}

/** A personal number as one writes it: 20000716-9915. */
export function personalNumber(digits: string): string {
  return digits.length === 12 ? `${digits.slice(0, 8)}-${digits.slice(8)}` : digits;
}

/** A code as it was typed or pasted: its digits. */
export function codeOf(typed: string): string {
  return typed.replaceAll(/\D/g, '');
}
