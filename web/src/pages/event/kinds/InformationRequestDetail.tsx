import type { InformationRequest } from '../../../api/shapes';
import { paths } from '../../../app/paths';
import { Facts } from '../../../components/Facts/Facts';
import { OfficeText } from '../../../components/OfficeText/OfficeText';
import { colourOf, Tag } from '../../../components/Tag/Tag';
import { useDates } from '../../../format/format';
import { useSay } from '../../../language/language';
import { useWord } from '../../../words/words';

/** Komplettering begärd: what, by when, send it. */
export function InformationRequestDetail({ of }: { of: InformationRequest }) {
  const say = useSay();
  const word = useWord();
  const { day } = useDates();
  const status = word('requestStatus', of.status);
  return (
    <>
      <Facts
        of={[
          [say('request.what'), <OfficeText>{of.what}</OfficeText>],
          [say('request.dueOn'), day(of.dueOn)],
          [
            say('event.status'),
            status === undefined ? undefined : <Tag colour={colourOf(of.status)}>{status}</Tag>,
          ],
        ]}
      />
      {of.status === 'open' ? (
        <p class="screen-only">
          <a class="ds-button" href={paths.answer(of.caseId, of.id)}>
            {say('request.send')}
          </a>
        </p>
      ) : null}
    </>
  );
}
