/** What may be attached, by how its name ends. */
const TYPES: Record<string, string> = {
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
};
export const LARGEST = 10 * 1024 * 1024;
export const MOST_FILES = 10;
const LONGEST_NAME = 120;

/** For `accept` of the input. */
export const ACCEPTED = Object.keys(TYPES)
  .map((ending) => `.${ending}`)
  .join(',');

function endingOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}

export function mediaTypeOf(name: string): string | undefined {
  return name.includes('.') ? TYPES[endingOf(name)] : undefined;
}

/** Why a file cannot be attached. */
export function wrongWith(file: {
  name: string;
  size: number;
}): 'wrong-type' | 'empty' | 'too-large' | undefined {
  if (mediaTypeOf(file.name) === undefined) {
    return 'wrong-type';
  }
  return file.size === 0 ? 'empty' : file.size > LARGEST ? 'too-large' : undefined;
}

/** The name as the API takes it: on one line, not too long, its ending kept. */
export function nameFor(name: string): string {
  const dot = name.lastIndexOf('.');
  const ending = name.slice(dot);
  const stem = [
    ...name
      .slice(0, dot)
      .normalize('NFC')
      .replaceAll(/[\p{C}\p{Zl}\p{Zp}/\\]/gu, ' ')
      .trim(),
  ];
  return `${stem.slice(0, LONGEST_NAME - ending.length).join('') || 'fil'}${ending}`;
}

/** SHA-256 in hex. */
export async function sha256(file: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
