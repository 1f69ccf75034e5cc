import type { ModelCard } from '#contract/model-card.ts'
import type { City } from '#domain/city/city.ts'
import type { CategoryCode } from '#domain/ids.ts'

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`
const rate = (right: number, of: number): string => `${right} / ${of}${of < 10 ? '' : ` (${percent(right / of)})`}`
const day = (at: string | null): string => at?.slice(0, 10) ?? '—'

/** A model's card for a terminal: what it learned, how it did on orders it had not seen, where it errs. */
export function cardText(card: ModelCard, bytes: number, city: City): string {
  const { learned, figures, compared } = card
  const name = (code: string) => `${code} ${city.categories.get(code as CategoryCode)?.name ?? ''}`
  const head = [
    `labels 分类体系     ${card.labelSet}, ${card.scenes} scenes 个场景`,
    `learned 学习内容    ${learned.orders} orders 件工单 (${learned.corrected} corrected 改过分类), ${learned.phrases} phrases 句说法`,
    `span 时间跨度       ${day(learned.from)} – ${day(learned.until)}`,
    `size 文件大小       ${(bytes / 1024 / 1024).toFixed(1)} MB, ${card.seconds.toFixed(1)} s`,
  ]
  if (figures === null)
    return [...head, 'not examined 未测评: fewer than 100 closed orders 办结工单不足 100 件'].join('\n')
  const measured = [
    `examined 测评        ${figures.of} orders of ${day(figures.from)} – ${day(figures.until)}, held back 未参加训练`,
    `accuracy 准确率      ${rate(figures.right, figures.of)}, among three 前三 ${rate(figures.rightInThree, figures.of)}`,
    `macro-F1 宏平均 F1   ${figures.macroF1.toFixed(3)}`,
    `calibration 校准误差 ${figures.calibrationError.toFixed(3)}`,
    `coverage 覆盖率      ${percent(figures.coverageAt965)} at 96.5 % right 准到 96.5 %`,
    `sure 自称有把握      ${rate(figures.sure.right, figures.sure.of)} right 对`,
    ...(figures.people.of === 0
      ? []
      : [
          `people 人的一致性   ${rate(figures.people.alike, figures.people.of)} of near-identical orders filed alike 相近工单归类相同`,
        ]),
    ...(compared === null
      ? []
      : [
          `in force 现行        model ${compared.number}: ${rate(compared.right, compared.of)}, knew 学过其中 ${compared.knew}`,
        ]),
    'worst 错得最多:',
    ...figures.worst
      .slice(0, 10)
      .map(
        ({ code, right, of, confusedWith }) =>
          `  ${name(code)}  ${rate(right, of)}  → ${confusedWith.map((other) => `${name(other.code)} ×${other.times}`).join(', ')}`,
      ),
  ]
  return [...head, ...measured].join('\n')
}
