import { useEffect, useRef, useState } from 'react';

/** Milliseconds a job takes before the page gets its turn. */
const slice = 8;

/** Milliseconds it rests before it begins anew. */
const rest = 120;

/** What a job came to, and what it was given. */
export interface Done<Inputs, Value> {
  readonly inputs: Inputs;
  readonly value: Value;
}

/**
 * Does a long piece of work in slices between which the page stays alive. One that is under way is
 * done to its end; then the newest inputs have their turn, so that something is seen while they
 * change all the time. Whoever shows the value looks whether its inputs still hold.
 */
export function useJob<Inputs extends object, Value>(
  inputs: Inputs | undefined,
  work: (inputs: Inputs) => Generator<void, Value>,
): Done<Inputs, Value> | undefined {
  const [done, setDone] = useState<Done<Inputs, Value>>();
  const wanted = useRef(inputs);
  const isBusy = useRef(false);
  const doing = useRef(work);
  useEffect(() => {
    wanted.current = inputs;
    doing.current = work;
    if (isBusy.current || inputs === undefined) return;
    const begin = (with_: Inputs) => {
      isBusy.current = true;
      const steps = doing.current(with_);
      const goOn = () => {
        const until = performance.now() + slice;
        for (;;) {
          const { done: isDone, value } = steps.next();
          if (isDone) {
            setDone({ inputs: with_, value });
            setTimeout(() => {
              const next = wanted.current;
              isBusy.current = false;
              if (next !== undefined && next !== with_) begin(next);
            }, rest);
            return;
          }
          if (performance.now() > until) {
            setTimeout(goOn);
            return;
          }
        }
      };
      goOn();
    };
    begin(inputs);
  }, [inputs, work]);
  useEffect(
    () => () => {
      wanted.current = undefined;
    },
    [],
  );
  return done;
}
