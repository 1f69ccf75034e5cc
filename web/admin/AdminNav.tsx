import { Link, useRouterState } from '@tanstack/react-router'
import type { Words } from '../language.ts'
import { useSay, useWords } from '../language.ts'
import { Icon, type IconName } from '../ui/Icon.tsx'

type Entry = { to: string; name: Words; icon: IconName }

const GROUPS: readonly { name: Words; entries: readonly Entry[] }[] = [
  {
    name: { zh: '谁能做什么', en: 'Who may do what' },
    entries: [
      { to: '/admin/people', name: { zh: '人员', en: 'People' }, icon: 'user' },
      { to: '/admin/roles', name: { zh: '角色', en: 'Roles' }, icon: 'shield' },
    ],
  },
  {
    name: { zh: '城市数据', en: 'The city' },
    entries: [
      { to: '/admin/units', name: { zh: '单位', en: 'Units' }, icon: 'home' },
      { to: '/admin/categories', name: { zh: '事项分类', en: 'Categories' }, icon: 'list' },
      { to: '/admin/sla', name: { zh: '时限方案', en: 'Time limits' }, icon: 'clock' },
      { to: '/admin/calendar', name: { zh: '工作日历', en: 'Calendar' }, icon: 'columns' },
      { to: '/catalogue', name: { zh: '派单目录', en: 'Dispatch rules' }, icon: 'dispatch' },
      { to: '/straight-through', name: { zh: '直派', en: 'Straight-through' }, icon: 'dispatch' },
    ],
  },
  {
    name: { zh: '运行', en: 'Operation' },
    entries: [
      { to: '/admin/assistant', name: { zh: '大模型助手', en: 'Language model' }, icon: 'say' },
      { to: '/admin/models', name: { zh: '分类模型', en: 'Models' }, icon: 'figures' },
      { to: '/admin/audit', name: { zh: '管理日志', en: 'Audit log' }, icon: 'book' },
      { to: '/admin/health', name: { zh: '系统状况', en: 'Health' }, icon: 'info' },
    ],
  },
]

/** The parts of administration; which one is open stands in the address. */
export function AdminNav() {
  const say = useSay()
  const words = useWords({ zh: { parts: '管理的各部分' }, en: { parts: 'Parts of administration' } })
  const path = useRouterState({ select: (state) => state.location.pathname })
  return (
    <nav className="col side admin-nav" aria-label={words.parts}>
      {GROUPS.map((group) => (
        <div key={group.name.en}>
          <h2>{say(group.name)}</h2>
          <ul>
            {group.entries.map(({ to, name, icon }) => (
              <li key={to}>
                <Link to={to} aria-current={path.startsWith(to) ? 'page' : undefined} activeProps={{}}>
                  <Icon name={icon} size={16} />
                  {say(name)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
