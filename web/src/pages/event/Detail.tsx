import type {
  Application,
  Appointment,
  Decision,
  Document,
  IncomingPayment,
  InformationRequest,
  Intervention,
  Opened,
  Payment,
  ResourceAllocation,
} from '../../api/shapes';
import { useSay } from '../../language/language';
import { ApplicationDetail } from './kinds/ApplicationDetail';
import { AppointmentDetail } from './kinds/AppointmentDetail';
import { DecisionDetail } from './kinds/DecisionDetail';
import { DocumentDetail } from './kinds/DocumentDetail';
import { IncomingPaymentDetail } from './kinds/IncomingPaymentDetail';
import { InformationRequestDetail } from './kinds/InformationRequestDetail';
import { InterventionDetail } from './kinds/InterventionDetail';
import { PaymentDetail } from './kinds/PaymentDetail';
import { ResourceAllocationDetail } from './kinds/ResourceAllocationDetail';

/** What is special about its kind; of a kind that we do not know, where to ask. */
export function Detail({ event }: { event: Opened }) {
  const say = useSay();
  switch (event.kind) {
    case 'application':
      return <ApplicationDetail of={event as Application} />;
    case 'decision':
      return <DecisionDetail of={event as Decision} />;
    case 'intervention':
      return <InterventionDetail of={event as Intervention} />;
    case 'resource-allocation':
      return <ResourceAllocationDetail of={event as ResourceAllocation} />;
    case 'payment':
      return <PaymentDetail of={event as Payment} />;
    case 'incoming-payment':
      return <IncomingPaymentDetail of={event as IncomingPayment} />;
    case 'document':
      return <DocumentDetail of={event as Document} />;
    case 'appointment':
      return <AppointmentDetail of={event as Appointment} />;
    case 'information-request':
      return <InformationRequestDetail of={event as InformationRequest} />;
    default:
      return <p>{say('event.unknown')}</p>;
  }
}
