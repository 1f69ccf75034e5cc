import type { Today } from '#contract/today.ts'
import { channelNames } from '#contract/vocabulary-words.ts'
import { SHANGHAI_OFFSET_MS } from '#domain/ids.ts'
import type { Cell } from './figures-file.ts'

export const todayWords = {
  zh: {
    title: '今日看板',
    head: ['栏目', '项目', '今天', '对比日同时段', '说明'],
    cutoff: '数据截止',
    before: '对比日',
    area: '范围',
    city: '全市',
    totals: '总量',
    accepted: '受理',
    answered: '直接答复',
    dispatched: '已派单',
    closed: '办结',
    pending: '待派',
    red: '督办（在办）',
    longOpen: '督办超 30 天',
    amber: '预警（在办）',
    dueToday: '预警今天到期',
    hours: '每小时受理（对比日为全天）',
    categories: '分类',
    channels: '渠道',
    units: '各单位灯色',
    unitHead: ['单位', '督办', '预警', '正常'],
    rates: '三率',
    rateHead: ['率', '分子', '分母', '部分解决', '对比日分子', '对比日分母'],
    towns: '各街道、镇受理',
    none: '未分类',
    rate: { response: '响应', resolution: '解决', satisfaction: '满意' },
  },
  en: {
    title: 'Today',
    head: ['Section', 'Item', 'Today', 'Earlier day, same time', 'Note'],
    cutoff: 'As of',
    before: 'Compared with',
    area: 'Area',
    city: 'Whole city',
    totals: 'Totals',
    accepted: 'Accepted',
    answered: 'Answered directly',
    dispatched: 'Dispatched',
    closed: 'Closed',
    pending: 'Waiting for dispatch',
    red: 'Red, open',
    longOpen: 'Red, open over 30 days',
    amber: 'Amber, open',
    dueToday: 'Amber, due today',
    hours: 'Accepted by hour (earlier day: whole day)',
    categories: 'Categories',
    channels: 'Channels',
    units: 'Lights by unit',
    unitHead: ['Unit', 'Red', 'Amber', 'Green'],
    rates: 'Three rates',
    rateHead: ['Rate', 'Right', 'Of', 'Partly', 'Earlier day right', 'Earlier day of'],
    towns: 'Accepted by town and street',
    none: 'Not classified',
    rate: { response: 'Response', resolution: 'Resolution', satisfaction: 'Satisfaction' },
  },
} as const

/** 2026-11-25 22:20:22, as the city's clocks show it. */
export const localTime = (at: string): string =>
  new Date(Date.parse(at) + SHANGHAI_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ')

type Pair = { today: number; before: number }

/** The board line by line, every number as on the screen. */
export function sheetRows(board: Today, language: 'zh' | 'en'): Cell[][] {
  const words = todayWords[language]
  const line = (section: string, item: string, { today, before }: Pair, note: Cell = null): Cell[] => [
    section,
    item,
    today,
    before,
    note,
  ]
  const now = (item: string, n: number): Cell[] => [words.totals, item, n, null, null]
  return [
    [words.cutoff, localTime(board.cutoff)],
    [words.before, board.before.day],
    [words.area, board.region?.name ?? words.city],
    [],
    [...words.head],
    line(words.totals, words.accepted, board.accepted),
    line(words.totals, words.answered, board.answered),
    line(words.totals, words.dispatched, board.dispatched),
    line(words.totals, words.closed, board.closed),
    now(words.pending, board.dispatched.pending),
    now(words.red, board.red.open),
    now(words.longOpen, board.red.longOpen),
    now(words.amber, board.amber.open),
    now(words.dueToday, board.amber.dueToday),
    ...board.hours.map((row) => line(words.hours, `${row.hour}:00`, row)),
    ...board.categories.map((row) => line(words.categories, row.code === null ? words.none : row.name, row, row.code)),
    ...board.channels.map((row) => line(words.channels, channelNames[row.channel][language], row)),
    ...board.towns.map((row) => line(words.towns, `${row.district} ${row.name}`, row, row.top?.name ?? null)),
    [],
    [words.units, ...words.unitHead],
    ...board.units.map((row): Cell[] => [words.units, row.name, row.red, row.amber, row.green]),
    [],
    [words.rates, ...words.rateHead],
    ...board.rates.map((row): Cell[] => [
      words.rates,
      words.rate[row.rate],
      row.right,
      row.of,
      row.partly,
      row.before.right,
      row.before.of,
    ]),
  ]
}
