import type { Case, Caseworker } from '../../api/shapes';
import { Contact } from '../../components/Contact/Contact';
import { Empty } from '../../components/Empty/Empty';
import { Load } from '../../components/Load/Load';
import { Meaning } from '../../components/Meaning/Meaning';
import { Page } from '../../components/Page/Page';
import { useSay } from '../../language/language';
import './contacts.css';

/** The caseworkers of all the person's cases, by case. */
export default function ContactsPage() {
  const say = useSay();
  return (
    <Page heading={say('contacts.heading')}>
      <p>{say('contacts.lead')}</p>
      <Meaning of="caseworker" />
      <Load<{ items: Case[] }> path="/api/cases">
        {({ items: cases }) => (
          <Load<{ items: (Caseworker & { caseId: string })[] }> path="/api/contacts">
            {({ items }) =>
              items.length === 0 ? (
                <Empty>{say('contacts.none')}</Empty>
              ) : (
                cases
                  .filter(({ caseId }) => items.some((one) => one.caseId === caseId))
                  .map((one) => (
                    <section class="part" key={one.caseId} aria-labelledby={`c-${one.caseId}`}>
                      <h2 class="ds-heading" data-size="sm" id={`c-${one.caseId}`}>
                        <span lang="sv">{one.type}</span>
                      </h2>
                      <p class="small">{say('contacts.case', { number: one.caseNumber })}</p>
                      <div class="contacts">
                        {items
                          .filter(({ caseId }) => caseId === one.caseId)
                          .map((caseworker) => (
                            <div class="ds-card" key={caseworker.caseworkerId}>
                              <Contact caseworker={caseworker} caseId={one.caseId} level={3} />
                            </div>
                          ))}
                      </div>
                    </section>
                  ))
              )
            }
          </Load>
        )}
      </Load>
    </Page>
  );
}
