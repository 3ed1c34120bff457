import type { ComponentChildren } from 'preact';
import type { EventSummary, Start } from '../../api/shapes';
import { paths } from '../../app/paths';
import { useStore } from '../../app/store';
import { Empty } from '../../components/Empty/Empty';
import { EventList, hrefOf } from '../../components/EventList/EventList';
import { Load } from '../../components/Load/Load';
import { OfficeText } from '../../components/OfficeText/OfficeText';
import { Page } from '../../components/Page/Page';
import { Skeleton } from '../../components/Skeleton/Skeleton';
import { money, useDates } from '../../format/format';
import { useSay } from '../../language/language';
import { session } from '../../session/session';
import { useWord } from '../../words/words';
import './start.css';

/** What is new, what happens next, what the office waits for. */
export function StartPage() {
  const say = useSay();
  const state = useStore(session);
  return (
    <Page
      isLate
      heading={
        state.is === 'in' ? say('start.heading', { name: state.name }) : say('start.plainHeading')
      }
    >
      <Load<Start> path="/api/start" skeleton={<Skeleton lines={4} blocks={3} />}>
        {(start) => <Everything start={start} />}
      </Load>
    </Page>
  );
}

function Everything({ start }: { start: Start }) {
  const say = useSay();
  const { instant } = useDates();
  return (
    <>
      <p class="start-messages screen-only">
        {start.unreadMessages > 0 ? (
          <a class="ds-link" href={paths.messages()}>
            {say.counted('start.unread', start.unreadMessages)}
          </a>
        ) : null}
        <a class="ds-button" href={paths.newMessage()}>
          {say('start.newMessage')}
        </a>
      </p>
      <Soon start={start} />
      {start.areas.map((area) => (
        <AreaCard key={area.area} area={area.area} events={area.latestEvents} />
      ))}
      <section class="part" aria-labelledby="start-cases">
        <h2 class="ds-heading" data-size="sm" id="start-cases">
          {say('start.cases')}
        </h2>
        <p>
          <a class="ds-link" href={paths.cases()}>
            {say('cases.heading')}
          </a>
        </p>
        <p>
          {say('start.missing')}{' '}
          <a class="ds-link" href={paths.contacts()}>
            {say('shell.contacts')}
          </a>
        </p>
      </section>
      <ul class="start-fresh small">
        {start.freshness.map(({ source, updatedAt }) => (
          <li key={source}>
            {say('start.fresh', { source: systemName(source), time: instant(updatedAt) })}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Of a source such as `/lifecare` what one would say. */
export function systemName(source: string): string {
  const name = source.replace(/^\/+/, '').replaceAll(/[-/]+/g, ' ');
  return name === '' ? source : name.charAt(0).toUpperCase() + name.slice(1);
}

/** What happens next: what is expected of the person first. */
function Soon({ start }: { start: Start }) {
  const say = useSay();
  const word = useWord();
  const { day, dayOf, time } = useDates();
  const { nextSteps, informationRequests, upcomingAppointments, upcomingPayments } = start;
  return (
    <div class="start-soon">
      <SoonPart heading={say('start.requestsHeading')} of={informationRequests} isAsked>
        {(request) => (
          <>
            <EventLink event={request}>{request.what}</EventLink>
            <span>{say('start.dueOn', { day: day(request.dueOn) })}</span>
            {request.answeredOn === undefined ? null : (
              <span>{say('start.answeredOn', { day: day(request.answeredOn) })}</span>
            )}
          </>
        )}
      </SoonPart>
      <SoonPart heading={say('start.nextHeading')} of={nextSteps}>
        {(step) => (
          <>
            <OfficeText>{step.text}</OfficeText>
            <span class="small">
              {say(
                `start.nextBy-${word('actor', step.actor) === undefined ? 'other' : (step.actor as 'other')}`,
              )}
              {step.expectedOn === undefined
                ? ''
                : `. ${say('start.expectedOn', { day: day(step.expectedOn) })}`}
            </span>
          </>
        )}
      </SoonPart>
      <SoonPart heading={say('start.appointmentsHeading')} of={upcomingAppointments}>
        {(appointment) => (
          <>
            <EventLink event={appointment} isOurs>
              {say('appointment.time', {
                day: dayOf(appointment.startsAt),
                from: time(appointment.startsAt),
              })}
            </EventLink>
            <span lang="sv">
              {[appointment.title, appointment.place]
                .filter(
                  (part, at, all) => part !== undefined && part !== '' && all.indexOf(part) === at,
                )
                .join(', ')}
            </span>
          </>
        )}
      </SoonPart>
      <SoonPart heading={say('start.paymentsHeading')} of={upcomingPayments}>
        {(payment) => (
          <>
            <EventLink event={payment} isOurs>
              {`${money(payment.amountOre ?? 0)} ${
                payment.payee.you
                  ? say('start.paymentToYou')
                  : say('start.paymentTo', { payee: payment.payee.name })
              }`}
            </EventLink>
            <span>{day(payment.date)}</span>
          </>
        )}
      </SoonPart>
    </div>
  );
}

interface SoonProps<T> {
  heading: string;
  of: T[];
  /** Something is expected of the person. */
  isAsked?: boolean;
  children: (item: T) => ComponentChildren;
}

function SoonPart<T>({ heading, of, isAsked, children }: SoonProps<T>) {
  return of.length === 0 ? null : (
    <section
      class="ds-card start-soon-part"
      data-color={isAsked ? 'warning' : undefined}
      data-variant={isAsked ? 'tinted' : 'default'}
    >
      <h2 class="ds-heading" data-size="xs">
        {heading}
      </h2>
      <ul class="plain-list">
        {of.map((item, at) => (
          <li key={at} class="start-soon-line">
            {children(item)}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface LinkProps {
  event: EventSummary;
  /** Our words, not a caseworker's. */
  isOurs?: boolean;
  children: string;
}

function EventLink({ event, isOurs, children }: LinkProps) {
  return (
    <a class="ds-link" href={hrefOf(event)} lang={isOurs ? undefined : 'sv'}>
      {children}
    </a>
  );
}

/** An area in which the person has something. */
function AreaCard({ area, events }: { area: string; events: EventSummary[] }) {
  const say = useSay();
  const word = useWord();
  const name = word('area', area) ?? area;
  const id = `area-${area}`;
  const links: [string, string][] = [
    [paths.applications({ area }), say('start.applications')],
    [paths.events({ area }), say('start.events')],
    [paths.documents({ area }), say('start.documents')],
  ];
  if (area === 'financial-assistance') {
    links.push([paths.decisions(), say('start.decisions')]);
    links.push([paths.payments({ area }), say('start.payments')]);
  }
  return (
    <section class="ds-card part" aria-labelledby={id}>
      <h2 class="ds-heading" data-size="sm" id={id}>
        {name}
      </h2>
      <h3 class="ds-heading" data-size="2xs">
        {say('start.latest')}
      </h3>
      {events.length === 0 ? <Empty>{say('start.none')}</Empty> : <EventList events={events} />}
      <nav class="screen-only" aria-label={say('start.linksOf', { area: name })}>
        <ul class="links">
          {links.map(([href, text]) => (
            <li key={href}>
              <a class="ds-link" href={href}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </section>
  );
}
