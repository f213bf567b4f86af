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
  epoch: { en: 'epoch', 'zh-CN': '轮次' },
  byEpoch: { en: 'By epoch', 'zh-CN': '按轮次' },
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
  tangent: { en: 'tangent', 'zh-CN': '切线' },
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
    en: 'The output is not a number anywhere around here.',
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
  gradientSize: { en: 'size of the gradient', 'zh-CN': '梯度大小' },
  gradientsOver: { en: 'Size of gradients over the iterations', 'zh-CN': '梯度大小随迭代的变化' },
  vanishing: {
    en: 'Lines far below the others: the gradient vanishes on its way there. Lines that rise: it explodes.',
    'zh-CN': '远低于其他线：梯度在传播途中消失；不断上升：梯度爆炸。',
  },
  smoothed: {
    en: 'Strong lines are means over neighbouring batches.',
    'zh-CN': '粗线为相邻小批量的平均。',
  },
  norms: {
    en: 'Parameters that belong together share a line, the norm of their gradients.',
    'zh-CN': '同组参数合为一条线，取其梯度的范数。',
  },
  zeroGradients: {
    en: 'Gradients of 0 have no place on a log scale.',
    'zh-CN': '等于 0 的梯度无法用对数刻度表示。',
  },
  noData: {
    en: 'Bring in data and bind its columns to inputs.',
    'zh-CN': '请先导入数据，并把列绑定到输入。',
  },
  predicted: { en: 'predicted', 'zh-CN': '预测值' },
  dataAndFit: { en: 'Data and fit', 'zh-CN': '数据与拟合' },
  predictedOver: { en: 'Predicted over actual', 'zh-CN': '预测值与实际值' },
  fit: { en: 'fit', 'zh-CN': '拟合' },
  outside: { en: 'outside of the picture', 'zh-CN': '在图外' },
  exact: { en: 'exact', 'zh-CN': '完全一致' },
  residuals: { en: 'Residuals', 'zh-CN': '残差' },
  residual: { en: 'residual', 'zh-CN': '残差' },
  row: { en: 'row', 'zh-CN': '行' },
  boundaryOf: (name: string): Text => ({
    en: `${name} over two features`,
    'zh-CN': `${name} 在两个特征上的分布`,
  }),
  boundary: { en: 'boundary', 'zh-CN': '边界' },
  threshold: { en: 'Threshold', 'zh-CN': '阈值' },
  taken: { en: 'taken for', 'zh-CN': '判为' },
  is: { en: 'is', 'zh-CN': '实际' },
  missed: { en: 'wrong', 'zh-CN': '判错' },
  accuracy: { en: 'accuracy', 'zh-CN': '准确率' },
  precision: { en: 'precision', 'zh-CN': '精确率' },
  recall: { en: 'recall', 'zh-CN': '召回率' },
  f1: { en: 'F₁', 'zh-CN': 'F₁' },
  confusion: { en: 'Confusion matrix', 'zh-CN': '混淆矩阵' },
  actual: { en: 'actual', 'zh-CN': '实际' },
  truth: { en: 'Truth table', 'zh-CN': '真值表' },
  rows: { en: 'Rows', 'zh-CN': '数据' },
  share: { en: 'share', 'zh-CN': '比例' },
  yes: { en: 'right', 'zh-CN': '正确' },
  no: { en: 'wrong', 'zh-CN': '错误' },
  growing: { en: 'growing', 'zh-CN': '增大' },
  stuck: (loss: string): Text => ({
    en: `${loss}, no lower than at first`,
    'zh-CN': `${loss}，未低于初值`,
  }),
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
  truth: { en: 'Truth table', 'zh-CN': '真值表' },
  classes: { en: 'Confusion matrix', 'zh-CN': '混淆矩阵' },
  gradients: { en: 'Size of gradients', 'zh-CN': '梯度大小' },
} as const satisfies Record<string, Text>;
