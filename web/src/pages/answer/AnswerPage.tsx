import { useRoute } from 'preact-iso';
import { useState } from 'preact/hooks';
import { change } from '../../api/client';
import type { InformationRequest, KeptDraft } from '../../api/shapes';
import { paths } from '../../app/paths';
import { BackLink } from '../../components/BackLink/BackLink';
import { Done } from '../../components/Done/Done';
import { Facts } from '../../components/Facts/Facts';
import { Load } from '../../components/Load/Load';
import { OfficeText } from '../../components/OfficeText/OfficeText';
import { Page } from '../../components/Page/Page';
import { Skeleton } from '../../components/Skeleton/Skeleton';
import { WriteForm } from '../../components/SendForm/WriteForm';
import { useDates } from '../../format/format';
import { useSay } from '../../language/language';
import { answerTo, newAnswerId } from '../../writing/drafts';

/** Sends in what an information request asks for: a text, and files. */
export default function AnswerPage() {
  const say = useSay();
  const { params } = useRoute();
  const { caseId = '', id = '' } = params;
  const path = `/api/cases/${encodeURIComponent(caseId)}/events/${encodeURIComponent(id)}`;
  const before = <BackLink to={paths.event(caseId, id)} />;
  return (
    <Page heading={say('answer.heading')} before={before}>
      <Load<InformationRequest> path={path} skeleton={<Skeleton lines={5} blocks={2} />}>
        {(request) => (
          <Load<{ items: KeptDraft[] }>
            path="/api/drafts"
            skeleton={<Skeleton lines={5} blocks={2} />}
          >
            {({ items }) => <AnswerTo request={request} kept={answerTo(items, caseId, id)} />}
          </Load>
        )}
      </Load>
    </Page>
  );
}

interface Props {
  request: InformationRequest;
  kept: KeptDraft | undefined;
}

function AnswerTo({ request, kept }: Props) {
  const say = useSay();
  const { day } = useDates();
  const [id, setId] = useState(() => kept?.id ?? newAnswerId());
  const [sent, setSent] = useState(0);
  const [isWriting, setWriting] = useState(true);
  const { caseId, id: eventId } = request;
  const asked = (
    <Facts
      of={[
        [say('request.what'), <OfficeText key="what">{request.what}</OfficeText>],
        [say('request.dueOn'), day(request.dueOn)],
      ]}
    />
  );
  if (request.kind !== 'information-request' || request.status !== 'open') {
    return (
      <>
        {asked}
        <p>{say('answer.notOpen')}</p>
      </>
    );
  }
  return (
    <>
      {asked}
      {sent > 0 && !isWriting ? <Done>{say('answer.sent')}</Done> : null}
      {isWriting ? (
        <>
          <p>{say('answer.lead')}</p>
          <WriteForm
            key={id}
            id={id}
            kept={sent > 0 ? undefined : kept}
            members={{ about: { caseId, eventId } }}
            label={say('answer.text')}
            send={(answer) =>
              change(
                'POST',
                `/api/cases/${encodeURIComponent(caseId)}/events/${encodeURIComponent(eventId)}/answer`,
                answer,
              )
            }
            onSent={() => {
              setSent((before) => before + 1);
              setWriting(false);
            }}
          />
        </>
      ) : (
        <ul class="links">
          <li>
            <a class="ds-link" href={paths.start()}>
              {say('common.toStart')}
            </a>
          </li>
          <li>
            <button
              class="ds-button"
              type="button"
              data-variant="secondary"
              onClick={() => {
                setId(newAnswerId());
                setWriting(true);
              }}
            >
              {say('answer.more')}
            </button>
          </li>
        </ul>
      )}
    </>
  );
}
