import type { Text } from '../../ops/index.ts';

/** What makers of pictures speak and write numbers with. */
export interface Maker {
  readonly say: (text: Text) => string;
  readonly number: (value: number) => string;
}

/** The texts of the pictures. Names between backticks are set as mathematics. */
export const words = {
  heading: { en: 'Pictures', 'zh-CN': '图像' },
  picture: { en: 'Picture', 'zh-CN': '图像' },
  enlarge: { en: 'Enlarge', 'zh-CN': '放大' },
  close: { en: 'Close', 'zh-CN': '关闭' },
  isLarge: { en: 'The picture is shown large.', 'zh-CN': '图像已放大显示。' },
  logScale: { en: 'Log scale', 'zh-CN': '对数刻度' },
  asTable: { en: 'As a table', 'zh-CN': '表格' },
  save: { en: 'Save', 'zh-CN': '保存' },
  saveAs: { en: 'Save as', 'zh-CN': '保存为' },
  tooLarge: {
    en: 'The picture is too large for the browser at this size.',
    'zh-CN': '图片在此尺寸下超出浏览器的限制。',
  },
  runFirst: {
    en: 'Run the training first: what it does is drawn here as it goes.',
    'zh-CN': '请先运行训练，过程会实时画在这里。',
  },
  drawing: { en: 'Drawing…', 'zh-CN': '正在绘制…' },
  allHidden: {
    en: 'All runs are taken out. Choose one in the legend.',
    'zh-CN': '所有运行都已隐藏，请在图例中选择。',
  },
  keys: {
    en: 'Arrow keys read values',
    'zh-CN': '用方向键读取数值',
  },
  showRun: { en: 'Show', 'zh-CN': '显示' },
  lossOver: { en: 'Loss over the iterations', 'zh-CN': '损失随迭代的变化' },
  outputOver: { en: 'Output over the iterations', 'zh-CN': '输出随迭代的变化' },
  loss: { en: 'loss', 'zh-CN': '损失' },
  output: { en: 'output', 'zh-CN': '输出' },
  target: { en: 'target', 'zh-CN': '目标' },
  testLoss: { en: 'test loss', 'zh-CN': '测试损失' },
  batchLoss: { en: 'loss of the batch', 'zh-CN': '小批量损失' },
  training: { en: 'training', 'zh-CN': '训练集' },
  test: { en: 'test data', 'zh-CN': '测试集' },
  iteration: { en: 'iteration', 'zh-CN': '迭代' },
  diverged: { en: 'diverged', 'zh-CN': '发散' },
  parameter: { en: 'Parameter', 'zh-CN': '参数' },
  sideways: { en: 'Across', 'zh-CN': '横轴' },
  upwards: { en: 'Up', 'zh-CN': '纵轴' },
  wider: { en: 'Show more around', 'zh-CN': '显示更大范围' },
  closer: { en: 'Show less around', 'zh-CN': '显示更小范围' },
  noParameter: {
    en: 'Add a parameter that the output depends on: the loss is drawn along it.',
    'zh-CN': '请添加一个影响输出的参数，图像将沿它绘制。',
  },
  noTwo: {
    en: 'This takes two parameters that are trained.',
    'zh-CN': '需要两个参与训练的参数。',
  },
  derivative: { en: 'derivative', 'zh-CN': '导数' },
  tangent: { en: 'tangent', 'zh-CN': '切线' },
  gradient: { en: 'gradient', 'zh-CN': '梯度' },
  curve: { en: 'curve', 'zh-CN': '曲线' },
  iterates: { en: 'iterates', 'zh-CN': '迭代点' },
  now: { en: 'now', 'zh-CN': '当前' },
  slope: { en: 'slope', 'zh-CN': '斜率' },
  othersMove: {
    en: 'The other parameters move too: the curve is the one of now, and earlier iterates need not lie on it.',
    'zh-CN': '其他参数也在变化：曲线对应当前状态，之前的迭代点未必落在曲线上。',
  },
  someRows: (some: number, all: number): Text => ({
    en: `Drawn from ${some} of the ${all} rows, evenly chosen.`,
    'zh-CN': `由 ${all} 行中均匀选取的 ${some} 行绘制。`,
  }),
  alongOne: (output: string, parameter: string): Text => ({
    en: `${output} along ${parameter}`,
    'zh-CN': `${output} 随 ${parameter} 的变化`,
  }),
  view: { en: 'View', 'zh-CN': '视图' },
  map: { en: 'Contours', 'zh-CN': '等高线' },
  surface: { en: 'Surface', 'zh-CN': '曲面' },
  path: { en: 'path', 'zh-CN': '路径' },
  field: { en: 'grid', 'zh-CN': '网格' },
  turnKeys: {
    en: 'Arrow keys turn it, with Shift they read values',
    'zh-CN': '方向键旋转，按住 Shift 用方向键读取数值',
  },
  noNumbers: {
    en: 'The output is no number anywhere around here.',
    'zh-CN': '这附近的输出都不是有限的数。',
  },
  othersMoveOver: {
    en: 'The other parameters move too: the heights are those of now.',
    'zh-CN': '其他参数也在变化：高度对应当前状态。',
  },
  overTwo: (output: string, across: string, up: string): Text => ({
    en: `${output} over ${across} and ${up}`,
    'zh-CN': `${output} 随 ${across} 与 ${up} 的变化`,
  }),
  growing: { en: 'growing', 'zh-CN': '增大' },
  cut: {
    en: 'What lies above the picture is cut off.',
    'zh-CN': '超出图像上缘的部分已截去。',
  },
  noLog: {
    en: 'Losses of 0 or less have no place on a log scale.',
    'zh-CN': '不大于 0 的损失无法用对数刻度表示。',
  },
  run: (number: number): Text => ({ en: `run ${number}`, 'zh-CN': `第 ${number} 次` }),
  ranAway: (name: string): Text => ({
    en: `${name === '' ? 'The run' : name} diverged: its loss grew without bound (×).`,
    'zh-CN': `${name === '' ? '本次运行' : name}发散：损失无限增大（×）。`,
  }),
} as const;

/** The pictures by name. */
export const pictureNames = {
  loss: { en: 'Loss over iterations', 'zh-CN': '损失曲线' },
  along: { en: 'Along one parameter', 'zh-CN': '沿一个参数' },
  over: { en: 'Over two parameters', 'zh-CN': '沿两个参数' },
  data: { en: 'Data and fit', 'zh-CN': '数据与拟合' },
  boundary: { en: 'Decision boundary', 'zh-CN': '决策边界' },
  classes: { en: 'Confusion matrix', 'zh-CN': '混淆矩阵' },
  gradients: { en: 'Size of gradients', 'zh-CN': '梯度大小' },
} as const satisfies Record<string, Text>;
