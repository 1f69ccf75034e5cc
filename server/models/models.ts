import type { Handlers } from '#contract/api.ts'
import { addToAdminLog } from '#db/admin-log.ts'
import {
  adoptCategoryModel,
  categoryModelFile,
  categoryModels,
  dropModelDraft,
  findCategoryModel,
  lockModels,
  newestAdoption,
} from '#db/category-models.ts'
import { lastTraining } from '#db/category-trainings.ts'
import { countTrainingOrders } from '#db/training-orders.ts'
import { labelSetHash } from '#language/category/label-set.ts'
import type { Shell } from '../shell.ts'
import { staffOf } from '../staff-caller.ts'
import { labelsEver, labelsOf } from './city-labels.ts'
import { readModel } from './model-in-force.ts'
import type { ModelState, RefusedModel } from './model-state.ts'
import { modelView, trainingView } from './model-view.ts'
import { MOST_ORDERS } from './trainer.ts'

const no = <const R extends string>(refusal: R) => ({ ok: false, refusal }) as const

export const refusalOf = {
  'cut-short': 'model-cut-short',
  'wrong-format': 'model-unreadable',
  'foreign-labels': 'model-of-other-labels',
} as const satisfies Record<RefusedModel['kind'], string>

const inForceView = ({ inForce }: ModelState) =>
  inForce === null
    ? null
    : {
        number: inForce.number,
        sureFrom: inForce.model.classifier.sureFrom,
        unknown: inForce.model.unknown.map(({ code, name }) => ({ code, name })),
      }

const scenesIn = ({ city }: Shell) => labelsOf(city).filter(({ level, offered }) => level === 3 && offered).length

async function adopt(shell: Shell, number: number, note: string, instead: number | null) {
  const { db, at } = shell
  await lockModels(db)
  const row = await findCategoryModel(db, number)
  const file = await categoryModelFile(db, number)
  if (row === undefined || file === undefined) return no('not-found')
  const read = readModel(file, await labelsEver(db, shell.city, shell.cityFolder))
  if (!read.ok) return no(refusalOf[read.fault.kind])
  if (row.in_force) return no('already-in-force')
  // What works here may be older than what was adopted last: that one's file was refused.
  const { adoption, inForce } = shell.models
  if ((await newestAdoption(db)) !== adoption || (inForce?.number ?? null) !== instead)
    return no('another-model-adopted')
  const actor = staffOf(shell).id
  await adoptCategoryModel(db, number, actor, note, at)
  const detail = { number, instead, note }
  await addToAdminLog(db, { actor, action: 'model-adopted', target: `model/${number}`, detail }, at)
  return { ok: true as const }
}

export const modelHandlers = {
  listModels: async (shell) => {
    const { db, city, models, at } = shell
    const [rows, training, orders] = await Promise.all([
      categoryModels(db),
      lastTraining(db),
      countTrainingOrders(db, MOST_ORDERS),
    ])
    const labelSet = labelSetHash(labelsOf(city))
    return {
      ok: true,
      reply: {
        inForce: inForceView(models),
        refused: models.refused.map((fault) => ({ ...fault, codes: fault.codes.slice(0, 10) })),
        training: training === undefined ? null : trainingView(training, at),
        learnable: { orders, mostOrders: MOST_ORDERS, phrases: city.phrases.length, scenes: scenesIn(shell) },
        models: rows.map((row) => modelView(shell, row, labelSet)),
      },
    }
  },

  getModel: async (shell, { params: { number } }) => {
    const row = await findCategoryModel(shell.db, number)
    return row === undefined ? no('not-found') : { ok: true, reply: modelView(shell, row) }
  },

  trainModel: async (shell) => {
    if (scenesIn(shell) < 2) return no('nothing-to-learn')
    const begun = await shell.trainer.begin(staffOf(shell).id)
    if (!begun.ok) return begun
    const row = await lastTraining(shell.db)
    if (row === undefined) throw new Error('the training was not written')
    return { ok: true, reply: trainingView(row, shell.at) }
  },

  adoptModel: async (shell, { params: { number }, body: { note, instead } }) => {
    const adopted = await shell.db.tx((db) => adopt({ ...shell, db }, number, note, instead))
    if (!adopted.ok) return adopted
    await shell.takeUpModel()
    const row = await findCategoryModel(shell.db, number)
    if (row === undefined) throw new Error('the adopted model is gone')
    return { ok: true, reply: { ...modelView(shell, row), state: 'in-force' } }
  },

  discardModel: async (shell, { params: { number } }) => {
    if ((await findCategoryModel(shell.db, number)) === undefined) return no('not-found')
    return shell.db.tx(async (db) => {
      await lockModels(db)
      if ((await dropModelDraft(db, number)) === 0) return no('model-was-adopted')
      const actor = staffOf(shell).id
      await addToAdminLog(db, { actor, action: 'model-discarded', target: `model/${number}` }, shell.at)
      return { ok: true, reply: { done: true } }
    })
  },
} satisfies Partial<Handlers<Shell>>
