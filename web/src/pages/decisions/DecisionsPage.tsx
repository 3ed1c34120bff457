import type { ListedDecision } from '../../api/shapes';
import { paths } from '../../app/paths';
import { BackLink } from '../../components/BackLink/BackLink';
import { Empty } from '../../components/Empty/Empty';
import { Failed } from '../../components/Failed/Failed';
import { useLoad } from '../../components/Load/useLoad';
import { Meaning } from '../../components/Meaning/Meaning';
import { Page } from '../../components/Page/Page';
import { PrintButton } from '../../components/PrintButton/PrintButton';
import { Skeleton } from '../../components/Skeleton/Skeleton';
import { useDates } from '../../format/format';
import { useSay } from '../../language/language';
import { DecisionCard } from './DecisionCard';
import './decisions.css';

/** Beslut: those of the last 90 days. Which days these are, the answer says. */
export default function DecisionsPage() {
  const say = useSay();
  const { day } = useDates();
  const loading = useLoad<{ from: string; to: string; items: ListedDecision[] }>('/api/decisions');
  const answer = loading.is === 'loaded' ? loading.value : undefined;
  return (
    <Page
      isLate
      heading={
        answer === undefined
          ? say('decisions.heading')
          : say('decisions.since', { from: day(answer.from) })
      }
      before={
        <>
          <BackLink to={paths.start()} />
          <PrintButton />
        </>
      }
    >
      {loading.is === 'loading' ? <Skeleton lines={7} blocks={3} /> : null}
      {loading.is === 'failed' ? <Failed error={loading.error} again={loading.again} /> : null}
      {answer === undefined ? null : (
        <>
          {answer.items.length === 0 ? <Empty>{say('decisions.none')}</Empty> : null}
          {answer.items.map((decision) => (
            <DecisionCard key={`${decision.caseId} ${decision.id}`} of={decision} />
          ))}
          <p>
            {say('decisions.older')}{' '}
            <a class="ds-link screen-only" href={paths.events({ kind: 'decision' })}>
              {say('decisions.toOlder')}
            </a>
          </p>
          <div class="screen-only">
            <Meaning of="decision" />
            <Meaning of="livelihood" />
            <Meaning of="appeal" />
          </div>
        </>
      )}
    </Page>
  );
}
