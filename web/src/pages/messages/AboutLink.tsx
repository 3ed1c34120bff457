import type { About, EventSummary, Page } from '../../api/shapes';
import { withQuery } from '../../api/client';
import { paths } from '../../app/paths';
import { hrefOf } from '../../components/EventList/EventList';
import { useLoad } from '../../components/Load/useLoad';
import { useSay } from '../../language/language';
import { useWord } from '../../words/words';

export interface AboutFact {
  href: string;
  /** The caseworkers' words; absent where only the kind is known. */
  title?: string;
  kind?: string;
}

/**
 * The fact that a message is about, found without opening it: opening is written down, and may
 * start the time to appeal. What is not in the timeline is a calculation.
 */
export function useAbout(about: About | undefined): AboutFact | undefined {
  const loading = useLoad<Partial<Page<EventSummary>>>(
    about === undefined
      ? '/api/session'
      : withQuery('/api/events', { case: about.caseId, limit: 100 }),
  );
  if (about === undefined || loading.is === 'loading') {
    return undefined;
  }
  const { items = [], next } = loading.is === 'loaded' ? loading.value : {};
  const found = items.find(({ id }) => id === about.eventId);
  if (found !== undefined) {
    return { href: hrefOf(found), title: found.title, kind: found.kind };
  }
  return loading.is === 'loaded' && next === undefined
    ? { href: paths.calculation(about.caseId, about.eventId), kind: 'calculation' }
    : { href: paths.event(about.caseId, about.eventId) };
}

/** "Gäller: Beslut Försörjningsstöd". */
export function AboutLink({ about, fact }: { about: About; fact: AboutFact | undefined }) {
  const say = useSay();
  const word = useWord();
  const kind = word('kind', fact?.kind);
  const title = fact?.title;
  return (
    <p class="about">
      {say('messages.about')}{' '}
      <a class="ds-link" href={fact?.href ?? paths.event(about.caseId, about.eventId)}>
        {title === undefined || title === '' ? (
          (kind ?? say('messages.aboutFact'))
        ) : (
          <span lang="sv">{title}</span>
        )}
      </a>
      {about.row === undefined ? '' : ` (${say('messages.aboutRow')})`}
    </p>
  );
}
