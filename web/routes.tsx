import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { AssistantSearch, AuditSearch, PartSearch, PeopleSearch, RolesSearch } from './admin/admin-search.ts'
import { AlertsSearch } from './alerts/alerts-search.ts'
import { BoardSearch } from './board/scope.ts'
import { CalibrationSearch } from './calibration/calibration-search.ts'
import { CallbackSearch } from './callback/callback-search.ts'
import { CatalogueSearch } from './catalogue/catalogue-search.ts'
import { ClustersSearch } from './clusters/clusters-search.ts'
import { DispatchSearch } from './dispatch/dispatch-search.ts'
import { Broken } from './frame/Broken.tsx'
import { Frame } from './frame/Frame.tsx'
import { NotHere } from './frame/NotHere.tsx'
import { homeOf } from './frame/rail.ts'
import { UnitSearch } from './handling/unit-search.ts'
import { KnowledgeSearch } from './knowledge/knowledge-search.ts'
import { readSearch } from './list/list-search.ts'
import { MeasuresSearch } from './measures/measures-search.ts'
import { ModelsSearch } from './models/models-search.ts'
import { OrderSearch } from './order/search.ts'
import { ProblemsSearch, ReturnsSearch } from './returns/returns-search.ts'
import { ReviewSearch } from './review/review-search.ts'
import { readAddress } from './search/search-address.ts'
import { SeatSearch } from './seat/seat-search.ts'
import { Door } from './session/Door.tsx'
import { session } from './session/session.ts'
import { useSession } from './session/use-me.ts'
import { StraightSearch } from './straight/straight-search.ts'
import { SupervisionSearch } from './supervision/search.ts'

/** The site map. Whoever is not yet inside sees the door at the same address, so a link leads on after the log-in. */
function Inside() {
  const { me } = useSession()
  return me === null || me.must.length > 0 ? <Door /> : <Frame />
}

const root = createRootRoute({ component: Inside, notFoundComponent: NotHere })

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    const { me } = session.get()
    // The grid worker's pages are pages of their own, which open without a line.
    if (me?.must.length === 0 && me.roles.every((role) => role === 'grid-worker')) return location.replace('/grid')
    if (me !== null && me.must.length === 0) throw redirect({ to: homeOf(me.roles), replace: true })
  },
})

const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyRouteComponent(() => import('./account/AccountPage.tsx'), 'AccountPage'),
})

const dispatch = createRoute({
  getParentRoute: () => root,
  path: '/dispatch',
  validateSearch: DispatchSearch,
  component: lazyRouteComponent(() => import('./dispatch/DispatchPage.tsx'), 'DispatchPage'),
})

const catalogue = createRoute({
  getParentRoute: () => root,
  path: '/catalogue',
  validateSearch: CatalogueSearch,
  component: lazyRouteComponent(() => import('./catalogue/CataloguePage.tsx'), 'CataloguePage'),
})

const calibration = createRoute({
  getParentRoute: () => root,
  path: '/calibration',
  validateSearch: CalibrationSearch,
  component: lazyRouteComponent(() => import('./calibration/CalibrationPage.tsx'), 'CalibrationPage'),
})

const consultations = createRoute({
  getParentRoute: () => root,
  path: '/consultations',
  component: lazyRouteComponent(() => import('./calibration/ConsultationsPage.tsx'), 'ConsultationsPage'),
})

const gridPosts = createRoute({
  getParentRoute: () => root,
  path: '/posts',
  component: lazyRouteComponent(() => import('./grid-posts/GridPostsPage.tsx'), 'GridPostsPage'),
})

const returns = createRoute({
  getParentRoute: () => root,
  path: '/returns',
  validateSearch: ReturnsSearch,
  component: lazyRouteComponent(() => import('./returns/ReturnsPage.tsx'), 'ReturnsPage'),
})

const problems = createRoute({
  getParentRoute: () => root,
  path: '/problems',
  validateSearch: ProblemsSearch,
  component: lazyRouteComponent(() => import('./returns/ProblemsPage.tsx'), 'ProblemsPage'),
})

const straight = createRoute({
  getParentRoute: () => root,
  path: '/straight-through',
  validateSearch: StraightSearch,
  component: lazyRouteComponent(() => import('./straight/StraightPage.tsx'), 'StraightPage'),
})

const board = createRoute({
  getParentRoute: () => root,
  path: '/board',
  validateSearch: BoardSearch,
  component: lazyRouteComponent(() => import('./board/BoardPage.tsx'), 'BoardPage'),
})

const measures = createRoute({
  getParentRoute: () => root,
  path: '/measures',
  validateSearch: MeasuresSearch,
  component: lazyRouteComponent(() => import('./measures/MeasuresPage.tsx'), 'MeasuresPage'),
})

const supervision = createRoute({
  getParentRoute: () => root,
  path: '/supervision',
  validateSearch: SupervisionSearch,
  component: lazyRouteComponent(() => import('./supervision/SupervisionPage.tsx'), 'SupervisionPage'),
})

const search = createRoute({
  getParentRoute: () => root,
  path: '/search',
  validateSearch: readAddress,
  component: lazyRouteComponent(() => import('./search/SearchPage.tsx'), 'SearchPage'),
})

