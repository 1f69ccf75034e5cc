/** Refusals of merging, of repeats, alerts and hand-overs, in both languages. */
export const mergeRefusals = {
  'master-not-open': {
    status: 409,
    zh: '主单已办结，或还没受理完，不能并入',
    en: 'The master has ended, or is not accepted yet',
  },
  'master-is-merged': {
    status: 409,
    zh: '主单自己已并入他单，请并入那一件',
    en: 'The master is itself merged; merge into its master',
  },
  'already-merged': { status: 409, zh: '该工单已并入他单', en: 'This order is merged already' },
  'confidential-not-merged': {
    status: 409,
    zh: '保密件不并案：答复只能让本人看到',
    en: 'A confidential order is not merged: its answer is for one person',
  },
  'not-merged': { status: 409, zh: '该工单没有并入他单', en: 'This order is not merged' },
  'split-needs-ground': {
    status: 422,
    zh: '请写明为什么要单独办理',
    en: 'Say why it becomes an order of its own',
  },
  'master-not-redone': {
    status: 409,
    zh: '主单办结已久，不能再重办；请拆成单独的工单',
    en: 'The master ended too long ago to be done again; make this an order of its own',
  },
  'repeat-of-itself': { status: 422, zh: '不能是自己的重复', en: 'An order is no repeat of itself' },
  'not-ended': {
    status: 409,
    zh: '那一件还在办，请补充或催办，不算重复',
    en: 'That one is still open: add to it or urge it',
  },
  'ended-too-long-ago': { status: 409, zh: '那一件办结已久，不算重复投诉', en: 'That one ended too long ago' },
  'another-caller': { status: 409, zh: '那一件不是同一诉求人的', en: 'That one is another caller’s' },
  'unknown-order': { status: 422, zh: '没有找到那一件工单', en: 'The other order was not found' },
  'already-acknowledged': { status: 409, zh: '已有人确认', en: 'Somebody has acknowledged it' },
  'not-heard-here': {
    status: 403,
    zh: '贵单位不在听取意见的范围',
    en: 'Your unit is none of those heard on this dispute',
  },
  'successor-needed': {
    status: 409,
    zh: '停用或删除的单位还有在办工单，请先指定由谁接办',
    en: 'A unit that is closed or removed has open orders; name who takes them over',
  },
  'successor-unfit': {
    status: 422,
    zh: '接办单位须是在用的承办单位，且不在这次停用或删除之列',
    en: 'The successor must be an open handling unit that is not closed or removed itself',
  },
  'hand-over-undone': { status: 409, zh: '这次交接已经撤回', en: 'This hand-over was undone already' },
  'master-is-itself': { status: 422, zh: '不能并入自身', en: 'An order cannot be merged into itself' },
  'order-has-merged-orders': { status: 409, zh: '该工单已是主单，不能再并入他单', en: 'This order is a master itself' },
  'unknown-master': { status: 422, zh: '没有找到主单', en: 'The master order was not found' },
  'others-share-it': {
    status: 409,
    zh: '别的市民反映的同一件事也并在这一件里办，不能自行撤回；请拨打 12345',
    en: 'Requests of others are handled together with this one, so it cannot be taken back here; call 12345',
  },
} as const
