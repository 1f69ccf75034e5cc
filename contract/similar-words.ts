import type { Ground } from '#domain/accept/same-grounds.ts'

type Words = { zh: string; en: string }

/** Why two requests may be one matter, to the seat. */
export function groundWords(ground: Ground): Words {
  switch (ground.kind) {
    case 'same-caller':
      return { zh: '同一来电人', en: 'the same caller' }
    case 'near':
      return ground.metres <= 30
        ? { zh: '同一地点', en: 'the same place' }
        : { zh: `相距 ${ground.metres} 米`, en: `${ground.metres} m away` }
    case 'same-grid':
      return { zh: '同网格', en: 'the same grid' }
    case 'same-community':
      return { zh: '同社区', en: 'the same community' }
    case 'same-scene':
      return { zh: '同类', en: 'the same category' }
    case 'same-item':
      return { zh: '同一事项', en: 'the same item' }
    case 'same-place':
      return { zh: `都说的是“${ground.name}”`, en: `both name “${ground.name}”` }
    case 'other-place':
      return {
        zh: `地点叫法不同：“${ground.mine}”和“${ground.theirs}”`,
        en: `places named differently: “${ground.mine}” and “${ground.theirs}”`,
      }
    case 'words':
      return {
        zh: `都提到${ground.words.map((word) => `“${word}”`).join('')}`,
        en: `both say ${ground.words.map((word) => `“${word}”`).join(', ')}`,
      }
  }
}
