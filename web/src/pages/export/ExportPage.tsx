import { useLocation } from 'preact-iso';
import { useEffect, useState } from 'preact/hooks';
import { ApiError, change, withQuery } from '../../api/client';
import { paths } from '../../app/paths';
import { Page } from '../../components/Page/Page';
import { Trouble } from '../../components/Trouble/Trouble';
import { useSay } from '../../language/language';
import { ask, pathOf, type ExportState } from './ask';

/** Seconds between two looks. After the last it is up to the person: looking extends the session. */
const PAUSES = [2, 3, 5, 5, 10, 10, 15, 20, 30, 30];

/** Ladda ner allt: ordered, waited for, fetched. Which one stands in the address. */
export default function ExportPage() {
  const say = useSay();
  const { path, query, route } = useLocation();
  const [error, setError] = useState<ApiError>();
  const [isBusy, setBusy] = useState(false);
  const { id } = query;
  const order = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const ordered = await change<{ id: string }>('POST', '/api/exports');
      route(withQuery(path, { id: ordered.id }), true);
    } catch (problem) {
      setError(ApiError.of(problem));
    } finally {
      setBusy(false);
    }
  };
  const orderButton = (
    <p>
      <button
        class="ds-button"
        type="button"
        aria-disabled={isBusy}
        onClick={() => isBusy || void order()}
      >
        {say(id === undefined ? 'export.order' : 'export.orderAgain')}
      </button>
    </p>
  );
  return (
    <Page heading={say('export.heading')}>
      <p class="lead">{say('export.lead')}</p>
      <p>{say('export.care')}</p>
      <Trouble error={error} />
      {id === undefined ? orderButton : <Waiting key={id} id={id} orderButton={orderButton} />}
      <p class="small">
        <a class="ds-link" href={paths.log()}>
          {say('export.log')}
        </a>
      </p>
    </Page>
  );
}

function Waiting({ id, orderButton }: { id: string; orderButton: preact.ComponentChild }) {
  const say = useSay();
  const [state, setState] = useState<ExportState>('building');
  const [round, setRound] = useState(0);
  const [isPaused, setPaused] = useState(false);
  useEffect(() => {
    let isOver = false;
    setPaused(false);
    const look = async () => {
      for (const pause of [0, ...PAUSES]) {
        await new Promise((resolve) => setTimeout(resolve, pause * 1000));
        if (isOver) {
          return;
        }
        const found = await ask(id);
        if (isOver) {
          return;
        }
        setState(found);
        if (found !== 'building' && found !== 'unreachable') {
          return;
        }
      }
      setPaused(true);
    };
    void look();
    return () => {
      isOver = true;
    };
  }, [id, round]);
  return (
    <>
      <div role="status">
        {state === 'ready' ? null : <p>{say(`export.is-${state}`)}</p>}
        {state === 'ready' ? <p>{say('export.ready')}</p> : null}
      </div>
      {state === 'ready' ? (
        <p>
          <a class="ds-button" href={pathOf(id)}>
            {say('export.download')}
          </a>
        </p>
      ) : null}
      {state === 'failed' || state === 'gone' ? orderButton : null}
      {isPaused ? (
        <p>
          <button
            class="ds-button"
            type="button"
            data-variant="secondary"
            onClick={() => setRound((before) => before + 1)}
          >
            {say('export.look')}
          </button>
        </p>
      ) : null}
    </>
  );
}
