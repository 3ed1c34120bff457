import { useLocation } from 'preact-iso';
import type { ListedDocument } from '../../api/shapes';
import { withQuery } from '../../api/client';
import { paths } from '../../app/paths';
import { Empty } from '../../components/Empty/Empty';
import { BackLink } from '../../components/BackLink/BackLink';
import { Chosen } from '../../components/Filter/Chosen';
import { Page } from '../../components/Page/Page';
import { Paged } from '../../components/Paged/Paged';
import { Tag } from '../../components/Tag/Tag';
import { useDates } from '../../format/format';
import { useSay } from '../../language/language';
import { CODES, knownCode, useWord } from '../../words/words';
import './documents.css';

/** Dokument: those that the office made visible, the newest first. */
export default function DocumentsPage() {
  const say = useSay();
  const word = useWord();
  const { query, route } = useLocation();
  const filter = filterOf(query);
  const isNarrowed = filter.type !== undefined;
  return (
    <Page heading={say('documents.heading')} before={<BackLink to={paths.start()} />}>
      <form
        class="documents-filter screen-only"
        onSubmit={(event) => {
          event.preventDefault();
          const type = new FormData(event.currentTarget).get('type');
          route(withQuery(paths.documents(), { ...filter, type: String(type) }));
        }}
      >
        <div class="ds-field">
          <label class="ds-label" for="document-type">
            {say('document.type')}
          </label>
          <select class="ds-input" id="document-type" name="type">
            <option value="">{say('documents.allTypes')}</option>
            {CODES.documentType.map((type) => (
              <option key={type} value={type} selected={type === filter.type}>
                {word('documentType', type)}
              </option>
            ))}
          </select>
        </div>
        <button class="ds-button" type="submit" data-variant="secondary">
          {say('events.apply')}
        </button>
      </form>
      <Chosen
        of={[
          word('area', filter.area),
          filter.case === undefined ? undefined : say('events.oneCase'),
          word('documentType', filter.type),
        ]}
        clear={paths.documents()}
      />
      <Paged<ListedDocument>
        path="/api/documents"
        query={filter}
        empty={<Empty>{say(isNarrowed ? 'documents.noneOfType' : 'documents.none')}</Empty>}
        shown={(count) => say.counted('documents.shown', count)}
      >
        {(documents) => (
          <ul class="event-list">
            {documents.map((document) => (
              <DocumentLine key={`${document.caseId} ${document.id}`} of={document} />
            ))}
          </ul>
        )}
      </Paged>
    </Page>
  );
}

/** Of an address what the API takes; the rest is left out. */
export function filterOf(query: Record<string, string>): {
  area: string | undefined;
  case: string | undefined;
  type: string | undefined;
} {
  return {
    area: knownCode('area', query['area']),
    case: query['case'] === '' ? undefined : query['case'],
    type: knownCode('documentType', query['type']),
  };
}

/** A file opens in a new tab; a text on its page. */
function DocumentLine({ of }: { of: ListedDocument }) {
  const say = useSay();
  const word = useWord();
  const { day } = useDates();
  const page = paths.event(of.caseId, of.id);
  const type = of.typeName ?? word('documentType', of.documentType);
  return (
    <li class="event-line">
      <a
        class="event-link"
        href={
          of.hasFile
            ? `/api/cases/${encodeURIComponent(of.caseId)}/documents/${encodeURIComponent(of.id)}/file`
            : page
        }
        {...(of.hasFile ? { target: '_blank', rel: 'noopener' } : {})}
      >
        <span class="event-meta">
          <time dateTime={of.date}>{day(of.date)}</time>
          {type === undefined ? null : (
            <span lang={of.typeName === undefined ? undefined : 'sv'}>{type}</span>
          )}
        </span>
        <span class="event-title" lang="sv">
          {of.title}
        </span>
        <span class="event-meta">
          {of.author === undefined ? null : <span>{say('documents.by', { name: of.author })}</span>}
          {of.hasFile ? <span>{say('documents.file')}</span> : null}
        </span>
      </a>
      <span class="event-state">
        {of.new ? <Tag colour="info">{say('common.new')}</Tag> : null}
        {of.changed && !of.new ? <Tag colour="info">{say('common.changed')}</Tag> : null}
        {of.hasFile ? (
          <a
            class="ds-link screen-only documents-more"
            href={page}
            aria-label={say('documents.moreOf', { title: of.title })}
          >
            {say('documents.more')}
          </a>
        ) : null}
      </span>
    </li>
  );
}
