import { paths } from '../../app/paths';
import { useSay } from '../../language/language';
import './ask-about-row.css';

interface Props {
  caseId: string;
  /** The decision or the calculation. */
  eventId: string;
  row: string;
  /** What the row is called. */
  name: string;
  /** The name is ours or a person's, not a caseworker's text. */
  isOurs?: boolean;
  /** Nothing explains the row: the question is a button. */
  isUnexplained?: boolean;
}

/** "Jag förstår inte": starts a message about one row. */
export function AskAboutRow({ caseId, eventId, row, name, isOurs, isUnexplained }: Props) {
  const say = useSay();
  return (
    <a
      class={`${isUnexplained ? 'ds-button' : 'ds-link'} ask-about-row screen-only`}
      data-variant={isUnexplained ? 'secondary' : undefined}
      data-size={isUnexplained ? 'sm' : undefined}
      href={paths.newMessage({ case: caseId, event: eventId, row })}
    >
      {say(isUnexplained ? 'event.askCaseworker' : 'event.askRow')}
      <span class="ds-sr-only">
        {': '}
        <span lang={isOurs ? undefined : 'sv'}>{name}</span>
      </span>
    </a>
  );
}
