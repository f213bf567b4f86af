export {
  type Binary,
  binaryAt,
  confusionOf,
  type Measures,
  measuresOf,
  sweep,
} from './classification.ts';
export { type Bound, bindData, boundInOrder, datasetOf, inputsOf } from './data/binding.ts';
export { decode, type Encoding, encodings } from './data/decode.ts';
export {
  addColumn,
  addRows,
  cellText,
  type DataEdit,
  datasetOfInputs,
  pasteCells,
  removeColumn,
  removeRows,
  renameColumn,
  setCell,
  splitWords,
} from './data/edits.ts';
export { limits } from './data/limits.ts';
export {
  type BadRow,
  type Delimiter,
  readTable,
  type TableForm,
  type TableResult,
} from './data/readTable.ts';
export { type Scale, type Scaling, scaled, scaleOf, unscaled } from './data/scale.ts';
export {
  type BuiltInSet,
  builtInSets,
  dependsOnSeed,
  makeSet,
  type SetSetting,
  type SetSettings,
} from './data/sets/index.ts';
export { split, testCount } from './data/split.ts';
export { type Column, rowCount, type Table } from './data/table.ts';
export { writeTable } from './data/writeTable.ts';
export { differences } from './differences.ts';
export { type DirectSolution, directSolution, hasDirectSolution } from './directSolution.ts';
export { endingText } from './ending.ts';
export { type Forecast, forecast } from './forecast.ts';
export {
  extended,
  type History,
  type HistoryPoint,
  lastUpTo,
  merged,
  mostPoints,
  type Report,
} from './history.ts';
export {
  type CellForm,
  csvTable,
  formatCell,
  type IterateColumn,
  iterateRows,
  markdownTable,
} from './iterates.ts';
export { type Coordinate, evenly, Landscape, thinned } from './landscape.ts';
export { Objective } from './objective.ts';
export type { Plan } from './plan.ts';
export { type Prediction, Predictor, predictionOf } from './prediction.ts';
export { updateRules } from './rules/index.ts';
export { completeSettings, type UpdateRule } from './rules/rule.ts';
export { type RunData, TrainingRun } from './run.ts';
export type { Samples } from './samples.ts';
export { rateAt } from './schedule.ts';
export { startNumbers } from './start.ts';
export { clamped, equalShares, targetDelta } from './target.ts';
export { classesFrom, type Feature, Model, type Task, type TaskRows, taskOf } from './task.ts';
export { graphWith, numbersIn, type Trained, tensorOf, trainedOf } from './trained.ts';
export * from './trainer.ts';
export { updateWorking } from './updateWorking.ts';
