import { Link } from '@tanstack/react-router'
import { listAlerts } from '#contract/alerts.ts'
import { mayCall } from '#contract/may-call.ts'
import { useWords } from '../language.ts'
import { useMe } from '../session/use-me.ts'
import { Icon } from '../ui/Icon.tsx'
import { useApi } from '../use-api.ts'
import { alertPageWords } from './alert-words.ts'
import './alerts.css'

/** How many alerts wait for somebody, above lists where one would look for them; nothing while none does. */
export function AlertsLine() {
  const words = useWords(alertPageWords)
  const { roles } = useMe()
  const may = mayCall('listAlerts', roles)
  const { data } = useApi(listAlerts, { query: { tab: 'open', limit: 1 } }, { enabled: may, refetchInterval: 60_000 })
  if (!may || data === undefined || data.open === 0) return null
  return (
    <p className="alertsline s" role="status">
      <Icon name="bell" size={14} /> {words.waiting(data.open)} <Link to="/alerts">{words.look}</Link>
    </p>
  )
}
