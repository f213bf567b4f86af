import { lazy, Suspense } from 'react';
import { edgesOf, type Graph, localize, outputOf, setOutput, sinks } from '../../graph/index.ts';
import details from '../fields/details.module.css';
import field from '../fields/field.module.css';
import { Name } from '../fields/Name.tsx';
import { Shown } from '../fields/Shown.tsx';
import { ValueField } from '../fields/ValueField.tsx';
import { useTranslation } from '../i18n/translation.ts';
import { Part } from '../loading/Part.tsx';
import { currentGraph, edit, useDocument } from '../store/document.ts';
import { useEvaluation, useNodeGradient, useNodeValue } from '../store/evaluation.ts';
import { useView } from '../store/view.ts';
import styles from './GraphDetails.module.css';

const FirstSteps = lazy(() => import('./FirstSteps.tsx'));
const ProblemList = lazy(() => import('../find/ProblemList.tsx'));

/** More than these are for the outline: tens of thousands of fields would take the page a minute. */
const mostListed = 200;

/** The graph as a whole: what it is about, its output, its problems and the numbers to play with. */
export function GraphDetails() {
  const { t } = useTranslation();
  const language = useView((view) => view.language);
  const graph = useDocument((state) => state.graph);
  const description = localize(graph.description, language);
  const leaves = graph.nodes.filter(({ op }) => op === 'input' || op === 'parameter');
  const title = localize(graph.title, language);
  if (edgesOf(graph).length === 0) {
    return (
      <Part>
        <FirstSteps />
      </Part>
    );
  }
  return (
    <>
      <h3 className={details.title} title={title}>
        {title || t('app.untitled')}
      </h3>
      {description !== '' && <p className={details.lead}>{description}</p>}
      <p className={styles.legend}>
        <span className={details.value}>12</span> {t('panel.legendValue')}
        <span className={details.gradient}>∇ 9</span> {t('panel.legendGradient')}
      </p>
      <OutputChoice />
      <Problems />
      {leaves.length > 0 && (
        <section>
          <h4 className={details.heading}>{t('panel.leaves')}</h4>
          <p className={details.hint}>{t('panel.leavesHelp')}</p>
          <ul className={`${styles.leaves} ${details.editable}`}>
            {leaves.slice(0, mostListed).map(({ id }) => (
              <LeafRow key={id} id={id} />
            ))}
          </ul>
          {leaves.length > mostListed && (
            <p className={details.hint}>
              {t('panel.moreLeaves', { count: leaves.length - mostListed })}
            </p>
          )}
        </section>
      )}
      <p className={details.hint}>{t('panel.nothing')}</p>
    </>
  );
}

function OutputChoice() {
  const { t } = useTranslation();
  const graph = useDocument((state) => state.graph);
  const stated = graph.output ?? '';
  const automatic = graph.output === undefined ? outputOf(graph) : undefined;
  return (
    <label className={details.row}>
      <span>{t('panel.output')}</span>
      <select
        className={field.box}
        value={stated}
        onChange={({ target }) =>
          edit(setOutput(currentGraph(), target.value === '' ? undefined : target.value))
        }
      >
        <option value="">
          {automatic === undefined
            ? t('panel.chooseOutput')
            : `${t('panel.autoOutput')}: ${automatic}`}
        </option>
        {candidates(graph).map((id) => (
          <option key={id} value={id}>
            {id}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What can be chosen as the output; in a large graph that is what nothing uses, and what it is now. */
function candidates(graph: Graph): string[] {
  const { nodes, output } = graph;
  const isLarge = nodes.length > 5 * mostListed;
  const offered = isLarge ? sinks(graph).slice(0, mostListed) : nodes;
  const ids = offered.filter(({ op }) => op !== 'constant').map(({ id }) => id);
  return output === undefined || ids.includes(output) ? ids : [output, ...ids];
}

function Problems() {
  const { t } = useTranslation();
  const count = useEvaluation(({ problems }) => problems.length);
  if (count === 0) return null;
  return (
    <section>
      <h4 className={details.heading}>{t('panel.problems')}</h4>
      <Suspense>
        <ProblemList />
      </Suspense>
    </section>
  );
}

function LeafRow({ id }: { id: string }) {
  const value = useNodeValue(id);
  const isMatrix = typeof value === 'object';
  return (
    <li className={`${styles.leaf} ${isMatrix ? styles.tall : ''}`}>
      <span className={styles.leafName}>
        <Name of={id} />
      </span>
      <ValueField id={id} value={value} />
      <span className={`${details.gradient} ${styles.leafGradient}`}>
        <Shown of={useNodeGradient(id)} before="∇ " />
      </span>
    </li>
  );
}
