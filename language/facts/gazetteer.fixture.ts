import type { GazetteerEntry } from './place/gazetteer.ts'
import { indexNames, type NameIndex } from './place/name-index.ts'

const SOUNDS: Record<string, string> = {
  枫: 'feng',
  风: 'feng',
  丹: 'dan',
  花: 'hua',
  园: 'yuan',
  圆: 'yuan',
  缘: 'yuan',
  建: 'jian',
  设: 'she',
  社: 'she',
  路: 'lu',
  学: 'xue',
  府: 'fu',
  付: 'fu',
  柳: 'liu',
  荫: 'yin',
  区: 'qu',
  去: 'qu',
  锦: 'jin',
  澜: 'lan',
  阳: 'yang',
  光: 'guang',
  小: 'xiao',
  雪: 'xue',
  钟: 'zhong',
  楼: 'lou',
  东: 'dong',
  人: 'ren',
  民: 'min',
  明: 'ming',
  珠: 'zhu',
  苑: 'yuan',
}
/** A handful of characters said as in the language; all others are unheard. */
export const soundOf = (character: string): string => SOUNDS[character] ?? ''

const region = (name: string, code: string, kind: string): GazetteerEntry => ({
  name,
  aliases: [],
  kind,
  region: code,
  isRegion: true,
})
const place = (name: string, code: string, kind: string): GazetteerEntry => ({
  name,
  aliases: [],
  kind,
  region: code,
  isRegion: false,
})

/** A small city: two districts, a road that runs through both, places whose names hold each other. */
export const gazetteer: readonly GazetteerEntry[] = [
  region('锦澜区', '990101', 'district'),
  region('望川区', '990102', 'district'),
  region('钟鼓街道', '990101001', 'town'),
  region('钟楼东社区', '990101001001', 'community'),
  region('柳荫社区', '990102001001', 'community'),
  place('枫丹花园', '990101001001', 'estate'),
  place('阳光小区', '990101001001', 'estate'),
  place('明珠苑', '990102001001', 'estate'),
  place('钟楼东小学', '990101001001', 'school'),
  place('文庙农贸市场', '990101001001', 'market'),
  place('建设路', '990101001001', 'road'),
  place('建设路', '990102001001', 'road'),
  place('人民路', '990102001001', 'road'),
  place('学府路', '990102001001', 'road'),
]

export const names: NameIndex = indexNames(gazetteer, soundOf)
