import { readClassifier } from '../classify/bytes.ts'
import { ModelFault } from '../classify/model-fault.ts'
import type { CategoryModel } from './category-model.ts'
import { type Label, parentsOf, scenesOf } from './label-set.ts'

/**
 * A model file with the city's taxonomy of today: all its nodes, also the closed ones. Throws `ModelFault`: `cut-short`,
 * `wrong-format`, or `foreign-labels` when the file knows codes this city never had (`codes` names them). A rename
 * changes nothing; a closed code is kept and not suggested; an added one stands in `unknown` until the next training.
 */
export function readCategoryModel(bytes: Uint8Array, labels: readonly Label[]): CategoryModel {
  const classifier = readClassifier(bytes)
  const taxonomy = new Map(labels.map((label) => [label.code, label]))
  const foreign = classifier.labels.filter((code) => !taxonomy.has(code))
  if (foreign.length > 0) {
    const named = foreign.slice(0, 5).join(', ')
    const reason = `${foreign.length} of the model's ${classifier.labels.length} scenes are none of this city's: ${named}`
    throw new ModelFault('foreign-labels', reason, foreign)
  }
  const known = new Set(classifier.labels)
  const unknown = scenesOf(labels).filter((label) => label.offered && !known.has(label.code))
  return { classifier, taxonomy, parents: parentsOf(labels), unknown }
}
