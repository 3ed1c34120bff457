import { Page } from '../../components/Page/Page';
import { config, telephone } from '../../config/config';
import { useSay } from '../../language/language';

/** Help for whoever cannot log in. */
export default function HelpPage() {
  const say = useSay();
  const { phone, phoneHours: hours, links } = config();
  const parts = ['none', 'stuck', 'browser', 'empty'] as const;
  return (
    <Page heading={say('help.heading')}>
      <p class="lead">{say('help.lead')}</p>
      {parts.map((part) => (
        <section class="part" key={part}>
          <h2 class="ds-heading" data-size="sm">
            {say(`help.${part}Heading`)}
          </h2>
          <p>{say(`help.${part}`)}</p>
          {part === 'stuck' ? (
            <ul class="links">
              {links.eidTest === undefined ? null : (
                <li>
                  <a class="ds-link" href={links.eidTest}>
                    {say('help.test')}
                  </a>
                </li>
              )}
              {links.eidSupport === undefined ? null : (
                <li>
                  <a class="ds-link" href={links.eidSupport}>
                    {say('help.support')}
                  </a>
                </li>
              )}
            </ul>
          ) : null}
        </section>
      ))}
      <section class="part">
        <h2 class="ds-heading" data-size="sm">
          {say('help.callHeading')}
        </h2>
        <p>
          <a class="ds-link" href={telephone(phone)}>
            {say('help.call', { phone, hours })}
          </a>
        </p>
      </section>
    </Page>
  );
}
