import type { Case } from '../../api/shapes';
import { Empty } from '../../components/Empty/Empty';
import { Load } from '../../components/Load/Load';
import { Meaning } from '../../components/Meaning/Meaning';
import { Page } from '../../components/Page/Page';
import { Skeleton } from '../../components/Skeleton/Skeleton';
import { useSay } from '../../language/language';
import { CaseCard } from './CaseCard';

/** Pågående ärenden, and the closed ones below them. */
export default function CasesPage() {
  const say = useSay();
  return (
    <Page heading={say('cases.heading')}>
      <Meaning of="case" />
      <Load<{ items: Case[] }> path="/api/cases" skeleton={<Skeleton lines={7} blocks={2} />}>
        {({ items }) => {
          const closed = items.filter(({ status }) => status === 'closed');
          const open = items.filter(({ status }) => status !== 'closed');
          return (
            <>
              {items.length === 0 ? <Empty>{say('cases.none')}</Empty> : null}
              {open.map((one) => (
                <CaseCard key={one.caseId} of={one} />
              ))}
              {closed.length === 0 ? null : (
                <h2 class="ds-heading" data-size="md">
                  {say('cases.closedHeading')}
                </h2>
              )}
              {closed.map((one) => (
                <CaseCard key={one.caseId} of={one} />
              ))}
              <p>{say('start.missing')}</p>
            </>
          );
        }}
      </Load>
    </Page>
  );
}
