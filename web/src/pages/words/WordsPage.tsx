import { TERMS } from '../../components/Meaning/Meaning';
import { Page } from '../../components/Page/Page';
import { useSay, type TextKey } from '../../language/language';

/** All words of the word list. */
export default function WordsPage() {
  const say = useSay();
  return (
    <Page heading={say('words.heading')}>
      <p class="lead">{say('words.lead')}</p>
      <dl class="words">
        {TERMS.map((term) => (
          <div key={term}>
            <dt>{say(`words.${term}-term` as TextKey)}</dt>
            <dd>{say(`words.${term}-meaning` as TextKey)}</dd>
          </div>
        ))}
      </dl>
    </Page>
  );
}