const knowledge = createRoute({
  getParentRoute: () => root,
  path: '/knowledge',
  validateSearch: KnowledgeSearch,
  component: lazyRouteComponent(() => import('./knowledge/KnowledgePage.tsx'), 'KnowledgePage'),
})

const alerts = createRoute({
  getParentRoute: () => root,
  path: '/alerts',
  validateSearch: AlertsSearch,
  component: lazyRouteComponent(() => import('./alerts/AlertsPage.tsx'), 'AlertsPage'),
})

const clusters = createRoute({
  getParentRoute: () => root,
  path: '/clusters',
  validateSearch: ClustersSearch,
  component: lazyRouteComponent(() => import('./clusters/ClustersPage.tsx'), 'ClustersPage'),
})

const orders = createRoute({
  getParentRoute: () => root,
  path: '/orders',
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import('./list/OrdersPage.tsx'), 'OrdersPage'),
})

const seat = createRoute({
  getParentRoute: () => root,
  path: '/seat',
  validateSearch: SeatSearch,
  component: lazyRouteComponent(() => import('./seat/SeatPage.tsx'), 'SeatPage'),
})

const order = createRoute({
  getParentRoute: () => root,
  path: '/orders/$orderId',
  validateSearch: OrderSearch,
  component: lazyRouteComponent(() => import('./order/OrderPage.tsx'), 'OrderPage'),
})

const unit = createRoute({
  getParentRoute: () => root,
  path: '/unit',
  validateSearch: UnitSearch,
  component: lazyRouteComponent(() => import('./handling/UnitPage.tsx'), 'UnitPage'),
})

const review = createRoute({
  getParentRoute: () => root,
  path: '/review',
  validateSearch: ReviewSearch,
  component: lazyRouteComponent(() => import('./review/ReviewPage.tsx'), 'ReviewPage'),
})

const admin = createRoute({
  getParentRoute: () => root,
  path: '/admin',
  beforeLoad: ({ location }) => {
    if (location.pathname === '/admin') throw redirect({ to: '/admin/people', replace: true })
  },
})
const people = createRoute({
  getParentRoute: () => admin,
  path: '/people',
  validateSearch: PeopleSearch,
  component: lazyRouteComponent(() => import('./admin/PeoplePage.tsx'), 'PeoplePage'),
})
const roles = createRoute({
  getParentRoute: () => admin,
  path: '/roles',
  validateSearch: RolesSearch,
  component: lazyRouteComponent(() => import('./admin/RolesPage.tsx'), 'RolesPage'),
})
const units = createRoute({
  getParentRoute: () => admin,
  path: '/units',
  validateSearch: PartSearch,
  component: lazyRouteComponent(() => import('./admin/pages.tsx'), 'UnitsPage'),
})
const categories = createRoute({
  getParentRoute: () => admin,
  path: '/categories',
  validateSearch: PartSearch,
  component: lazyRouteComponent(() => import('./admin/pages.tsx'), 'CategoriesPage'),
})
const sla = createRoute({
  getParentRoute: () => admin,
  path: '/sla',
  validateSearch: PartSearch,
  component: lazyRouteComponent(() => import('./admin/pages.tsx'), 'SlaPage'),
})
/** The catalogue has one editor, for administrators too. */
const rules = createRoute({
  getParentRoute: () => admin,
  path: '/rules',
  validateSearch: PartSearch,
  beforeLoad: ({ search }) => {
    throw redirect({ to: '/catalogue', search, replace: true })
  },
})
const calendar = createRoute({
  getParentRoute: () => admin,
  path: '/calendar',
  validateSearch: PartSearch,
  component: lazyRouteComponent(() => import('./admin/CalendarPage.tsx'), 'CalendarPage'),
})
const audit = createRoute({
  getParentRoute: () => admin,
  path: '/audit',
  validateSearch: AuditSearch,
  component: lazyRouteComponent(() => import('./admin/AuditPage.tsx'), 'AuditPage'),
})
const assistant = createRoute({
  getParentRoute: () => admin,
  path: '/assistant',
  validateSearch: AssistantSearch,
  component: lazyRouteComponent(() => import('./admin/AssistantPage.tsx'), 'AssistantPage'),
})
const models = createRoute({
  getParentRoute: () => admin,
  path: '/models',
  validateSearch: ModelsSearch,
  component: lazyRouteComponent(() => import('./models/ModelsPage.tsx'), 'ModelsPage'),
})
const health = createRoute({
  getParentRoute: () => admin,
  path: '/health',
  component: lazyRouteComponent(() => import('./admin/HealthPage.tsx'), 'HealthPage'),
})
const cityPages = [units, categories, sla, rules, calendar]
const adminPages = admin.addChildren([people, roles, ...cityPages, models, assistant, audit, health])

const callback = createRoute({
  getParentRoute: () => root,
  path: '/callback',
  validateSearch: CallbackSearch,
  component: lazyRouteComponent(() => import('./callback/CallbackPage.tsx'), 'CallbackPage'),
})

const pages = [
  search,
  knowledge,
  callback,
  adminPages,
  unit,
  order,
  seat,
  orders,
  home,
  account,
  board,
  measures,
  supervision,
  clusters,
  alerts,
  dispatch,
  catalogue,
  calibration,
  consultations,
  gridPosts,
  straight,
  review,
  returns,
  problems,
]

export const router = createRouter({
  routeTree: root.addChildren(pages),
  defaultErrorComponent: Broken,
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
