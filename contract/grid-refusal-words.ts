/** 网格与基层: every "no" of the grid, and of what may not be pushed down to streets (国办函〔2025〕66号 (5)). */
export const gridRefusalWords = {
  'departmental-matter': {
    status: 422,
    zh: '应由职能部门办理的事项不得派给基层（国办函〔2025〕66号）。确需例外，请写明依据',
    en: 'A departmental matter may not be sent to the grass roots (State Council Office letter 66 of 2025); an exception needs its ground',
  },
  'confidential-not-to-grid': {
    status: 422,
    zh: '市民要求保密，不派网格员',
    en: 'The citizen asked for confidentiality; it does not go to a grid worker',
  },
  'not-grid-direct': {
    status: 422,
    zh: '目录没有允许这一事项网格直派',
    en: 'The catalogue does not let this scene go to a grid worker',
  },
  'law-enforcement-not-to-grid': {
    status: 422,
    zh: '涉及执法或查处，网格员没有执法权',
    en: 'It asks for law enforcement, which a grid worker has no power of',
  },
  'not-simple': {
    status: 422,
    zh: '复杂件或有安全隐患，不派网格员',
    en: 'It is complex or a hazard; it does not go to a grid worker',
  },
  'already-tried-by-grid': {
    status: 422,
    zh: '网格已经办过，上报回来的不再派网格',
    en: 'The grid has tried it; what it reported up does not go back',
  },
  'absence-already-over': {
    status: 422,
    zh: '不在岗的最后一天已经过去；请改日期，或不填',
    en: 'The last day of the absence is over already; change it or leave it open',
  },
  'no-grid-worker': {
    status: 422,
    zh: '这个地点没有网格员',
    en: 'There is no grid worker for this place',
  },
  'grid-off-hours': {
    status: 422,
    zh: '现在不在网格员在岗时间，按普通派单',
    en: 'No grid worker is on duty now; dispatch it as usual',
  },
  'grid-workers-full': {
    status: 422,
    zh: '网格员今天已派满',
    en: 'The grid workers have had their share for today',
  },
  'not-a-grid-assignment': {
    status: 409,
    zh: '这不是网格直派的派件',
    en: 'This is no grid worker’s assignment',
  },
  'contact-needed-first': {
    status: 422,
    zh: '还没有告知市民，先当面或电话告知',
    en: 'The citizen has not been told yet: tell them first, in person or by phone',
  },
  'arrival-needed': {
    status: 422,
    zh: '网格吹哨的事项，主办单位到场后才能反馈',
    en: 'A matter a grid worker reported: the lead must have been at the place before it reports',
  },
  'arrival-place-needed': {
    status: 422,
    zh: '部门报到要有到场位置，请打开定位',
    en: 'The arrival needs its place: switch location on',
  },
  'not-at-the-place': {
    status: 422,
    zh: '位置离现场太远，到了现场再报到',
    en: 'Too far from the place; record the arrival there',
  },
} as const
