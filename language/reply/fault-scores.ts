import { FAULTS, type Fault } from './reply.ts'

/** Precision and recall of each fault: a reply has a fault or not, however many sentences show it. */
export function faultScores(seen: readonly { faults: readonly Fault[]; found: readonly Fault[] }[]) {
  return FAULTS.map((code) => {
    const labelled = seen.filter(({ faults }) => faults.includes(code)).length
    const found = seen.filter((one) => one.found.includes(code)).length
    const right = seen.filter((one) => one.found.includes(code) && one.faults.includes(code)).length
    return {
      code,
      labelled,
      found,
      precision: found === 0 ? 1 : right / found,
      recall: labelled === 0 ? 1 : right / labelled,
    }
  })
}
