import { useNumbers } from '../appearance/numbers.ts';
import { useSay } from '../i18n/say.ts';
import { useDocument } from '../store/document.ts';
import { useView } from '../store/view.ts';
import { lastStep, useTrace } from './trace.ts';
import { briefText, placeText } from './words.ts';

/** Reads every step to those who listen. */
export function LiveStep() {
  const say = useSay();
  const { digits } = useNumbers();
  const graph = useDocument((state) => state.graph);
  const trace = useTrace((state) => state.trace);
  const steps = useView((view) => view.step);
  const isStepping = useView((view) => view.mode === 'step');
  const step = lastStep(trace, steps);
  const brief = step === undefined ? '' : say(briefText(graph, step, digits));
  const stop = useView(({ language }) => (language === 'en' ? '. ' : '。'));
  return (
    <p className="visually-hidden" aria-live="polite" data-role="announcement">
      {isStepping && `${say(placeText(trace, steps))}${stop}${brief}`}
    </p>
  );
}
