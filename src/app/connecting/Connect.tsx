import { useEffect, useId, useRef, useState } from 'react';
import { edgeId, findNode } from '../../graph/index.ts';
import { ops } from '../../ops/index.ts';
import { useNumbers } from '../appearance/numbers.ts';
import { connectPorts, cut } from '../canvas/connecting.ts';
import { useFocus } from '../canvas/focus.ts';
import { mark } from '../canvas/marking.ts';
import { isMoving } from '../fields/isMoving.ts';
import { Label } from '../fields/Label.tsx';
import { Option } from '../fields/Option.tsx';
import { SearchField } from '../fields/SearchField.tsx';
import { useTypedAhead } from '../fields/useTypedAhead.ts';
import { useSay } from '../i18n/say.ts';
import { useDocument } from '../store/document.ts';
import { notify } from '../store/view.ts';
import styles from './connect.module.css';
import { matching, type Offer, portsOf, sourcesOf, targetsOf } from './offers.ts';
import { stateText, words } from './words.ts';

interface Props {
  node: string;
  port: number | 'out';
  onClose: () => void;
}

/** Lays a wire by name: from the value of a node to a port, or from a node to an operand port. */
export default function Connect({ node, port, onClose }: Props) {
  const say = useSay();
  const graph = useDocument((state) => state.graph);
  const [at, setAt] = useState(port);
  const here = findNode(graph, node);
  const offers = at === 'out' ? targetsOf(graph, node) : sourcesOf(graph, node, at);
  const ports = here && at !== 'out' ? portsOf(here) : [];
  const isTaken = at !== 'out' && ports[at]?.now !== undefined;
  const choose = (offer: Offer) => {
    const [source, target] = at === 'out' ? [node, offer.node.id] : [offer.node.id, node];
    if (offer.state === 'same' || !connectPorts(source, { target, port: offer.port })) {
      onClose();
      return;
    }
    // Whoever came from an edge goes back to the one in its place.
    if (useFocus.getState().at?.includes('->')) {
      const id = edgeId(source, target, offer.port);
      useFocus.setState({ at: id }, true);
      mark(id, true, false);
    }
    onClose();
    notify(words.connected(source, target, offer.port + 1));
  };
  return (
    <div className={styles.connect}>
      {at !== 'out' && ports.length > 1 && (
        <label className={styles.ports}>
          {say(words.port)}
          <select value={at} onChange={({ target }) => setAt(Number(target.value))}>
            {ports.map((offer) => (
              <option key={offer.port} value={offer.port}>
                {say(words.operand(offer.port + 1, say(offer.portName)))} ·{' '}
                {offer.now ?? say(stateText(offer))}
              </option>
            ))}
          </select>
        </label>
      )}
      <Offers offers={offers} isOfPorts={at === 'out'} onChoose={choose} />
      {at !== 'out' && isTaken && (
        <button
          type="button"
          className={styles.open}
          onClick={() => {
            onClose();
            cut({ target: node, port: at });
          }}
        >
          {say(words.open)}
        </button>
      )}
    </div>
  );
}

/** Most offers that are listed at once; the rest is found by typing. */
const mostListed = 60;

interface OffersProps {
  offers: readonly Offer[];
  /** True for ports of other nodes, false for nodes. */
  isOfPorts: boolean;
  onChoose: (offer: Offer) => void;
}

function Offers({ offers, isOfPorts, onChoose }: OffersProps) {
  const say = useSay();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  useTypedAhead(setText);
  const [pointed, setActive] = useState(0);
  const found = matching(offers, text);
  const listed = found.slice(0, mostListed);
  // Another port may leave less to choose from.
  const active = Math.max(0, Math.min(pointed, listed.length - 1));
  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, listId]);
  const choose = (offer: Offer | undefined) => {
    if (offer && offer.state !== 'circle') onChoose(offer);
  };
  return (
    <>
      <SearchField
        type="text"
        ref={input}
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={listed.length > 0 ? `${listId}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        label={say(words.search)}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') choose(listed[active]);
          else if (event.key === 'ArrowDown') setActive(Math.min(listed.length - 1, active + 1));
          else if (event.key === 'ArrowUp') setActive(Math.max(0, active - 1));
          else return;
          event.preventDefault();
        }}
      />
      <div
        id={listId}
        role="listbox"
        className={styles.list}
        aria-label={say(isOfPorts ? words.offers : words.nodes)}
      >
        {listed.map((offer, i) => (
          <Option
            key={`${offer.node.id}:${offer.port}`}
            id={`${listId}-${i}`}
            aria-selected={i === active}
            aria-disabled={offer.state === 'circle'}
            className={styles.option}
            onPointerMove={(event) => isMoving(event) && setActive(i)}
            onClick={() => choose(offer)}
          >
            <OfferText offer={offer} isOfPorts={isOfPorts} />
          </Option>
        ))}
        {found.length > listed.length && (
          <p className={styles.none}>{say(words.more(found.length - listed.length))}</p>
        )}
        {found.length === 0 && (
          <p className={styles.none}>{say(offers.length === 0 ? words.nothing : words.none)}</p>
        )}
      </div>
    </>
  );
}

function OfferText({ offer, isOfPorts }: { offer: Offer; isOfPorts: boolean }) {
  const say = useSay();
  const { briefly } = useNumbers();
  const { node, port, portName } = offer;
  const op = ops.get(node.op);
  return (
    <>
      <span className={styles.symbol} aria-hidden="true">
        {op?.symbol}
      </span>
      <span className={styles.name}>
        <Label id={node.id} label={node.label} />
      </span>
      <span className={styles.about}>
        {op && say(op.name)}
        {isOfPorts && ` · ${say(words.operand(port + 1, say(portName)))}`}
        {!isOfPorts && node.value !== undefined && ` · ${briefly(node.value)}`}
      </span>
      {(isOfPorts || offer.state === 'circle' || offer.state === 'same') && (
        <span className={styles.state} data-state={offer.state}>
          {say(stateText(offer))}
        </span>
      )}
    </>
  );
}
