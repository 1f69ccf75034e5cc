import { affairs } from './affairs.ts'
import { cityOrder } from './city-order.ts'
import { education } from './education.ts'
import { environment } from './environment.ts'
import { facilities } from './facilities.ts'
import { health } from './health.ts'
import { housing } from './housing.ts'
import { labour } from './labour.ts'
import { livelihood } from './livelihood.ts'
import { market } from './market.ts'
import { safety } from './safety.ts'
import type { SceneText, SceneTexts } from './scene-texts.ts'
import { traffic } from './traffic.ts'

const scenes: SceneTexts = {
  ...livelihood,
  ...cityOrder,
  ...market,
  ...housing,
  ...facilities,
  ...traffic,
  ...labour,
  ...education,
  ...health,
  ...environment,
  ...safety,
  ...affairs,
}

/** A scene the demo city does not know (another city's taxonomy) is told in the words of its own name. */
export function sceneText(category: string, name: string): SceneText {
  const known = scenes[category]
  return (
    known ?? {
      say: [`${name}问题｜{community}{spot}{since}存在${name}的问题，{told}。`],
      ask: [`咨询${name}｜想了解${name}的办理要求。`],
    }
  )
}

export const sceneCodes = Object.keys(scenes)
