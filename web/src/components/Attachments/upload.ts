import { ApiError, change, get } from '../../api/client';
import type { Attachment } from '../../api/shapes';
import { mediaTypeOf, nameFor, sha256 } from './files';

interface Announced {
  id: string;
  upload: { method: string; url: string; headers: Record<string, string> };
}

/** Told what share is sent, from 0 to 1. */
type Progress = (share: number) => void;

/** Set by the browser itself, and refused when a script does it. */
const OF_BROWSER = new Set(['content-length', 'host']);

/** Hands a file over: announced to us, its bytes to where the files lie. */
export async function upload(file: File, progress: Progress, signal: AbortSignal): Promise<string> {
  const { id, upload: to } = await change<Announced>('POST', '/api/attachments', {
    name: nameFor(file.name),
    mediaType: mediaTypeOf(file.name),
    size: file.size,
    sha256: await sha256(file),
  });
  await put(file, to, progress, signal);
  return id;
}

/** `fetch` does not say how far it has come; this does. */
function put(
  file: File,
  to: Announced['upload'],
  progress: Progress,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open(to.method, to.url);
    for (const [name, value] of Object.entries(to.headers)) {
      if (!OF_BROWSER.has(name.toLowerCase())) {
        call.setRequestHeader(name, value);
      }
    }
    call.upload.addEventListener('progress', ({ lengthComputable, loaded, total }) => {
      if (lengthComputable) {
        progress(loaded / total);
      }
    });
    call.addEventListener('load', () =>
      call.status >= 200 && call.status < 300 ? resolve() : reject(new ApiError('unavailable')),
    );
    call.addEventListener('error', () => reject(new ApiError('offline')));
    call.addEventListener('abort', () => reject(new ApiError('refused')));
    signal.addEventListener('abort', () => call.abort());
    call.send(file);
  });
}

/** When the check is asked about, in seconds after the one before: not for ever. */
const PAUSES = [1, 1, 2, 3, 5, 8, 15, 30, 60];

/** Follows the check of a file until something is said of it, or for two minutes. */
export async function follow(
  id: string,
  tell: (attachment: Attachment) => void,
  signal: AbortSignal,
): Promise<void> {
  for (const pause of PAUSES) {
    await new Promise((resolve) => setTimeout(resolve, pause * 1000));
    if (signal.aborted) {
      return;
    }
    try {
      const attachment = await stateOf(id, signal);
      tell(attachment);
      if (attachment.state !== 'checking') {
        return;
      }
    } catch {
      // Asked again; whether it is there is checked when it is sent, too.
    }
  }
}

/** A file that was handed over before. */
export function stateOf(id: string, signal?: AbortSignal): Promise<Attachment> {
  return get<Attachment>(`/api/attachments/${encodeURIComponent(id)}`, signal);
}
