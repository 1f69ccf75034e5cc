import { useMay } from '../session/use-may.ts'

/** Who drafts changes of the catalogue; everybody else reads it. */
export const useMayDraft = (): boolean => useMay('saveCityDraft')
