import { type RefObject, useCallback, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { flatten, shapeOf, type Tensor } from '../../ops/index.ts';
import { type Evaluation, useEvaluation } from '../store/evaluation.ts';
import { type Sight, sightOf, useLens } from '../store/lens.ts';

/** A number on the canvas: which one it is, where it comes from, and how it is written. */
export interface LiveNumber {
  readonly quantity: string;
  /** The edge it stands on, if it stands on one. */
  readonly edge?: string;
  readonly read: (evaluation: Evaluation) => Tensor | undefined;
  readonly write: (number: number) => string;
  /** How a text is set, where long ones are set smaller: its class or its size. */
  readonly settingOf?: (text: string) => string | number;
}

/** What stands in its place, and the element that holds its digits and nothing else. */
export interface Live<Holder extends Element> {
  readonly sight: Sight;
  readonly holder: RefObject<Holder | null>;
}

/**
 * Follows a number straight into its text. One edit changes hundreds of numbers, and past React they
 * are all new within two frames. The component renders again only where more than digits changes:
 * a field or nothing in its place, a matrix, another setting.
 */
export function useLiveNumber<Holder extends Element>(number: LiveNumber): Live<Holder> {
  const holder = useRef<Holder>(null);
  const latest = useRef(number);
  useLayoutEffect(() => {
    latest.current = number;
  });
  const subscribe = useCallback((onChange: () => void) => {
    const follow = () => {
      writeInto(holder.current, latest.current);
      onChange();
    };
    const leave = [useEvaluation.subscribe(follow), useLens.subscribe(follow)];
    return () => {
      for (const each of leave) each();
    };
  }, []);
  useSyncExternalStore(subscribe, () => formOf(number));
  return { sight: look(number), holder };
}

function look({ quantity, edge, read }: LiveNumber): Sight {
  return sightOf(quantity, read(useEvaluation.getState()), edge);
}

/** The number that is seen, where it is a single one. */
function scalarOf(sight: Sight): number | undefined {
  return 'value' in sight && typeof sight.value === 'number' ? sight.value : undefined;
}

/** All but the digits. */
function formOf(number: LiveNumber): string {
  const sight = look(number);
  const scalar = scalarOf(sight);
  if (scalar !== undefined) return `number ${number.settingOf?.(number.write(scalar)) ?? ''}`;
  if (!('value' in sight) || sight.value === undefined) return sight.as;
  return `${shapeOf(sight.value)} ${flatten(sight.value)}`;
}

function writeInto(holder: Element | null, number: LiveNumber): void {
  const digits = holder?.firstChild;
  if (!digits) return;
  const scalar = scalarOf(look(number));
  const text = scalar === undefined ? digits.nodeValue : number.write(scalar);
  if (digits.nodeValue !== text) digits.nodeValue = text;
}
