import { verifyLog } from '#db/verify.ts'
import { openData } from './open-data.ts'

/** `npm run verify-log`: walks every order's chain and every seal, and names the first broken link. */
const data = await openData()
try {
  const begun = performance.now()
  const result = await verifyLog(data.db, data.vault.verify, (orders) => {
    if (orders % 50_000 === 0) console.log(`… ${orders} orders`)
  })
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  console.log(
    `${result.orders} orders, ${result.events} events, ${result.seals} seals checked in ${seconds} s; ${result.unsealed} changes wait for the next seal`,
  )
  if (result.broken === null) console.log('The log is whole. 记录完整,未发现改动。')
  else {
    console.log(`FIRST BROKEN LINK 第一处断点: ${result.broken.where}: ${result.broken.what}`)
    process.exitCode = 1
  }
} finally {
  await data.close()
}
