import { useLocation } from 'preact-iso';
import type { EventSummary, Period } from '../../api/shapes';
import { paths } from '../../app/paths';
import { BackLink } from '../../components/BackLink/BackLink';
import { Empty } from '../../components/Empty/Empty';
import { EventList } from '../../components/EventList/EventList';
import { Chosen } from '../../components/Filter/Chosen';
import { Meaning } from '../../components/Meaning/Meaning';
import { Page } from '../../components/Page/Page';
import { Paged } from '../../components/Paged/Paged';
import { monthOf, useDates } from '../../format/format';
import { useSay } from '../../language/language';
import { knownCode, useWord } from '../../words/words';

type ListedApplication = EventSummary & { period?: Period };

/** Ansökningar: all of them, the newest first; each leads to what belongs to it. */
export default function ApplicationsPage() {
  const say = useSay();
  const word = useWord();
  const { month, period } = useDates();
  const { query } = useLocation();
  const area = knownCode('area', query['area']);
  const periodOf = ({ period: of }: ListedApplication) => {
    const whole = of === undefined ? undefined : monthOf(of);
    return of === undefined ? undefined : whole === undefined ? period(of) : month(whole);
  };
  return (
    <Page heading={say('start.applications')} before={<BackLink to={paths.start()} />}>
      <Chosen of={[word('area', area)]} clear={paths.applications()} />
      <Paged<ListedApplication>
        path="/api/applications"
        query={{ area, case: query['case'] || undefined }}
        empty={<Empty>{say('applications.none')}</Empty>}
        shown={(count) => say.counted('applications.shown', count)}
      >
        {(applications) => <EventList events={applications} more={periodOf} />}
      </Paged>
      <Meaning of="application" />
    </Page>
  );
}
