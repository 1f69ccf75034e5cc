import { writeFileSync } from 'node:fs'
import { openapi } from '#contract/openapi.ts'
import { VERSION } from '#server/system.ts'

/** `npm run openapi`: writes docs/openapi.json, which a test compares with the contract. */
writeFileSync('docs/openapi.json', `${JSON.stringify(openapi(VERSION), null, 1)}\n`)
