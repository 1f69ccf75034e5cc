import { parseArgs } from 'node:util'
import type { ModelCard } from '#contract/model-card.ts'
import { addToAdminLog } from '#db/admin-log.ts'
import { adoptCategoryModel, lockModels } from '#db/category-models.ts'
import type { City } from '#domain/city/city.ts'
import { instantOf } from '#domain/ids.ts'
import { cityInForce } from '#server/city-in-force.ts'
import { modelInForce } from '#server/models/model-in-force.ts'
import { MOST_ORDERS, type TrainingHouse, trainerOf, trainOn } from '#server/models/trainer.ts'
import { runCommand } from '#tools/data-command.ts'
import { cardText } from '#tools/model-card-text.ts'
import { openData } from '#tools/open-data.ts'

const USAGE =
  'npm run train -- [--dry] [--adopt] [--orders N]' +
  '\n  Trains a model of the category from closed orders, corrections, descriptions and phrases, and prints its card.' +
  '\n  从办结工单、改过的分类、场景说明和说法训练分类模型,打印模型说明。结果是草稿,由管理员在"分类模型"页采用。' +
  '\n  --dry: keep nothing 只算不存; --adopt: put it in force at once 直接采用; --orders: newest N orders 只学最近 N 件'

function readArguments(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      dry: { type: 'boolean', default: false },
      adopt: { type: 'boolean', default: false },
      orders: { type: 'string', default: String(MOST_ORDERS) },
    },
  })
  const orders = Number(values.orders)
  if (!Number.isInteger(orders) || orders < 0) throw new Error(`--orders ${values.orders} is no number.\n${USAGE}`)
  if (values.dry && values.adopt) throw new Error(`--dry keeps nothing, so there is nothing to adopt.\n${USAGE}`)
  return { dry: values.dry, adopt: values.adopt, orders }
}

function checkTaxonomy(city: City): void {
  const scenes = [...city.categories.values()].filter(({ level, active }) => level === 3 && active)
  if (scenes.length < 2)
    throw new Error(
      'The city has fewer than two scenes (categories of level 3): there is nothing to tell apart. 事项分类不足两个场景,无法训练。',
    )
}

const SYSTEM = 'system'

await runCommand(async (args) => {
  const { dry, adopt, orders } = readArguments(args)
  const { config, db, close } = await openData()
  const now = () => instantOf(Date.now())
  try {
    const { city } = await cityInForce(db, config.cityFolder)
    checkTaxonomy(city)
    const models = await modelInForce(db, city, config.cityFolder)
    const log = { info: () => undefined, error: () => undefined }
    const house: TrainingHouse = { db, city, cityFolder: config.cityFolder, models, now, log }
    let step = ''
    const watch = (beat: { step: string; done: number }) => {
      if (beat.step === step) return
      step = beat.step
      console.log(`… ${beat.step}${beat.done > 0 ? ` (${beat.done} orders)` : ''}`)
    }
    const tell = (card: ModelCard, bytes: number) => console.log(cardText(card, bytes, city))
    if (dry) {
      const { card, file } = await trainOn(house, orders, watch)
      tell(card, file.length)
      console.log('Nothing was kept. 未保存。')
      return
    }
    const begun = await trainerOf(() => house, { most: orders, watch }).begin(SYSTEM)
    if (!begun.ok)
      throw new Error('A model is being trained already; wait until it is done. 已有一个模型在训练,请稍后。')
    const ended = await begun.ended
    if ('fault' in ended) throw new Error(`The training did not finish: ${ended.fault}. 训练没有完成。`)
    tell(ended.trained.card, ended.trained.file.length)
    if (!adopt) {
      console.log(
        `Model ${ended.model} is a draft; adopt it at /admin/models. 模型 ${ended.model} 是草稿,请在"分类模型"页采用。`,
      )
      return
    }
    await db.tx(async (tx) => {
      await lockModels(tx)
      await adoptCategoryModel(tx, ended.model, SYSTEM, 'npm run train -- --adopt', now())
      const detail = { number: ended.model, instead: models.inForce?.number ?? null }
      const entry = { actor: SYSTEM, action: 'model-adopted', target: `model/${ended.model}`, detail }
      await addToAdminLog(tx, entry, now())
    })
    console.log(`Model ${ended.model} is in force within two seconds. 模型 ${ended.model} 两秒内生效。`)
  } finally {
    await close()
  }
})
