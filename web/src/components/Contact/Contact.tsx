import type { Caseworker } from '../../api/shapes';
import { paths } from '../../app/paths';
import { telephone } from '../../config/config';
import { useSay } from '../../language/language';
import { useWord } from '../../words/words';
import { Facts } from '../Facts/Facts';
import { OfficeText } from '../OfficeText/OfficeText';
import './contact.css';

interface Props {
  caseworker: Caseworker;
  caseId: string;
  /** Of the name's heading. */
  level: 2 | 3;
}

/** A caseworker and every way to reach them. */
export function Contact({ caseworker, caseId, level }: Props) {
  const say = useSay();
  const word = useWord();
  const Heading = level === 2 ? 'h2' : 'h3';
  const { name, title, role, unit, phone, phoneHours, email, canReceiveMessages } = caseworker;
  return (
    <div class="contact">
      <Heading class="ds-heading" data-size="xs">
        {name}
      </Heading>
      <p class="contact-title">
        <OfficeText>{title}</OfficeText>
        {` · ${word('caseworkerRole', role) ?? say('caseworkerRole.other')}`}
      </p>
      <Facts
        of={[
          [say('contacts.unit'), <OfficeText key="unit">{unit}</OfficeText>],
          [
            say('common.phone'),
            phone === undefined ? undefined : (
              <a class="ds-link" href={telephone(phone)}>
                {phone}
              </a>
            ),
          ],
          [
            say('contacts.hours'),
            phoneHours === undefined ? undefined : <OfficeText>{phoneHours}</OfficeText>,
          ],
          [
            say('common.email'),
            email === undefined ? undefined : (
              <a class="ds-link" href={`mailto:${email}`}>
                {email}
              </a>
            ),
          ],
        ]}
      />
      {canReceiveMessages ? (
        <a
          class="ds-button screen-only"
          data-variant="secondary"
          href={paths.newMessage({ case: caseId, caseworker: caseworker.caseworkerId })}
        >
          {say('contacts.write', { name })}
        </a>
      ) : (
        <p class="small">{say('contacts.noMessages')}</p>
      )}
    </div>
  );
}
