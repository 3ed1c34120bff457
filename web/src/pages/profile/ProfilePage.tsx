import { useLocation } from 'preact-iso';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Profile } from '../../api/shapes';
import { paths } from '../../app/paths';
import { useStore } from '../../app/store';
import { Done } from '../../components/Done/Done';
import { Facts } from '../../components/Facts/Facts';
import { Load } from '../../components/Load/Load';
import { Page } from '../../components/Page/Page';
import { Skeleton } from '../../components/Skeleton/Skeleton';
import { isLanguage, useSay } from '../../language/language';
import { session } from '../../session/session';
import { ConfirmAddress } from './ConfirmAddress';
import { ProfileForm } from './ProfileForm';
import { CHANNELS, personalNumber, wishesOf, type Wishes } from './rules';

/** Min profil: who one is here, and how one is told that there is something new. */
export default function ProfilePage() {
  const say = useSay();
  const { is } = useStore(session);
  const skeleton = <Skeleton lines={6} blocks={2} />;
  return (
    <Page heading={say('profile.heading')}>
      <Load<Profile> path="/api/profile" skeleton={skeleton}>
        {/* What may be changed hangs on when one logged in. */}
        {(profile) => (is === 'unknown' ? skeleton : <ProfileOf first={profile} />)}
      </Load>
    </Page>
  );
}

function ProfileOf({ first }: { first: Profile }) {
  const say = useSay();
  const { path, query, route } = useLocation();
  const [profile, setProfile] = useState(first);
  const [proposed, setProposed] = useState<Partial<Wishes>>({});
  const [done, setDone] = useState<'saved' | 'confirmed'>();
  const edit = useRef<HTMLButtonElement>(null);
  const isEditing = query['edit'] !== undefined;
  const wasEditing = useRef(isEditing);
  useEffect(() => {
    if (wasEditing.current && !isEditing && done === undefined) {
      edit.current?.focus();
    }
    wasEditing.current = isEditing;
  }, [isEditing, done]);
  // Editing stands in the address: a new login leads back to it.
  const begin = (with_: Partial<Wishes> = {}) => {
    setDone(undefined);
    setProposed(with_);
    route(`${path}?edit=1`, true);
  };
  const end = () => {
    setProposed({});
    route(path, true);
  };

  if (isEditing) {
    return (
      <ProfileForm
        profile={profile}
        first={wishesOf(profile, proposed)}
        cancel={end}
        saved={(after) => {
          setProfile(after);
          setDone('saved');
          end();
        }}
      />
    );
  }
  const { phone, email, notifyBySms, notifyByEmail, channels } = profile;
  const none = say('profile.noAddress');
  return (
    <>
      {done === undefined ? null : <Done key={done}>{say(`profile.${done}`)}</Done>}
      <Proposals profile={profile} use={begin} />
      {CHANNELS.map((channel) =>
        channels[channel] === 'unconfirmed' || channels[channel] === 'closed' ? (
          <ConfirmAddress
            key={`${channel} ${channel === 'sms' ? phone : email}`}
            channel={channel}
            profile={profile}
            confirmed={() => {
              setProfile({ ...profile, channels: { ...channels, [channel]: 'confirmed' } });
              setDone('confirmed');
            }}
          />
        ) : null,
      )}
      <Facts
        of={[
          [say('profile.name'), profile.name],
          [say('profile.personalNumber'), personalNumber(profile.personalNumber)],
          [
            say('profile.phone'),
            <Address key="phone" address={phone ?? none} state={channels.sms} />,
          ],
          [
            say('profile.email'),
            <Address key="email" address={email ?? none} state={channels.email} />,
          ],
          [say('profile.notifyBySms'), say(notifyBySms ? 'profile.yes' : 'profile.no')],
          [say('profile.notifyByEmail'), say(notifyByEmail ? 'profile.yes' : 'profile.no')],
          [
            say('shell.language'),
            isLanguage(profile.language) ? say(`language.${profile.language}`) : undefined,
          ],
        ]}
      />
      <p class="screen-only">
        <button class="ds-button" type="button" ref={edit} onClick={() => begin()}>
          {say('profile.edit')}
        </button>
      </p>
      <p class="small">{say('profile.about')}</p>
      <ul class="links screen-only">
        <li>
          <a class="ds-link" href={paths.log()}>
            {say('shell.log')}
          </a>
        </li>
        <li>
          <a class="ds-link" href={paths.export()}>
            {say('shell.export')}
          </a>
        </li>
      </ul>
    </>
  );
}

/** An address, and what is so with it. */
function Address({ address, state }: { address: string; state: string }) {
  const say = useSay();
  const isSaid = state === 'confirmed' || state === 'unconfirmed' || state === 'closed';
  return (
    <>
      {address}
      {isSaid ? <p class="small">{say(`profile.is-${state}`)}</p> : null}
    </>
  );
}

interface ProposalsProps {
  profile: Profile;
  use: (wishes: Partial<Wishes>) => void;
}

/** Addresses that the office has, and the profile has not. */
function Proposals({ profile: { proposed }, use }: ProposalsProps) {
  const say = useSay();
  const { phone, email } = proposed ?? {};
  return phone === undefined && email === undefined ? null : (
    <section class="ds-card part" aria-labelledby="proposed">
      <h2 class="ds-heading" data-size="xs" id="proposed">
        {say('profile.proposedHeading')}
      </h2>
      <p>{[phone, email].filter(Boolean).join(', ')}</p>
      <button
        class="ds-button"
        type="button"
        data-variant="secondary"
        onClick={() =>
          use({
            ...(phone === undefined ? {} : { phone }),
            ...(email === undefined ? {} : { email }),
          })
        }
      >
        {say('profile.useProposed')}
      </button>
    </section>
  );
}
