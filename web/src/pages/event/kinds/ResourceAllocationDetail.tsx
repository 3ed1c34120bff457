import type { ResourceAllocation } from '../../../api/shapes';
import { Facts } from '../../../components/Facts/Facts';
import { OfficeText } from '../../../components/OfficeText/OfficeText';
import { useDates } from '../../../format/format';
import { useSay } from '../../../language/language';

/** Resurstilldelning: who carries the intervention out, and from when. */
export function ResourceAllocationDetail({ of }: { of: ResourceAllocation }) {
  const say = useSay();
  const { day } = useDates();
  return (
    <Facts
      of={[
        [say('resource.what'), <OfficeText>{of.resource}</OfficeText>],
        [say('resource.type'), <OfficeText>{of.resourceType}</OfficeText>],
        [say('resource.started'), day(of.startedOn)],
        [say('resource.ended'), of.endedOn === undefined ? undefined : day(of.endedOn)],
        [
          say('resource.percent'),
          of.percent === undefined
            ? undefined
            : say('resource.percentValue', { percent: of.percent }),
        ],
      ]}
    />
  );
}
