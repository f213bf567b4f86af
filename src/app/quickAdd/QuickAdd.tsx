import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { type Op, ops } from '../../ops/index.ts';
import { useNodeShape } from '../canvas/shape.ts';
import { focusNode } from '../canvas/viewport.ts';
import { matchingOps } from '../fields/opMatches.ts';
import { Prose } from '../fields/Prose.tsx';
import { useTypedAhead } from '../fields/useTypedAhead.ts';
import { useSay } from '../i18n/say.ts';
import { useDocument } from '../store/document.ts';
import type { QuickAdd as Request } from '../store/view.ts';
import { addOp } from './add.ts';
import { Examples } from './Examples.tsx';
import { FormulaField } from './FormulaField.tsx';
import { FormulaPart } from './FormulaPart.tsx';
import { isFormula } from './formulaText.ts';
import { OpList } from './OpList.tsx';
import styles from './quickAdd.module.css';
import { aboutOf, offeredOps, operandOf, placeFor } from './request.ts';
import { useFormula } from './useFormula.ts';
import { useLeaving } from './useLeaving.ts';
import { words } from './words.ts';

/**
 * A field at the cursor for the name of an operation or for a formula, and below it the operations
 * found or what the formula will become. What is chosen is added there and connected.
 */
export default function QuickAdd({ request }: { request: Request }) {
  const say = useSay();
  const id = useId();
  const graph = useDocument((state) => state.graph);
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const field = useRef<HTMLTextAreaElement>(null);
  const { box, leave, close } = useLeaving();
  const operand = operandOf(graph, request);
  const shape = useNodeShape(operand ?? '');
  const offered = useMemo(() => offeredOps(graph, request, shape), [graph, request, shape]);
  const found = useMemo(
    () => matchingOps(text).filter((op) => offered.has(op.id)),
    [text, offered],
  );
  const isOne = isFormula(text, matchingOps(text).length > 0);
  const formula = useFormula(graph, request, isOne ? text : '', close);
  const { reading, build } = formula;
  useEffect(() => field.current?.focus(), []);
  useTypedAhead(setText);

  const choose = (op: Op) => {
    const added = addOp(op, request);
    close();
    if (added !== undefined) focusNode(added);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') leave();
    else if (event.key === 'Enter' && !event.shiftKey) {
      if (isOne) void build();
      else if (found[active]) choose(found[active]);
    } else if (isOne) return;
    else if (event.key === 'ArrowDown') setActive(Math.min(found.length - 1, active + 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(0, active - 1));
    else return;
    event.preventDefault();
  };
  const about = aboutOf(graph, request);
  const hasList = !isOne && found.length > 0;
  return (
    <div
      ref={box}
      role="dialog"
      aria-label={say(words.title)}
      tabIndex={-1}
      className={styles.box}
      style={placeFor(request)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') leave();
        else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) void build();
      }}
    >
      {about && (
        <p className={styles.about}>
          <Prose of={about} />
        </p>
      )}
      <FormulaField
        ref={field}
        text={text}
        label={say(words.field)}
        placeholder={say(words.placeholder)}
        faultAt={reading?.ok === false ? reading.refusal.at : undefined}
        list={hasList ? `${id}-list` : undefined}
        active={hasList ? `${id}-list-${active}` : undefined}
        describedBy={isOne ? `${id}-preview` : undefined}
        onChange={(next) => {
          setText(next);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      {isOne ? (
        <FormulaPart previewId={`${id}-preview`} formula={formula} />
      ) : (
        <>
          {text.trim() === '' && (
            <Examples
              request={request}
              operand={operand}
              onChoose={(example) => {
                setText(example);
                field.current?.focus();
              }}
            />
          )}
          <OpList
            id={`${id}-list`}
            ops={found}
            active={active}
            none={say(offered.size < ops.size ? words.noneFits : words.none)}
            onPoint={setActive}
            onChoose={choose}
            onKeyDown={onKeyDown}
          />
        </>
      )}
    </div>
  );
}
