import { expect, it } from 'vitest';
import { cleaned, lengthOf, newId } from './text';

it('counts characters as the API does', () => {
  expect(['', 'åäö', '👍🏽', 'a\nb'].map(lengthOf)).toEqual([0, 3, 2, 3]);
});

it('leaves out what is no text', () => {
  expect(cleaned('a\u0000b\tc\nd\u0007\ud800e')).toBe('ab\tc\nde');
  expect(cleaned('Hyran\r\ni december', false)).toBe('Hyran i december');
});

it('makes ids that a message and a draft may have', () => {
  expect(newId()).toMatch(/^[A-Za-z0-9._-]{1,64}$/);
});
