import type { ReturnReason } from '#domain/dispatch/return-reasons.ts'

type Ground = { reason: ReturnReason; explanation: string; basis: string | null; document: string | null }

/** What units write when they give an order back. */
export const returnGrounds: readonly Ground[] = [
  {
    reason: 'not-our-duty',
    explanation: '经核对，所反映事项不在我单位职责清单内，已与诉求人说明，建议改派主管单位。',
    basis: '云川市市级部门职责清单',
    document: '云编办〔2025〕12号',
  },
  {
    reason: 'ownership',
    explanation: '现场查看，该设施不属我单位管养，铭牌和台账均无登记，请按权属改派。',
    basis: '云川市城市设施管养划分办法',
    document: '云城管〔2024〕31号',
  },
  {
    reason: 'wrong-area',
    explanation: '所述地点经定位不在我单位管辖范围，请按实际属地改派。',
    basis: null,
    document: '云民政区划〔2023〕5号',
  },
]
