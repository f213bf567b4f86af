import { formatNumber } from '../formula/index.ts';
import type { Text } from '../ops/index.ts';
import type { Plan } from './plan.ts';
import { updateRules } from './rules/index.ts';
import { completeSettings } from './rules/rule.ts';

/**
 * What tells each of some plans from the others, in a few words; nothing where all are alike. Names
 * of parameters stand between backticks.
 */
export function differences(plans: readonly Plan[]): readonly Text[] {
  const parts = plans.map(partsOf);
  const keys = new Set(parts.flatMap((part) => [...part.keys()]));
  const telling = [...keys].filter(
    (key) => new Set(parts.flatMap((part) => part.get(key)?.en ?? [])).size > 1,
  );
  return parts.map((part) => joined(telling.flatMap((key) => part.get(key) ?? [])));
}

/** All that can be said of a plan, by what it is about, the most telling first. */
function partsOf(plan: Plan): ReadonlyMap<string, Text> {
  const { move } = plan;
  const parts = new Map<string, Text>();
  const size = plan.batch;
  if (move.by === 'gradient') {
    const rule = updateRules.get(move.rule);
    parts.set('rule', rule?.name ?? same(move.rule));
    parts.set('rate', same(`\`eta\` = ${formatNumber(move.rate)}`));
    const settings = rule ? completeSettings(rule, move.settings) : {};
    for (const [id, value] of Object.entries(settings)) {
      parts.set(`${move.rule} ${id}`, same(`${signs[id] ?? id} = ${formatNumber(value)}`));
    }
    parts.set('schedule', scheduleText(move.schedule));
  } else {
    parts.set('rule', { en: 'target', 'zh-CN': '目标反推' });
    parts.set('target', {
      en: `target ${formatNumber(move.target)}`,
      'zh-CN': `目标 ${formatNumber(move.target)}`,
    });
    parts.set(
      'factor',
      move.factor === 'kept'
        ? { en: 'factor kept', 'zh-CN': '因子固定' }
        : { en: 'factor recomputed', 'zh-CN': '因子重算' },
    );
    const shares = Object.entries(move.shares).map(
      ([id, share]) => `\`${id}\` ${formatNumber(share)}`,
    );
    parts.set('shares', same(shares.join(', ')));
    if (move.clamps !== undefined) parts.set('clamps', { en: 'clamped', 'zh-CN': '有下限' });
  }
  parts.set(
    'batch',
    size === undefined
      ? { en: 'full batch', 'zh-CN': '全批量' }
      : size === 1
        ? { en: 'single samples', 'zh-CN': '单样本' }
        : { en: `batches of ${size}`, 'zh-CN': `小批量 ${size}` },
  );
  parts.set(
    'reduction',
    plan.reduction === 'sum' ? { en: 'sum', 'zh-CN': '求和' } : { en: 'mean', 'zh-CN': '平均' },
  );
  parts.set(
    'order',
    plan.order === 'shuffled'
      ? { en: 'shuffled', 'zh-CN': '打乱' }
      : { en: 'in order', 'zh-CN': '按顺序' },
  );
  if (plan.order === 'shuffled') {
    parts.set('seed', { en: `seed ${plan.seed ?? 0}`, 'zh-CN': `种子 ${plan.seed ?? 0}` });
  }
  const frozen = plan.frozen ?? [];
  parts.set(
    'frozen',
    frozen.length === 0
      ? { en: 'none frozen', 'zh-CN': '无冻结' }
      : {
          en: `${frozen.map((id) => `\`${id}\``).join(', ')} frozen`,
          'zh-CN': `冻结 ${frozen.map((id) => `\`${id}\``).join('、')}`,
        },
  );
  return parts;
}

function scheduleText(schedule: Extract<Plan['move'], { by: 'gradient' }>['schedule']): Text {
  switch (schedule?.kind) {
    case 'step':
      return {
        en: `× ${formatNumber(schedule.factor)} every ${schedule.every}`,
        'zh-CN': `每 ${schedule.every} 步 × ${formatNumber(schedule.factor)}`,
      };
    case 'cosine':
      return { en: `cosine over ${schedule.over}`, 'zh-CN': `余弦，${schedule.over} 步` };
    default:
      return { en: 'constant rate', 'zh-CN': '学习率恒定' };
  }
}

/** How constants of update rules are written. */
const signs: Readonly<Record<string, string>> = {
  beta: '`beta`',
  beta1: '`beta_1`',
  beta2: '`beta_2`',
  epsilon: '`epsilon`',
  rho: '`rho`',
};

function same(text: string): Text {
  return { en: text, 'zh-CN': text };
}

function joined(texts: readonly Text[]): Text {
  return {
    en: texts.map(({ en }) => en).join(' · '),
    'zh-CN': texts.map((text) => text['zh-CN']).join(' · '),
  };
}
