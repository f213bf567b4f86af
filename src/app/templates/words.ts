import type { Text } from '../../ops/index.ts';

/** The texts of templates. */
export const words = {
  own: { en: 'Your templates', 'zh-CN': '我的模板' },
  none: {
    en: 'Select nodes and choose Insert → “Save selection as template…” to keep a part of your own here.',
    'zh-CN': '选中节点后选择“插入 → 将所选内容存为模板…”，即可把自己的部件存放在这里。',
  },
  save: { en: 'Save selection as template…', 'zh-CN': '将所选内容存为模板…' },
  saveTitle: { en: 'Save as template', 'zh-CN': '存为模板' },
  saveLead: {
    en: 'It is kept in this browser and stands in the palette under “Templates”, to be used again with fresh names.',
    'zh-CN': '模板保存在此浏览器中，位于左侧面板的“模板”一栏，可随时以新名称再次使用。',
  },
  name: { en: 'Name', 'zh-CN': '名称' },
  keep: { en: 'Save', 'zh-CN': '保存' },
  cancel: { en: 'Cancel', 'zh-CN': '取消' },
  rename: { en: 'Rename', 'zh-CN': '重命名' },
  download: { en: 'Download as a graph file', 'zh-CN': '下载为图文件' },
  remove: { en: 'Delete', 'zh-CN': '删除' },
  keepIt: { en: 'Keep', 'zh-CN': '保留' },
  fromFile: { en: 'Add from a graph file…', 'zh-CN': '从图文件添加…' },
  refused: {
    en: 'The browser refuses to keep this: its storage for this page is off or full.',
    'zh-CN': '浏览器无法保存：此页面的存储空间已关闭或已满。',
  },
  unreadable: { en: 'That is not a graph file.', 'zh-CN': '这不是图文件。' },
} as const satisfies Record<string, Text>;

/** How a template's row says what it does. */
export function addName(name: string): Text {
  return {
    en: `Add ${name}: drag it onto the canvas, or press Enter`,
    'zh-CN': `添加“${name}”：拖到画布上，或按 Enter`,
  };
}

/** More names than this are not listed. */
const mostNames = 4;

/** Offers marked nodes as the inputs of a template. */
export function takeText(ids: readonly string[]): Text {
  const names = ids.slice(0, mostNames).map((id) => `\`${id}\``);
  const more = ids.length > mostNames ? ', …' : '';
  return {
    en: `Takes ${names.join(', ')}${more} as ${ids.length === 1 ? 'its input' : 'inputs'}`,
    'zh-CN': `以选中的 ${names.join('、')}${more} 为输入`,
  };
}

/** That a template has been put behind nodes. */
export function addedBehind({ en, 'zh-CN': zh }: Text, count: number): Text {
  return {
    en: `Added ${en} on ${count} selected ${count === 1 ? 'node' : 'nodes'}.`,
    'zh-CN': `已添加“${zh}”，以选中的 ${count} 个节点为输入。`,
  };
}

/** That a template has been put into the graph. */
export function added({ en, 'zh-CN': zh }: Text): Text {
  return { en: `Added ${en}.`, 'zh-CN': `已添加“${zh}”。` };
}

/** That a template has been kept. */
export function kept(name: string): Text {
  return {
    en: `Saved “${name}”: it stands in the palette under Templates.`,
    'zh-CN': `已保存“${name}”，可在左侧面板的“模板”中找到。`,
  };
}

/** Asks before a template is gone for good. */
export function askRemove(name: string): Text {
  return { en: `Delete “${name}” for good?`, 'zh-CN': `要永久删除“${name}”吗？` };
}
