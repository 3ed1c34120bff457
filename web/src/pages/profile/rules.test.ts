import { expect, it } from 'vitest';
import type { Profile } from '../../api/shapes';
import { bodyOf, codeOf, isFresh, personalNumber, wishesOf, wrongMembers } from './rules';

const profile: Profile = {
  name: 'Elias Hertzberg',
  personalNumber: '200007169915',
  phone: '+46701740605',
  notifyBySms: true,
  notifyByEmail: false,
  language: 'sv',
  channels: { sms: 'confirmed', email: 'none' },
};

it('knows a fresh login by the end of its eight hours', () => {
  const login = Date.parse('2026-11-20T08:00:00Z');
  const expiresAt = '2026-11-20T16:00:00Z';
  expect(isFresh(expiresAt, login + 10 * 60_000 - 1)).toBe(true);
  expect(isFresh(expiresAt, login + 10 * 60_000)).toBe(false);
});

it('leaves out an address that is given up', () => {
  expect(bodyOf(wishesOf(profile))).toEqual({
    phone: '+46701740605',
    notifyBySms: true,
    notifyByEmail: false,
    language: 'sv',
  });
  expect(bodyOf(wishesOf(profile, { phone: ' ', email: ' a@example.se ' }))).toEqual({
    email: 'a@example.se',
    notifyBySms: true,
    notifyByEmail: false,
    language: 'sv',
  });
});

it('reads what was found wrong, numbers and codes', () => {
  expect(wrongMembers([{ pointer: '/phone' }])).toEqual(['phone']);
  expect(personalNumber('200007169915')).toBe('20000716-9915');
  expect(codeOf(' 123 456\n')).toBe('123456');
});
