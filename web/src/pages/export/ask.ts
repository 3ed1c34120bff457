import { sessionEnded } from '../../session/session';

export type ExportState = 'building' | 'ready' | 'failed' | 'gone' | 'unreachable';

/** Where the browser fetches it. */
export function pathOf(id: string): string {
  return `/api/exports/${encodeURIComponent(id)}`;
}

/**
 * How far it has come. The redirect to the file is not followed: that it is there is all that is
 * asked.
 */
export async function ask(id: string): Promise<ExportState> {
  try {
    const answer = await fetch(pathOf(id), {
      redirect: 'manual',
      headers: { Accept: 'application/json' },
    });
    if (answer.type === 'opaqueredirect' || answer.status === 303) {
      return 'ready';
    }
    if (answer.status === 401) {
      sessionEnded();
    }
    if (!answer.ok) {
      return answer.status === 404 ? 'gone' : 'unreachable';
    }
    const { state } = (await answer.json()) as { state: string };
    return state === 'failed' ? 'failed' : 'building';
  } catch {
    return 'unreachable';
  }
}
