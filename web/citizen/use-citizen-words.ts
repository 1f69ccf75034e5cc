import { useLanguage } from '../language.ts'
import { citizenWords } from './words.ts'

type CitizenWords = (typeof citizenWords)['zh']
export const useCitizenWords = (): CitizenWords => citizenWords[useLanguage()]
