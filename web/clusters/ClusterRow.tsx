import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { mayCall } from '#contract/may-call.ts'
import { type MatterCluster, matterClusters } from '#contract/same-matter.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { MergeManyDialog } from '../merge/MergeManyDialog.tsx'
import { useNow } from '../now.ts'
import { useMe } from '../session/use-me.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { OrderNo } from '../ui/OrderNo.tsx'
import { orderStateWords } from '../words/order.ts'
import { momentWords } from '../words/time.ts'
import { clustersWords } from './clusters-words.ts'

function Members({ cluster }: { cluster: MatterCluster }) {
  const words = useWords(clustersWords)
  const say = useSay()
  const [language, now] = [useLanguage(), useNow()]
  const { members, orders, title } = cluster
  return (
    <ul className="items" aria-label={words.members(title)}>
      {members.map((member) => (
        <li key={member.id} className="member s">
          <Link to="/orders/$orderId" params={{ orderId: member.id }} className="cut" title={member.title}>
            {member.title}
          </Link>
          <OrderNo no={member.no} />
          <span className="cut m2">{member.regionName}</span>
          <span className="m2">{say(orderStateWords[member.state])}</span>
          <span className="m3">{momentWords(member.receivedAt, now, language)}</span>
        </li>
      ))}
      {orders > members.length && <li className="more xs m3">{words.moreMembers(orders - members.length)}</li>}
    </ul>
  )
}

/** One matter: how many speak of it and where, how it grows, since when; opened, its orders. */
export function ClusterRow({ cluster, open }: { cluster: MatterCluster; open: boolean }) {
  const words = useWords(clustersWords)
  const [language, now] = [useLanguage(), useNow()]
  const { title, categoryName, callers, orders, lastDay, lastWeek, weekBefore, first, newest, towns } = cluster
  const { members } = cluster
  const where = towns.slice(0, 2).map(({ name }) => name)
  const { roles } = useMe()
  const queries = useQueryClient()
  const [merging, setMerging] = useState(false)
  const waiting = members.some(({ state }) => state === 'pending-dispatch')
  return (
    <li className="cluster">
      <details open={open}>
        <summary>
          <span className="what">
            <b className="cut" title={title}>
              {title}
            </b>
            <span className="xs m3 cut">{categoryName}</span>
          </span>
          <b className="n">{words.people(callers)}</b>
          <span className="s how">{words.orders(orders, cluster.open)}</span>
          <span className="s m2 cut where">
            {words.towns(where.join(language === 'zh' ? '、' : ', '), towns.length - where.length)}
          </span>
          <span className="when">
            <span className="s">
              {words.week(lastWeek, weekBefore)}
              {lastDay > 0 && ` · ${words.lastDay(lastDay)}`}
            </span>
            <span className="xs m3">
              {words.last(momentWords(newest, now, language))} · {words.since(momentWords(first, now, language))}
            </span>
          </span>
          <Icon name="down" size={16} />
        </summary>
        <Members cluster={cluster} />
        {mayCall('mergeOrders', roles) && waiting && members.length > 1 && (
          <p className="act">
            <Button onClick={() => setMerging(true)}>{words.merge}</Button>
          </p>
        )}
      </details>
      {merging && (
        <MergeManyDialog
          orders={members}
          onClose={() => setMerging(false)}
          onDone={() => void queries.invalidateQueries({ queryKey: [matterClusters.path] })}
        />
      )}
    </li>
  )
}
