import { expect, it } from 'vitest';
import { mediaTypeOf, nameFor, sha256, wrongWith } from './files';

it.each([
  ['Hyresavi.pdf', 'application/pdf'],
  ['IMG_001.JPG', 'image/jpeg'],
  ['a.b.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['virus.exe', undefined],
  ['pdf', undefined],
])('knows the type of %s', (name, type) => {
  expect(mediaTypeOf(name)).toBe(type);
});

it('says what is wrong with a file', () => {
  const about = (name: string, size: number) => wrongWith({ name, size });
  expect(about('a.heic', 5)).toBe('wrong-type');
  expect(about('a.png', 0)).toBe('empty');
  expect(about('a.png', 10 * 1024 * 1024)).toBeUndefined();
  expect(about('a.png', 10 * 1024 * 1024 + 1)).toBe('too-large');
});

it('makes a name that the API takes', () => {
  expect(nameFor('Hyra november.pdf')).toBe('Hyra november.pdf');
  expect(nameFor('a/b\\c\n\u202Ed.pdf')).toBe('a b c  d.pdf');
  expect(nameFor('.png')).toBe('fil.png');
  expect([...nameFor(`${'å'.repeat(300)}.docx`)]).toHaveLength(120);
  expect(nameFor(`${'å'.repeat(300)}.docx`)).toMatch(/å\.docx$/);
});

it('takes the checksum', async () => {
  expect(await sha256(new Blob(['abc']))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});
