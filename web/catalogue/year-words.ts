export const yearWords = {
  zh: {
    title: (year: string, n: string) => `${year} 年修正派单规则 ${n} 项`,
    told: '采用的版本里，改了主办、协办、时限方案或分类的规则；只改依据、维护单位的不算。',
    parts: (added: string, changed: string, removed: string) =>
      `新增 ${added} · 修改 ${changed} · 停用或删除 ${removed}`,
    year: '年份',
    versions: '经过的版本',
    number: (n: string) => `第 ${n} 版`,
    counts: (n: string) => `修正 ${n} 项`,
    by: (made: string, approved: string) =>
      made === approved ? `${made} 起草并采用` : `${made} 起草，${approved} 采用`,
    changes: '逐条',
    notCounted: '不计入',
    none: '这一年还没有修正。',
    noneTold: '采用的版本改了主办、协办、时限或分类，就记在这里。',
    added: '新增',
    removed: '删除',
    changed: '修改',
    nothing: '空',
    more: '只列最近的',
  },
  en: {
    title: (year: string, n: string) => `${n} dispatch rules corrected in ${year}`,
    told: 'Rules whose lead, co-units, limits or category an adopted version changed; a new basis or keeper alone does not count.',
    parts: (added: string, changed: string, removed: string) =>
      `${added} new · ${changed} changed · ${removed} retired or removed`,
    year: 'Year',
    versions: 'By version',
    number: (n: string) => `Version ${n}`,
    counts: (n: string) => `${n} corrected`,
    by: (made: string, approved: string) =>
      made === approved ? `drafted and adopted by ${made}` : `drafted by ${made}, adopted by ${approved}`,
    changes: 'One by one',
    notCounted: 'not counted',
    none: 'Nothing was corrected this year.',
    noneTold: 'Whatever an adopted version changes in lead, co-units, limits or category stands here.',
    added: 'New',
    removed: 'Removed',
    changed: 'Changed',
    nothing: 'empty',
    more: 'Only the latest are listed',
  },
}
