import { dayNumberAt, dayTextOf, minuteOfDay, timeTextOf } from '#domain/deadline/civil-time.ts'
import { type Instant, msOf } from '#domain/ids.ts'

/** `11-25 10:41`, Shanghai time: the year is plain from the order itself. */
const moment = (at: Instant): string => {
  const ms = msOf(at)
  return `${dayTextOf(dayNumberAt(ms)).slice(5)} ${timeTextOf(minuteOfDay(ms))}`
}

/** Why a signature was not needed any more: who was faster, or the platform when nobody had signed in time. */
export const signedAlreadyWords = ({ name, at }: { name: string | null; at: Instant }) =>
  name === null
    ? {
        zh: `已于 ${moment(at)} 由系统自动签收，不用再签。`,
        en: `Signed by the platform on ${moment(at)}; nothing left to sign.`,
      }
    : {
        zh: `${name} 已于 ${moment(at)} 签收，不用再签。`,
        en: `${name} signed on ${moment(at)}; nothing left to sign.`,
      }
