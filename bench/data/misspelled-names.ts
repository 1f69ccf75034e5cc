import type { Atlas } from '#domain/city/atlas.ts'
import type { City } from '#domain/city/city.ts'
import { soundOf } from '#server/pinyin.ts'
import { candidatesOf } from '#server/places.ts'

export type Misspelled = {
  name: string
  said: string
  slip: 'sounding alike' | 'missing' | 'doubled' | 'swapped' | 'wrong'
}

/** Plain characters of Chinese, the frequent ones first in the code tables: what a hand writes by mistake. */
const COMMON = Array.from(
  '一不在有人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严',
)

/** Every name of the gazetteer once with one slip, by a fixed rule: no dice, the same names each time. */
export function misspelledNames(city: City, atlas: Atlas): Misspelled[] {
  const names = [...new Set(candidatesOf(city, atlas).map(({ name }) => name))].filter((name) => name.length >= 3)
  const known = new Set(names)
  return names.flatMap((name, i): Misspelled[] => {
    const at = (i * 7) % (name.length - 1)
    const [a = '', b = ''] = [name[at], name[at + 1]]
    const put = (text: string) => name.slice(0, at) + text + name.slice(at + 1)
    const same = COMMON.filter((one) => one !== a && soundOf(one) === soundOf(a))
    const wrong = COMMON[(i * 31) % COMMON.length] ?? '一'
    const all: Misspelled[] = [
      ...(same[0] === undefined
        ? []
        : [{ name, said: put(same[i % same.length] ?? same[0]), slip: 'sounding alike' as const }]),
      { name, said: put(''), slip: 'missing' },
      { name, said: put(a + a), slip: 'doubled' },
      { name, said: name.slice(0, at) + b + a + name.slice(at + 2), slip: 'swapped' },
      { name, said: put(wrong), slip: 'wrong' },
    ]
    return all.filter(({ said }) => said !== name && !known.has(said))
  })
}
