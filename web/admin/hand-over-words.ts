/** Of what dissolved units handed over, and of giving it back. */
export const handOverWords = {
  zh: {
    title: '撤并交接记录',
    told: '单位停用或删除时移交的在办工单；采用那一版时一次移交。撤回后，还在办的退回原单位。',
    none: '还没有移交过',
    count: (orders: number, assignments: number) => `${orders} 件工单、${assignments} 个派件`,
    undone: (at: string) => `${at} 已撤回`,
    undo: '撤回交接',
    undoOf: (from: string, to: string) => `撤回交接：${from} → ${to}`,
    closed: '原单位已停用，先重新启用才能撤回',
    gone: '原单位已删除，不能撤回',
    ask: '撤回这次交接？',
    askTold: (from: string, to: string) =>
      `${to}还在办的退回${from}；状态不变，时限照走，每件工单和管理日志都记下。已办结的不动。`,
    reason: '为什么撤回',
    reasonFirst: '先写原因，至少两个字',
    keep: '不撤回',
    done: (n: number) => `已撤回，退回 ${n} 件`,
  },
  en: {
    title: 'Hand-overs',
    told: 'What closed or removed units had open, moved in one go when the version was adopted. Undoing gives back what is still open.',
    none: 'Nothing was handed over so far',
    count: (orders: number, assignments: number) =>
      `${orders} ${orders === 1 ? 'order' : 'orders'} (${assignments} ${assignments === 1 ? 'assignment' : 'assignments'})`,
    undone: (at: string) => `undone ${at}`,
    undo: 'Undo',
    undoOf: (from: string, to: string) => `Undo: ${from} → ${to}`,
    closed: 'The old unit is closed; open it again first',
    gone: 'The old unit was removed; nothing can go back',
    ask: 'Undo this hand-over?',
    askTold: (from: string, to: string) =>
      `What ${to} still has open goes back to ${from}; it stands as it stands, limits run on, orders and log say so. What is finished stays.`,
    reason: 'Why',
    reasonFirst: 'Say why first, in two letters at least',
    keep: 'Leave it',
    done: (n: number) => `Undone; ${n} went back`,
  },
}
