/** What the sheet of shortcuts says. */
export const words = {
  title: { en: 'Keyboard shortcuts', 'zh-CN': '键盘快捷键' },
  search: { en: 'Search shortcuts', 'zh-CN': '搜索快捷键' },
  none: { en: 'No shortcut is called that.', 'zh-CN': '没有匹配的快捷键。' },
  onNode: { en: 'On the node or edge that has the focus', 'zh-CN': '焦点所在的节点或边' },
  actsOn: {
    en: 'Arrows select what they come to, as a click does. Delete and all other commands act on what is selected, or on what has the focus while nothing is.',
    'zh-CN':
      '方向键会选中所到之处，与点击相同。删除等命令作用于选中的内容；没有选中时，作用于焦点所在的内容。',
  },
  onNumber: { en: 'On a number', 'zh-CN': '焦点在数值上时' },
  several: { en: 'Select several', 'zh-CN': '选中多个' },
  severalKeys: { en: 'Shift + click, or Shift + drag', 'zh-CN': 'Shift + 点击，或 Shift + 拖动' },
  takeOut: { en: 'Take out of its group', 'zh-CN': '移出所在分组' },
  takeOutKeys: { en: 'Alt + drag', 'zh-CN': 'Alt + 拖动' },
};

/** What keys do to a number. */
export const onNumber = [
  {
    name: {
      en: 'Type a value or an expression such as 1/3 or ln(2)',
      'zh-CN': '输入数值或算式，如 1/3、ln(2)',
    },
    keys: { en: 'Enter', 'zh-CN': 'Enter' },
  },
  {
    name: { en: 'Change it step by step', 'zh-CN': '逐步调整' },
    keys: { en: '↑ ↓ or drag sideways', 'zh-CN': '↑ ↓ 或左右拖动' },
  },
  {
    name: { en: 'Ten steps, a tenth of a step', 'zh-CN': '十倍步长、十分之一步长' },
    keys: { en: 'with Shift, with Alt', 'zh-CN': '配合 Shift、配合 Alt' },
  },
  { name: { en: 'Leave it as it was', 'zh-CN': '放弃修改' }, keys: { en: 'Esc', 'zh-CN': 'Esc' } },
];
