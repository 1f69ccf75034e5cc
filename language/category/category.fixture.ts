import type { Label } from './label-set.ts'
import type { Phrase } from './training-examples.ts'

const label = (code: string, name: string, level: Label['level'], parent: string | null, keywords: string): Label => ({
  code,
  name,
  level,
  parent,
  offered: true,
  keywords: keywords.split(';').filter((word) => word !== ''),
})

/** A taxonomy of two domains with two scenes each. */
export const labels: readonly Label[] = [
  label('R', '道路水利', 1, null, ''),
  label('R01', '道路', 2, 'R', '道路;马路'),
  label('R0101', '路面破损', 3, 'R01', '坑洼;路烂'),
  label('R0102', '桥梁险情', 3, 'R01', '桥要塌;桥面断裂'),
  label('W', '邻里生活', 1, null, ''),
  label('W01', '邻里', 2, 'W', '邻居;纠纷'),
  label('W0101', '噪声纠纷', 3, 'W01', '太吵;半夜唱歌'),
  label('W0102', '占地纠纷', 3, 'W01', '占地;围墙'),
]

const said: Readonly<Record<string, readonly string[]>> = {
  R0101: [
    '门口的路坑坑洼洼没法走',
    '路面裂了好大的口子',
    '水泥路烂了三年没人修',
    '车轮掉进坑里了',
    '路上全是坑',
    '柏油起皮了',
  ],
  R0102: [
    '桥上的栏杆快掉了',
    '桥墩裂开了很吓人',
    '过桥时桥面在晃',
    '那座老桥看着要塌',
    '桥板断了一块',
    '桥洞顶上往下掉石头',
  ],
  W0101: [
    '楼上半夜蹦迪',
    '隔壁天天放音响吵死了',
    '邻居家孩子凌晨弹琴',
    '楼上拖椅子的声音受不了',
    '对门唱歌到两点',
    '夜里吵得睡不着',
  ],
  W0102: [
    '邻居把围墙砌到我家地里',
    '隔壁盖房占了我家的过道',
    '他家的篱笆越过了界',
    '院子被邻居圈走一块',
    '宅基地的界线说不清',
    '地边被隔壁挖走半米',
  ],
}

export const phrases: readonly Phrase[] = Object.entries(said).flatMap(([code, all]) =>
  all.map((phrase) => ({ code, phrase })),
)
