import { Readable } from 'node:stream'
import type { Handlers } from '#contract/api.ts'
import type { ModelCard } from '#contract/model-card.ts'
import { MODEL_BYTES } from '#contract/models.ts'
import { addToAdminLog } from '#db/admin-log.ts'
import { addCategoryModel, categoryModelFile, findCategoryModel } from '#db/category-models.ts'
import type { CategoryModel } from '#language/category/category-model.ts'
import type { Shell } from '../shell.ts'
import { staffOf } from '../staff-caller.ts'
import { uploadBytes } from '../upload-bytes.ts'
import { labelsEver } from './city-labels.ts'
import { readModel } from './model-in-force.ts'
import { modelView } from './model-view.ts'
import { refusalOf } from './models.ts'

const no = <const R extends string>(refusal: R) => ({ ok: false, refusal }) as const

/** Of a file brought from elsewhere only what the file itself says is known. */
const unmeasured = ({ classifier }: CategoryModel): ModelCard => ({
  labelSet: classifier.labelSet,
  scenes: classifier.labels.length,
  learned: { orders: 0, corrected: 0, phrases: 0, from: null, until: null },
  seconds: 0,
  figures: null,
  compared: null,
})

export const modelFileHandlers = {
  downloadModel: async (shell, { params: { number } }) => {
    const file = await categoryModelFile(shell.db, number)
    if (file === undefined) return no('not-found')
    const actor = staffOf(shell).id
    await addToAdminLog(shell.db, { actor, action: 'model-downloaded', target: `model/${number}` }, shell.at)
    const name = `category-model-${number}.model`
    shell.reply.header('Content-Disposition', `attachment; filename="${name}"`)
    shell.reply.header('Cache-Control', 'private, no-store')
    const mime = 'application/octet-stream'
    return { ok: true, reply: { stream: Readable.from(file), mime, name, bytes: file.length } }
  },

  uploadModel: async (shell) => {
    const file = await uploadBytes(shell, MODEL_BYTES)
    if (!Buffer.isBuffer(file)) return no(file)
    const read = readModel(file, await labelsEver(shell.db, shell.city, shell.cityFolder))
    if (!read.ok) return no(refusalOf[read.fault.kind])
    const actor = staffOf(shell).id
    const card = unmeasured(read.model)
    const number = await shell.db.tx(async (db) => {
      const model = { origin: 'uploaded', by: actor, labelSet: card.labelSet, card, file } as const
      const made = await addCategoryModel(db, model, shell.at)
      const detail = { number: made, bytes: file.length }
      await addToAdminLog(db, { actor, action: 'model-uploaded', target: `model/${made}`, detail }, shell.at)
      return made
    })
    const row = await findCategoryModel(shell.db, number)
    if (row === undefined) throw new Error('the uploaded model is gone')
    return { ok: true, reply: modelView(shell, row) }
  },
} satisfies Partial<Handlers<Shell>>
