import { useMay } from '../list/ListFoot.tsx'

/** Who drafts changes of the catalogue; everybody else reads it. */
export const useMayDraft = (): boolean => useMay('saveCityDraft')
