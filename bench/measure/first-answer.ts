import { readFileSync } from 'node:fs'
import { readClassifier } from '#language/classify/bytes.ts'
import { predict } from '#language/classify/predict.ts'

/** Prints the milliseconds from opening the model file of its argument to the first answer. */
const begun = performance.now()
const classifier = readClassifier(readFileSync(process.argv[2] ?? ''))
predict(classifier, { title: '路灯不亮', content: '小区门口的路灯坏了一个星期' })
console.log(performance.now() - begun)
