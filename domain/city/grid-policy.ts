import { z } from 'zod'
import { Limit } from '../deadline/limit.ts'
import { CategoryCode } from '../ids.ts'

const time = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a time of the day, 08:00')

/** 在岗时间, in Shanghai; over midnight where `to` is earlier. */
export const ActiveHours = z.object({ from: time, to: time })
export type ActiveHours = z.infer<typeof ActiveHours>

/** What asks for a law enforcer whoever is meant: a grid worker has no such power (domain.md §5.8, 国办函〔2025〕66号 (5)). */
const ENFORCEMENT = [
  '执法',
  '查处',
  '处罚',
  '罚款',
  '取缔',
  '没收',
  '立案',
  '无证',
  '违法',
  '违建',
  '强制',
  '拘留',
  '举报',
]

/** 网格直派与吹哨报到 (domain.md §5.8). */
export const GridPolicy = z.object({
  /** simple matters go to the grid worker by themselves; otherwise a dispatcher sends them */
  straight: z.boolean().default(false),
  /** so many new matters a worker a day */
  dailyCap: z.number().int().min(1).max(50).default(8),
  /** of workers who have no hours of their own */
  hours: ActiveHours.default({ from: '08:00', to: '20:00' }),
  enforcementWords: z.array(z.string().min(1)).default(ENFORCEMENT),
  /** scenes, items or domains that never go to the grid though the catalogue would allow it */
  never: z.array(CategoryCode).default([]),
  /** 部门报到: how soon a department must be at the place that a grid worker reported */
  arrival: Limit.default({ amount: 4, unit: 'hour' }),
  /** how near to it counts as there */
  arrivalMetres: z.number().int().min(50).max(5000).default(300),
})
export type GridPolicy = z.infer<typeof GridPolicy>
